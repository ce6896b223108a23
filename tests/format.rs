//! The session file: what is written is read back, and what is not right is refused with its place.

use std::time::Instant;

use proptest::prelude::*;
use proptest::test_runner::Config;
use riskroom::domain::History;
use riskroom::store::format::{self, FORMAT, Fault, FormatError};
use riskroom::store::locate::Position;

use crate::support::demo::demo;
use crate::support::generate::history_with;
use crate::support::seeds::session_of;
use crate::support::sessions::{histories, small};

fn config() -> Config {
    Config { cases: 64, failure_persistence: None, ..Config::default() }
}

fn text(history: &History) -> String {
    String::from_utf8(format::encode(history).unwrap()).unwrap()
}

/// The small session's file, with one piece of text replaced where it first stands.
fn changed(from: &str, to: &str) -> String {
    let text = text(&small());
    assert!(text.contains(from), "{from}");
    text.replacen(from, to, 1)
}

fn refused(text: &str) -> FormatError {
    format::decode(text.as_bytes()).unwrap_err()
}

/// The line of the first error is the one that has this text; the path and the sentence are these.
fn assert_refused(text: &str, line_has: &str, path: &str, sentence: &str) {
    let error = refused(text);
    let line = error.position.unwrap().line;
    let found = text.lines().nth(line - 1).unwrap();
    assert!(found.contains(line_has), "{error}: line {line} is {found:?}");
    assert_eq!(error.path, path);
    assert!(error.to_string().contains(sentence), "{error}");
    assert!(error.to_string().chars().count() <= 300);
}

/// The same body under the checksum that belongs to it.
fn signed(text: &str) -> String {
    let (_, body) = text.split_once('\n').unwrap();
    let hash = riskroom::store::atomic::Hash::of(body.as_bytes());
    format!("// riskroom session {FORMAT} · sha256:{hash}\n{body}")
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_written_is_read_back(history in histories()) {
        let bytes = format::encode_verified(&history).unwrap();
        let back = format::decode(&bytes).unwrap().history;
        prop_assert_eq!(back.session(), history.session());
        prop_assert_eq!(back.base(), history.base());
        prop_assert_eq!(back.entries(), history.entries());
        prop_assert_eq!(back.counters(), history.counters());
        prop_assert_eq!(format::encode(&back).unwrap(), bytes);
    }

    #[test]
    fn arbitrary_bytes_are_refused(bytes in any::<Vec<u8>>()) {
        prop_assert!(format::decode(&bytes).is_err());
    }

    #[test]
    fn a_byte_replaced_by_any_other_is_an_error(place in any::<prop::sample::Index>(), with in any::<u8>()) {
        let mut bytes = format::encode(&small()).unwrap();
        let place = place.index(bytes.len());
        prop_assume!(bytes[place] != with);
        bytes[place] = with;
        prop_assert!(format::decode(&bytes).is_err());
    }
}

#[test]
fn every_entry_stands_on_a_line_of_its_own_and_so_does_every_cell() {
    let history = small();
    let text = text(&history);
    assert_eq!(text.lines().filter(|line| line.contains("(seq:")).count(), history.entries().len());
    let cell = "probability: (agreed: Some((level: 4, reason: \"\")), rounds: [(votes: \"P1:4 P2:?\"";
    assert!(text.lines().any(|line| line.trim_start().starts_with(cell)), "{text}");
    assert!(text.lines().nth(2).unwrap().contains(&format!("format: {FORMAT},")));
    assert!(text.is_ascii() || !text.contains('\r'));
}

#[test]
fn a_file_cut_anywhere_is_refused() {
    let bytes = format::encode(&History::new(session_of(3))).unwrap();
    for end in 0..bytes.len() {
        format::decode(&bytes[..end]).unwrap_err();
    }
}

