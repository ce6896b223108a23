//! Frames as golden files: text, and one letter per cell for the role it is drawn in.
//!
//! Accept a change with `INSTA_UPDATE=always cargo test frames`, then read the difference.

mod board;
mod changes;
mod compare;
mod decide;
mod gaps;
mod grid;
mod library;
mod present;
mod replay;
mod scoring;

use riskroom::app::home::Listing;
use riskroom::app::{Access, Again, Event, Welcome};
use riskroom::domain::History;
use riskroom::shell::words::Words;
use riskroom::store::error::Cause;
use riskroom::text::catalogue::Lang;

use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::session_of;

/// The sizes every screen is shown at.
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 36)];

/// The demo meeting, opened from the library.
fn meeting(lang: Lang) -> Room {
    let mut room = Room::speaking(lang);
    room.put("demo.ron", &demo::demo_in(lang));
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

/// The sizes of a small and a large projector, and of a large window.
const ALL_SIZES: [(u16, u16); 3] = [(80, 24), (120, 36), (200, 60)];

/// Holds what a room shows.
fn hold(name: &str, room: &Room) {
    insta::assert_snapshot!(name, room.frame());
}

/// Holds what the keys lead to in both languages.
fn golden_in_both(name: &str, sizes: &[(u16, u16)], english: &str, spanish: &str) {
    for (sign, lang, keys) in [("", Lang::En, english), ("_es", Lang::Es, spanish)] {
        for (width, height) in sizes {
            let mut room = meeting(lang).size(*width, *height);
            room.keys(keys);
            insta::assert_snapshot!(format!("{name}{sign}_{width}x{height}"), room.frame());
        }
    }
}

/// Holds what a room shows.
fn held(name: &str, room: &Room) {
    insta::assert_snapshot!(name, room.frame());
}

#[test]
fn home_lists_the_sessions_with_a_preview() {
    golden("home", Lang::En, "g l");
    golden("home_es", Lang::Es, "g l");
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
fn the_deck_shows_its_card_and_how_far_each_category_is() {
    let sizes = [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)];
    golden_in_both("deck", &sizes, "g i g g n D n", "g i g g n D n");
}

#[test]
fn assess_shows_grid_levels_and_votes() {
    golden("assess", Lang::En, "g a g g Right Right");
}

/// Sizes of the frames of votes: a small projector with large letters, too.
const VOTE_SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (120, 36)];

/// Holds what keys lead to in the demo's first empty cell, in both languages.
fn golden_of_votes(name: &str, keys: &str) {
    for (sign, lang) in [("", Lang::En), ("_es", Lang::Es)] {
        for (width, height) in VOTE_SIZES {
            let mut room = meeting(lang).size(width, height);
            room.keys("g a g g n").keys(keys);
            insta::assert_snapshot!(format!("{name}{sign}_{width}x{height}"), room.frame());
        }
    }
}

#[test]
fn votes_are_dots_until_they_are_revealed() {
    golden_of_votes("votes_typed", "v '23?5'");
    golden_of_votes("votes_stored", "v '23?5' Enter");
    golden_of_votes("votes_revealed", "v '23?551' r");
    golden_of_votes("votes_re_vote", "v '23?551' r R '344'");
    golden_of_votes("votes_re_voted", "v '23?551' r R '344444' r");
    golden_of_votes("votes_reason", "v '23?551' r 5");
}

#[test]
fn solve_shows_ranks_board_and_residual() {
    golden("solve", Lang::En, "g s");
}

#[test]
fn the_ranking_tells_order_and_how_firm_it_is() {
    golden_in_both("ranking", &ALL_SIZES, "g r Home Down", "g r Home Down");
    golden_in_both("ranking", &[(40, 12), (60, 20)], "g r Home Down", "g r Home Down");
}

