//! Any bytes as a damaged session file: every finding is a short sentence with nothing hidden in it.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use riskroom::store::format::{MIGRATIONS, decode_with, findings};
use riskroom::store::sentence::{LONGEST, format_error};
use riskroom::text::catalogue::{Catalogue, Lang};
use riskroom::text::safe::is_hidden;

static SPANISH: LazyLock<Catalogue> = LazyLock::new(|| Catalogue::load(Lang::Es));

fuzz_target!(|bytes: &[u8]| {
    let found = findings(bytes);
    assert_eq!(found.is_empty(), decode_with(bytes, MIGRATIONS).is_ok());
    for error in &found {
        let told = format_error(error, &SPANISH);
        assert!(told.chars().count() <= LONGEST && !told.chars().any(is_hidden), "{told:?}");
    }
});
