//! Frames as golden files: text, and one letter per cell for the role it is drawn in.
//!
//! Accept a change with `INSTA_UPDATE=always cargo test frames`, then read the difference.

use riskroom::text::catalogue::Lang;

use crate::support::demo;
use crate::support::room::Room;

/// The sizes every screen is shown at.
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// The demo meeting, opened from the library.
fn meeting(lang: Lang) -> Room {
    let mut room = Room::speaking(lang);
    room.put("demo.ron", &demo::demo());
    room.keys("g l Enter");
    room
}

/// Holds what the keys lead to at both sizes.
fn golden(name: &str, lang: Lang, keys: &str) {
    for (width, height) in SIZES {
        let mut room = meeting(lang).size(width, height);
        room.keys(keys);
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), room.frame());
    }
}

#[test]
fn home_lists_the_sessions_with_a_preview() {
    golden("home", Lang::En, "g l");
}

#[test]
fn home_tells_how_to_begin() {
    for (width, height) in SIZES {
        let room = Room::new().size(width, height);
        insta::assert_snapshot!(format!("home_empty_{width}x{height}"), room.frame());
    }
}

#[test]
fn identify_shows_list_details_and_coverage() {
    golden("identify", Lang::En, "g i g g");
}

#[test]
fn assess_shows_grid_levels_and_votes() {
    golden("assess", Lang::En, "g a g g Right Right");
}

#[test]
fn solve_shows_ranks_board_and_residual() {
    golden("solve", Lang::En, "g s");
}

#[test]
fn the_board_shows_its_selected_card() {
    golden("board", Lang::En, "g s Tab Right Right");
}

#[test]
fn the_three_screens_speak_spanish() {
    golden("identify_es", Lang::Es, "g i g g");
    golden("assess_es", Lang::Es, "g a g g");
    golden("solve_es", Lang::Es, "g s Tab");
}

#[test]
fn the_capture_line_leaves_the_list_in_sight() {
    golden("capture", Lang::En, "g i a 'Parcels stolen from the door'");
}

#[test]
fn a_note_is_typed_over_the_details() {
    golden("note", Lang::En, "g i g g e Tab Enter 'Second line'");
}

#[test]
fn choices_palette_and_help_lie_over_the_screen() {
    golden("choice", Lang::En, "g s Tab f Enter");
    golden("palette", Lang::En, "g a : 'ris'");
    golden("help", Lang::En, "g a ?");
}

#[test]
fn a_prefix_shows_what_can_follow() {
    for (width, height) in SIZES {
        let mut room = meeting(Lang::En).size(width, height);
        room.keys("g").wait(1);
        insta::assert_snapshot!(format!("which_key_{width}x{height}"), room.frame());
    }
}

#[test]
fn small_screens_keep_list_level_and_step() {
    for (width, height) in [(60, 20), (40, 12)] {
        for (name, keys) in [("identify", "g i g g"), ("assess", "g a g g"), ("solve", "g s")] {
            let mut room = meeting(Lang::En).size(width, height);
            room.keys(keys);
            insta::assert_snapshot!(format!("{name}_{width}x{height}"), room.frame());
        }
    }
}

#[test]
fn every_screen_is_drawn_at_every_size() {
    let states = [
        "g l",
        "g i",
        "g i e",
        "g i a 'x'",
        "g i e Tab 'note'",
        "g a",
        "g a Tab",
        "g s",
        "g s Tab Right",
        "g s Tab f",
        "g s Tab Tab",
        "? ",
        ": 'lev'",
        "g a z",
        "g s z Tab",
        "g b",
        "g i /",
        "g i P",
    ];
    for keys in states {
        let mut room = meeting(Lang::En);
        room.keys(keys);
        let tiny = (1..=60).step_by(7).flat_map(|width| (1..=20).map(move |height| (width, height)));
        for (width, height) in tiny.chain([(39, 12), (40, 11), (40, 12), (80, 24), (120, 36), (200, 60)]) {
            room.resize(width, height);
        }
    }
}

#[test]
fn a_selection_stays_where_it_is_when_ranks_change() {
    let mut room = meeting(Lang::En);
    room.keys("g s Down Down");
    let selected = room.workshop().risk;
    room.keys("g a");
    assert_eq!(room.workshop().risk, selected);
    room.keys("1 1 1 1 g s");
    assert_eq!(room.workshop().risk, selected);
}

#[test]
fn the_terminals_cursor_stands_on_the_selection_or_at_the_caret() {
    let mut room = meeting(Lang::En).size(80, 24);
    room.keys("g i g g");
    assert_eq!(room.cursor(), Some((1, 2)));
    room.keys("Down");
    assert_eq!(room.cursor(), Some((1, 3)));
    room.keys("a 'four'");
    assert_eq!(room.cursor(), Some((5, 21)));
}