#[test]
fn a_flipped_bit_anywhere_is_an_error() {
    let bytes = format::encode(&small()).unwrap();
    // The whole first line, and the rest in strides: the hash does not care where.
    for place in (0..100).chain((100..bytes.len()).step_by(13)) {
        let mut flipped = bytes.clone();
        flipped[place] ^= 1 << (place % 8);
        assert!(format::decode(&flipped).is_err(), "byte {place}");
    }
}

#[test]
fn other_line_breaks_and_a_byte_order_mark_change_nothing() {
    let history = small();
    let text = text(&history);
    for other in [text.replace('\n', "\r\n"), format!("\u{FEFF}{text}")] {
        let back = format::decode(other.as_bytes()).unwrap().history;
        assert_eq!(back.session(), history.session());
    }
}

#[test]
fn a_hand_edited_session_is_refused_even_if_all_its_values_are_possible() {
    let hand = changed("title: \"Test\"", "title: \"Best\"");
    let error = refused(&hand);
    assert_eq!(
        (error.fault.clone(), error.position),
        (Fault::Checksum, Some(Position { line: 1, column: 1 }))
    );
    assert!(error.to_string().contains("does not match its checksum"), "{error}");
    let findings = format::findings(hand.as_bytes());
    assert_eq!(findings.len(), 2);
    assert_eq!(findings[1].fault, Fault::Differs);
    assert_refused(&signed(&hand), "session: (", "session", "not what its history leads to");
}

#[test]
fn a_file_without_checksum_is_refused() {
    let text = text(&small());
    let (_, body) = text.split_once('\n').unwrap();
    assert_eq!(refused(body).fault, Fault::NoChecksum);
}

#[test]
fn what_is_not_a_session_is_told_so() {
    for text in ["hello", "{\"json\": 1}", "(title: \"something else\")"] {
        assert_eq!(refused(text).fault, Fault::NotASession, "{text}");
    }
    for empty in ["", " \n\n"] {
        assert_eq!(refused(empty).fault, Fault::Empty);
    }
}

#[test]
fn another_encoding_is_told_with_its_place() {
    let mut bytes = changed("Ana", "Anä").into_bytes();
    let at = bytes.windows(2).position(|pair| pair == "ä".as_bytes()).unwrap();
    bytes.splice(at..at + 2, [0xE4]);
    let error = format::decode(&bytes).unwrap_err();
    assert_eq!(error.fault, Fault::NotUtf8);
    let line = error.position.unwrap().line;
    assert!(text(&small()).lines().nth(line - 1).unwrap().contains("Ana"));

    let wide: Vec<u8> = text(&small()).encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert!(matches!(format::decode(&wide).unwrap_err().fault, Fault::NotUtf8 | Fault::NotASession));
}

#[test]
fn a_newer_format_is_told_before_anything_else() {
    let text = "// riskroom session 3 · sha256:00\n(format: 3, meeting: [1, 2, 3])\n";
    let error = refused(text);
    assert!(error.is_newer());
    assert_eq!(
        riskroom::store::sentence::fault(
            &error.fault,
            &riskroom::text::catalogue::Catalogue::load(riskroom::text::catalogue::Lang::En)
        ),
        "Saved by a newer version (format 3; this one knows 2). Unchanged."
    );
    assert!(!refused(&changed(&format!("format: {FORMAT},"), "format: 0,")).is_newer());
}

#[test]
fn an_unknown_field_is_told_with_its_place() {
    let text = changed("title: \"Check", "titel: \"Check");
    assert_refused(&text, "titel", "session.solutions[0].titel", "no field “titel”");
}

#[test]
fn a_missing_field_is_told_with_the_place_of_what_lacks_it() {
    let text = changed("cause: \"\",", "");
    assert_refused(&text, "(", "session.risks[0]", "“cause” is missing");
}

#[test]
fn a_field_that_is_there_twice_is_told() {
    let text = changed("demo: false,", "demo: false, demo: false,");
    assert_refused(&text, "demo: false, demo", "session", "“demo” is there twice");
}

