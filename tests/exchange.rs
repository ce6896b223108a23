//! What comes in from other programs: the risks in a pasted text.

use riskroom::domain::Category;
use riskroom::exchange::paste::cells::{lines, records};
use riskroom::exchange::paste::{Fault, Named, Sheet, read};

use crate::support::seeds::{key, name};

fn found(text: &str) -> Result<Sheet, Fault> {
    let category = |(key_text, text): (&str, &str)| Category { key: key(key_text), name: name(text) };
    read(text, &[("checkout", "Checkout & payment"), ("privacy", "Datos")].map(category))
}

/// Line, title, category (`?` before one that is not known) and note of every row.
fn rows(text: &str) -> Vec<(usize, String, String, String)> {
    let named = |named| match named {
        Named::Nothing => String::new(),
        Named::Known(key) => key.to_string(),
        Named::Unknown(name) => format!("?{name}"),
    };
    let sheet = found(text).unwrap();
    sheet.rows.into_iter().map(|row| (row.line, row.title, named(row.category), row.note)).collect()
}

fn titles(text: &str) -> Vec<String> {
    rows(text).into_iter().map(|(_, title, ..)| title).collect()
}

#[test]
fn lines_lose_their_bullets_and_nothing_else() {
    let text =
        "- one\n* two\n• three\n1. four\n12) five\n-six\n7 of 8 fail\n1.99 instead of 199\n  \n– seven";
    let wanted =
        ["one", "two", "three", "four", "five", "-six", "7 of 8 fail", "1.99 instead of 199", "seven"];
    assert_eq!(titles(text), wanted);
    assert_eq!(found(text).unwrap().empty, 1);
    assert!(!found(text).unwrap().table);
}

#[test]
fn every_kind_of_line_end_ends_a_line() {
    assert_eq!(lines("a\rb\nc\r\nd\n\re").collect::<Vec<_>>(), ["a", "b", "c", "d", "", "e"]);
    assert_eq!(titles("a\rb\nc\r\nd\r\n"), ["a", "b", "c", "d"]);
}

#[test]
fn a_sentence_with_a_comma_stays_one_title() {
    for text in [
        "Prices, all of them, are wrong\nThe shop is down; nobody knows",
        "Fire, flood\nTheft, fraud",
        "One, checkout\nTwo, three and four",
        "\"Order now\" fails, again\n\"Buy\" too",
        "Risk, as they say\nOne more",
    ] {
        assert_eq!(titles(text).len(), 2, "{text}");
        assert!(!found(text).unwrap().table, "{text}");
    }
}

#[test]
fn tabs_make_a_table_and_a_header_names_its_columns() {
    let row = |line, title: &str, category: &str, note: &str| {
        (line, title.to_owned(), category.to_owned(), note.to_owned())
    };
    assert_eq!(
        rows("One\tCHECKOUT\tn\nTwo\tprotección\t\n\nThree"),
        [row(1, "One", "checkout", "n"), row(2, "Two", "?protección", ""), row(4, "Three", "", "")]
    );
    assert_eq!(rows("Nota;Título\nn1;\"a;\nb\"\nn2;c"), [row(2, "a;\nb", "", "n1"), row(4, "c", "", "n2")]);
    // Known under its name in the other language, too.
    assert_eq!(rows("risk,category\nx,Compra y pago"), [row(2, "x", "checkout", "")]);
    assert_eq!(rows("x,checkout,a\ny,,b"), [row(1, "x", "checkout", "a"), row(2, "y", "", "b")]);
    assert_eq!(rows("\"Order now\" fails\tdatos"), [row(1, "\"Order now\" fails", "privacy", "")]);
}

#[test]
fn faults_have_their_line_and_column() {
    let table = [
        ("a\tb\n\"open\tc", Fault::OpenQuote { line: 2, column: 1 }),
        ("a\tb\nññ\t\"open", Fault::OpenQuote { line: 2, column: 4 }),
        ("risk,note\n\"x\ny\"z,1", Fault::AfterQuote { line: 3, column: 3 }),
        ("risk,note\nx,1,2", Fault::Surplus { line: 2, column: 5 }),
        ("note,category\nx,1", Fault::NoTitle { line: 1 }),
    ];
    for (text, fault) in table {
        assert_eq!(found(text), Err(fault.clone()), "{text:?}");
        assert!(fault.to_string().starts_with("line "));
    }
    assert_eq!(found(&"x\n".repeat(2_001)), Err(Fault::TooMany { line: 2_001 }));
    assert!(found(&"x\n".repeat(2_000)).is_ok());
    assert_eq!(found(&"x".repeat(1_000_001)), Err(Fault::TooLarge { line: 1 }));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read_or_refused_and_nothing_is_left_out(text in "[a-c\\t\\n\\r\",; -]{0,80}") {
        if let Ok(sheet) = found(&text) {
            if !sheet.table {
                let kept = lines(&text).filter(|line| !line.trim().is_empty()).count();
                let without = |line: &&str| line.trim().trim_matches('-').trim().is_empty();
                let bare = lines(&text).filter(|line| !line.trim().is_empty()).filter(without).count();
                proptest::prop_assert!(sheet.rows.len() <= kept && sheet.rows.len() + bare >= kept);
            }
            proptest::prop_assert!(sheet.rows.is_sorted_by_key(|row| row.line));
        }
        for separator in ['\t', ',', ';'] {
            if let Ok(records) = records(&text, separator) {
                proptest::prop_assert!(!records.is_empty() && records.iter().all(|it| !it.cells.is_empty()));
            }
        }
    }
}