#[test]
fn the_heat_map_shows_where_the_risks_lie() {
    golden_in_both("heat_map", &ALL_SIZES, "g i g 4 Enter g h v", "g i g 4 Enter g h v");
    golden_in_both("heat_map", &[(40, 12), (60, 20)], "g i g 4 Enter g h", "g i g 4 Enter g h");
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
fn the_capture_line_tells_what_is_to_be_known_of_a_text() {
    let spanish = "g i a 'the backups will not restore'";
    golden_in_both("capture_alike", &ALL_SIZES, "g i a 'The backup does not restore'", spanish);
    let spanish = "g i a 'Cierra un proveedor' Enter 'falta de personal'";
    golden_in_both("capture_advice", &ALL_SIZES, "g i a 'Supplier closes' Enter 'lack of tests'", spanish);
    golden_in_both("capture_added", &ALL_SIZES, "g i a 'Flood' Enter", "g i a 'Inundación' Enter");
    let spanish = "g i a 'La pasarela de pago no responde' Ctrl+t";
    golden_in_both("capture_category", &ALL_SIZES, "g i a 'The payment gateway refuses cards'", spanish);
}

#[test]
fn the_guided_form_shows_its_parts() {
    let spanish = "g i a Ctrl+g 'Nadie lo vigila' Enter 'Caduca el certificado'";
    golden_in_both(
        "guided",
        &ALL_SIZES,
        "g i a Ctrl+g 'Nobody watches it' Enter 'The certificate expires'",
        spanish,
    );
}

#[test]
fn a_paste_is_shown_before_it_is_added() {
    let table = "Risk\tCategory\tNote\nThe backup will not restore\tHosting & availability\tseen in May\n\
        Flood in the depot\tDepot\t\n\tshipping\t\nFlood in the depot\t\t\nSupplier closes\tterceros\t";
    let table = format!("{table}\n{}\t\t\n", "x".repeat(600));
    for (sign, lang) in [("", Lang::En), ("_es", Lang::Es)] {
        for (width, height) in ALL_SIZES {
            let mut room = meeting(lang).size(width, height);
            room.keys("g i a").paste(&table).keys("Down Down");
            insta::assert_snapshot!(format!("paste{sign}_{width}x{height}"), room.frame());
        }
    }
}

#[test]
fn a_merge_is_seen_in_the_details_and_the_bin() {
    let keys = "g i g 7 Enter Space g 8 Enter m";
    golden_in_both("merged", &ALL_SIZES, keys, keys);
    golden("merged_bin", Lang::En, "g i g 7 Enter Space g 8 Enter m g b");
}

#[test]
fn a_note_is_typed_over_the_details() {
    golden("note", Lang::En, "g i g g e Tab Enter 'Second line'");
}

#[test]
fn the_list_is_sorted_grouped_and_searched() {
    golden_in_both("list_sorted", &ALL_SIZES, "g i S S S Home", "g i S S S Home");
    golden_in_both("list_grouped", &ALL_SIZES, "g i C Home Space Down Space", "g i C Home Space Down Space");
    golden_in_both("list_searched", &ALL_SIZES, "g i / 'postcode hand' Enter", "g i / 'postcode hand' Enter");
    golden_in_both("list_category", &ALL_SIZES, "g i Space Space c", "g i Space Space c");
}

#[test]
fn a_session_is_prepared_and_has_people() {
    golden_in_both("prepare", &ALL_SIZES, "g d Down Down Down", "g d Down Down Down");
    golden_in_both(
        "prepare_typing",
        &ALL_SIZES,
        "g d Down Down Down Enter Ctrl+w '1.5 M'",
        "g d Down Down Down Enter Ctrl+w '1,5 M'",
    );
    golden_in_both("people", &ALL_SIZES, "g w Down Space Down v", "g w Down Space Down v");
    for (name, keys) in [("prepare", "g d"), ("people", "g w")] {
        let mut room = meeting(Lang::Es).size(40, 12);
        room.keys(keys);
        insta::assert_snapshot!(format!("{name}_es_40x12"), room.frame());
    }
}

#[test]
fn choices_palette_and_help_lie_over_the_screen() {
    golden("choice", Lang::En, "g s Tab f Enter");
    golden("palette", Lang::En, "g a : 'ris'");
    golden("help", Lang::En, "g a ?");
    golden("help_es", Lang::Es, "g a ?");
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
        "g i a Ctrl+g",
        "g i Space m g b",
        "g i a 'x'",
        "g i e Tab 'note'",
        "g a",
        "g a Tab",
        "g s",
        "g s Tab Right",
        "g s Tab f",
        "g s Tab Tab",
        "g s Tab w F Down Enter",
        "g s Tab F Down",
        "g s Tab o 'a' Down",
        "? ",
        ": 'lev'",
        "g a z",
        "g s z Tab",
        "g b",
        "g i /",
        "g i P",
        "g i R Down Enter",
        "g i R Enter a 'x'",
        "g i P g p",
        "g s t",
        "g i n",
        "g i Tab Tab",
        "g i n z Tab Tab",
        "g i C S / 'a e'",
        "g i c",
        "g d End",
        "g d Down Down Enter",
        "g w",
        "g r",
        "g h v",
        "g a w 9 Down 0",
        "g s A",
        "g s A End Enter",
        "g s B Down Down",
        "g s B e",
        "g s m",
        "g s m '9000' Enter Down",
        "g w a 'x'",
        "g i g g p",
        "g s g g p",
        "g a g g n p v '23'",
        "g a g g n p v '23?551' r R '1234' r",
        "g v 5 Enter 7",
        "g v 5 Enter Esc Tab",
        "g a m Right",
        "g a g 2 Enter Right 3 Enter 2 Enter 1 3 Enter g 2 Enter g r D 2",
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
    assert_eq!(room.cursor(), Some((5, 20)));
}

/// The demo meeting, opened with a welcome.
fn welcomed(lang: Lang, (width, height): (u16, u16), welcome: &Welcome) -> Room {
    let mut room = Room::speaking(lang).size(width, height);
    let path = room.world.places.sessions.join("demo.ron");
    let history = Box::new(demo::demo_in(lang));
    room.happens(Event::Opened { path, history, welcome: Box::new(welcome.clone()) });
    room
}

#[test]
fn what_is_only_read_has_a_sign_and_a_banner() {
    let sentence = "Open in another window (pid 4242, since 13:05). Read-only here.".to_owned();
    let spanish = "Abierta en otra ventana (pid 4242, desde las 13:05). Aquí solo lectura.".to_owned();
    for size in SIZES {
        for (name, lang, sentence) in
            [("elsewhere", Lang::En, &sentence), ("elsewhere_es", Lang::Es, &spanish)]
        {
            let access = Access::Elsewhere { sentence: sentence.clone() };
            let mut room = welcomed(lang, size, &Welcome { access, ..Welcome::default() });
            room.keys("g a e");
            insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), room.frame());
        }
    }
}