#[test]
fn a_level_that_is_no_level_is_told_with_its_place() {
    let text = changed("level: 4", "level: 9");
    let path = "session.risks[0].cells.probability.agreed.level";
    assert_refused(&text, "level: 9", path, "9 is outside 1..7");
}

#[test]
fn a_level_above_the_scale_is_told_with_its_place() {
    let text = changed("expected: 2", "expected: 6");
    let path = "session.solutions[0].links[0].expected";
    assert_refused(&text, "expected: 6", path, "above the scale, which ends at 5");
}

#[test]
fn an_id_that_is_there_twice_is_told_with_its_place() {
    let text = changed("id: \"R2\"", "id: \"R1\"");
    assert_refused(&text, "id: \"R1\"", "session.risks[1].id", "R1 is there twice");
    let (line, column) = refused(&text).position.map(|at| (at.line, at.column)).unwrap();
    assert!(text.lines().nth(line - 1).unwrap()[column - 1..].starts_with("\"R1\""));
}

#[test]
fn a_link_that_leads_nowhere_is_told_with_its_place() {
    let text = changed("risk: \"R1\"", "risk: \"R8\"");
    assert_refused(&text, "risk: \"R8\"", "session.solutions[0].links[0].risk", "no risk R8");
}

#[test]
fn a_word_that_is_not_possible_is_told_with_the_possible_ones() {
    let text = changed("seat: Voter", "seat: Chair");
    assert_refused(&text, "Chair", "session.people[0].seat", "possible are Voter, Observer");
}

#[test]
fn a_value_of_another_kind_is_told_with_its_place() {
    let text = changed("seed: 1,", "seed: -1,");
    assert_refused(&text, "seed: -1", "session.seed", "out of range");
    let text = changed("title: \"Test\"", "title: 3");
    assert_refused(&text, "title: 3", "session.title", "a text in quotes");
}

#[test]
fn a_history_that_cannot_have_happened_is_told_with_its_entry() {
    let text = signed(&changed("kind:Redo", "kind:Undo"));
    assert!(format::decode(text.as_bytes()).is_err());
    let text = signed(&changed("(seq:5,", "(seq:50,"));
    assert_refused(&text, "seq:50", "history.entries[4]", "does not follow");
}

#[test]
fn what_is_wrong_in_the_past_is_found_too() {
    let file = text(&small());
    let (now, past) = file.split_once("    history: (").unwrap();
    let past = past.replacen("appetite: High", "appetite: Low", 1);
    let text = format!("{now}    history: ({past}");
    assert_refused(&text, "appetite: Low", "history.base.appetite", "appetite line lies above Low");
}

#[test]
fn all_findings_are_listed() {
    let text = changed("id: \"R2\"", "id: \"R1\"").replacen("expected: 2", "expected: 6", 1);
    let paths: Vec<String> = format::findings(text.as_bytes()).into_iter().map(|it| it.path).collect();
    assert_eq!(paths, ["session.risks[1].id", "session.solutions[0].links[0].expected", ""]);
    assert!(format::findings(&format::encode(&small()).unwrap()).is_empty());
}

#[test]
fn foreign_text_in_an_error_is_cleaned_and_cut() {
    let name = format!("a\\u{{1b}}[2J{}", "b".repeat(600));
    let text = changed("P1:4 P2:?", &name);
    let error = refused(&text).to_string();
    assert!(!error.chars().any(char::is_control) && error.chars().count() <= 300, "{error}");
}

#[test]
fn deep_nesting_is_an_error_not_a_crash() {
    for bracket in ["(", "[", "Some(", "{"] {
        let text = format!(
            "// riskroom session {FORMAT} · sha256:0\n(format: {FORMAT}, session: {}",
            bracket.repeat(200_000)
        );
        refused(&text);
    }
}

#[test]
fn a_large_meeting_is_written_and_read_in_a_moment() {
    for history in [demo(), history_with(300, 12, 1)] {
        let begin = Instant::now();
        format::encode_verified(&history).unwrap();
        assert!(begin.elapsed().as_secs() < 5);
    }
}
