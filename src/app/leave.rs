//! Ways out: `Esc` back by one, home, and the end of the program; none of them leaves anything unsaved.

use super::event::Effect;
use super::home::Shelf;
use super::notice::Notice;
use super::overlay::Overlay;
use super::workshop::{Pane, Step};
use super::{App, Place};

impl App {
    /// Whether the open session has to stay open, because its newest change is on no disk; tells so.
    pub(super) fn must_stay(&mut self) -> bool {
        let saving = self.workshop.as_ref().map(|workshop| &workshop.saving);
        let waits = saving.is_some_and(|it| it.waiting.is_some() && it.trouble.is_some());
        let stays = waits || self.is_slow_to_save();
        if stays {
            self.notice = Some(Notice::StaysOpen);
        }
        stays
    }

    /// Leaves what lies over the screen for something else. The risk selected in the ranking stays selected.
    pub(super) fn go_onward(&mut self) {
        let ranked = self.selected_rank();
        if let (Some(risk), Some(workshop)) = (ranked, &mut self.workshop) {
            workshop.select_risk(risk);
        }
        self.overlay = None;
        self.preparing.beneath = None;
    }

    pub(super) fn back(&mut self) {
        self.following = super::solve::Following::Nothing;
        if matches!(self.overlay, Some(Overlay::Preview(_))) {
            return self.leave_preview();
        }
        if matches!(self.overlay, Some(Overlay::Weights(_))) {
            return self.leave_weights();
        }
        if self.close_overlay() || self.dismiss_news() || self.stop_presenting() || self.leave_replay() {
            return;
        }
        if self.place == Place::Home {
            return self.back_from_home();
        }
        let Some(workshop) = &mut self.workshop else { return };
        if workshop.focus == Pane::Details {
            let pane = match (workshop.step, workshop.about_solution) {
                (Step::Solve, true) => Pane::Board,
                (step, _) => step.first_pane(),
            };
            workshop.focus = pane;
        } else if workshop.step == Step::Identify
            && (workshop.focus == Pane::Coverage || workshop.below == Pane::Coverage)
        {
            workshop.below = Pane::Details;
            workshop.focus = Pane::Risks;
        } else if !workshop.marks.is_empty() {
            workshop.marks.clear();
        } else if !workshop.clear_filter() {
            self.go_home();
        }
    }

    fn back_from_home(&mut self) {
        if self.home.clear_marks() || self.home.clear_filters() {
            return;
        }
        if self.home.shelf == Shelf::Bin {
            self.turn_shelf();
        } else if self.workshop.is_some() {
            self.place = Place::Workshop;
        } else {
            self.notice = Some(Notice::QLeaves);
        }
    }

    pub(super) fn go_home(&mut self) {
        if self.place == Place::Workshop {
            self.news.clear();
            self.ask_snapshot();
        }
        self.place = Place::Home;
        if let Some(workshop) = &self.workshop {
            self.home.selected = Some(workshop.path.clone());
        }
        self.ask(Effect::List);
    }

    /// In a session: save and go home. At home: leave, once everything is on disk.
    pub(super) fn quit(&mut self) {
        let saving = self.workshop.as_ref().map(|it| it.saving.clone()).unwrap_or_default();
        let waits = saving.waiting.is_some();
        if self.place == Place::Workshop {
            self.save();
            self.go_home();
            let folder = saving.trouble.and_then(|it| it.kept).filter(|_| !waits);
            self.notice = folder.map(Notice::KeptIn);
        } else if waits {
            self.leaving.get_or_insert(self.now);
            self.save();
        } else {
            self.ask(Effect::Quit);
        }
    }
}
