//! The budget over the screen: a cap, the solutions suggested under it, and what accepting them does.
//!
//! Which set is suggested is `domain::budget`'s; it is computed once per change of the session or of the cap, so that a
//! frame computes nothing. The caps last as long as the program runs: a session does not keep them. How it is drawn is
//! `ui::budget`'s.

use std::path::PathBuf;

use super::App;
use super::cursor::Cursor;
use super::form::{Reader, amount};
use super::notice::Notice;
use super::overlay::Overlay;
use super::typing::purpose::Purpose;
use super::workshop::Workshop;
use crate::domain::budget::{Candidate, Measure, Suggestion};
use crate::domain::{Edit, SolutionEdit, Status};

/// Most workdays of a cap.
const MOST_DAYS: u64 = 100_000;
/// Workdays of a week.
const WEEK: u64 = 5;
/// What stands for days, and what for weeks.
const DAYS: [&str; 8] = ["", "d", "day", "days", "día", "días", "dia", "dias"];
const WEEKS: [&str; 7] = ["w", "week", "weeks", "s", "sem", "semana", "semanas"];

/// The caps typed for a session.
#[derive(Debug, Clone, Default)]
pub(super) struct Caps {
    /// Whose they are.
    path: Option<PathBuf>,
    measure: Measure,
    money: Option<u64>,
    effort: Option<u64>,
}

impl Caps {
    const fn of(&self, measure: Measure) -> Option<u64> {
        match measure {
            Measure::Money => self.money,
            Measure::Effort => self.effort,
        }
    }
}

/// The budget on screen.
#[derive(Debug, Clone)]
pub struct Budget {
    /// What is scarce.
    pub measure: Measure,
    /// The most it may be.
    pub cap: Option<u64>,
    /// What is suggested.
    pub suggestion: Suggestion,
    /// The selected candidate.
    pub cursor: Cursor,
    /// The last entry of the state that the suggestion is of.
    revision: u64,
}

impl Budget {
    fn of(workshop: &Workshop, measure: Measure, cap: Option<u64>, cursor: Cursor) -> Self {
        let suggestion = Suggestion::of(workshop.session(), measure, cap);
        Self { measure, cap, suggestion, cursor, revision: workshop.history.revision() }
    }

    /// The selected candidate.
    #[must_use]
    pub fn selected(&self) -> Option<&Candidate> {
        self.suggestion.candidates.get(self.cursor.place)
    }
}

/// The workdays meant by a text: `30`, `30 d`, or `6 w` for weeks of five days.
#[must_use]
pub fn days(text: &str) -> Option<u64> {
    let text = text.trim().to_lowercase();
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, unit) = text.split_at_checked(end)?;
    let (number, unit) = (number.parse::<u64>().ok()?, unit.trim());
    let days = if DAYS.contains(&unit) {
        number
    } else if WEEKS.contains(&unit) {
        number.checked_mul(WEEK)?
    } else {
        return None;
    };
    (days <= MOST_DAYS).then_some(days)
}

impl App {
    /// Opens the budget; without a cap yet, it is asked for.
    pub(super) fn open_budget(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        if self.ceilings.path.as_ref() != Some(&workshop.path) {
            self.ceilings = Caps { path: Some(workshop.path.clone()), ..Caps::default() };
        }
        let (measure, cap) = (self.ceilings.measure, self.ceilings.of(self.ceilings.measure));
        let budget = Budget::of(workshop, measure, cap, Cursor::default());
        self.lay_over(Overlay::Budget(Box::new(budget)));
        self.ask_cap_if_none();
    }

    /// Asks for the cap, if there is none and something to be chosen from.
    fn ask_cap_if_none(&mut self) {
        let Some(Overlay::Budget(budget)) = &self.overlay else { return };
        let can_choose = budget.suggestion.candidates.iter().any(|it| it.cost.is_some() && it.alone > 0);
        if budget.cap.is_none() && can_choose {
            self.type_for(Purpose::Cap(budget.measure));
        }
    }

