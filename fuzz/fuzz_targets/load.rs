//! Any bytes as a session file, as they are and under a first line that fits them: what opens is written and read back
//! the same.
#![no_main]

use libfuzzer_sys::fuzz_target;
use riskroom::store::atomic::Hash;
use riskroom::store::format::{FORMAT, MIGRATIONS, decode_with, encode_verified};

fuzz_target!(|bytes: &[u8]| {
    let first = |format: u64| format!("// riskroom session {format} · sha256:{}\n", Hash::of(bytes));
    let under = |format: u64| [first(format).as_bytes(), bytes].concat();
    for file in [bytes, &under(1), &under(FORMAT)] {
        if let Ok(loaded) = decode_with(file, MIGRATIONS) {
            encode_verified(&loaded.history).expect("what was read can be written");
        }
    }
});
