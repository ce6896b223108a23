//! Texts left unfinished: keeping them on disk, taking them up again when a session is opened, going on with one.
//!
//! How a text becomes a draft is in [`super::typing`].

use jiff::SignedDuration;

use super::banner::News;
use super::event::{Access, Effect};
use super::form::risk::RiskField;
use super::form::{Editor, Field, Subject};
use super::typing::purpose::Purpose;
use super::workshop::saving::Drafted;
use super::workshop::{Pane, Step, Workshop};
use super::{App, Draft, Place};
use crate::domain::Name;

/// After so long a change of the text being typed goes to the disk.
pub(super) const DRAFTED: SignedDuration = SignedDuration::from_secs(1);

impl App {
    /// Takes up the texts left unfinished that were found with the open session.
    pub(super) fn take_up_drafts(&mut self, found: Vec<(String, String)>) {
        let Some(workshop) = &mut self.workshop else { return };
        if matches!(workshop.access, Access::Elsewhere { .. } | Access::Barred { .. }) {
            // They are the other window's, or stay where they are.
            return;
        }
        let (mut known, mut strays) = (Vec::new(), Vec::new());
        for (name, text) in found.iter().cloned() {
            match Purpose::parse(&name).filter(|purpose| workshop.takes(*purpose)) {
                Some(purpose) => known.push((purpose, text)),
                None => strays.push((name, text)),
            }
        }
        workshop.drafted = Drafted { kept: sorted(found), since: None, strays: strays.clone() };
        let path = Some(workshop.path.clone());
        let offered = workshop.access.is_full();
        for (name, text) in &strays {
            self.note_stray(name, text);
        }
        if !strays.is_empty() {
            self.tell(News::Strays(strays.len()));
        }
        for (purpose, text) in known.into_iter().rev() {
            if self.draft(purpose).is_none() {
                self.drafts.push(Draft { path: path.clone(), purpose, text });
            }
            if offered && self.can_go_on_with(purpose) {
                self.tell(News::Draft(purpose));
            }
        }
    }

    /// Whether a text for this purpose could be set now.
    fn can_go_on_with(&self, purpose: Purpose) -> bool {
        let closed = self.workshop.as_ref().is_some_and(|workshop| workshop.session().is_closed());
        !closed || matches!(purpose, Purpose::Field(_, field) if field.is_follow_up())
    }

    /// Asks the disk to keep the texts left unfinished, if they are not what it keeps already: the text being typed a
    /// second after its first change, everything else at once.
    pub(super) fn settle_drafts(&mut self) {
        let now = self.now;
        let Some(path) = self.workshop.as_ref().filter(|it| it.access.is_full()).map(|it| it.path.clone())
        else {
            return;
        };
        let typed = self.typed_draft();
        let drafts = self.session_drafts(typed.clone());
        let Some(workshop) = &mut self.workshop else { return };
        let drafted = &mut workshop.drafted;
        if drafts == drafted.kept {
            drafted.since = None;
            return;
        }
        if let Some((name, _)) = &typed {
            let others = |drafts: &[(String, String)]| {
                drafts.iter().filter(|(known, _)| known != name).cloned().collect::<Vec<_>>()
            };
            let since = *drafted.since.get_or_insert(now);
            let waits = since.checked_add(DRAFTED).is_ok_and(|at| at > now);
            if waits && others(&drafts) == others(&drafted.kept) {
                return;
            }
        }
        drafted.since = None;
        drafted.kept.clone_from(&drafts);
        self.ask(Effect::Drafts { path, drafts });
    }

    /// The text being typed, if it belongs to the open session and differs from what is saved.
    fn typed_draft(&self) -> Option<(String, String)> {
        let typing = self.typing.as_ref().filter(|typing| typing.purpose.is_of_session())?;
        typing.is_changed().then(|| (typing.purpose.name(), typing.kept()))
    }

    /// All texts of the open session left unfinished, that being typed among them.
    fn session_drafts(&self, typed: Option<(String, String)>) -> Vec<(String, String)> {
        let Some(workshop) = &self.workshop else { return Vec::new() };
        let of_session = |draft: &&Draft| draft.path.as_ref() == Some(&workshop.path);
        let left = self.drafts.iter().filter(of_session);
        let left = left.map(|draft| (draft.purpose.name(), draft.text.clone()));
        sorted(left.chain(typed).chain(workshop.drafted.strays.iter().cloned()).collect())
    }

