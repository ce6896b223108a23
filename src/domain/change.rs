//! Changes: what every entry of a history changed, from which value to which.
//!
//! Here: walking a history once ([`changes`]) and reading a value before and after. Not here: the words
//! (`text::changes`), and which of two meetings is meant (the comparing of meetings).

mod value;

use jiff::Timestamp;

pub use self::value::{Value, read};
use super::{Edit, EntryKind, History, PersonEdit, RiskEdit, Session, SolutionEdit, Target};

/// What happened in a line of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The edit with this place in its entry.
    Edit(usize),
    /// The entry with this place was taken back.
    Undo(usize),
    /// The entry with this place was done again.
    Redo(usize),
    /// The session was edited outside the program.
    Replaced,
}

/// What a line of the log is about, to be filtered by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Facet {
    /// Risks and their wording.
    Risks,
    /// Votes and levels.
    Levels,
    /// Solutions and their links.
    Solutions,
    /// Decisions, owners of risks, warning signs.
    Decisions,
    /// The session, its people, topics and cards.
    Session,
}

impl Facet {
    /// As they are offered.
    pub const ALL: [Self; 5] = [Self::Risks, Self::Levels, Self::Solutions, Self::Decisions, Self::Session];

    /// What an edit is about.
    #[must_use]
    pub const fn of(edit: &Edit) -> Self {
        match edit {
            Edit::Session(_)
            | Edit::AddPerson(_)
            | Edit::Person(..)
            | Edit::AddTopic(_)
            | Edit::Topic(..)
            | Edit::Card(_)
            | Edit::ForgetCard(_) => Self::Session,
            Edit::AddRisk(_) => Self::Risks,
            Edit::AddSolution(_) | Edit::Solution(..) => Self::Solutions,
            Edit::Duel(_) => Self::Levels,
            Edit::Risk(_, edit) => match edit {
                RiskEdit::Title(_)
                | RiskEdit::Cause(_)
                | RiskEdit::Consequence(_)
                | RiskEdit::Category(_)
                | RiskEdit::Money(_)
                | RiskEdit::Marketing(_)
                | RiskEdit::Hit(_)
                | RiskEdit::SaidBy(_)
                | RiskEdit::Place(_)
                | RiskEdit::MoveBefore(_) => Self::Risks,
                RiskEdit::Evidence(_)
                | RiskEdit::Duty(_)
                | RiskEdit::Agree(..)
                | RiskEdit::Vote(..)
                | RiskEdit::Reveal(_)
                | RiskEdit::ReVote(_)
                | RiskEdit::Dots(_) => Self::Levels,
                RiskEdit::Owner(_) | RiskEdit::Decision(_) | RiskEdit::Sign(_) => Self::Decisions,
            },
        }
    }
}

/// One line of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// The place of its entry in the history.
    pub entry: usize,
    /// When.
    pub at: Timestamp,
    /// What happened.
    pub kind: Kind,
    /// What it is about.
    pub about: Target,
    /// Its title or name: before, or after if it was not there.
    pub name: String,
    /// What to filter it by; of what was taken back, what that is about.
    pub facet: Facet,
    /// The value before.
    pub old: Value,
    /// The value after.
    pub new: Value,
    /// Whether it was taken back and not done again.
    pub undone: bool,
}

