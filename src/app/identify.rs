//! Step 1: the risk list.

use super::App;
use super::form::risk::RiskField;
use super::form::{Field, Subject};
use super::notice::Notice;
use super::workshop::{Pane, Step};
use crate::domain::{Edit, Place, Risk, RiskEdit, RiskId};

impl App {
    /// Moves the focus to the details and starts at their first field.
    pub(super) fn open_details(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        if workshop.subject().is_some() {
            workshop.focus = Pane::Details;
            workshop.field.place = 0;
        }
    }

    /// Opens the details with the title in edit.
    pub(super) fn edit_title(&mut self) {
        self.open_details();
        let subject = self.workshop.as_ref().and_then(super::workshop::Workshop::subject);
        if let Some((subject, field)) = subject.and_then(|it| Some((it, *it.fields().first()?))) {
            self.edit_field(subject, field);
        }
    }

    /// The marked risks, or else the selected one.
    pub(super) fn marked_risks(&self) -> Vec<RiskId> {
        let Some(workshop) = &self.workshop else { return Vec::new() };
        if workshop.marks.is_empty() {
            workshop.risk.into_iter().collect()
        } else {
            workshop.marks.iter().copied().collect()
        }
    }

    /// Puts the marked risks, or the selected one, into the bin.
    pub(super) fn bin_risks(&mut self) {
        let risks = self.marked_risks();
        let count = risks.len();
        let edits = risks.into_iter().map(|id| Edit::Risk(id, RiskEdit::Place(Place::Bin))).collect();
        if self.commit_quietly("bin-risk", edits) {
            self.notice = Some(Notice::RisksBinned(count));
        }
    }

    /// Changes the selected risk by what `edit` makes of it.
    pub(super) fn edit_risk(&mut self, action: &str, edit: impl FnOnce(&Risk) -> RiskEdit) {
        let Some(risk) = self.workshop.as_ref().and_then(|workshop| workshop.selected_risk()) else { return };
        let edit = Edit::Risk(risk.id, edit(risk));
        self.commit_quietly(action, vec![edit]);
    }

    /// Opens a field of the selected risk.
    pub(super) fn edit_risk_field(&mut self, field: RiskField) {
        if let Some(id) = self.workshop.as_ref().and_then(|workshop| workshop.risk) {
            self.edit_field(Subject::Risk(id), Field::Risk(field));
        }
    }

    /// Marks the selected risk, or unmarks it, and goes on to the next.
    pub(super) fn mark_risk(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        if let Some(id) = workshop.risk {
            if !workshop.marks.remove(&id) {
                workshop.marks.insert(id);
            }
            workshop.step_risk(1);
        }
    }

    /// Selects the risk with this number, `4` or `R4`, on the list if it is there.
    pub(super) fn go_to_risk(&mut self, text: &str) {
        let digits = text.trim().trim_start_matches(['r', 'R']);
        let id = digits.parse().ok().and_then(RiskId::new);
        let Some(workshop) = &mut self.workshop else { return };
        let listed = |id: &RiskId| workshop.session().risk(*id).is_some_and(|it| it.place == Place::List);
        let Some(id) = id.filter(listed) else {
            self.notice = Some(Notice::NoSuchRisk(text.to_owned()));
            return;
        };
        workshop.filter.clear();
        workshop.refresh();
        workshop.select_risk(id);
        if workshop.step == Step::Solve {
            workshop.focus = Pane::Ranks;
        }
    }
}
