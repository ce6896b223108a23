//! Any bytes as a journal: what is whole is read, and the rest is counted.
#![no_main]

use libfuzzer_sys::fuzz_target;
use riskroom::store::journal;

fuzz_target!(|bytes: &[u8]| {
    if let Some(found) = journal::read(bytes) {
        assert!(found.torn <= bytes.len());
    }
});
