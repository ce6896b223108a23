//! The participants and their seats: who is here, who votes, in which order.
//!
//! Their initials are short names that no two share, for the seats of a vote. Drawing them is `ui::people`; what an edit
//! of a participant does, and why one with votes or words stays, is the domain's.

use std::collections::HashMap;

use super::cursor::Cursor;
use super::form::person::PersonField;
use super::form::{Field, Subject};
use super::notice::Notice;
use super::overlay::Overlay;
use super::{App, Place};
use crate::domain::{Edit, Name, Participant, PersonEdit, PersonId, Refusal, Seat};

/// The seats as they are seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Seats {
    /// Who is selected.
    pub person: Option<PersonId>,
    /// Their place.
    pub cursor: Cursor,
}

impl App {
    /// Opens the seats.
    pub(super) fn open_people(&mut self) {
        // They are of the open session, also when one asks for them at home.
        self.place = Place::Workshop;
        let first = self.people().first().map(|person| person.id);
        self.lay_over(Overlay::People(Seats { person: first, cursor: Cursor::default() }));
    }

    /// The participants of the open session.
    fn people(&self) -> &[Participant] {
        self.workshop.as_ref().map_or(&[], |workshop| &workshop.session().people)
    }

    /// The participant selected among the seats.
    #[must_use]
    pub fn selected_person(&self) -> Option<&Participant> {
        let Some(Overlay::People(seats)) = &self.overlay else { return None };
        self.people().iter().find(|person| Some(person.id) == seats.person)
    }

    /// Moves the selection by so many seats.
    pub(super) fn step_people(&mut self, by: isize) {
        let Some(Overlay::People(mut seats)) = self.overlay.clone() else { return };
        seats.cursor.step(by, self.people().len());
        seats.person = self.people().get(seats.cursor.place).map(|person| person.id);
        self.overlay = Some(Overlay::People(seats));
    }

    /// Lets the selection find its seat, and fits it to the rows that can be seen; whether anything moved.
    pub(super) fn settle_people(&mut self, rows: usize) -> bool {
        let Some(Overlay::People(before)) = self.overlay.clone() else { return false };
        let mut seats = before;
        let people = self.people();
        let place = people.iter().position(|person| Some(person.id) == seats.person);
        seats.cursor.place = place.unwrap_or(seats.cursor.place);
        seats.cursor.settle(people.len(), rows);
        seats.person = people.get(seats.cursor.place).map(|person| person.id);
        self.overlay = Some(Overlay::People(seats));
        seats != before
    }

    pub(super) fn select_person(&mut self, id: PersonId) {
        if let Some(Overlay::People(seats)) = &mut self.overlay {
            seats.person = Some(id);
        }
    }

    /// Adds the participants a text names; whether that worked.
    pub(super) fn add_people(&mut self, text: &str) -> bool {
        let Some(workshop) = &self.workshop else { return false };
        let mut next = workshop.history.next_person();
        let mut edits = Vec::new();
        for (name, team) in named(text) {
            let (Ok(name), Ok(team)) = (Name::new(name), team.map(Name::new).transpose()) else {
                self.notice = Some(Notice::TooLong(Name::LIMIT));
                return false;
            };
            let person = Participant { id: next, name, team, seat: Seat::Voter, present: true };
            next = PersonId::after(next.number());
            edits.push((person.id, Edit::AddPerson(person)));
        }
        let count = edits.len();
        let Some(last) = edits.last().map(|(id, _)| *id) else {
            self.notice = Some(Notice::NotBlank);
            return false;
        };
        let added = self.commit_quietly("add-person", edits.into_iter().map(|(_, edit)| edit).collect());
        if added {
            self.select_person(last);
            self.notice = Some(Notice::PeopleAdded(count));
        }
        added
    }

    /// Types into a field of the selected participant.
    pub(super) fn edit_person(&mut self, field: PersonField) {
        if let Some(id) = self.selected_person().map(|person| person.id) {
            self.edit_field(Subject::Person(id), Field::Person(field));
        }
    }

    /// Lets the selected participant come or go.
    pub(super) fn toggle_present(&mut self, action: &str) {
        self.change_person(action, |person| PersonEdit::Present(!person.present));
    }

