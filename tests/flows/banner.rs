//! The banner and what `g o` does; sessions that are only read here; the messages.

use std::path::PathBuf;

use riskroom::app::banner::{Banner, News, Offer};
use riskroom::app::chord::Sequence;
use riskroom::app::layout::Area;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::overlay::Overlay;
use riskroom::app::{Access, Again, Effect, Event, Place, TABLE, Welcome};
use riskroom::domain::{Edit, History, RiskEdit};

use super::five_risks;
use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{r, title};
use crate::support::sessions::commit;

fn elsewhere() -> Access {
    Access::Elsewhere { sentence: "Open in another window (pid 4242, since 13:05).".to_owned() }
}

fn hand_edited() -> Access {
    Access::HandEdited {
        sentence: "Edited outside the program: 2 differences.".to_owned(),
        differences: vec!["R1 title: A → Z".to_owned(), "R2 is gone".to_owned()],
    }
}

/// The demo meeting, opened so; its path is not on disk.
fn opened(access: Access, news: &[&str], drafts: &[(&str, &str)]) -> Room {
    let mut room = Room::new();
    open(&mut room, "/far/away.ron", demo::demo(), access, news, drafts);
    room
}

fn open(
    room: &mut Room,
    path: &str,
    history: History,
    access: Access,
    news: &[&str],
    drafts: &[(&str, &str)],
) {
    let news = news.iter().map(|&text| text.to_owned()).collect();
    let drafts = drafts.iter().map(|&(name, text)| (name.to_owned(), text.to_owned())).collect();
    let welcome = Box::new(Welcome { access, news, drafts });
    room.happens(Event::Opened { path: PathBuf::from(path), history: Box::new(history), welcome });
}

fn asked(room: &Room, is_it: impl Fn(&Effect) -> bool) -> usize {
    room.world.asked.iter().filter(|effect| is_it(effect)).count()
}

fn not_saved(room: &mut Room, kept: Option<&str>) {
    let (path, kept) = (room.path().to_owned(), kept.map(str::to_owned));
    let sentence = "Cannot write to /data: the disk is full.".to_owned();
    room.happens(Event::NotSaved { path, sentence, again: Again::Soon, kept });
}

#[test]
fn a_session_that_is_only_read_changes_by_no_key() {
    for access in [elsewhere(), hand_edited()] {
        let mut room = opened(access, &[], &[]);
        let before = room.workshop().history.clone();
        for start in ["g i", "g i Tab", "g a", "g s", "g s Tab", "g s Tab Tab", "g b"] {
            for keys in TABLE.iter().flat_map(|row| row.keys).filter(|it| **it != "Ctrl+c") {
                // What leaves the session, or lets its edit be accepted, is tried elsewhere.
                if ["q", "Q", "g l", "Esc", "g o", "D", "T"].contains(keys) {
                    continue;
                }
                assert!(Sequence::parse(keys).is_some());
                room.keys(&format!("Esc {start}")).keys(keys);
                if room.app().overlay.is_some() {
                    room.keys("Enter");
                }
                if room.app().typing.is_some() {
                    room.keys("Esc");
                }
                if room.app().place == Place::Home {
                    room.keys("Esc");
                }
                assert_eq!(room.workshop().history.entries(), before.entries(), "{start} {keys}");
            }
        }
        assert_eq!(asked(&room, |it| matches!(it, Effect::Snapshot(_) | Effect::Drafts { .. })), 0);
    }
}

#[test]
fn what_is_only_read_says_so_and_why() {
    let mut room = opened(elsewhere(), &[], &[]);
    assert!(room.shows("READ-ONLY") && room.shows("pid 4242") && room.shows("g o try again"));
    room.keys("g i v");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::OnlyRead))));
    room.keys("u");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::OnlyRead))));
    room.keys("g o");
    assert_eq!(asked(&room, |it| matches!(it, Effect::TakeOver(_))), 1);
}