/// Every change of a history, oldest first; at least one for each entry.
///
/// Votes the room has not seen are counted, never told; neither are those whose reveal was taken back, nor the first
/// glance at a risk whose votes are hidden now.
#[must_use]
pub fn changes(history: &History) -> Vec<Change> {
    let done: std::collections::BTreeSet<usize> = history.done().collect();
    let mut found = Vec::new();
    for step in history.steps() {
        let Some(entry) = history.entries().get(step.entry) else { continue };
        let change = |kind, about, name, facet, old, new| Change {
            entry: step.entry,
            at: entry.at,
            kind,
            about,
            name,
            facet,
            old,
            new,
            undone: is_done(&entry.kind) && !done.contains(&step.entry),
        };
        match &entry.kind {
            EntryKind::Do(edits) => {
                for (place, edit) in edits.iter().enumerate() {
                    let about = edit.target();
                    let (old, new) = if is_masked(edit, history.session(), done.contains(&step.entry)) {
                        (Value::Masked, Value::Masked)
                    } else {
                        (read(&step.before, edit), read(&step.after, edit))
                    };
                    let name = name(&step.before, edit).or_else(|| name(&step.after, edit));
                    let name = name.unwrap_or_default();
                    found.push(change(Kind::Edit(place), about, name, Facet::of(edit), old, new));
                }
            }
            EntryKind::Undo | EntryKind::Redo => {
                let (Some(meant), Some(again)) =
                    (step.meant, step.meant.and_then(|place| history.entries().get(place)))
                else {
                    continue;
                };
                let (about, name, facet) = match &again.kind {
                    EntryKind::Do(edits) => {
                        edits.last().map_or((Target::Session, String::new(), Facet::Session), |edit| {
                            let name = name(&step.before, edit).or_else(|| name(&step.after, edit));
                            (edit.target(), name.unwrap_or_default(), Facet::of(edit))
                        })
                    }
                    EntryKind::Undo | EntryKind::Redo | EntryKind::Replaced(_) => {
                        (Target::Session, String::new(), Facet::Session)
                    }
                };
                let kind =
                    if matches!(entry.kind, EntryKind::Undo) { Kind::Undo(meant) } else { Kind::Redo(meant) };
                found.push(change(kind, about, name, facet, Value::Absent, Value::Absent));
            }
            EntryKind::Replaced(_) => found.push(change(
                Kind::Replaced,
                Target::Session,
                String::new(),
                Facet::Session,
                Value::Absent,
                Value::Absent,
            )),
        }
    }
    found
}

const fn is_done(kind: &EntryKind) -> bool {
    matches!(kind, EntryKind::Do(_) | EntryKind::Replaced(_))
}

/// Whether the room must not see the values of an edit now.
fn is_masked(edit: &Edit, now: &Session, done: bool) -> bool {
    match edit {
        Edit::Risk(_, RiskEdit::Reveal(_)) => !done,
        Edit::Risk(id, RiskEdit::Money(_) | RiskEdit::Marketing(_)) => {
            now.risk(*id).is_some_and(super::Risk::has_hidden_votes)
        }
        Edit::Session(_)
        | Edit::AddPerson(_)
        | Edit::Person(..)
        | Edit::AddRisk(_)
        | Edit::Risk(..)
        | Edit::AddSolution(_)
        | Edit::Solution(..)
        | Edit::AddTopic(_)
        | Edit::Topic(..)
        | Edit::Card(_)
        | Edit::ForgetCard(_)
        | Edit::Duel(_) => false,
    }
}

/// What the thing is called that an edit is about.
fn name(session: &Session, edit: &Edit) -> Option<String> {
    match edit {
        Edit::Session(_) | Edit::Card(_) | Edit::ForgetCard(_) => Some(String::new()),
        Edit::AddPerson(person) => session.person(person.id).map(|person| person.name.to_string()),
        Edit::Person(id, _) => session.person(*id).map(|person| person.name.to_string()),
        Edit::AddRisk(risk) => session.risk(risk.id).map(|risk| risk.title.to_string()),
        Edit::Risk(id, _) => session.risk(*id).map(|risk| risk.title.to_string()),
        Edit::Duel(duel) => session.risk(duel.first).map(|risk| risk.title.to_string()),
        Edit::AddSolution(solution) => session.solution(solution.id).map(|it| it.title.to_string()),
        Edit::Solution(id, _) => session.solution(*id).map(|solution| solution.title.to_string()),
        Edit::AddTopic(topic) => Some(topic.text.to_string()),
        Edit::Topic(id, _) => {
            session.topics.iter().find(|topic| topic.id == *id).map(|topic| topic.text.to_string())
        }
    }
}

/// Whether an edit moves something in a list, so that its value is a place.
#[must_use]
pub const fn is_move(edit: &Edit) -> bool {
    matches!(
        edit,
        Edit::Person(_, PersonEdit::MoveBefore(_))
            | Edit::Risk(_, RiskEdit::MoveBefore(_))
            | Edit::Solution(_, SolutionEdit::MoveBefore(_))
    )
}