    /// Shows where a text left unfinished belongs, and goes on with it.
    pub(super) fn go_on_with(&mut self, purpose: Purpose) {
        match purpose {
            Purpose::NewRisk | Purpose::Guided(_) => self.go_to_step(Step::Identify),
            Purpose::Paste => {
                self.go_to_step(Step::Identify);
                return self.go_on_with_paste();
            }
            Purpose::NewSolution(_) => self.go_to_step(Step::Solve),
            Purpose::Field(subject, field) => return self.go_on_with_field(subject, field),
            Purpose::NewTopic => self.open_lot(),
            Purpose::CloseSession => self.open_gaps(true),
            Purpose::Votes(risk, cell) => return self.go_on_with_votes(risk, cell),
            Purpose::Duel(first, second) => return self.go_on_with_duel(first, second),
            Purpose::Dots(risk) => return self.resume_dots(risk),
            Purpose::Decision(risk, _) | Purpose::Review(risk) => self.show_by_rank(risk),
            Purpose::NewPerson => {
                self.place = Place::Workshop;
                self.open_people();
            }
            Purpose::NewWorkshop
            | Purpose::FollowUp(..)
            | Purpose::Cap(_)
            | Purpose::SetTimer
            | Purpose::Find
            | Purpose::GoToRisk => return,
        }
        self.type_for(purpose);
    }

    fn go_on_with_field(&mut self, subject: Subject, field: Field) {
        match (subject, field) {
            (Subject::Session, _) => {
                self.place = Place::Workshop;
                self.open_prepare();
                self.select_prepared(field);
            }
            (Subject::Person(id), _) => {
                self.open_people();
                self.select_person(id);
            }
            (Subject::Risk(_), Field::Risk(RiskField::Reason(_))) => self.go_to_step(Step::Assess),
            (Subject::Risk(_), _) => self.go_to_step(Step::Identify),
            (Subject::Solution(_), _) => self.go_to_step(Step::Solve),
        }
        if let Some(workshop) = &mut self.workshop {
            workshop.show(subject, field);
        }
        match field.editor() {
            Editor::Line(_) | Editor::Note => self.edit_field(subject, field),
            Editor::Choice | Editor::Choices | Editor::Fixed => {
                self.type_field(subject, field, Some(Name::LIMIT));
            }
        }
    }
}

impl Workshop {
    /// Whether a text for this purpose belongs to something that is there.
    fn takes(&self, purpose: Purpose) -> bool {
        let session = self.session();
        match purpose {
            Purpose::NewRisk
            | Purpose::Guided(_)
            | Purpose::Paste
            | Purpose::NewSolution(None)
            | Purpose::NewTopic
            | Purpose::CloseSession
            | Purpose::NewPerson
            | Purpose::Field(Subject::Session, _) => true,
            Purpose::Field(Subject::Person(id), _) => session.person(id).is_some(),
            Purpose::NewSolution(Some(id))
            | Purpose::Votes(id, _)
            | Purpose::Dots(id)
            | Purpose::Decision(id, _)
            | Purpose::Review(id)
            | Purpose::Field(Subject::Risk(id), _) => session.risk(id).is_some(),
            Purpose::Duel(first, second) => session.risk(first).and(session.risk(second)).is_some(),
            Purpose::Field(Subject::Solution(id), _) => session.solution(id).is_some(),
            Purpose::NewWorkshop
            | Purpose::FollowUp(..)
            | Purpose::Cap(_)
            | Purpose::SetTimer
            | Purpose::Find
            | Purpose::GoToRisk => false,
        }
    }

    /// Selects a field where the step shows it.
    fn show(&mut self, subject: Subject, field: Field) {
        match (subject, field) {
            (Subject::Session | Subject::Person(_), _) => return,
            (Subject::Risk(id), Field::Risk(RiskField::Reason(cell))) => {
                self.select_risk(id);
                self.cell = cell;
                return;
            }
            (Subject::Risk(id), _) => self.select_risk(id),
            (Subject::Solution(id), _) => self.select_solution(id),
        }
        if self.subject() == Some(subject) {
            self.focus = Pane::Details;
            self.field.place = subject.fields().iter().position(|known| *known == field).unwrap_or(0);
        }
    }
}

fn sorted(mut drafts: Vec<(String, String)>) -> Vec<(String, String)> {
    drafts.sort();
    drafts
}
