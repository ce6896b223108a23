//! Decisions about a risk: which way it goes, then why, then when to look again; and who answers for it.
//!
//! Nothing is decided before the last answer: one action, one undo. Until then what was answered is a draft, so that
//! neither Esc nor a crash loses it. How a decision reads is `ui::summary`'s.

use super::App;
use super::form::risk::RiskField;
use super::form::solution::SolutionField;
use super::form::{Field, Subject, value};
use super::notice::Notice;
use super::overlay::{Asked, Item};
use super::typing::purpose::Purpose;
use super::workshop::Step;
use crate::domain::{Course, Decision, Edit, RiskEdit, RiskId};

impl App {
    /// Asks which way the selected risk goes.
    pub(super) fn choose_course(&mut self) {
        let Some(risk) = self.workshop.as_ref().and_then(|workshop| workshop.selected_risk()) else { return };
        let (id, now) = (risk.id, risk.decision.course());
        let items = Course::ALL.map(|course| Item::Course(course, course == now)).to_vec();
        let place = Course::ALL.iter().position(|course| *course == now).unwrap_or(0);
        self.choose(Asked::Course(id), items, false, place);
    }

    /// Takes the way a risk goes; where that needs a reason, asks for it.
    pub(super) fn take_course(&mut self, risk: RiskId, course: Course) {
        match course {
            Course::Undecided => self.decide(risk, Decision::Undecided),
            Course::Treat => self.decide(risk, Decision::Treat),
            Course::Accept | Course::Transfer | Course::Avoid => {
                self.type_for(Purpose::Decision(risk, course));
            }
        }
    }

    /// Takes the reason; what is accepted needs a day to look again, too. Whether the reason can be taken.
    pub(super) fn set_reason(&mut self, risk: RiskId, course: Course, text: &str) -> bool {
        let reason = match value::line(text) {
            Ok(reason) => reason,
            Err(notice) => {
                self.notice = Some(notice);
                return false;
            }
        };
        match course {
            Course::Accept => {
                self.keep_draft(Purpose::Decision(risk, course), reason.to_string());
                self.type_for(Purpose::Review(risk));
            }
            Course::Transfer => self.decide(risk, Decision::Transfer { reason }),
            Course::Avoid => self.decide(risk, Decision::Avoid { reason }),
            Course::Undecided | Course::Treat => {}
        }
        true
    }

    /// Takes the day to look again at what is accepted, and decides; whether it is one.
    pub(super) fn set_review(&mut self, risk: RiskId, text: &str) -> bool {
        let review = match value::date(text, self.today()) {
            Ok(review) => review,
            Err(notice) => {
                self.notice = Some(notice);
                return false;
            }
        };
        let known = self.known_reason(risk, Course::Accept);
        let reason = self.take_draft(Purpose::Decision(risk, Course::Accept)).unwrap_or(known);
        if let Ok(reason) = value::line(&reason) {
            self.decide(risk, Decision::Accept { reason, review });
        }
        true
    }

    /// The reason a risk goes this way now; empty if it goes another one.
    pub(super) fn known_reason(&self, risk: RiskId, course: Course) -> String {
        let decision = self.decision_on(risk).filter(|decision| decision.course() == course);
        decision.map_or_else(String::new, |decision| decision.reason().to_owned())
    }

    /// The day to look again that stands now.
    pub(super) fn known_review(&self, risk: RiskId) -> String {
        self.decision_on(risk).and_then(Decision::review).map_or_else(String::new, |date| date.to_string())
    }

    fn decision_on(&self, risk: RiskId) -> Option<&Decision> {
        self.workshop.as_ref()?.session().risk(risk).map(|risk| &risk.decision)
    }

    fn decide(&mut self, risk: RiskId, decision: Decision) {
        let course = decision.course();
        let is_answer = |purpose: Purpose| matches!(purpose, Purpose::Decision(id, _) | Purpose::Review(id) if id == risk);
        if self.commit_quietly("decide", vec![Edit::Risk(risk, RiskEdit::Decision(decision))]) {
            let path = self.workshop.as_ref().map(|workshop| workshop.path.clone());
            self.drafts.retain(|draft| draft.path != path || !is_answer(draft.purpose));
            self.notice = Some(Notice::Decided(risk, course));
            self.follow_up();
        }
    }

    /// Asks who answers for what is selected.
    pub(super) fn edit_owner(&mut self) {
        match self.owned() {
            Some(subject @ Subject::Risk(_)) => self.edit_field(subject, Field::Risk(RiskField::Owner)),
            Some(subject @ Subject::Solution(_)) => {
                self.edit_field(subject, Field::Solution(SolutionField::Owner));
            }
            Some(Subject::Session | Subject::Person(_)) | None => {}
        }
    }

    /// Selects a risk in step 3.
    pub(super) fn show_by_rank(&mut self, risk: RiskId) {
        self.go_to_step(Step::Solve);
        if let Some(workshop) = &mut self.workshop {
            workshop.select_risk(risk);
        }
    }
}
