//! Any bytes as a session file, as they are and under a first line that fits them: what opens is written and read back
//! the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use riskroom::store::atomic::Hash;
use riskroom::store::format::{decode, encode_verified};

fuzz_target!(|bytes: &[u8]| {
    let first = format!("// riskroom session 1 · sha256:{}\n", Hash::of(bytes));
    for file in [bytes, &[first.as_bytes(), bytes].concat()] {
        if let Ok(loaded) = decode(file) {
            encode_verified(&loaded.history).expect("what was read can be written");
        }
    }
});