#[test]
fn the_bin_of_what_is_only_read_gives_nothing_back() {
    let mut history = demo::demo();
    let binned = RiskEdit::Place(riskroom::domain::Place::Bin);
    commit(&mut history, vec![Edit::Risk(r(1), binned)]);
    let mut room = Room::new();
    open(&mut room, "/far/away.ron", history, elsewhere(), &[], &[]);
    let before = room.workshop().history.revision();
    room.keys("g b Enter");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::OnlyRead))));
    assert_eq!(room.workshop().history.revision(), before);
}

#[test]
fn full_access_comes_without_a_jump() {
    let mut room = opened(elsewhere(), &[], &[]);
    room.keys("g i Down Down Down Tab Down");
    let (risk, focus, field) = (room.workshop().risk, room.workshop().focus, room.workshop().field);
    let mut newer = demo::demo();
    commit(&mut newer, vec![Edit::Risk(r(1), RiskEdit::Title(title("Theirs")))]);
    open(&mut room, "/far/away.ron", newer.clone(), Access::Full, &[], &[]);
    assert_eq!(room.workshop().access, Access::Full);
    assert_eq!((room.workshop().risk, room.workshop().focus, room.workshop().field), (risk, focus, field));
    assert_eq!(room.workshop().history.entries(), newer.entries());
    assert!(!room.shows("READ-ONLY") && room.shows("saved"));
    assert_eq!(room.notice(), Some(&Notice::FullAccess));
    // A second answer for the same file is older than what is here.
    open(&mut room, "/far/away.ron", demo::demo(), Access::Full, &[], &[]);
    assert_eq!(room.workshop().history.entries(), newer.entries());
}

#[test]
fn what_is_open_elsewhere_is_followed_every_two_seconds_and_nothing_else_is() {
    let follows = |room: &Room| asked(room, |it| matches!(it, Effect::Follow(_)));
    let mut room = opened(elsewhere(), &[], &[]);
    room.wait(9);
    assert_eq!(follows(&room), 4);
    room.keys("g i Down Down");
    let (risk, place) = (room.workshop().risk, room.workshop().list);
    let mut newer = demo::demo();
    commit(&mut newer, vec![Edit::Risk(r(1), RiskEdit::Title(title("Theirs")))]);
    let path = room.path().to_owned();
    room.happens(Event::Followed { path, history: Box::new(newer.clone()) });
    assert_eq!(room.workshop().history.entries(), newer.entries());
    assert_eq!((room.workshop().risk, room.workshop().list), (risk, place));
    let mut full = opened(Access::Full, &[], &[]);
    assert_eq!(full.app().next_due(), None);
    full.wait(9);
    assert_eq!(follows(&full), 0);
}

#[test]
fn a_hand_edit_is_read_before_it_is_accepted() {
    let accepts = |room: &Room| asked(room, |it| matches!(it, Effect::Accept(_)));
    let mut room = opened(hand_edited(), &[], &[]);
    assert_eq!(room.app().offer(), Some(Offer::Differences));
    room.keys("g o");
    assert!(room.shows("R1 title: A → Z") && room.shows("R2 is gone"));
    room.keys("Esc");
    assert_eq!(accepts(&room), 0);
    room.keys("g o Down Enter");
    assert_eq!(accepts(&room), 1);
    assert!(room.app().overlay.is_none());
    room.keys(": 'accept the hand' Enter");
    assert_eq!(accepts(&room), 2);
    let mut full = five_risks();
    full.keys(": 'accept the hand'");
    let Some(Overlay::Commands(commands)) = &full.app().overlay else { panic!() };
    assert!(commands.rows.is_empty());
}

#[test]
fn news_stay_until_they_are_read_one_after_the_other() {
    let mut room = opened(Access::Full, &["Recovered 37 changes.", "Converted from format 1."], &[]);
    room.keys("g i Down").wait(600);
    assert!(room.shows("Recovered 37 changes."));
    room.keys("Esc");
    assert!(room.shows("Converted from format 1.") && room.app().place == Place::Workshop);
    room.keys("g o");
    assert!(room.shows("Recovered 37 changes.") && room.shows("Messages of this run"));
    room.keys("Esc");
    assert_eq!(room.app().banner(), None);
    room.keys("g o");
    assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::NothingOffered))));
    room.keys("g m");
    assert!(room.shows("Converted from format 1."));
}

