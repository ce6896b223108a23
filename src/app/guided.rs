//! The guided form: cause, event and consequence of a new risk asked for one after the other.
//!
//! The parts that are not being typed are drafts like any other text left unfinished, so that nothing of them is lost,
//! neither by Esc nor by a crash.

use super::App;
use super::notice::Notice;
use super::typing::Typing;
use super::typing::purpose::{Part, Purpose};
use crate::domain::Note;

impl App {
    /// Turns the guided form on or off; what is being typed is the event, and goes along.
    pub(super) fn turn_guided(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        workshop.capture.guided = !workshop.capture.guided;
        let guided = workshop.capture.guided;
        let typing = self.typing.take();
        match typing.as_ref().map(|typing| typing.purpose) {
            Some(Purpose::NewRisk) => {
                self.hand_over(typing, Purpose::Guided(Part::Event));
                self.type_for(Purpose::Guided(Part::Cause));
            }
            Some(Purpose::Guided(part)) => {
                self.hand_over(typing, Purpose::Guided(part));
                if let Some(event) = self.take_draft(Purpose::Guided(Part::Event)) {
                    self.keep_draft(Purpose::NewRisk, event);
                }
                self.type_for(Purpose::NewRisk);
            }
            Some(
                Purpose::NewWorkshop
                | Purpose::Paste
                | Purpose::NewSolution(_)
                | Purpose::NewTopic
                | Purpose::NewPerson
                | Purpose::Votes(..)
                | Purpose::Decision(..)
                | Purpose::Review(_)
                | Purpose::Cap(_)
                | Purpose::SetTimer
                | Purpose::Find
                | Purpose::GoToRisk
                | Purpose::Field(..),
            )
            | None => self.typing = typing,
        }
        self.notice = Some(Notice::Guided(guided));
    }

    /// Takes a part, and asks for the next one; after the last one the risk is added.
    pub(super) fn set_part(&mut self, part: Part, typing: Typing) {
        let is_blank = typing.input.text().trim().is_empty();
        match part {
            Part::Event if is_blank => {
                self.typing = Some(typing);
                self.notice = Some(Notice::NeedsEvent);
            }
            Part::Cause => self.go_to_part(typing, Part::Event),
            Part::Event => self.go_to_part(typing, Part::Consequence),
            Part::Consequence => self.add_parts(typing),
        }
    }

    /// Goes back to the part before.
    pub(super) fn previous_part(&mut self) {
        let Some(typing) = self.typing.take() else { return };
        match typing.purpose {
            Purpose::Guided(part) => self.go_to_part(typing, part.previous().unwrap_or(part)),
            Purpose::NewWorkshop
            | Purpose::NewRisk
            | Purpose::Paste
            | Purpose::NewSolution(_)
            | Purpose::NewTopic
            | Purpose::NewPerson
            | Purpose::Votes(..)
            | Purpose::Decision(..)
            | Purpose::Review(_)
            | Purpose::Cap(_)
            | Purpose::SetTimer
            | Purpose::Find
            | Purpose::GoToRisk
            | Purpose::Field(..) => self.typing = Some(typing),
        }
    }

    /// The text of a part that is not being typed.
    #[must_use]
    pub fn part(&self, part: Part) -> &str {
        self.draft(Purpose::Guided(part)).map_or("", |draft| &draft.text)
    }

    fn go_to_part(&mut self, typing: Typing, part: Part) {
        let purpose = typing.purpose;
        self.hand_over(Some(typing), purpose);
        self.type_for(Purpose::Guided(part));
    }

    /// Keeps what was typed as the draft of a purpose.
    fn hand_over(&mut self, typing: Option<Typing>, purpose: Purpose) {
        let text = typing.map(|typing| typing.input.text().to_owned());
        if let Some(text) = text.filter(|text| !text.trim().is_empty()) {
            self.take_draft(purpose);
            self.keep_draft(purpose, text);
        }
    }

    fn add_parts(&mut self, typing: Typing) {
        let event = self.part(Part::Event).to_owned();
        let note = |text: &str| Note::new(text.trim()).unwrap_or_default();
        let (cause, consequence) = (note(self.part(Part::Cause)), note(typing.input.text()));
        if event.trim().is_empty() {
            self.go_to_part(typing, Part::Event);
            self.notice = Some(Notice::NeedsEvent);
        } else if self.add_worded(&event, cause, consequence) {
            for part in Part::ALL {
                self.take_draft(Purpose::Guided(part));
            }
            self.type_for(Purpose::Guided(Part::Cause));
        } else {
            self.typing = Some(typing);
        }
    }
}
