//! What is left of a broken file: never more than was there, never a crash.

use std::time::Instant;

use proptest::prelude::*;
use riskroom::store::format;
use riskroom::store::recover::salvage;

use crate::support::sessions::{histories, small};

#[test]
fn all_of_a_whole_file_is_left() {
    let history = small();
    let left = salvage(&format::encode(&history).unwrap()).unwrap();
    assert_eq!(left.session.as_ref(), Some(&**history.session()));
    assert_eq!(left.history().unwrap().entries(), history.entries());
    assert_eq!(left.counters, Some(history.counters()));
}

#[test]
fn a_broken_line_ends_the_history() {
    let bytes = format::encode(&small()).unwrap();
    let text = String::from_utf8(bytes).unwrap().replacen("(seq:5,", "(seq:5;", 1);
    let left = salvage(text.as_bytes()).unwrap();
    assert_eq!(left.history().unwrap().revision(), 4);
    assert_eq!(left.entries.len(), small().entries().len() - 1);
}

#[test]
fn nothing_is_left_of_other_texts() {
    for text in ["", "hello", "(session: (", "    session: (\n    ),\n"] {
        assert!(salvage(text.as_bytes()).is_none(), "{text}");
    }
}

#[test]
fn brackets_without_end_take_no_time() {
    let begin = Instant::now();
    for line in ["(", "[", "    session: (\n", "        base: (\n", "(seq:1,", "\"", "/*", "\n"] {
        let _ = salvage(line.repeat(1_000_000).as_bytes());
    }
    assert!(begin.elapsed().as_secs() < 60);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whatever_is_cut_out_or_written_over_something_sound_is_left_or_nothing(
        history in histories(),
        from in 0.0..1.0_f64,
        length in 0..400_usize,
        bytes in proptest::collection::vec(any::<u8>(), 0..20),
    ) {
        let mut file = format::encode(&history).unwrap();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "a place in a file")]
        let from = (from * file.len() as f64) as usize;
        let to = (from + length).min(file.len());
        file.splice(from..to, bytes);
        if let Some(left) = salvage(&file) {
            for session in left.session.iter().chain(left.base.as_deref()) {
                prop_assert!(session.check().is_empty());
            }
            if let Some(history) = left.history() {
                let back = format::decode(&format::encode(&history).unwrap()).unwrap().history;
                prop_assert_eq!(back.session(), history.session());
            }
        }
    }
}
