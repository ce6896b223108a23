//! One risk shown to the room: everything of step 2 works from there, nothing jumps, and nothing tells a hidden vote.

use std::sync::Arc;

use proptest::prelude::*;
use riskroom::app::notice::Notice;
use riskroom::app::workshop::{Pane, Step};
use riskroom::domain::{Cell, Edit, History, RiskEdit, Seat};

use super::votes::{eight_people, seen};
use crate::support::room::Room;
use crate::support::seeds::{levels, line, person, r, risk, session_of, title, votes};
use crate::support::sessions::commit;

const SIZES: [(u16, u16); 5] = [(40, 12), (60, 20), (80, 24), (120, 36), (200, 60)];

fn presented() -> Room {
    let mut room = Room::with_session(&eight_people());
    room.keys("g a g g p");
    assert!(room.app().is_presenting());
    room
}

/// A room of six with two risks, and words for so many levels; the first risk is shown.
fn worded(count: u8, text: &str, (width, height): (u16, u16)) -> Room {
    let mut session = session_of(count);
    for cell in Cell::ALL {
        let scale = Arc::make_mut(&mut session.scales).cells.at_mut(cell);
        scale.question = line("How bad would that be?");
        for (number, level) in (1..).zip(&mut scale.levels) {
            level.text = line(&format!("what level {number} means"));
        }
    }
    let mut history = History::new(session);
    commit(&mut history, (1..=6).map(|number| Edit::AddPerson(person(number, Seat::Voter))).collect());
    commit(&mut history, (1..=2).map(|number| Edit::AddRisk(Box::new(risk(number)))).collect());
    commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Title(title(text)))]);
    let mut room = Room::with_session(&history).size(width, height);
    room.keys("g a g g p");
    room
}

fn titled(text: &str, size: (u16, u16)) -> Room {
    worded(5, text, size)
}

#[test]
fn a_risk_is_voted_on_without_leaving() {
    let mut room = presented();
    room.keys("v '44 5 544' Enter");
    assert_eq!(room.risk(1).cells.probability.hidden(), Some(&votes("44-55-44")));
    room.keys("r Enter v '112455' r R '333444' r Enter v '222222' r 4 'the supplier said so' Enter");
    room.keys("5 Left Backspace 3 2");
    assert_eq!(room.risk(1).levels(), levels([4, 3, 4, 3, 2]));
    let agreed = room.risk(1).cells.financial.agreed.clone().unwrap();
    assert_eq!(agreed.reason.as_str(), "the supplier said so");
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(2)), Cell::Probability));
    room.keys("n");
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(2)), Cell::Impact));
    room.keys("u U Up Left t + - N");
    assert_eq!(room.notice(), Some(&Notice::NothingDisputed));
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(1)), Cell::Marketing));
    assert!(room.app().timer.is_some());
    assert!(room.app().is_presenting());
}

#[test]
fn it_is_left_by_its_own_key_by_esc_and_by_zoom() {
    let mut room = presented();
    for key in ["p", "Esc", "z"] {
        room.keys(key);
        assert!(!room.app().is_presenting() && room.workshop().focus == Pane::Grid, "{key}");
        assert!(!room.workshop().zoom);
        room.keys("p");
        assert!(room.app().is_presenting());
    }
    // What lies over it is closed first.
    room.keys("g r Esc : Esc v 1 Esc");
    assert!(room.app().is_presenting());
}

#[test]
fn details_lead_back_to_it() {
    let mut room = presented();
    room.keys("Enter");
    assert_eq!(room.workshop().focus, Pane::Details);
    assert!(!room.app().is_presenting());
    room.keys("Esc");
    assert!(room.app().is_presenting());
    room.keys("e Ctrl+w Ctrl+w 'Flood' Enter Esc");
    assert!(room.app().is_presenting());
    assert_eq!(room.risk(1).title.as_str(), "Flood");
}

#[test]
fn it_goes_along_to_the_other_steps() {
    let mut room = presented();
    room.keys(",");
    assert_eq!(room.workshop().step, Step::Identify);
    assert!(room.app().is_presenting() && !room.shows("Coverage"), "{}", room.screen());
    room.keys(". .");
    assert_eq!(room.workshop().step, Step::Solve);
    assert!(room.app().is_presenting());
    // A new solution is looked at on the board.
    room.keys("a 'Sandbags' Enter");
    assert_eq!(room.workshop().focus, Pane::Board);
    assert!(!room.app().is_presenting());
    room.keys("Esc p");
    assert!(room.app().is_presenting() && !room.workshop().about_solution);
}

#[test]
fn without_a_risk_there_is_nothing_to_show() {
    let mut room = Room::with_workshop("Checkout");
    room.keys("p");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(..))));
    room.keys("a 'A' Enter Esc p");
    assert!(room.app().is_presenting());
    room.keys("d");
    assert!(!room.app().is_presenting());
}

#[test]
fn every_level_is_on_screen_whatever_the_scale() {
    for count in [3, 5, 7] {
        for size in SIZES.into_iter().filter(|(_, height)| *height >= 20) {
            let room = worded(count, "Somebody guesses gift-card codes", size);
            for level in 1..=count {
                let text = format!("what level {level} means");
                assert!(room.shows(&text), "{text} at {size:?}: {}", room.screen());
            }
        }
    }
}

