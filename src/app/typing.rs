//! Text being typed: what it is for, and what Enter, Tab and Esc do with it.

pub mod purpose;

use std::path::Path;

use self::purpose::Purpose;
use super::form::{self, Editor, Field, Reader, Subject};
use super::input::Input;
use super::names::Names;
use super::notice::Notice;
use super::overlay::Overlay;
use super::solve::Following;
use super::votes::{Told, VoteLine};
use super::{App, Draft, Effect, Place};
use crate::domain::{Line, Title};

/// Most characters of names of participants that are added at once.
const NAMES: usize = 4_000;

/// Text being typed.
#[derive(Debug, Clone)]
pub struct Typing {
    /// What it is for.
    pub purpose: Purpose,
    /// The text.
    pub input: Input,
    /// What stood there before.
    pub saved: String,
    /// The seats, if it is votes.
    pub votes: Option<VoteLine>,
    /// The names that may fit, if it is the name of an owner.
    pub names: Option<Names>,
}

impl Typing {
    pub(super) fn new(purpose: Purpose, saved: &str, draft: Option<&str>, limit: Option<usize>) -> Self {
        let input = match limit {
            Some(limit) => Input::line(saved).limited(limit),
            None => Input::note(saved).limited(crate::domain::Note::LIMIT),
        };
        let saved = input.text().to_owned();
        let mut typing = Self { purpose, input, saved, votes: None, names: None };
        if let Some(draft) = draft {
            typing.input.replace_all(draft);
        }
        typing
    }

    /// The text as it is kept when it is left.
    #[must_use]
    pub fn kept(&self) -> String {
        let text = self.input.text();
        self.votes.as_ref().map_or_else(|| text.to_owned(), |line| line.votes(text).to_string())
    }

    /// Whether it differs from what stood there before.
    #[must_use]
    pub fn is_changed(&self) -> bool {
        let text = self.input.text();
        self.votes.as_ref().map_or_else(|| text != self.saved, |line| line.differs(text))
    }
}

impl App {
    /// Begins typing for a purpose that is not a field, with what was left there.
    pub(super) fn type_for(&mut self, purpose: Purpose) {
        if let Purpose::Votes(risk, cell) = purpose {
            return self.type_votes(risk, cell);
        }
        let (saved, limit) = match purpose {
            Purpose::NewWorkshop => (self.title_to_carry(), Title::LIMIT),
            Purpose::NewRisk | Purpose::Guided(_) | Purpose::NewSolution(_) | Purpose::NewTopic => {
                (String::new(), Title::LIMIT)
            }
            Purpose::NewPerson => (String::new(), NAMES),
            Purpose::CloseSession => (self.reason_to_close(), Line::LIMIT),
            Purpose::Duel(..) => (String::new(), Line::LIMIT),
            Purpose::Dots(_) => (String::new(), 3),
            Purpose::Find => (self.filter().to_owned(), Line::LIMIT),
            Purpose::Decision(risk, course) => (self.known_reason(risk, course), Line::LIMIT),
            Purpose::Review(risk) => (self.known_review(risk), 40),
            Purpose::Cap(measure) => (self.known_cap(measure), 40),
            Purpose::GoToRisk
            | Purpose::FollowUp(..)
            | Purpose::SetTimer
            | Purpose::Paste
            | Purpose::Votes(..)
            | Purpose::Field(..) => (String::new(), 10),
        };
        let draft = self.take_draft(purpose);
        self.typing = Some(Typing::new(purpose, &saved, draft.as_deref(), Some(limit)));
        self.look_at_capture();
    }

    /// Begins to edit a field: text is typed, anything else is chosen.
    pub(super) fn edit_field(&mut self, subject: Subject, field: Field) {
        match field.editor() {
            Editor::Line(limit) => self.type_field(subject, field, Some(limit)),
            Editor::Note => self.type_field(subject, field, None),
            Editor::Choice | Editor::Choices => self.choose_field(subject, field),
            Editor::Fixed => {}
        }
    }

    /// Types into a field, even one that is usually chosen.
    pub(super) fn type_field(&mut self, subject: Subject, field: Field, limit: Option<usize>) {
        let Some(workshop) = &self.workshop else { return };
        let saved = form::text(workshop.session(), subject, field);
        // In open discussion no name is offered.
        let names = Names::of(workshop.session(), field).filter(|_| !workshop.blank);
        let purpose = Purpose::Field(subject, field);
        let draft = self.take_draft(purpose);
        self.typing = Some(Typing { names, ..Typing::new(purpose, &saved, draft.as_deref(), limit) });
    }

