//! Moving a whole history in time by whole days, so that the demo's meeting is always today's.
//!
//! Here: [`History::shifted`] and which times and dates move with it. Not here: what today is (the shell knows).
//! Look next at [`History`].

use std::sync::Arc;

use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};

use super::history::BrokenHistory;
use super::{
    Closing, Decision, Edit, Entry, EntryKind, History, Risk, RiskEdit, Session, SessionEdit, Solution,
    SolutionEdit, Uid,
};

/// Why a history cannot be moved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotShifted {
    /// A time or date would leave the calendar.
    OutOfCalendar,
    /// The moved history could not have happened; only one that was broken before can come to this.
    Broken(BrokenHistory),
}

impl History {
    /// This history so many days later (earlier if negative), as the history of another session.
    ///
    /// Every time moves by whole days of 24 hours in UTC, every date by as many days. Risks and solutions keep their
    /// identity, and so does the session it was started from.
    ///
    /// # Errors
    /// [`NotShifted::OutOfCalendar`] if a time or date would be too far away.
    pub fn shifted(&self, days: i32, id: Uid) -> Result<Self, NotShifted> {
        let shift = Shift { days, id };
        let base = shift.session(self.base())?;
        let entries = self.entries().iter().map(|entry| shift.entry(entry).map(Arc::new));
        let entries: Vec<Arc<Entry>> = entries.collect::<Result<_, _>>()?;
        Self::replay(Arc::new(base), self.counters(), entries).map_err(NotShifted::Broken)
    }
}

impl History {
    /// This history as that of another session, at the same times.
    ///
    /// # Errors
    /// [`NotShifted::Broken`] if it could not have happened, which no history is known to do.
    pub fn with_id(&self, id: Uid) -> Result<Self, NotShifted> {
        self.shifted(0, id)
    }
}

/// How far, and whose the result is.
struct Shift {
    days: i32,
    id: Uid,
}

impl Shift {
    fn time(&self, time: Timestamp) -> Result<Timestamp, NotShifted> {
        let shift = SignedDuration::from_hours(i64::from(self.days) * 24);
        time.checked_add(shift).map_err(|_| NotShifted::OutOfCalendar)
    }

    fn date(&self, date: Date) -> Result<Date, NotShifted> {
        let shifted = Span::new().try_days(self.days).and_then(|days| date.checked_add(days));
        shifted.map_err(|_| NotShifted::OutOfCalendar)
    }

    fn date_if_any(&self, date: Option<Date>) -> Result<Option<Date>, NotShifted> {
        date.map(|date| self.date(date)).transpose()
    }

    fn session(&self, session: &Session) -> Result<Session, NotShifted> {
        let closing = session
            .closing
            .as_ref()
            .map(|closing| Ok(Closing { at: self.time(closing.at)?, reason: closing.reason.clone() }));
        let risks = session.risks.iter().map(|risk| self.risk(risk).map(Arc::new));
        let solutions = session.solutions.iter().map(|solution| self.solution(solution).map(Arc::new));
        Ok(Session {
            id: self.id,
            created: self.time(session.created)?,
            closing: closing.transpose()?,
            risks: risks.collect::<Result<_, _>>()?,
            solutions: solutions.collect::<Result<_, _>>()?,
            ..session.clone()
        })
    }

    fn risk(&self, risk: &Risk) -> Result<Risk, NotShifted> {
        Ok(Risk { added: self.time(risk.added)?, decision: self.decision(&risk.decision)?, ..risk.clone() })
    }

    fn decision(&self, decision: &Decision) -> Result<Decision, NotShifted> {
        Ok(match decision {
            Decision::Accept { reason, review } => {
                Decision::Accept { reason: reason.clone(), review: self.date_if_any(*review)? }
            }
            Decision::Undecided | Decision::Treat | Decision::Transfer { .. } | Decision::Avoid { .. } => {
                decision.clone()
            }
        })
    }

    fn solution(&self, solution: &Solution) -> Result<Solution, NotShifted> {
        Ok(Solution { due: self.date_if_any(solution.due)?, ..solution.clone() })
    }

    fn entry(&self, entry: &Entry) -> Result<Entry, NotShifted> {
        let kind = match &entry.kind {
            EntryKind::Do(edits) => {
                EntryKind::Do(edits.iter().map(|edit| self.edit(edit)).collect::<Result<_, _>>()?)
            }
            EntryKind::Replaced(session) => EntryKind::Replaced(Box::new(self.session(session)?)),
            EntryKind::Undo | EntryKind::Redo => entry.kind.clone(),
        };
        Ok(Entry { seq: entry.seq, at: self.time(entry.at)?, action: entry.action.clone(), kind })
    }

    fn edit(&self, edit: &Edit) -> Result<Edit, NotShifted> {
        Ok(match edit {
            Edit::AddRisk(risk) => Edit::AddRisk(Box::new(self.risk(risk)?)),
            Edit::AddSolution(solution) => Edit::AddSolution(Box::new(self.solution(solution)?)),
            Edit::Risk(id, RiskEdit::Decision(decision)) => {
                Edit::Risk(*id, RiskEdit::Decision(self.decision(decision)?))
            }
            Edit::Solution(id, SolutionEdit::Due(due)) => {
                Edit::Solution(*id, SolutionEdit::Due(self.date_if_any(*due)?))
            }
            Edit::Session(edit) => Edit::Session(self.session_edit(edit)?),
            Edit::AddPerson(_)
            | Edit::Person(..)
            | Edit::Risk(..)
            | Edit::Solution(..)
            | Edit::AddTopic(_)
            | Edit::Topic(..)
            | Edit::Card(_)
            | Edit::ForgetCard(_)
            | Edit::Duel(_) => edit.clone(),
        })
    }

    fn session_edit(&self, edit: &SessionEdit) -> Result<SessionEdit, NotShifted> {
        Ok(match edit {
            SessionEdit::Close { at, reason } => {
                SessionEdit::Close { at: self.time(*at)?, reason: reason.clone() }
            }
            SessionEdit::Reopen { at } => SessionEdit::Reopen { at: self.time(*at)? },
            SessionEdit::Title(_)
            | SessionEdit::Shop(_)
            | SessionEdit::Scope(_)
            | SessionEdit::Revenue(_)
            | SessionEdit::Currency(_)
            | SessionEdit::Appetite(_)
            | SessionEdit::Bands(_)
            | SessionEdit::Weights(_)
            | SessionEdit::Scales(_)
            | SessionEdit::Categories(_)
            | SessionEdit::DotsEach(_) => edit.clone(),
        })
    }
}
