//! Texts: nothing typed is lost without a word.

use riskroom::app::Place;
use riskroom::app::notice::Notice;
use unicode_width::UnicodeWidthStr;

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::r;

#[test]
fn esc_keeps_the_capture_line_as_a_draft() {
    let mut room = five_risks();
    room.keys("a 'Half a ri' Esc");
    assert_eq!(room.notice(), Some(&Notice::DraftKept));
    assert_eq!(room.listed().len(), 5);
    room.keys("a 'sk' Enter");
    assert_eq!(room.risk(6).title.to_string(), "Half a risk");
}

#[test]
fn esc_keeps_a_field_as_a_draft_and_e_resumes_it() {
    let mut room = five_risks();
    room.keys("e 'bc' Esc");
    assert_eq!(room.risk(1).title.to_string(), "A");
    assert_eq!(room.app().drafts.len(), 1);
    room.keys("e");
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "Abc");
    room.keys("Ctrl+z");
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "A");
    room.keys("Ctrl+y 'd' Enter");
    assert_eq!(room.risk(1).title.to_string(), "Abcd");
    assert!(room.app().drafts.is_empty());
}

#[test]
fn an_unchanged_text_leaves_no_draft() {
    let mut room = five_risks();
    room.keys("e Esc a Esc");
    assert!(room.app().drafts.is_empty());
    assert_eq!(room.notice(), None);
}

#[test]
fn esc_goes_back_one_thing_at_a_time_and_never_leaves() {
    let mut room = five_risks();
    room.keys("/ 'A' Enter Space : Esc");
    assert!(room.app().overlay.is_none());
    room.keys("Esc");
    assert!(room.workshop().marks.is_empty());
    assert_eq!(room.workshop().filter, "A");
    room.keys("Esc");
    assert_eq!(room.workshop().filter, "");
    room.keys("Esc");
    assert_eq!(room.app().place, Place::Home);
    room.keys("Esc");
    assert_eq!(room.app().place, Place::Workshop);
    let mut empty = Room::new();
    empty.keys("Esc");
    assert_eq!(empty.notice(), Some(&Notice::QLeaves));
    assert!(!empty.has_left());
}

#[test]
fn a_title_is_needed() {
    let mut room = Room::new();
    room.keys("a '  ' Enter");
    assert_eq!(room.notice(), Some(&Notice::NotBlank));
    assert!(room.app().typing.is_some());
    let mut room = five_risks();
    room.keys("e Backspace Enter");
    assert_eq!(room.notice(), Some(&Notice::NotBlank));
    assert_eq!(room.risk(1).title.to_string(), "A");
}

#[test]
fn a_paste_goes_where_text_is_typed_and_nowhere_else() {
    let mut room = five_risks();
    room.paste("not here");
    assert_eq!(room.listed().len(), 5);
    room.keys("a").paste("From\u{7} a\u{1b}[31m mail").keys("Enter");
    let title = room.risk(6).title.to_string();
    assert!(title.starts_with("From a") && !title.contains(char::is_control), "{title:?}");
}

#[test]
fn letters_in_a_text_are_no_commands() {
    let mut room = five_risks();
    room.keys("a 'quit . , u d 1 2 3' Enter Esc");
    assert_eq!(room.risk(6).title.to_string(), "quit . , u d 1 2 3");
    assert_eq!(room.listed().last(), Some(&r(6)));
}

#[test]
fn a_full_line_says_that_it_is_full() {
    let mut room = five_risks();
    room.keys("a").paste(&"x".repeat(500));
    assert_eq!(room.notice(), None);
    room.keys("'y'");
    assert_eq!(room.notice(), Some(&Notice::TooLong(500)));
    room.keys("Esc").paste("lost?");
    assert_eq!(room.notice(), Some(&Notice::NowhereToPaste));
}

/// A family of four is one sign of two columns, and the cell behind it is its second half: whoever adds up the cells as
/// they are, or counts the people one by one, finds a line wider than it is.
#[test]
fn signs_of_several_people_take_two_columns_and_no_line_is_wider_than_the_screen() {
    let mut room = Room::with_workshop("Checkout").size(120, 36);
    let family = "👨\u{200d}👩\u{200d}👧\u{200d}👦";
    assert_eq!(family.width(), 2);
    room.keys("a").paste(&format!("{family} first {family} last")).keys("Enter Esc g i");
    let buffer = room.buffer();
    let mut families = 0;
    for row in buffer.content.chunks(usize::from(buffer.area.width)) {
        let (mut column, mut line) = (0, String::new());
        while let Some(cell) = row.get(column) {
            families += usize::from(cell.symbol() == family);
            line.push_str(cell.symbol());
            column += cell.symbol().width().max(1);
        }
        assert_eq!((column, line.width()), (120, 120), "{line}");
    }
    assert!(families >= 2, "{}", room.screen());
}