#[test]
fn the_panes_end_above_the_banner_and_nothing_else_moves() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        for keys in ["g i", "g a", "g s"] {
            let mut room = opened(Access::Full, &["Recovered."], &[]).size(width, height);
            room.keys(keys);
            let with = room.layout().panes.clone();
            assert!(room.screen().lines().nth(usize::from(height) - 2).unwrap().contains("Recovered."));
            room.keys("Esc");
            for (before, (pane, after)) in with.iter().zip(&room.layout().panes) {
                let bottom = (after.y + after.height).min(height - 2);
                let above = (*pane, Area { height: bottom - after.y, ..*after });
                assert_eq!(*before, above, "{keys} {width}x{height}");
            }
            assert_eq!(with.len(), room.layout().panes.len());
        }
    }
}

#[test]
fn the_most_important_thing_is_told() {
    let mut room = five_risks();
    let (from, to) = (room.path().to_owned(), room.path().with_file_name("mine.ron"));
    room.happens(Event::Moved { from, to: to.clone(), sentence: "The file was removed.".to_owned() });
    assert_eq!(room.path(), to);
    assert!(matches!(room.app().banner(), Some(Banner::News(News::Sentence(_)))));
    not_saved(&mut room, Some("/tmp/kept"));
    assert!(matches!(room.app().banner(), Some(Banner::Kept { .. })));
    room.keys("g g");
    assert!(room.shows("the disk is full. Changes are kept in /tmp/kept. Retrying."));
    room.happens(Event::Well(to));
    assert_eq!(room.notice(), Some(&Notice::WrittenAgain));
    assert!(room.shows("The file was removed."));
}

#[test]
fn trouble_ends_only_when_all_is_well_and_a_durable_change_counts_as_saved() {
    let mut room = five_risks();
    room.world.hold();
    room.keys("v");
    not_saved(&mut room, None);
    assert!(room.shows("NOT SAVED since 09:0"));
    not_saved(&mut room, Some("/tmp/kept"));
    let (path, revision) = (room.path().to_owned(), room.workshop().history.revision());
    room.happens(Event::Saved { path, revision });
    assert!(room.shows("saved 09:0") && room.shows("Changes are kept in /tmp/kept."));
    assert!(!room.shows("NOT SAVED"));
    room.keys("g o");
    assert_eq!(asked(&room, |it| matches!(it, Effect::Snapshot(_))), 1);
    room.keys("q");
    assert_eq!(room.notice(), Some(&Notice::KeptIn("/tmp/kept".to_owned())));
    // What is durable somewhere may be left.
    room.keys("a");
    assert!(room.app().typing.is_some());
    room.keys("Esc q");
    assert!(room.has_left());
}

#[test]
fn the_whole_file_is_asked_for_between_steps_and_on_the_way_out() {
    let snapshots = |room: &Room| asked(room, |it| matches!(it, Effect::Snapshot(_)));
    let mut room = five_risks();
    for (keys, count) in [("v", 0), (".", 1), (",", 2), ("g i", 2), ("Ctrl+s", 3), ("g l", 4), ("Esc Esc", 5)]
    {
        room.keys(keys);
        assert_eq!(snapshots(&room), count, "{keys}");
    }
}

#[test]
fn what_was_told_is_told_again_newest_first() {
    let mut room = five_risks();
    room.keys("u x g m");
    let screen = room.screen();
    let (undone, added) = (screen.find("undone: R5").unwrap(), screen.find("R5 added").unwrap());
    assert!(undone < added && !screen.contains("no action on"));
    room.keys("Esc");
    room.happens(Event::Trouble("No file /x.ron.".to_owned()));
    room.keys("g m");
    assert!(room.shows("No file /x.ron."));
}