#[test]
fn what_cannot_be_written_now_says_why_and_what_to_do() {
    for (name, lang) in [("barred", Lang::En), ("barred_es", Lang::Es)] {
        let words = Words::new(lang);
        let access = Access::Barred { sentence: words.unlocked(&Cause::ReadOnly) };
        for size in SIZES {
            let history = Box::new(History::new(session_of(5)));
            let welcome = Welcome { access: access.clone(), ..Welcome::default() };
            let mut room = Room::speaking(lang).size(size.0, size.1);
            let path = room.world.places.sessions.join("given.ron");
            room.happens(Event::Opened { path, history, welcome: Box::new(welcome) });
            insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), room.frame());
        }
    }
}

#[test]
fn differences_of_a_hand_edit_are_read_as_a_whole() {
    let differences = (1..=30).map(|number| {
        format!("R{number} cause: “Passwords reused from other shops; no limit on login attempts.” became “Passwords reused from other shops.”")
    });
    let sentence = "Edited outside the program: 30 differences.".to_owned();
    let access = Access::HandEdited { sentence, differences: differences.collect() };
    for size in SIZES {
        let welcome = Welcome { access: access.clone(), ..Welcome::default() };
        let mut room = welcomed(Lang::En, size, &welcome);
        room.keys("g i g o Down");
        insta::assert_snapshot!(format!("differences_{}x{}", size.0, size.1), room.frame());
    }
}

