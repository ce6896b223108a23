//! Whatever a power cut leaves, everything the user was told is saved is there, and nothing that was not done.
//!
//! More than 20,000 different disks are read; each test says how many of them are its own.

use riskroom::domain::History;
use riskroom::store::format::encode_verified;
use riskroom::store::library;
use riskroom::store::storage::Storage;
use riskroom::store::writer::{Kept, Report, Why};

use crate::support::dice::Dice;
use crate::support::meeting::{Meeting, act, all_left, is_kept, left};
use crate::support::simdisk::moments::{Cut, Moments};
use crate::support::simdisk::{SimDisk, Step};

/// How many choices of chance are tried at each moment.
const CHANCES: u64 = 9;
/// How many different disks each test reads at least.
const ACTIONS: usize = 15_000;
const SNAPSHOTS: usize = 900;
const AGAIN: usize = 1700;
const RIVALS: usize = 600;
const TROUBLE: usize = 2400;
const _: () = assert!(ACTIONS + SNAPSHOTS + AGAIN + RIVALS + TROUBLE >= 20_000);

const EIO: i32 = 5;
const ENOSPC: i32 = 28;
const FOR_EVER: u32 = u32::MAX;

/// All that power cuts in this meeting can leave is in its file and journals; gives its number.
fn is_safe(meeting: &Meeting, moments: &Moments) -> usize {
    moments.check(0, |cut| match left(&cut.tree, &meeting.home, &meeting.path) {
        // Nobody was told yet that there is one.
        Err(_) if !cut.was_told => Ok(()),
        Err(trouble) => Err(trouble),
        Ok(found) => is_kept(&found.history, &meeting.made, cut.told),
    })
}

/// All that was told is in one of the files of the library, whatever else that file has.
fn is_somewhere(cut: &Cut, meeting: &Meeting, made: &History, told: u64) -> Result<(), String> {
    let told = &made.entries()[..usize::try_from(told).unwrap()];
    let all = all_left(&cut.tree, &meeting.home);
    let holds = |history: &History| history.entries().starts_with(told);
    if all.iter().any(holds) || !cut.was_told {
        return Ok(());
    }
    let revisions: Vec<u64> = all.iter().map(History::revision).collect();
    Err(format!("{} of the told are in no file of {revisions:?}", told.len()))
}

#[test]
fn actions_alone_and_in_bursts() {
    let mut meeting = Meeting::new(1);
    for burst in [1, 1, 3, 1, 1, 8, 1, 1, 2, 1, 5, 1, 1, 2, 4, 1, 1, 1, 3, 1, 1, 2, 1, 1, 4, 1, 1, 1] {
        meeting.acts(burst).saved();
    }
    meeting.close();
    let states = is_safe(&meeting, &Moments::of(&meeting.disk, CHANCES).with_every_byte());
    assert!(states >= ACTIONS, "{states}");
}

#[test]
fn snapshots_by_themselves_and_by_request() {
    let mut meeting = Meeting::new(2);
    for _ in 0..4 {
        meeting.acts(4).saved().snapshot().acts(2).saved();
    }
    meeting.acts(30).saved().acts(25).saved().act();
    meeting.close();
    let states = is_safe(&meeting, &Moments::of(&meeting.disk, 60));
    assert!(states >= SNAPSHOTS, "{states}");
}

#[test]
fn texts_left_unfinished() {
    let mut meeting = Meeting::new(3);
    let texts = ["T", "The pay", "The payment fails", ""];
    meeting.acts(3).draft(texts[0]).tried();
    meeting.draft(texts[1]).act().saved().snapshot().tried();
    meeting.draft(texts[2]).tried().disk.told(4);
    Moments::of(&meeting.disk, 30).with_every_byte().check(0, |cut| {
        let found = match left(&cut.tree, &meeting.home, &meeting.path) {
            Err(_) if !cut.was_told => return Ok(()),
            found => found?,
        };
        is_kept(&found.history, &meeting.made, cut.told)?;
        let text = found.drafts.first().map_or("", |draft| &draft.text);
        let is_last = cut.at < meeting.disk.record().1.len() || text == texts[2];
        if texts.contains(&text) && is_last { Ok(()) } else { Err(format!("the text is {text:?}")) }
    });
}

#[test]
fn a_second_power_cut_soon_after_the_first() {
    let mut first = Meeting::new(4);
    first.acts(5).saved().snapshot().acts(3).saved().draft("The pay").tried();
    let mut cuts: Vec<Cut> = Vec::new();
    Moments::of(&first.disk, 4).check(0, |cut| {
        cuts.extend(cut.was_told.then(|| cut.clone()));
        Ok(())
    });
    let (home, path, made) = (first.home.clone(), first.path.clone(), first.made.clone());
    // The lock ends with it.
    drop(first);
    let (mut dice, mut states) = (Dice::new(4), 0);
    for number in 0..25 {
        let cut = dice.one(&cuts);
        let before = left(&cut.tree, &home, &path).unwrap();
        let disk = SimDisk::holding(cut.tree);
        let mut second = Meeting::open(disk, home.clone(), &path, number);
        is_kept(&second.made, &made, cut.told).unwrap();
        assert_eq!(second.made.entries(), before.history.entries());
        assert_eq!(second.drafts, before.drafts);
        let drafts = second.drafts.clone();
        second.acts(2).saved().snapshot().act().saved();
        states += Moments::of(&second.disk, 20).check(cut.told, |cut| {
            let found = left(&cut.tree, &home, &path)?;
            is_kept(&found.history, &second.made, cut.told)?;
            let is_known = found.drafts.is_empty() || found.drafts == drafts;
            if is_known { Ok(()) } else { Err(format!("{:?}", found.drafts)) }
        });
    }
    assert!(states >= AGAIN, "{states}");
}

