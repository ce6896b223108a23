//! Every path leads to its value, whatever stands in between.

use proptest::prelude::*;
use proptest::test_runner::Config;
use riskroom::domain::{Cell, Session};
use riskroom::store::format;
use riskroom::store::locate::{Position, locate, locate_all, value};
use serde::Serialize;

use crate::support::sessions::histories;

/// The paths of a session with their values as RON writes them on one line.
fn values(session: &Session) -> Vec<(String, String)> {
    fn ron(value: &impl Serialize) -> String {
        ron::to_string(value).unwrap()
    }
    let mut values = vec![
        ("session.title".to_owned(), ron(&session.title)),
        ("session.scope".to_owned(), ron(&session.scope)),
        ("session.weights.fix".to_owned(), ron(&session.weights.fix)),
        ("history.base.seed".to_owned(), ron(&session.seed)),
    ];
    for (place, risk) in session.risks.iter().enumerate() {
        let path = format!("session.risks[{place}]");
        values.push((format!("{path}.id"), ron(&risk.id)));
        values.push((format!("{path}.title"), ron(&risk.title)));
        values.push((format!("{path}.cause"), ron(&risk.cause)));
        values.push((format!("{path}.duty"), ron(&risk.duty)));
        for cell in Cell::ALL {
            let assessment = risk.cells.at(cell);
            let path = format!("{path}.cells.{}", cell.name());
            if let Some(agreed) = &assessment.agreed {
                values.push((format!("{path}.agreed.level"), ron(&agreed.level)));
            }
            for (round, votes) in assessment.rounds.iter().enumerate() {
                values.push((format!("{path}.rounds[{round}].votes"), ron(&votes.votes)));
            }
        }
    }
    for (place, solution) in session.solutions.iter().enumerate() {
        values.push((format!("session.solutions[{place}].note"), ron(&solution.note)));
        for (at, link) in solution.links.iter().enumerate() {
            values.push((format!("session.solutions[{place}].links[{at}].risk"), ron(&link.risk)));
        }
    }
    values
}

proptest! {
    #![proptest_config(Config { cases: 64, failure_persistence: None, ..Config::default() })]

    #[test]
    fn every_path_of_a_session_leads_to_its_value(history in histories()) {
        let text = String::from_utf8(format::encode(&history).unwrap()).unwrap();
        let values = values(history.session());
        let paths: Vec<&str> = values.iter().map(|(path, _)| path.as_str()).collect();
        let positions = locate_all(&text, &paths);
        for ((path, expected), position) in values.iter().zip(positions) {
            prop_assert_eq!(value(&text, path), Some(expected.as_str()), "{}", path);
            let Position { line, column } = position.unwrap();
            let rest: String = text.lines().nth(line - 1).unwrap().chars().skip(column - 1).collect();
            prop_assert!(rest.starts_with(expected), "{}: {} in {}", path, expected, rest);
            prop_assert_eq!(locate(&text, path), position);
        }
    }

    #[test]
    fn any_text_is_walked_to_its_end(text in "[(\\[{}\\])\"'r#/*,: a1\\n\\\\]{0,60}", path in "[a.\\[\\]01]{0,12}") {
        let _ = locate(&text, &path);
        let _ = value(&text, &path);
    }
}

const HAND: &str = r##"#![enable(implicit_some)]
// a comment with title: "no" and (brackets
Session( /* nested /* comment */ ) */
  title: r#"raw "quoted" )"#, "stray",
  risks: [ (id: "R1"), Risk(id: "R2", place: Merged(into: "R1"), r#duty: Some("x)")), ],
  kind: Do([Risk("R2", Title("ñ, (")), Undo]),
  last: Some(Some(Deep(level: 'x', at: -1.5))),
)"##;

#[test]
fn comments_raw_strings_names_and_options_are_passed_through() {
    let found = |path| value(HAND, path);
    assert_eq!(found("title"), Some("r#\"raw \"quoted\" )\"#"));
    assert_eq!(found("risks[0].id"), Some("\"R1\""));
    assert_eq!(found("risks[1].place"), Some("Merged(into: \"R1\")"));
    assert_eq!(found("risks[1].place.Merged.into"), Some("\"R1\""));
    assert_eq!(found("risks[1].place.into"), Some("\"R1\""));
    assert_eq!(found("risks[1].duty"), Some("Some(\"x)\")"));
    assert_eq!(found("kind.Do[0].Risk[1].Title"), Some("Title(\"ñ, (\")"));
    assert_eq!(found("kind.Do[0].Risk[0]"), Some("\"R2\""));
    assert_eq!(found("kind.Do[1]"), Some("Undo"));
    assert_eq!(found("last.at"), Some("-1.5"));
    assert_eq!(found("last.level"), Some("'x'"));
}

#[test]
fn a_path_that_leads_nowhere_finds_nothing() {
    for path in ["missing", "risks[2]", "risks[0].id.x", "title.x", "kind.Undo", "risks[x]"] {
        assert_eq!(locate(HAND, path), None, "{path}");
    }
    assert_eq!(locate("", "x"), None);
}

#[test]
fn columns_count_characters() {
    let text = "(a: \"ñ🛒\", b: 1)";
    assert_eq!(locate(text, "b"), Some(Position { line: 1, column: 14 }));
    assert_eq!(locate("(\n  b: 1)", "b"), Some(Position { line: 2, column: 6 }));
}