#[test]
fn what_cannot_be_large_is_told_in_normal_letters_and_not_cut_without_a_sign() {
    let long = "La integración de precios falla y el superventas se vende a 1,99 € en vez de a 199 € durante toda la noche";
    for text in ["Łódź, 30 Ω", long] {
        let room = titled(text, (60, 20));
        let joined = room.screen().lines().map(str::trim).collect::<Vec<_>>().join(" ");
        assert!(joined.contains(text), "{}", room.screen());
    }
    let room = titled(&"palabra ".repeat(60), (60, 20));
    assert!(room.shows("palabra…") || room.shows("palabra …"), "{}", room.screen());
}

#[test]
fn a_short_title_is_as_large_as_can_be() {
    let rows = |size| {
        let room = titled("Flood", size);
        let blocks = |line: &&str| line.contains(['█', '▀', '▌', '▐']);
        room.screen().lines().skip(2).take_while(|line| line.trim().is_empty() || blocks(line)).count()
    };
    assert!(!titled("Flood", (80, 24)).shows("Flood") && rows((80, 24)) >= 8);
    assert!(rows((200, 60)) >= rows((80, 24)));
}

/// The rows from the title to the last level, without dots and without what stands in the head.
fn upper(room: &Room) -> Vec<String> {
    let screen = room.screen();
    let lines: Vec<&str> = screen.lines().skip(2).collect();
    let end = lines.iter().position(|line| line.contains("what level 5 means")).unwrap();
    lines[..=end].iter().map(|line| line.replace('●', " ")).collect()
}

#[test]
fn nothing_jumps_between_typing_and_reveal() {
    // Where dots are large, they are blocks like the letters.
    for size in SIZES.into_iter().filter(|(width, _)| *width < 200) {
        let mut room = titled("Somebody guesses gift-card codes", size);
        let before = upper(&room);
        for keys in ["v '1'", "Enter", "v '155555' r", "R '1'", "Enter", "b", "Right"] {
            room.keys(keys);
            assert_eq!(upper(&room), before, "{keys} at {size:?}");
        }
    }
}

#[test]
fn both_rounds_and_who_does_not_know_are_told() {
    for size in [(60, 20), (80, 24), (120, 36)] {
        let mut room = titled("Flood", size);
        room.keys("v '11555?' r");
        assert!(room.shows("one doesn't know") && !room.shows("Person"), "{}", room.screen());
        room.keys("R '344??-' r");
        assert!(room.shows("round 1 1·1·5·5·5·? → round 2 3·4·4·?·?"), "{}", room.screen());
        assert!(room.shows("2 don't know") && room.shows("who could tell us?"), "{}", room.screen());
    }
}

#[test]
fn the_footer_tells_the_votes_first() {
    let mut room = titled("Flood", (60, 20));
    let footer = |room: &Room| room.screen().lines().last().unwrap().to_owned();
    assert!(footer(&room).starts_with(" p back   v votes"), "{}", footer(&room));
    room.keys("v '123' Enter Left");
    assert!(footer(&room).starts_with(" p back   v votes   r reveal"), "{}", footer(&room));
    room.keys("r");
    assert!(footer(&room).starts_with(" p back   Enter median   R re-vote"), "{}", footer(&room));
}

#[test]
fn a_banner_covers_no_level() {
    let mut room = titled("Somebody guesses gift-card codes", (60, 20));
    let before = upper(&room);
    room.world.hold();
    room.keys("v '155555' r").wait(12);
    assert!(room.app().banner().is_some());
    assert_eq!(upper(&room), before);
    assert!(room.shows("talk: lowest and highest"), "{}", room.screen());
}

#[test]
fn blank_hides_levels_dots_and_figures() {
    let mut room = titled("Somebody guesses gift-card codes", (80, 24));
    room.keys("v '155555' r 2 Esc Left b");
    for hidden in ["►", "●", "consensus", "median"] {
        assert!(!room.shows(hidden), "{hidden}: {}", room.screen());
    }
    room.keys("b");
    assert!(room.shows("► ") && room.shows("●●●●●") && room.shows("consensus"), "{}", room.screen());
}

/// What is seen on the way through votes that are typed, left, stored, corrected and undone in front of the room.
fn masked(signs: &str, size: (u16, u16)) -> Vec<String> {
    let mut room = Room::with_session(&eight_people()).size(size.0, size.1);
    room.keys("g a g g p v");
    let mut frames = Vec::new();
    let mut look = |room: &mut Room, keys: &str| {
        for key in keys.split(' ').filter(|key| !key.is_empty()) {
            room.keys(key);
            frames.push(seen(room));
        }
    };
    for sign in signs.chars() {
        look(&mut room, &sign.to_string());
    }
    look(
        &mut room,
        "Left F1 Esc r Esc v Enter u U v Enter Right Left b b , . . , Down Up Enter Esc ? Esc p p",
    );
    assert!(room.app().is_presenting());
    frames
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(5))]
    #[test]
    fn nothing_in_front_of_the_room_depends_on_what_is_voted(
        votes in "[1-5?]{6}", other in "[1-5?]{6}", size in prop::sample::select(SIZES.to_vec()),
    ) {
        for (here, there) in masked(&votes, size).iter().zip(masked(&other, size)) {
            prop_assert_eq!(here, &there);
        }
    }
}
