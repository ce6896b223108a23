//! The capture line: what is told of the text of a new risk while it is typed, and what is added with it.
//!
//! Here: [`Capture`], and the risk made of what was typed. Not here: typing itself ([`super::typing`]), the guided form
//! (`guided`), pastes ([`super::paste`]), nor how alike two titles are (`domain::similar`).

use super::App;
use super::notice::Notice;
use super::typing::purpose::{Part, Purpose};
use crate::domain::advice::{Advice, advice};
use crate::domain::similar::{Near, Titles};
use crate::domain::{Edit, Key, Note, Risk, RiskId, Session, Title, Vocabulary};

/// What is known of the text in the capture line.
#[derive(Debug, Clone, Default)]
pub struct Capture {
    /// The risk it looks like.
    pub near: Option<Near>,
    /// What it is instead of an event.
    pub advice: Option<Advice>,
    /// The category its words point to.
    pub suggested: Option<Key>,
    /// The category it is added with.
    pub taken: Option<Key>,
    /// The risk added last, while the line is open.
    pub added: Option<RiskId>,
    /// Whether cause, event and consequence are asked for one after the other.
    pub guided: bool,
    titles: Titles,
}

impl Capture {
    /// Looks at a text.
    fn look(&mut self, session: &Session, words: &Vocabulary, text: &str) {
        let is_blank = text.trim().is_empty();
        self.near = if is_blank { None } else { self.titles(session).nearest(text) };
        self.advice = advice(text);
        self.suggested = words.category_of(text).cloned();
    }

    /// The titles of the session as they are now, those in the bin among them.
    pub(super) fn titles(&mut self, session: &Session) -> &Titles {
        self.titles.follow(session.risks.iter().map(|risk| (risk.id, &*risk.title)));
        &self.titles
    }

    /// Is ready for the next risk: a category stands for one only.
    fn clear(&mut self) {
        (self.near, self.advice, self.suggested, self.taken) = (None, None, None, None);
    }
}

impl App {
    /// Opens the capture line: the guided form if that is on.
    pub(super) fn open_capture(&mut self) {
        let guided = self.workshop.as_mut().is_some_and(|workshop| {
            workshop.capture.clear();
            workshop.capture.added = None;
            workshop.capture.guided
        });
        self.type_for(if guided { Purpose::Guided(Part::Cause) } else { Purpose::NewRisk });
    }

    /// Looks at the text in the capture line after every change of it.
    pub(super) fn look_at_capture(&mut self) {
        let is_event = |purpose| matches!(purpose, Purpose::NewRisk | Purpose::Guided(Part::Event));
        let text = self.typing.as_ref().filter(|it| is_event(it.purpose)).map(|it| it.input.text());
        if let (Some(text), Some(workshop)) = (text, &mut self.workshop) {
            workshop.capture.look(workshop.history.session(), &self.vocabulary, text);
        }
    }

    /// Takes the suggested category for the risk being typed, or leaves it again.
    pub(super) fn take_category(&mut self) {
        if let Some(workshop) = &mut self.workshop {
            let capture = &mut workshop.capture;
            capture.taken = if capture.taken.is_some() { None } else { capture.suggested.clone() };
        }
    }

    /// Adds a risk at the end of the list; whether that worked.
    pub(super) fn add_risk(&mut self, text: &str) -> bool {
        self.add_worded(text, Note::default(), Note::default())
    }

    /// Adds a risk with cause and consequence; whether that worked.
    pub(super) fn add_worded(&mut self, event: &str, cause: Note, consequence: Note) -> bool {
        let Ok(title) = Title::new(event.trim()) else {
            self.notice = Some(Notice::NotBlank);
            return false;
        };
        let (uid, origin) = (self.draw_uid(), self.origin_of_capture());
        let Some(workshop) = &mut self.workshop else { return false };
        let id = workshop.history.next_risk();
        workshop.filter.clear();
        let category = workshop.capture.taken.clone();
        let risk = Risk { cause, consequence, category, origin, ..Risk::new(id, uid, title, self.now) };
        let added = self.commit("add-risk", vec![Edit::AddRisk(Box::new(risk))]);
        if added {
            // The line itself tells what was added last; the footer goes on telling its keys.
            if let Some(workshop) = &mut self.workshop {
                workshop.capture.clear();
                workshop.capture.added = Some(id);
            }
        }
        added
    }
}