    /// Makes the selected participant an observer, or a voter again.
    pub(super) fn toggle_seat(&mut self, action: &str) {
        self.change_person(action, |person| {
            PersonEdit::Seat(match person.seat {
                Seat::Voter => Seat::Observer,
                Seat::Observer => Seat::Voter,
            })
        });
    }

    /// Takes the selected participant off the list, unless votes or words are theirs.
    pub(super) fn remove_person(&mut self, action: &str) {
        let Some(name) = self.selected_person().map(|person| person.name.to_string()) else { return };
        if self.change_person(action, |_| PersonEdit::Remove) {
            self.notice = Some(Notice::PersonRemoved(name));
        } else if let Some(Notice::Refused(Refusal::PersonIsNeeded(_))) = self.notice {
            self.notice = Some(Notice::PersonNeeded(name));
        }
    }

    fn change_person(&mut self, action: &str, edit: impl FnOnce(&Participant) -> PersonEdit) -> bool {
        let Some(person) = self.selected_person() else { return false };
        let edit = Edit::Person(person.id, edit(person));
        self.commit_quietly(action, vec![edit])
    }

    /// Moves the selected participant one seat up or down.
    pub(super) fn move_person(&mut self, action: &str, by: isize) {
        let people = self.people();
        let id = self.selected_person().map(|person| person.id);
        let Some(place) = people.iter().position(|person| Some(person.id) == id) else { return };
        let beside = place.checked_add_signed(by).filter(|beside| *beside < people.len());
        let Some(beside) = beside else {
            self.notice = Some(Notice::EndReached);
            return;
        };
        let next = people.get(if by < 0 { beside } else { beside + 1 }).map(|person| person.id);
        self.change_person(action, |_| PersonEdit::MoveBefore(next));
    }
}

/// The names in a text, each with its team. `;` and the end of a line begin the next one; after the only comma stands a
/// team, several commas are between names.
fn named(text: &str) -> Vec<(&str, Option<&str>)> {
    let mut named = Vec::new();
    for part in text.split([';', '\n']).map(str::trim) {
        match part.split_once(',') {
            Some((name, team)) if !team.contains(',') => named.push((name.trim(), Some(team.trim()))),
            Some(_) | None => named.extend(part.split(',').map(|name| (name.trim(), None))),
        }
    }
    named.retain(|(name, _)| !name.is_empty());
    named.into_iter().map(|(name, team)| (name, team.filter(|team| !team.is_empty()))).collect()
}

/// Pasted names as they are typed: one a line with a team behind a comma or a tab, or all in one line.
pub(super) fn pasted(text: &str) -> String {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    match lines.as_slice() {
        [line] => line.replace('\t', ", ").split([',', ';']).map(str::trim).collect::<Vec<_>>().join("; "),
        lines => lines.iter().map(|line| line.replace('\t', ", ")).collect::<Vec<_>>().join("; "),
    }
}

/// Short names of participants, no two alike: the first letters of two names, or the first two of one. Those that would
/// be alike are numbered in the order in which they came, so that changing seats changes no one's.
#[must_use]
pub fn initials(people: &[Participant]) -> Vec<String> {
    let short: Vec<String> = people.iter().map(|person| short_of(&person.name)).collect();
    let mut alike: HashMap<&str, Vec<PersonId>> = HashMap::new();
    for (person, short) in people.iter().zip(&short) {
        alike.entry(short).or_default().push(person.id);
    }
    let number = |person: &Participant, short: &str| {
        let ids = alike.get(short)?;
        (ids.len() > 1).then(|| 1 + ids.iter().filter(|id| **id < person.id).count())
    };
    let initials = people.iter().zip(&short);
    initials
        .map(|(person, short)| match number(person, short) {
            Some(number) => format!("{short}{number}"),
            None => short.clone(),
        })
        .collect()
}

fn short_of(name: &str) -> String {
    let letters = |word: &str, count: usize| {
        word.chars().filter(|c| c.is_alphanumeric()).take(count).collect::<String>()
    };
    let mut words = name.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric));
    let (first, last) = (words.next().unwrap_or(name), words.next_back());
    let short = if let Some(last) = last {
        letters(first, 1).to_uppercase() + &letters(last, 1).to_uppercase()
    } else {
        let two = letters(first, 2);
        let mut both = two.chars();
        both.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default() + both.as_str()
    };
    if short.is_empty() { "?".to_owned() } else { short }
}
