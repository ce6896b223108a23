//! Home: the library, and what is said of the disk.

use std::fs;

use riskroom::app::banner::News;
use riskroom::app::home::Listing;
use riskroom::app::notice::Notice;
use riskroom::app::{Again, Event, Place};

use super::five_risks;
use super::library::room_with;
use crate::support::room::Room;
use crate::support::sessions::small;

#[test]
fn saved_is_said_only_when_it_is_on_disk() {
    let mut room = five_risks();
    assert!(room.shows("saved 09:0"));
    room.world.hold();
    room.keys("v");
    assert_ne!(room.workshop().saving.revision, room.workshop().history.revision());
    let before = room.on_disk().revision();
    room.wait(3);
    assert!(room.shows("saving…"));
    assert!(!room.shows("saved 09"));
    room.wait(10);
    assert!(room.shows("NOT SAVED"));
    room.release();
    assert!(room.shows("saved 09:0") && !room.shows("NOT SAVED"));
    assert_eq!(room.on_disk().revision(), before + 1);
    assert_eq!(room.workshop().saving.revision, before + 1);
}

#[test]
fn leaving_waits_for_the_disk_and_can_be_forced() {
    let mut room = five_risks();
    room.world.hold();
    room.keys("v q q");
    assert!(!room.has_left());
    room.wait(3);
    assert_eq!(room.notice(), Some(&Notice::NotDurableYet));
    room.release();
    assert!(room.has_left());
    let mut room = five_risks();
    room.world.hold();
    room.keys("v q q Q");
    assert!(room.has_left());
}

#[test]
fn a_file_changed_by_others_keeps_its_name_and_ours_goes_on_beside_it() {
    let mut room = five_risks();
    let before = room.path().to_owned();
    let text = riskroom::store::format::encode(&small()).unwrap();
    riskroom::store::atomic::replace(&riskroom::store::storage::Disk, &before, &text, None).unwrap();
    room.keys("v");
    assert_eq!(fs::read(&before).unwrap(), text);
    let name = room.path().file_stem().unwrap().to_str().unwrap();
    assert!(name.starts_with(before.file_stem().unwrap().to_str().unwrap()) && name.contains("-mine-09-"));
    assert_eq!(room.on_disk().entries(), room.workshop().history.entries());
    assert!(!room.shows("NOT SAVED"));
    let Some(News::Sentence(sentence)) = room.app().news.first() else { panic!("{:?}", room.app().news) };
    assert!(sentence.starts_with("Another program changed this file at "), "{sentence}");
    room.keys("q g l a 'Next' Enter q");
    assert_eq!(room.app().home.shown.len(), 3);
    room.keys("End Enter");
    assert_ne!(room.session().title.to_string(), "Next");
}

#[test]
fn a_session_whose_lock_was_taken_away_goes_on_beside_it() {
    let mut room = five_risks();
    let path = room.path().to_owned();
    let before = fs::read(&path).unwrap();
    let state = room.world.places.state_of(&room.session().id.to_string());
    fs::remove_file(state.join("lock")).unwrap();
    room.keys("v");
    assert_eq!(fs::read(&path).unwrap(), before);
    assert_ne!(room.path(), path);
    let Some(News::Sentence(sentence)) = room.app().news.first() else { panic!("{:?}", room.app().news) };
    assert!(sentence.starts_with("The lock of this session was removed"), "{sentence}");
    room.keys("v");
    assert_eq!(room.on_disk().entries(), room.workshop().history.entries());
}

#[test]
fn what_is_tried_again_says_so() {
    let mut room = five_risks();
    let path = room.path().to_owned();
    room.world.hold();
    room.keys("v");
    let events = [(Again::Soon, true), (Again::Never, false)];
    for (again, shown) in events {
        room.happens(Event::NotSaved {
            path: path.clone(),
            sentence: "Disk full.".to_owned(),
            again,
            kept: None,
        });
        assert!(room.shows("Disk full."));
        assert_eq!(room.shows("Trying again"), shown);
    }
}

#[test]
fn home_lists_the_newest_first_and_opens_the_selected() {
    let mut room = Room::new();
    room.keys("a 'Older' Enter q a 'Newer' Enter q");
    let names: Vec<String> = (0..2).map(|place| room.app().home.shown(place).unwrap().name()).collect();
    assert_eq!(names, ["Newer", "Older"]);
    room.keys("Down Enter");
    assert_eq!(room.session().title.to_string(), "Older");
    room.keys("a 'A' Enter Esc q Up Enter");
    assert_eq!(room.session().title.to_string(), "Newer");
    room.keys("q Down Enter");
    assert_eq!(room.listed().len(), 1);
}

#[test]
fn home_finds_bins_and_restores_sessions() {
    let mut room = Room::new();
    room.keys("a 'Checkout' Enter q a 'Returns' Enter q / 'check' Enter");
    assert_eq!(room.app().home.shown.len(), 1);
    room.keys("d");
    assert_eq!(room.app().home.shown.len(), 0);
    room.keys("Esc g b");
    assert_eq!(room.app().home.shown.len(), 1);
    room.keys("Enter");
    assert_eq!(room.app().home.shown.len(), 0);
    room.keys("Esc");
    assert_eq!(room.app().home.shown.len(), 2);
}

