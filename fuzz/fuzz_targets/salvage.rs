//! Any bytes as the rest of a broken session file: what is salvaged has nothing wrong in it, and its history replays.
#![no_main]

use libfuzzer_sys::fuzz_target;
use riskroom::store::format::{decode, encode};
use riskroom::store::recover::salvage;

fuzz_target!(|bytes: &[u8]| {
    let Some(left) = salvage(bytes) else { return };
    assert!(left.session.iter().all(|session| session.check().is_empty()));
    if let Some(history) = left.history() {
        let file = encode(&history).expect("what was salvaged can be written");
        assert_eq!(decode(&file).expect("and read").history.session(), history.session());
    }
});
