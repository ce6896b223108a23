//! The session file: what is written is read back, and what is not right is refused with its place.

use proptest::prelude::*;
use riskroom::store::format;

use crate::sessions;

proptest! {
    #[test]
    fn what_is_written_is_read_back(history in sessions::histories()) {
        let bytes = format::encode_verified(&history).unwrap();
        let back = format::decode(&bytes).unwrap().history;
        prop_assert_eq!(back.session(), history.session());
        prop_assert_eq!(back.entries(), history.entries());
        prop_assert_eq!(format::encode(&back).unwrap(), bytes);
    }
}