#[test]
fn marked_sessions_go_to_the_bin_and_come_back_together() {
    let mut room = room_with(6);
    room.keys("Space Down Space d");
    assert_eq!(room.notice(), Some(&Notice::SessionsBinned(2)));
    assert_eq!(room.app().home.shown.len(), 4);
    room.keys("g b Home Space Space Enter");
    assert_eq!(room.notice(), Some(&Notice::SessionsRestored(2)));
    room.keys("Esc");
    assert_eq!(room.app().home.shown.len(), 6);
}

#[test]
fn the_open_session_can_go_to_the_bin() {
    let mut room = five_risks();
    room.keys("q d");
    assert!(room.app().workshop.is_none());
    assert_eq!(room.app().home.shown.len(), 0);
    room.keys("g b Enter Esc Enter");
    assert_eq!(room.listed().len(), 5);
}

#[test]
fn the_open_session_under_another_name_is_called_that() {
    let mut room = five_risks();
    let link = room.path().with_file_name("link.ron");
    fs::hard_link(room.path(), &link).unwrap();
    room.open(&link);
    let Some(Notice::Sentence(sentence)) = room.notice() else { panic!("{:?}", room.notice()) };
    assert!(
        sentence.starts_with("This is the session that is open here, under another name: "),
        "{sentence}"
    );
    assert_ne!(room.path(), link);
}

#[test]
fn a_broken_file_is_listed_and_opened_from_what_is_left() {
    let mut room = Room::new();
    let path = room.put("broken.ron", &small());
    let text = fs::read_to_string(&path).unwrap().replacen("title:", "titel:", 1);
    riskroom::store::atomic::replace(&riskroom::store::storage::Disk, &path, text.as_bytes(), None).unwrap();
    room.keys("g l");
    assert!(room.app().home.listings.as_ref().unwrap()[0].summary.is_err());
    room.keys("Enter");
    assert_eq!(room.session(), &**small().session());
    assert_ne!(room.path(), path);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
}

#[test]
fn a_session_given_by_name_is_opened_where_it_goes_on() {
    let history = small();
    let mut room = Room::with_session(&history);
    assert_eq!(room.session(), history.session().as_ref());
    room.keys("g i v q");
    assert_eq!(room.on_disk().revision(), history.revision() + 1);
    room.reload();
}

#[test]
fn a_session_that_is_not_saved_stays_open() {
    let mut room = five_risks();
    room.world.hold();
    room.keys("v").wait(3);
    for keys in ["q a", "D", "G Enter"] {
        room.keys(keys);
        assert!(
            matches!(room.notice(), Some(Notice::StaysOpen)) || room.app().place == Place::Workshop,
            "{keys}"
        );
    }
    assert_eq!(room.session().title.to_string(), "Checkout Q4");
    assert!(room.app().typing.is_none());
    room.release();
    room.keys("g l a");
    assert!(room.app().typing.is_some());
}

#[test]
fn home_says_what_became_of_a_session_and_that_all_is_saved() {
    let mut room = five_risks();
    room.keys("q Ctrl+s");
    assert_eq!(room.notice(), Some(&Notice::AllSaved));
    room.keys("d");
    assert_eq!(room.notice(), Some(&Notice::SessionBinned("Checkout Q4".to_owned())));
    room.keys("g b Enter");
    assert_eq!(room.notice(), Some(&Notice::SessionRestored("Checkout Q4".to_owned())));
}

#[test]
fn conflict_copies_stay_with_their_session() {
    let mut room = five_risks();
    room.keys("q");
    let own = room.app().home.listings.clone().unwrap().remove(0);
    let listing = |name: &str, copy_of: Option<&str>| Listing {
        path: name.into(),
        copy_of: copy_of.map(Into::into),
        summary: Err(String::new()),
        ..own.clone()
    };
    let listings = vec![
        listing("b-copy", Some("b")),
        listing("a", None),
        listing("lost-copy", Some("lost")),
        listing("b", None),
        listing("x", Some("y")),
        listing("y", Some("x")),
        Listing { binned: true, ..listing("a-copy", Some("a")) },
    ];
    room.happens(Event::Listed(listings));
    let names = |room: &Room| {
        let home = &room.app().home;
        let name = |place| home.shown(place).unwrap().name();
        (0..home.shown.len()).map(name).collect::<Vec<_>>()
    };
    assert_eq!(names(&room), ["a", "lost-copy", "b", "b-copy", "x", "y"]);
    let copies: Vec<usize> = room.app().home.shown.iter().map(|row| row.copies).collect();
    assert_eq!(copies, [0, 0, 1, 0, 0, 0]);
    room.keys("/ 'b-c' Enter");
    assert_eq!(names(&room), ["b", "b-copy"]);
}