    /// Computes the suggestion again after a change of the session.
    pub(super) fn settle_budget(&mut self) {
        if let (Some(Overlay::Budget(budget)), Some(workshop)) = (&mut self.overlay, &self.workshop)
            && budget.revision != workshop.history.revision()
        {
            **budget = Budget::of(workshop, budget.measure, budget.cap, budget.cursor);
        }
    }

    /// How many candidates there are.
    pub(super) fn budgeted(&self) -> usize {
        let Some(Overlay::Budget(budget)) = &self.overlay else { return 0 };
        budget.suggestion.candidates.len()
    }

    /// Types another cap.
    pub(super) fn edit_cap(&mut self) {
        if let Some(Overlay::Budget(budget)) = &self.overlay {
            self.type_for(Purpose::Cap(budget.measure));
        }
    }

    /// The cap that stands now, as it is typed.
    pub(super) fn known_cap(&self, measure: Measure) -> String {
        self.ceilings.of(measure).map_or_else(String::new, |cap| cap.to_string())
    }

    /// Sets the cap to what was typed, an empty text takes it away; whether it is one.
    pub(super) fn set_cap(&mut self, measure: Measure, text: &str) -> bool {
        let cap = match self.read_cap(measure, text) {
            Ok(cap) => cap,
            Err(notice) => {
                self.notice = Some(notice);
                return false;
            }
        };
        match measure {
            Measure::Money => self.ceilings.money = cap,
            Measure::Effort => self.ceilings.effort = cap,
        }
        self.suggest();
        true
    }

    /// What a text means as a cap; nothing for an empty one.
    ///
    /// # Errors
    /// A [`Notice`] with an example, if it means nothing.
    pub fn read_cap(&self, measure: Measure, text: &str) -> Result<Option<u64>, Notice> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let reader = Reader { today: self.today(), decimal: self.decimal };
        let currency = self.workshop.as_ref().map_or("", |workshop| &workshop.session().currency);
        match measure {
            Measure::Money => {
                let read = amount::read(text, reader.decimal, currency);
                read.map(|money| Some(money.units())).ok_or(Notice::NotAnAmount)
            }
            Measure::Effort => days(text).map(Some).ok_or(Notice::NotDays),
        }
    }

    /// Counts money or work, the other one than now.
    pub(super) fn turn_measure(&mut self) {
        self.ceilings.measure = match self.ceilings.measure {
            Measure::Money => Measure::Effort,
            Measure::Effort => Measure::Money,
        };
        self.suggest();
        self.ask_cap_if_none();
    }

    /// Suggests again, with the caps as they are.
    fn suggest(&mut self) {
        let (measure, cap) = (self.ceilings.measure, self.ceilings.of(self.ceilings.measure));
        if let (Some(Overlay::Budget(budget)), Some(workshop)) = (&mut self.overlay, &self.workshop) {
            **budget = Budget::of(workshop, measure, cap, Cursor::default());
        }
    }

    /// Chooses the ideas of the set, in one action. What the room has chosen besides stays chosen.
    pub(super) fn accept_suggestion(&mut self, action: &str) {
        let Some(Overlay::Budget(budget)) = &self.overlay else { return };
        let ideas = budget.suggestion.to_choose();
        let choose = |id| Edit::Solution(id, SolutionEdit::Status(Status::Chosen));
        let edits: Vec<Edit> = ideas.map(choose).collect();
        let count = edits.len();
        if count == 0 || self.commit_quietly(action, edits) {
            self.notice = Some(Notice::SuggestionAccepted(count));
        }
    }

    /// Goes to the card of the selected candidate.
    pub(super) fn open_budgeted(&mut self) {
        let Some(Overlay::Budget(budget)) = &self.overlay else { return };
        if let Some(id) = budget.selected().map(|candidate| candidate.solution) {
            self.show_card(id);
        }
    }
}
