//! What waits goes on waiting when the clock is set back.

use jiff::SignedDuration;
use riskroom::app::notice::Notice;
use riskroom::app::{Effect, Event};

use super::five_risks;
use crate::support::room::Room;
use crate::support::sessions::small;

/// Sets the clock back by three hours; the program still wakes when it was going to.
fn set_back(room: &mut Room) {
    room.world.now -= SignedDuration::from_hours(3);
    room.happens(Event::Due);
}

#[test]
fn a_text_being_typed_is_kept_a_second_later() {
    let mut room = five_risks();
    room.keys("a").burst("'Half'");
    room.world.asked.clear();
    set_back(&mut room);
    room.wait(1);
    let kept = |effect: &Effect| matches!(effect, Effect::Drafts { drafts, .. } if drafts[0].1 == "Half");
    assert!(room.world.asked.iter().any(kept), "{:?}", room.world.asked);
}

#[test]
fn what_is_not_saved_is_told_and_leaving_can_be_forced() {
    let mut room = five_risks();
    room.world.hold();
    room.keys("v");
    set_back(&mut room);
    room.wait(3);
    assert!(room.shows("saving…"));
    room.wait(10);
    assert!(room.shows("NOT SAVED since 06:00"));
    room.keys("q q");
    set_back(&mut room);
    room.wait(3);
    assert_eq!(room.notice(), Some(&Notice::NotDurableYet));
}

#[test]
fn keys_that_are_not_complete_show_what_can_follow() {
    let mut room = five_risks();
    room.burst("g");
    set_back(&mut room);
    room.wait(1);
    assert!(room.app().pending.as_ref().unwrap().shown);
}

#[test]
fn another_window_is_followed_on() {
    let mut first = Room::with_session(&small());
    let path = first.path().to_owned();
    let mut second = first.another();
    second.open(&path);
    first.keys("g i v");
    set_back(&mut second);
    second.wait(3);
    assert_eq!(second.session(), first.session());
}
