//! Many lines pasted at the capture line: a preview first, then exactly what is marked, in one action.

use proptest::prelude::*;
use riskroom::app::notice::Notice;
use riskroom::app::overlay::Overlay;
use riskroom::app::paste::{Mark, Preview};
use riskroom::app::typing::purpose::Purpose;
use riskroom::domain::Origin;

use crate::support::room::Room;
use crate::support::seeds::{key, r};

fn capturing() -> Room {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a 'Server crash' Enter");
    room
}

fn preview(room: &Room) -> &Preview {
    match &room.app().overlay {
        Some(Overlay::Preview(preview)) => preview,
        other => panic!("no preview but {other:?}: {}", room.screen()),
    }
}

fn titles(room: &Room) -> Vec<String> {
    room.session().risks.iter().map(|risk| risk.title.to_string()).collect()
}

#[test]
fn lines_become_risks_after_a_preview_and_one_undo_takes_them_back() {
    let mut room = capturing();
    let before = room.session().clone();
    room.paste(
        "- Price too low\r\n* Fire, in the depot\r\n\r\n3) Flood\r\nServer crashes\r\nserver CRASH\r\n",
    );
    let marks: Vec<Mark> = preview(&room).rows.iter().map(|row| row.mark).collect();
    assert!(
        matches!(marks[..], [Mark::New, Mark::New, Mark::New, Mark::Risk(_), Mark::Risk(same)] if same.same)
    );
    let taken: Vec<bool> = preview(&room).rows.iter().map(|row| row.taken).collect();
    assert_eq!(taken, [true, true, true, true, false], "what looks alike is in, what is the same is out");
    assert!(room.shows("new: 3 · like a risk: 2 · empty: 1"), "{}", room.screen());
    assert_eq!(room.session(), &before, "nothing is added yet");
    room.keys("Enter");
    assert_eq!(
        titles(&room),
        ["Server crash", "Price too low", "Fire, in the depot", "Flood", "Server crashes"]
    );
    assert!(room.session().risks[1..].iter().all(|risk| risk.origin == Origin::Import));
    assert_eq!(room.notice(), Some(&Notice::RisksPasted(4)));
    assert_eq!(room.app().typing.as_ref().unwrap().purpose, Purpose::NewRisk, "the line goes on");
    room.keys("Esc u");
    assert_eq!(room.session(), &before);
}

#[test]
fn space_takes_rows_in_and_out() {
    let mut room = capturing();
    room.paste("One thing fails\nAnother event\nserver crash");
    room.keys("Space Down Space Enter");
    assert_eq!(titles(&room), ["Server crash", "Another event", "server crash"]);
    room.paste("x1\nx2");
    room.keys("a Enter");
    assert_eq!(room.notice(), Some(&Notice::RisksPasted(0)));
}

#[test]
fn a_table_from_a_spreadsheet_brings_category_and_note() {
    let mut room = capturing();
    room.paste("Riesgo\tNota\tCategoría\nPrice too low\t\"line one\r\nline \"\"two\"\"\"\tcatalogue\nFlood\t\tEnvíos y búsqueda de direcciones\nFire\t\tDepot\n");
    assert!(preview(&room).table);
    assert!(room.shows("Notes become the consequence"), "{}", room.screen());
    assert!(room.shows("unknown category: 1"));
    room.keys("Enter");
    assert_eq!(room.risk(2).consequence.to_string(), "line one\nline \"two\"");
    assert_eq!(room.risk(2).category, Some(key("catalogue")));
    assert_eq!(room.risk(3).category, Some(key("shipping")));
    assert_eq!(room.risk(4).category, None);
}

#[test]
fn one_line_is_typed_and_goes_nowhere_else() {
    let mut room = capturing();
    room.paste("\nPrices, all of them, are wrong\r\n");
    assert!(room.app().overlay.is_none());
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "Prices, all of them, are wrong");
    room.keys("Esc /").paste("a\nb");
    assert!(room.app().overlay.is_none());
}

