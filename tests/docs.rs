//! The documents that stand beside the program and are made from it: the key reference and the picture of the screen.
//!
//! Each is a golden file: a test says when it is out of date, and rewrites it when asked to by a variable of the
//! environment.

mod keys;
mod links;
mod picture;
mod svg;

use std::env;
use std::path::Path;

/// Holds a file of the project to what it is made from; `update` is the variable that has it rewritten.
fn assert_current(path: &str, made: &str, update: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    if env::var_os(update).is_some() {
        #[expect(clippy::disallowed_methods, reason = "the source tree is under version control")]
        std::fs::write(&file, made).unwrap();
    }
    let kept = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    assert!(kept == made, "{path} is out of date: run this test with {update}=1");
}
