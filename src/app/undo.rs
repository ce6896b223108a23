//! Undo and redo: the history does it; here the screen says what and when, and goes there.

use std::sync::Arc;

use jiff::Timestamp;

use super::App;
use super::notice::Notice;
use crate::domain::{Edit, Entry, EntryKind, Key, Refusal, Target};

impl App {
    /// Takes the last action back.
    pub(super) fn undo(&mut self, name: &str) {
        let (Some(workshop), Ok(key)) = (&mut self.workshop, Key::new(name)) else { return };
        let undone = workshop.history.undo(self.now, key);
        self.went_back_or_forth(undone, Notice::Undone);
    }

    /// Does again what was taken back.
    pub(super) fn redo(&mut self, name: &str) {
        let (Some(workshop), Ok(key)) = (&mut self.workshop, Key::new(name)) else { return };
        let redone = workshop.history.redo(self.now, key);
        self.went_back_or_forth(redone, Notice::Redone);
    }

    fn went_back_or_forth(
        &mut self,
        entry: Result<Arc<Entry>, Refusal>,
        told: fn(Option<Target>, Key, Timestamp) -> Notice,
    ) {
        match entry {
            Ok(entry) => {
                let target = target(&entry.kind);
                self.notice = Some(told(target, entry.action.clone(), entry.at));
                self.changed_at(target);
                self.take_up_card(&entry.kind);
            }
            Err(refusal) => self.notice = Some(Notice::Refused(refusal)),
        }
    }

    fn changed_at(&mut self, target: Option<Target>) {
        self.changed();
        if let (Some(target), Some(workshop)) = (target, &mut self.workshop) {
            workshop.follow(target);
        }
        self.follow_in_ranking(target);
        self.follow_in_dot_vote(target);
    }
}

/// What an entry was about.
fn target(kind: &EntryKind) -> Option<Target> {
    match kind {
        EntryKind::Do(edits) => edits.last().map(Edit::target),
        EntryKind::Replaced(_) => Some(Target::Session),
        EntryKind::Undo | EntryKind::Redo => None,
    }
}
