//! Rounds of step 1: a question on the screen, a time, and what comes out of it marked with its origin.

use riskroom::app::notice::Notice;
use riskroom::app::rounds::{Kind, Phase};
use riskroom::app::timer::Reading;
use riskroom::domain::Origin;

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::r;

#[test]
fn a_round_asks_counts_and_marks_what_is_captured() {
    let mut room = five_risks();
    room.keys("R");
    assert!(room.shows("Premortem · 5 min"), "{}", room.screen());
    room.keys("Down Enter");
    assert!(room.shows("PREMORTEM"));
    assert!(room.shows("It is the morning after Black Friday and the shop has failed."));
    assert!(room.shows("05:00 of 05:00"));
    room.keys("a 'Nobody was on call' Enter Esc");
    assert_eq!(room.risk(6).origin, Origin::Premortem);
    room.wait(300);
    assert_eq!(room.app().phase(), Phase::Capturing);
    assert_eq!(room.notice(), Some(&Notice::TimeIsUp));
    assert!(room.shows("Time is up: capture in turns."), "{}", room.screen());
    room.keys("a 'Too few pages cached' Enter 'Bank said no' Enter Esc");
    assert_eq!([7, 8].map(|it| room.risk(it).origin.clone()), [Origin::Premortem, Origin::Premortem]);
    room.keys("R");
    assert_eq!(room.notice(), Some(&Notice::RoundEnded));
    assert!(room.app().round.is_none() && room.app().timer.is_none());
    assert!(!room.shows("PREMORTEM"));
    room.keys("a 'Late' Enter Esc");
    assert_eq!(room.risk(9).origin, Origin::Room);
    let room = room.reload();
    assert_eq!(room.risk(7).origin, Origin::Premortem);
}

#[test]
fn the_origin_stands_in_the_details_and_is_only_told() {
    let mut room = five_risks();
    room.keys(": 'headline we fear' Enter a 'Prices leaked' Enter Esc R End Enter End Up Up Up");
    assert_eq!(room.risk(6).origin, Origin::Headline);
    assert!(room.shows("Origin         headline"), "{}", room.screen());
    let before = room.workshop().history.revision();
    room.keys("Enter");
    assert!(room.app().overlay.is_none() && room.app().typing.is_none());
    assert!(matches!(room.notice(), Some(Notice::Unavailable(..))));
    assert_eq!(room.workshop().history.revision(), before);
}

#[test]
fn what_is_written_in_silence_is_said_in_the_room() {
    let mut room = five_risks();
    room.keys("R Enter a 'Parcels stolen' Enter Esc");
    assert_eq!(room.app().round.as_ref().map(|round| round.kind), Some(Kind::SilentWriting));
    assert_eq!(room.risk(6).origin, Origin::Room);
}

#[test]
fn the_timer_behind_a_round_comes_back_with_its_end() {
    let mut room = five_risks();
    room.keys("t").wait(59);
    room.keys("R Down Down Enter");
    let left = |room: &Room| room.app().timer.as_ref().map(riskroom::app::timer::Timer::reading);
    assert_eq!(left(&room), Some(Reading::Left(180)));
    room.keys(": 'round: premortem' Enter").wait(60);
    assert!(matches!(left(&room), Some(Reading::Left(240))), "{:?}", left(&room));
    let now = room.world.now;
    room.keys("R");
    let gone = room.world.now.duration_since(now).as_secs() + 60 + 59;
    assert!(matches!(left(&room), Some(Reading::Left(left)) if left < 1_800 - u64::try_from(gone).unwrap()));
    assert!(room.shows("of 30:00"));
}

#[test]
fn the_strip_stands_on_step_1_alone_and_leaves_the_selection_in_sight() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        let mut room = five_risks().size(width, height);
        room.keys("R Down Down Enter End");
        assert!(room.shows("eadline you fear") && !room.shows("fear…"), "{}", room.screen());
        assert!(room.shows("R end"), "{}", room.screen());
        assert!(room.shows("►"), "{}", room.screen());
        let strip = room.layout().strip.unwrap();
        assert_eq!(strip.height, if width == 120 { 3 } else { 1 });
        assert!(room.layout().panes.iter().all(|(_, area)| area.y >= strip.y + strip.height));
        room.keys(".");
        assert_eq!(room.layout().strip, None);
        room.keys(", t");
        assert!(room.layout().strip.is_some());
    }
}

#[test]
fn a_round_belongs_to_the_session_it_began_in() {
    let mut room = five_risks();
    room.keys("R Down Enter q a 'Another one' Enter");
    assert!(room.app().round.is_none() && room.app().timer.is_none());
    room.keys("a 'X' Enter Esc");
    assert_eq!(room.risk(1).origin, Origin::Room);
    assert_eq!(room.listed(), [r(1)]);
}
