//! Names that fit while the name of an owner is typed: participants first, then the other owners of the session.
//!
//! Nothing is taken without being asked for: Enter sets what stands in the line or was picked with the arrows, Tab puts the
//! first name that fits into it. Any other name is free text. Drawing them is `ui::names`.

use super::App;
use super::form::Field;
use super::form::risk::RiskField;
use super::form::solution::SolutionField;
use super::search::folded;
use super::typing::Typing;
use crate::domain::{Name, Session};

/// The names there are, and which one was picked.
#[derive(Debug, Clone, Default)]
pub struct Names {
    known: Vec<Name>,
    /// Its place among those that fit.
    picked: Option<usize>,
}

impl Names {
    /// The names for a field that holds one.
    pub(super) fn of(session: &Session, field: Field) -> Option<Self> {
        let is_owner = matches!(
            field,
            Field::Risk(RiskField::Owner | RiskField::SignWatcher) | Field::Solution(SolutionField::Owner)
        );
        is_owner.then(|| {
            let people = session.people.iter().map(|person| &person.name);
            let of_risks = session.risks.iter().filter_map(|risk| risk.owner.as_ref());
            let of_solutions = session.solutions.iter().filter_map(|solution| solution.owner.as_ref());
            Self::from(people.chain(of_risks).chain(of_solutions))
        })
    }

    /// These names, each once.
    pub(super) fn from<'a>(names: impl Iterator<Item = &'a Name>) -> Self {
        let mut known: Vec<Name> = Vec::new();
        for name in names {
            if !known.contains(name) {
                known.push(name.clone());
            }
        }
        Self { known, picked: None }
    }
}

impl Typing {
    /// The names that fit what is typed: all of them before anything is changed, else those of which it is the beginning
    /// before those of which it is the beginning of a later word.
    #[must_use]
    pub fn fitting_names(&self) -> Vec<&Name> {
        let Some(names) = &self.names else { return Vec::new() };
        let text = self.input.text().trim();
        let others = names.known.iter().filter(|name| name.as_str() != text);
        if !self.is_changed() || text.is_empty() {
            return others.collect();
        }
        let begun = folded(text);
        let first = |name: &&Name| folded(name).starts_with(&begun);
        let later = |name: &&Name| !first(name) && folded(name).contains(&format!(" {begun}"));
        let (front, back) = (others.clone().filter(first), others.filter(later));
        front.chain(back).collect()
    }

    /// Whether it is a name that is not known.
    #[must_use]
    pub fn is_new_name(&self) -> bool {
        let text = self.input.text().trim();
        self.names.as_ref().is_some_and(|names| names.known.iter().all(|name| name.as_str() != text))
    }

    /// The place of the name picked with the arrows, among those that fit.
    #[must_use]
    pub fn picked_name(&self) -> Option<usize> {
        self.names.as_ref().and_then(|names| names.picked)
    }

    /// What Enter sets: the name picked, or the text; a known name in any case or without accents is spelled as it is
    /// known.
    pub(super) fn set_by_enter(&self) -> String {
        let text = self.input.text();
        let Some(names) = &self.names else { return text.to_owned() };
        let picked = names.picked.and_then(|place| self.fitting_names().get(place).copied());
        let is_it = |name: &&Name| folded(name) == folded(text.trim());
        picked
            .or_else(|| names.known.iter().find(is_it).filter(|_| self.is_changed()))
            .map_or_else(|| text.to_owned(), Name::to_string)
    }
}

impl App {
    /// Picks the name below or above; above the first one is what was typed.
    pub(super) fn pick_name(&mut self, by: isize) {
        let Some(typing) = &mut self.typing else { return };
        let count = typing.fitting_names().len();
        if let Some(names) = &mut typing.names {
            let place = names.picked.map_or(0, |place| place + 1).saturating_add_signed(by).min(count);
            names.picked = place.checked_sub(1);
        }
    }

    /// Puts the picked name, or the first that fits, into the line; without one, Tab goes on as in any text.
    pub(super) fn complete_name(&mut self) {
        let Some(typing) = &mut self.typing else { return };
        let is_asked = typing.is_changed() || typing.picked_name().is_some();
        let place = typing.picked_name().unwrap_or(0);
        let name = typing.fitting_names().get(place).filter(|_| is_asked).map(ToString::to_string);
        match name {
            Some(name) => {
                typing.input.replace_all(&name);
                self.text_changed();
            }
            None => self.next_field(),
        }
    }

    /// Lets go of the picked name once something else is typed.
    pub(super) fn unpick_name(&mut self) {
        if let Some(names) = self.typing.as_mut().and_then(|typing| typing.names.as_mut()) {
            names.picked = None;
        }
    }
}
