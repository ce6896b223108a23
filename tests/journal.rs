//! A journal gives back what was written, and of a broken one everything before the break.

use proptest::prelude::*;
use riskroom::store::atomic::Hash;
use riskroom::store::journal::{Draft, Head, Journal, Record, first_line, line, read};

use crate::support::seeds::uid;
use crate::support::sessions::{histories, small};

fn head() -> Head {
    Head {
        id: uid(3), revision: 0, hash: Hash::of(b"snapshot"), path: "/home/ana/Peña \"x\".ron".to_owned()
    }
}

fn text(records: &[Record]) -> String {
    let number = |record: &Record| if let Record::Entry(entry) = record { entry.seq } else { 1 };
    let lines = records.iter().map(|record| line(number(record), record).unwrap());
    std::iter::once(first_line(&head())).chain(lines).collect()
}

fn drafts(text: &str) -> Vec<Draft> {
    vec![Draft { purpose: "new-risk".to_owned(), text: text.to_owned() }]
}

fn records() -> Vec<Record> {
    let mut records: Vec<_> = small().entries().iter().cloned().map(Record::Entry).collect();
    records.insert(3, Record::Drafts(drafts("The pay\nment \u{202E} \"fails\"")));
    records
}

proptest! {
    #[test]
    fn what_was_written_is_read(history in histories(), draft: String) {
        let mut records: Vec<_> = history.entries().iter().cloned().map(Record::Entry).collect();
        records.push(Record::Drafts(drafts(&draft)));
        let journal = read(text(&records).as_bytes()).unwrap();
        prop_assert_eq!(&journal.entries[..], history.entries());
        prop_assert_eq!(journal, Journal { head: head(), entries: history.entries().to_vec(), drafts: Some(drafts(&draft)), torn: 0, broken: 0 });
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes: Vec<u8>) {
        prop_assert!(read(&bytes).is_none_or(|journal| journal.torn <= bytes.len()));
    }

    #[test]
    fn any_bytes_after_whole_lines_are_torn(tail in "[^\n]{0,40}") {
        let whole = text(&records());
        let journal = read(format!("{whole}{tail}").as_bytes()).unwrap();
        prop_assert_eq!(journal.torn, tail.len());
        prop_assert_eq!(journal.entries.len(), small().entries().len());
    }
}

#[test]
fn a_journal_cut_anywhere_gives_the_lines_before_the_cut() {
    let whole = text(&records());
    let ends: Vec<usize> = whole.match_indices('\n').map(|(at, _)| at + 1).collect();
    for cut in 0..whole.len() {
        let lines = ends.iter().filter(|end| **end <= cut).count();
        let journal = read(&whole.as_bytes()[..cut]);
        assert_eq!(journal.is_some(), lines > 0, "cut at {cut}");
        if let Some(journal) = journal {
            let records = lines - 1;
            assert_eq!(journal.entries.len(), if records > 3 { records - 1 } else { records });
            assert_eq!(journal.torn, cut - ends[lines - 1]);
        }
    }
}

#[test]
fn a_flipped_bit_never_gives_another_action() {
    let whole = text(&records());
    let intact = read(whole.as_bytes()).unwrap();
    for at in 0..whole.len() {
        for bit in 0..8 {
            let mut bytes = whole.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let Some(journal) = read(&bytes) else { continue };
            assert_eq!(journal.head, intact.head, "byte {at}, bit {bit}");
            assert!(intact.entries.starts_with(&journal.entries), "byte {at}, bit {bit}");
        }
    }
}

#[test]
fn an_action_out_of_turn_ends_the_journal() {
    let entries = small().entries().to_vec();
    let record = |at: usize| Record::Entry(entries[at].clone());
    let journal = read(text(&[record(0), record(1), record(3)]).as_bytes()).unwrap();
    assert_eq!(journal.entries, entries[..2]);
    assert!(journal.torn > 0);
}
