//! The numbers handed out so far: [`Counters`].

use serde::{Deserialize, Serialize};

use super::{Entry, EntryKind};
use crate::domain::{Edit, Session};

/// The highest number handed out per kind of id; only ever raised, so that no id is used again. The number of entries is
/// that of the last one kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Counters {
    /// Of entries.
    pub entries: u64,
    /// Of risks.
    pub risks: u32,
    /// Of solutions.
    pub solutions: u32,
    /// Of participants.
    pub people: u32,
    /// Of topics.
    pub topics: u32,
}

impl Counters {
    /// Raises the counters to the ids a session uses.
    pub(super) fn raise_to_session(&mut self, session: &Session) {
        let number = |ids: &mut dyn Iterator<Item = u32>, known: u32| ids.fold(known, u32::max);
        self.risks = number(&mut session.risks.iter().map(|risk| risk.id.number()), self.risks);
        let mut solutions = session.solutions.iter().map(|solution| solution.id.number());
        self.solutions = number(&mut solutions, self.solutions);
        self.people = number(&mut session.people.iter().map(|person| person.id.number()), self.people);
        self.topics = number(&mut session.topics.iter().map(|topic| topic.id.number()), self.topics);
    }

    /// Raises the counters to the ids an entry uses.
    pub(super) fn raise_to_entry(&mut self, entry: &Entry) {
        self.entries = self.entries.max(entry.seq);
        match &entry.kind {
            EntryKind::Do(edits) => {
                for edit in edits {
                    match edit {
                        Edit::AddPerson(person) => self.people = self.people.max(person.id.number()),
                        Edit::AddRisk(risk) => self.risks = self.risks.max(risk.id.number()),
                        Edit::AddSolution(solution) => {
                            self.solutions = self.solutions.max(solution.id.number());
                        }
                        Edit::AddTopic(topic) => self.topics = self.topics.max(topic.id.number()),
                        Edit::Session(_)
                        | Edit::Person(..)
                        | Edit::Risk(..)
                        | Edit::Solution(..)
                        | Edit::Topic(..)
                        | Edit::Card(_)
                        | Edit::ForgetCard(_)
                        | Edit::Duel(_) => {}
                    }
                }
            }
            EntryKind::Replaced(session) => self.raise_to_session(session),
            EntryKind::Undo | EntryKind::Redo => {}
        }
    }
}