#[test]
fn what_is_not_added_is_kept_with_the_line_before_it() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a 'Half'").paste("One\nTwo");
    room.keys("Esc");
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "Half");
    assert_eq!(room.app().draft(Purpose::Paste).unwrap().text, "One\nTwo");
    room.keys("Esc").wait(2);
    let mut room = room.reload();
    assert!(room.shows("(new risk)"), "{}", room.screen());
    room.keys("Esc");
    assert!(room.shows("(pasted list)"), "{}", room.screen());
    room.keys("g o");
    assert_eq!(preview(&room).rows.len(), 2);
    room.keys("Enter");
    assert!(room.app().draft(Purpose::Paste).is_none());
    assert_eq!(titles(&room), ["One", "Two"]);
}

#[test]
fn a_broken_table_is_told_with_line_and_column_and_adds_nothing() {
    for (text, place) in [
        ("a\tb\nc\t\"open", "Line 2, column 3"),
        ("title,category\nx,\"y\" z", "Line 2, column 6"),
        ("title;note\na;b;c", "Line 2, column 5"),
        ("a\tb\tc\td\te\nf\tg", "Line 1, column 7"),
        ("note,category\nx,y", "Line 1"),
    ] {
        let mut room = capturing();
        let before = room.session().clone();
        room.paste(text);
        assert!(room.app().overlay.is_none());
        assert!(room.shows(place), "{text:?}: {}", room.screen());
        assert_eq!(room.session(), &before);
    }
}

#[test]
fn too_many_lines_are_refused_and_five_hundred_are_not() {
    let mut room = capturing();
    let many = |count: usize| {
        (1..=count).map(|n| format!("Supplier {n} closes down")).collect::<Vec<_>>().join("\r")
    };
    room.paste(&many(2_001));
    assert!(room.app().overlay.is_none() && room.shows("From line 2,001"), "{}", room.screen());
    room.paste(&many(500));
    assert_eq!(preview(&room).rows.len(), 500);
    room.keys("a a Enter");
    assert_eq!(room.session().risks.len(), 501);
    assert_eq!(room.workshop().risk, Some(r(501)), "the list follows");
    room.keys("Esc u");
    assert_eq!(room.session().risks.len(), 1);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn any_text_adds_exactly_the_rows_that_are_marked(
        parts in proptest::collection::vec(
            prop_oneof![
                "[a-zñé ]{0,12}", Just("\t".to_owned()), Just("\n".to_owned()), Just("\r".to_owned()),
                Just("\r\n".to_owned()), Just("\"".to_owned()), Just(",".to_owned()), Just(";".to_owned()),
                Just("\u{202E}\u{0}\u{7}\u{200B}".to_owned()), Just("title,category\n".to_owned()),
                Just("x".repeat(600)), "\\PC{0,8}", Just("checkout".to_owned()), Just("- ".to_owned()),
            ],
            0..24,
        ),
        out in proptest::collection::vec(any::<bool>(), 0..6),
    ) {
        let mut room = capturing();
        let before = room.session().clone();
        room.paste(&parts.concat());
        if room.app().overlay.is_none() {
            prop_assert_eq!(room.session(), &before);
            return Ok(());
        }
        for toggles in out {
            room.keys(if toggles { "Space" } else { "Down" });
        }
        let rows = preview(&room).rows.clone();
        let wanted: Vec<_> = rows.iter().filter(|row| row.taken).map(|row| {
            (row.title.clone(), row.category.clone(), row.note.clone())
        }).collect();
        room.keys("Enter");
        let added: Vec<_> = room.session().risks.iter().skip(1).map(|risk| {
            (risk.title.to_string(), risk.category.clone(), risk.consequence.to_string())
        }).collect();
        let entries = room.workshop().history.entries().len();
        prop_assert_eq!(&added, &wanted);
        prop_assert_eq!(room.session().check(), []);
        if !added.is_empty() {
            room.keys("Esc u");
            prop_assert_eq!(room.workshop().history.entries().len(), entries + 1);
        }
        prop_assert_eq!(room.session(), &before);
    }
}