#[test]
fn trouble_says_where_changes_are_kept() {
    for size in SIZES {
        let mut room = meeting(Lang::En).size(size.0, size.1);
        let path = room.path().to_owned();
        let sentence =
            "Cannot write (the disk is full): /home/ana/.local/share/riskroom/sessions.".to_owned();
        let kept = Some("/home/ana/.local/state/riskroom".to_owned());
        room.happens(Event::NotSaved { path, sentence, again: Again::Soon, kept });
        room.keys("g s");
        insta::assert_snapshot!(format!("trouble_{}x{}", size.0, size.1), room.frame());
    }
}

#[test]
fn what_happened_is_told_until_it_is_read() {
    let english = "Recovered 37 changes after an unexpected stop (last 14:02:11). Nothing lost.";
    let spanish =
        "Se recuperaron 37 cambios tras una parada inesperada (el último, 14:02:11). No se perdió nada.";
    for size in SIZES {
        for (name, lang, news) in [("recovered", Lang::En, english), ("recovered_es", Lang::Es, spanish)] {
            let drafts = vec![("risk R5 cause".to_owned(), "Nobody looks".to_owned())];
            let welcome = Welcome { news: vec![news.to_owned()], drafts, ..Welcome::default() };
            let mut room = welcomed(lang, size, &welcome);
            room.keys("g i g g");
            insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), room.frame());
            room.keys("Esc");
            insta::assert_snapshot!(format!("draft_{name}_{}x{}", size.0, size.1), room.frame());
            room.world.hold();
            room.keys("g i v u g m");
            insta::assert_snapshot!(format!("messages_{name}_{}x{}", size.0, size.1), room.frame());
        }
    }
}

#[test]
fn conflict_copies_stand_under_their_session() {
    for size in SIZES {
        for (name, lang) in [("copies", Lang::En), ("copies_es", Lang::Es)] {
            let mut room = meeting(lang).size(size.0, size.1);
            room.keys("q");
            let own = room.app().home.listings.clone().unwrap().remove(0);
            let copy = |name: &str, copy_of: Option<&str>| Listing {
                path: name.into(),
                copy_of: copy_of.map(Into::into),
                ..own.clone()
            };
            let broken =
                Listing { summary: Err("Cannot be read.".to_owned()), ..copy("b (1).ron", Some("b.ron")) };
            let listings = vec![
                copy("a.ron", None),
                copy("b.sync-conflict-1.ron", Some("b.ron")),
                copy("gone (1).ron", Some("gone.ron")),
                copy("b.ron", None),
                broken,
            ];
            room.happens(Event::Listed(listings));
            room.keys("Home Down Down");
            insta::assert_snapshot!(format!("{name}_{}x{}", size.0, size.1), room.frame());
        }
    }
}

#[test]
fn a_round_has_its_strip_and_its_timer() {
    golden_in_both("round", &ALL_SIZES, "g i g g R Down Enter Down Down", "g i g g R Down Enter Down Down");
    golden_in_both(
        "round",
        &[(60, 20), (40, 12)],
        "g i g g R Down Enter Down Down",
        "g i g g R Down Enter Down Down",
    );
}

#[test]
fn a_round_whose_time_is_up_asks_to_capture() {
    for (suffix, lang) in [("", Lang::En), ("_es", Lang::Es)] {
        for (width, height) in [(80, 24), (120, 36), (40, 12)] {
            let mut room = meeting(lang).size(width, height);
            room.keys("g i g g R Down Down Enter").wait(220);
            room.keys("Down");
            insta::assert_snapshot!(format!("round_up{suffix}_{width}x{height}"), room.frame());
        }
    }
}

#[test]
fn a_timer_pauses_in_the_header() {
    golden_in_both("timer_paused", &[(80, 24), (120, 36)], "g s t + t", "g s t + t");
}

#[test]
fn the_parking_lot_lies_over_the_screen() {
    golden_in_both("parking", &ALL_SIZES, "g i g g P g p Down", "g i g g P g p Down");
    golden_in_both("parking", &[(40, 12)], "g i g g P g p Down", "g i g g P g p Down");
}