    /// Takes what was typed. In the capture line the next risk begins at once.
    pub(super) fn set_text(&mut self) {
        let Some(typing) = self.typing.take() else { return };
        let text = typing.set_by_enter();
        match typing.purpose {
            Purpose::NewWorkshop => match Title::new(text.trim()) {
                Ok(title) => {
                    // Until the session is there, the title is not lost.
                    self.keep_draft(Purpose::NewWorkshop, text);
                    self.preparing.awaited = None;
                    let effect = match self.preparing.from.take() {
                        Some(from) => Effect::CarryOver { from, title },
                        None => Effect::Create(title),
                    };
                    self.ask(effect);
                }
                Err(_) => self.type_again(typing, Notice::NotBlank),
            },
            Purpose::NewRisk | Purpose::NewSolution(_) | Purpose::NewTopic | Purpose::NewPerson
                if text.trim().is_empty() => {}
            Purpose::NewRisk => {
                if self.add_risk(&text) {
                    self.type_for(Purpose::NewRisk);
                } else {
                    self.typing = Some(typing);
                }
            }
            Purpose::Guided(part) => self.set_part(part, typing),
            Purpose::Paste => {}
            Purpose::NewSolution(risk) => {
                if self.add_solution(&text) {
                    self.link_new_solution(risk);
                } else {
                    self.typing = Some(typing);
                }
            }
            Purpose::NewPerson => {
                if self.add_people(&text) {
                    self.type_for(Purpose::NewPerson);
                } else {
                    self.typing = Some(typing);
                }
            }
            Purpose::NewTopic => {
                if !self.park_topic(&text) {
                    self.typing = Some(typing);
                }
            }
            Purpose::CloseSession => {
                if !self.close_because(&text) {
                    self.typing = Some(typing);
                }
            }
            Purpose::Votes(..) => {
                if !self.set_votes(&typing) {
                    self.typing = Some(typing);
                }
            }
            Purpose::Dots(risk) => {
                if self.set_dots(risk, &text) {
                    self.go_on_with_dots(1);
                } else {
                    self.typing = Some(typing);
                }
            }
            Purpose::Duel(..) => {
                if !self.end_duel(&typing, &text) {
                    self.typing = Some(typing);
                }
            }
            Purpose::SetTimer => {
                if !self.set_timer(&text) {
                    self.typing = Some(typing);
                }
            }
            Purpose::Decision(risk, course) => {
                if !self.set_reason(risk, course, &text) {
                    self.typing = Some(typing);
                }
            }
            Purpose::Review(risk) => {
                if !self.set_review(risk, &text) {
                    self.typing = Some(typing);
                }
            }
            Purpose::Cap(measure) => {
                if !self.set_cap(measure, &text) {
                    self.typing = Some(typing);
                }
            }
            Purpose::FollowUp(_, field) => {
                if !self.set_pending(field, &text) {
                    self.typing = Some(typing);
                }
            }
            Purpose::Find => self.set_filter(text),
            Purpose::GoToRisk => self.go_to_risk(&text),
            Purpose::Field(subject, field) => {
                if !self.set_field(subject, field, &text) {
                    self.typing = Some(typing);
                }
            }
        }
    }

    /// Takes what was typed and goes on to the next field of text.
    pub(super) fn next_field(&mut self) {
        let Some(typing) = &self.typing else { return };
        let was_empty = typing.input.text().trim().is_empty();
        match typing.purpose {
            Purpose::NewRisk if was_empty => {}
            Purpose::NewRisk => {
                let risks = self.count_risks();
                self.set_text();
                if self.count_risks() > risks {
                    self.typing = None;
                    self.notice =
                        self.workshop.as_ref().and_then(|it| it.capture.added).map(Notice::RiskAdded);
                    self.open_details();
                }
            }
            Purpose::NewWorkshop => {
                let title = typing.input.text().trim().to_owned();
                self.set_text();
                self.preparing.awaited = Some(title).filter(|_| self.typing.is_none());
            }
            Purpose::Field(subject, field) => {
                let goes_on = self.following == Following::NextCell;
                self.set_text();
                if self.typing.is_none() && !goes_on {
                    self.edit_next_text_field(subject, field);
                }
            }
            Purpose::Guided(_) => self.set_text(),
            Purpose::Paste
            | Purpose::NewPerson
            | Purpose::NewSolution(_)
            | Purpose::NewTopic
            | Purpose::CloseSession
            | Purpose::Votes(..)
            | Purpose::Duel(..)
            | Purpose::Dots(_)
            | Purpose::Decision(..)
            | Purpose::Review(_)
            | Purpose::FollowUp(..)
            | Purpose::Cap(_)
            | Purpose::SetTimer
            | Purpose::Find
            | Purpose::GoToRisk => {}
        }
    }

    fn count_risks(&self) -> usize {
        self.workshop.as_ref().map_or(0, |workshop| workshop.session().risks.len())
    }

    /// Tells the keys of what is typed.
    pub(super) fn help_on_text(&mut self) {
        let votes = self.typing.as_ref().is_some_and(|typing| typing.votes.is_some());
        self.notice = Some(if votes { Notice::Votes(Told::Help) } else { Notice::HelpOnText });
    }