#[test]
fn a_text_left_unfinished_survives_the_beginning_of_another_journal() {
    let mut first = Meeting::new(4);
    first.acts(2).saved().draft("The pay").tried();
    let (disk, home, path) = (SimDisk::holding(first.disk.tree()), first.home.clone(), first.path.clone());
    // The lock ends with it.
    drop(first);
    let mut second = Meeting::open(disk, home.clone(), &path, 1);
    second.acts(2).saved();
    Moments::of(&second.disk, 12).with_every_byte().check(2, |cut| {
        let found = left(&cut.tree, &home, &path)?;
        if found.drafts == second.drafts { Ok(()) } else { Err(format!("{:?}", found.drafts)) }
    });
}

/// What another program does with the file of a session, the journal unseen: it makes a history of its own of it.
fn theirs(meeting: &Meeting, dice: &mut Dice) -> (History, Vec<u8>) {
    let mut theirs = library::open(&meeting.disk, &meeting.path).unwrap().history;
    for _ in 0..3 {
        act(&mut theirs, dice);
    }
    let bytes = encode_verified(&theirs).unwrap();
    (theirs, bytes)
}

#[test]
fn a_file_that_another_program_replaces_or_removes() {
    let mut states = 0;
    for seed in 0..6 {
        let mut meeting = Meeting::new(seed);
        meeting.acts(4).saved();
        if seed % 2 == 0 {
            meeting.snapshot().tried().acts(2).saved();
        }
        let (theirs, bytes) = theirs(&meeting, &mut Dice::new(seed + 100));
        let (path, temp) = (meeting.path.clone(), meeting.home.places.sessions.join(".sync.tmp"));
        let removes = seed >= 3;
        if removes {
            meeting.disk.remove(&path).unwrap();
        } else {
            meeting.disk.write_new(&temp, &bytes, None).unwrap();
            meeting.disk.rename(&temp, &path).unwrap();
        }
        meeting.disk.sync_folder(&meeting.home.places.sessions).unwrap();
        let replaced = meeting.disk.record().1.len();
        meeting.acts(2).saved().snapshot().tried();
        meeting.acts(2).saved();
        assert!(meeting.close());
        let moved = meeting.news.iter().any(|report| match report {
            Report::Moved { why: Why::Changed(_), .. } => !removes,
            Report::Moved { why: Why::Removed, .. } => removes,
            Report::Moved { why: Why::NotOurs, .. }
            | Report::Saved { .. }
            | Report::Trouble { .. }
            | Report::Well { .. }
            | Report::Folded { .. }
            | Report::Unbacked { .. } => false,
        });
        assert!(moved, "{:?}", meeting.news);
        states += Moments::of(&meeting.disk, 10).check(0, |cut| {
            is_somewhere(cut, &meeting, &meeting.made, cut.told)?;
            let is_theirs = removes || cut.at < replaced;
            if is_theirs { Ok(()) } else { is_somewhere(cut, &meeting, &theirs, theirs.revision()) }
        });
    }
    assert!(states >= RIVALS, "{states}");
}

#[test]
fn what_was_saved_before_a_file_that_was_replaced_is_missed_is_there() {
    for removes in [false, true] {
        let mut meeting = Meeting::new(7);
        meeting.acts(4).saved().snapshot().tried().acts(2).saved();
        let (_, bytes) = theirs(&meeting, &mut Dice::new(8));
        let (path, temp) = (meeting.path.clone(), meeting.home.places.sessions.join(".sync.tmp"));
        meeting.disk.settle();
        if removes {
            meeting.disk.remove(&path).unwrap();
        } else {
            meeting.disk.write_new(&temp, &bytes, None).unwrap();
            meeting.disk.rename(&temp, &path).unwrap();
        }
        meeting.disk.told(6);
        Moments::of(&meeting.disk, 1).check(0, |cut| is_somewhere(cut, &meeting, &meeting.made, cut.told));
    }
}

#[test]
fn a_disk_that_is_full_or_fails() {
    let mut states = 0;
    for seed in 0..6 {
        let mut meeting = Meeting::new(seed);
        meeting.acts(2).saved();
        let places = meeting.home.places.clone();
        match seed {
            // The journal has no room where it belongs, and then nowhere but in a third place.
            0 => meeting.disk.fail(&places.state, Step::Write, ENOSPC, FOR_EVER),
            1 => {
                meeting.disk.fail(&places.state, Step::Write, ENOSPC, FOR_EVER);
                meeting.disk.fail(&places.data, Step::Write, ENOSPC, FOR_EVER);
            }
            // A journal cannot be synced once, and what was in it may be gone.
            2 => meeting.disk.fail(&places.state, Step::Sync, EIO, 1),
            3 => meeting.disk.fail(&places.state, Step::Sync, EIO, FOR_EVER),
            4 => meeting.disk.fail(&places.state, Step::SyncFolder, EIO, 3),
            _ => meeting.disk.fail(&places.sessions, Step::SyncFolder, EIO, 2),
        }
        meeting.acts(2).tried().act().tried().snapshot().tried().acts(2).tried();
        if seed < 4 {
            let is_kept = |report: &Report| matches!(report, Report::Trouble { kept: Kept::In(_), .. });
            assert!(meeting.news.iter().any(is_kept), "{seed}: {:?}", meeting.news);
        }
        meeting.disk.heal();
        meeting.act().saved();
        assert!(meeting.close());
        states += Moments::of(&meeting.disk, 16)
            .check(0, |cut| is_somewhere(cut, &meeting, &meeting.made, cut.told));
    }
    assert!(states >= TROUBLE, "{states}");
}
