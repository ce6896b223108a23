//! What the log tells of any history, and what replaying it step by step gives.

use proptest::prelude::*;
use riskroom::domain::change::{Kind, Value, changes};
use riskroom::domain::{Ballot, Edit, EntryKind, History, RiskEdit};
use riskroom::store::format::encode_verified;
use riskroom::text::catalogue::{Catalogue, Lang};
use riskroom::text::changes::{Told, told};

use super::{config, history_after};
use crate::support::edits::steps;
use crate::support::seeds::{at, key, small_session, title, uid};

fn words(history: &History, catalogue: &Catalogue) -> Vec<Told> {
    changes(history).iter().map(|change| told(change, history, catalogue)).collect()
}

/// The same history without reveals, and with every vote a "don't know".
fn unsaid(history: &History, secret: bool) -> History {
    let mut other = History::new(small_session());
    for entry in history.entries() {
        match &entry.kind {
            EntryKind::Do(edits) => {
                let kept = edits.iter().filter(|edit| !matches!(edit, Edit::Risk(_, RiskEdit::Reveal(_))));
                let mut edits: Vec<Edit> = kept.cloned().collect();
                for edit in &mut edits {
                    if let Edit::Risk(_, RiskEdit::Vote(_, votes)) = edit
                        && secret
                    {
                        votes.0.iter_mut().for_each(|vote| vote.ballot = Ballot::DontKnow);
                    }
                }
                let _ = other.commit(entry.at, key("do"), edits);
            }
            EntryKind::Undo => drop(other.undo(entry.at, key("undo"))),
            EntryKind::Redo => drop(other.redo(entry.at, key("redo"))),
            EntryKind::Replaced(session) => {
                let _ = other.replace(entry.at, key("replace"), (**session).clone());
            }
        }
    }
    other
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_entry_tells_something(steps in steps()) {
        let history = history_after(&steps);
        let (english, spanish) = (Catalogue::load(Lang::En), Catalogue::load(Lang::Es));
        let found = changes(&history);
        for place in 0..history.entries().len() {
            prop_assert!(found.iter().any(|change| change.entry == place));
        }
        for catalogue in [&english, &spanish] {
            for told in words(&history, catalogue) {
                prop_assert!(!told.what.is_empty() && !told.what.starts_with("change-"), "{told:?}");
            }
        }
    }

    #[test]
    fn what_is_done_is_what_is_not_undone(steps in steps()) {
        let history = history_after(&steps);
        let done: Vec<usize> = history.done().collect();
        for change in changes(&history) {
            if matches!(change.kind, Kind::Edit(_)) {
                prop_assert_eq!(change.undone, !done.contains(&change.entry));
            }
        }
    }

    #[test]
    fn votes_nobody_has_seen_are_in_no_word(steps in steps()) {
        let history = history_after(&steps);
        let (open, secret) = (unsaid(&history, false), unsaid(&history, true));
        let catalogue = Catalogue::load(Lang::En);
        // Where a vote was refused for its level, the two went apart.
        prop_assume!(open.entries().len() == secret.entries().len());
        prop_assert_eq!(words(&open, &catalogue), words(&secret, &catalogue));
        for change in changes(&open) {
            prop_assert!(!matches!(change.new, Value::Votes(_)));
        }
    }

    #[test]
    fn any_part_of_a_history_is_what_it_was_then(steps in steps()) {
        let history = history_after(&steps);
        prop_assert_eq!(history.at(0), history.base().clone());
        prop_assert_eq!(history.at(history.entries().len()), history.session().clone());
        let mut walked = 0;
        for step in history.steps() {
            prop_assert_eq!(&step.before, &history.at(step.entry));
            prop_assert_eq!(&step.after, &history.at(step.entry + 1));
            walked += 1;
        }
        prop_assert_eq!(walked, history.entries().len());
    }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn what_is_carried_over_is_a_sound_session_with_the_same_identities(steps in steps()) {
        let history = history_after(&steps);
        let before = history.session();
        let carried = before.carried(uid(99), title("Next"), at(1_000), 7);
        prop_assert_eq!(carried.check(), Vec::new());
        for risk in &carried.risks {
            let from = risk.carried_from.as_ref().unwrap();
            let old = before.risk(from.risk).unwrap();
            prop_assert_eq!((old.uid, &old.title, old.levels()), (risk.uid, &risk.title, from.levels));
        }
        let encoded = encode_verified(&History::new(carried));
        prop_assert!(encoded.is_ok());
    }
}