    pub(super) fn take_draft(&mut self, purpose: Purpose) -> Option<String> {
        let draft = self.draft(purpose)?.clone();
        self.drafts.retain(|known| *known != draft);
        Some(draft.text)
    }

    pub(super) fn keep_draft(&mut self, purpose: Purpose, text: String) {
        let path = self.path_of(purpose).map(Path::to_owned);
        self.drafts.push(Draft { path, purpose, text });
    }

    fn edit_next_text_field(&mut self, subject: Subject, field: Field) {
        let fields = subject.fields();
        let after = fields.iter().position(|known| *known == field).map_or(0, |at| at + 1);
        let closed = self.workshop.as_ref().is_some_and(|workshop| workshop.session().is_closed());
        let closed = closed || self.is_under_review();
        let is_text = |field: &Field| {
            let can = !closed || field.is_follow_up();
            can && matches!(field.editor(), Editor::Line(_) | Editor::Note)
        };
        let next = fields.iter().enumerate().skip(after).find(|(_, field)| is_text(field));
        if let Some((place, next)) = next {
            match (subject, &mut self.workshop) {
                (Subject::Risk(_) | Subject::Solution(_), Some(workshop)) => workshop.field.place = place,
                (Subject::Session, _) => self.select_prepared(*next),
                (Subject::Person(_), _) | (_, None) => {}
            }
            self.edit_field(subject, *next);
        }
    }

    /// Leaves the text: a search is cleared, anything else stays as a draft if it differs from what is saved.
    pub(super) fn leave_text(&mut self) {
        let Some(typing) = self.typing.take() else { return };
        let following = std::mem::take(&mut self.following);
        match typing.purpose {
            Purpose::Find => self.set_filter(String::new()),
            Purpose::GoToRisk | Purpose::SetTimer | Purpose::Cap(_) | Purpose::FollowUp(..) => {}
            Purpose::NewWorkshop
            | Purpose::NewRisk
            | Purpose::Guided(_)
            | Purpose::Paste
            | Purpose::NewSolution(_)
            | Purpose::NewTopic
            | Purpose::CloseSession
            | Purpose::NewPerson
            | Purpose::Votes(..)
            | Purpose::Duel(..)
            | Purpose::Dots(_)
            | Purpose::Decision(..)
            | Purpose::Review(_)
            | Purpose::Field(..) => {
                if typing.is_changed() {
                    self.keep_draft(typing.purpose, typing.kept());
                }
                // Before the day to look again, the reason was typed.
                if typing.is_changed() || matches!(typing.purpose, Purpose::Review(_)) {
                    self.notice = Some(Notice::DraftKept);
                }
            }
        }
        if matches!(typing.purpose, Purpose::Duel(..)) {
            // The choice stands, without the reason it was asked for.
            self.end_duel(&typing, "");
        }
        if following == Following::NextCell {
            self.go_on_after_reason();
        }
    }

    /// Lets a search take effect while it is typed, and looks at a new risk.
    pub(super) fn text_changed(&mut self) {
        self.look_at_capture();
        self.unpick_name();
        if let Some(typing) = self.typing.as_ref().filter(|typing| typing.purpose == Purpose::Find) {
            let filter = typing.input.text().to_owned();
            self.set_filter(filter);
        }
    }

    fn type_again(&mut self, typing: Typing, notice: Notice) {
        self.typing = Some(typing);
        self.notice = Some(notice);
    }

    fn set_field(&mut self, subject: Subject, field: Field, text: &str) -> bool {
        let Some(workshop) = &self.workshop else { return true };
        let reader = Reader { today: self.today(), decimal: self.decimal };
        match form::typed(workshop.session(), subject, field, text, reader) {
            Ok(edit) => {
                let done = self.commit_quietly("edit-field", vec![edit]);
                if done {
                    self.tell_set(subject, field);
                    self.follow_up();
                }
                done
            }
            Err(notice) => {
                self.notice = Some(notice);
                false
            }
        }
    }

    fn filter(&self) -> &str {
        if let Some(Overlay::Changes(log)) = &self.overlay {
            return &log.filter.words;
        }
        match (self.place, &self.workshop) {
            (Place::Workshop, Some(workshop)) if workshop.finds_cards() => &workshop.board.filter.words,
            (Place::Workshop, Some(workshop)) => &workshop.filter,
            _ => &self.home.filter,
        }
    }

    fn set_filter(&mut self, filter: String) {
        if matches!(self.overlay, Some(Overlay::Changes(_))) {
            self.search_changes(filter);
        } else if let (Place::Workshop, Some(workshop)) = (self.place, &mut self.workshop) {
            if workshop.finds_cards() {
                workshop.board.filter.words = filter;
                workshop.filter_board();
            } else {
                workshop.filter = filter;
                workshop.rearrange();
            }
        } else {
            if !filter.trim().is_empty() && filter != self.home.filter {
                self.ask(Effect::Search(filter.clone()));
            }
            self.home.filter = filter;
            self.home.refresh();
        }
    }
}
