//! One risk on the whole screen, for the room: what the selected step knows of it, in large letters.
//!
//! It is a way to look, not a place of its own: selection, cell and keys are those of the step behind it. How it is drawn
//! is `ui::present`'s.

use super::action::Action;
use super::workshop::{Pane, Workshop};
use super::{App, Place};

/// What is shown of an open session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The panes of the step.
    #[default]
    Step,
    /// One risk, for the room.
    Room,
}

/// What is done to lists and details, which are not in sight.
const BEHIND: [Action; 15] = [
    Action::AddRisk,
    Action::Edit,
    Action::BinRisk,
    Action::AddSolution,
    Action::DrawCard,
    Action::AdoptCard,
    Action::DismissCard,
    Action::SortRisks,
    Action::GroupRisks,
    Action::MoveRiskUp,
    Action::MoveRiskDown,
    Action::MergeRisks,
    Action::GuidedWording,
    Action::Mark,
    Action::Find,
];

/// What is told first.
const FIRST: [Action; 5] =
    [Action::Present, Action::EnterVotes, Action::Reveal, Action::TakeMedian, Action::ReVote];

impl Workshop {
    /// Whether one risk fills the screen. Details opened from there are shown as ever; leaving them leads back.
    #[must_use]
    pub fn is_presenting(&self) -> bool {
        self.view == View::Room && self.is_on_list()
    }

    /// Ends it once the focus has gone anywhere but to the list or the details.
    fn settle_presenting(&mut self) {
        if self.risk.is_none() || !(self.is_on_list() || self.focus == Pane::Details) {
            self.view = View::Step;
        }
    }
}

impl App {
    /// Whether one risk of the open session fills the screen.
    #[must_use]
    pub fn is_presenting(&self) -> bool {
        self.place == Place::Workshop && self.workshop.as_ref().is_some_and(Workshop::is_presenting)
    }

    /// Shows the selected risk to the room, or the step again.
    pub(super) fn turn_presenting(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        if workshop.is_presenting() {
            workshop.view = View::Step;
        } else {
            workshop.view = View::Room;
            workshop.set_focus(workshop.step.first_pane());
        }
    }

    /// Goes back to the step; whether a risk was shown to the room.
    pub(super) fn stop_presenting(&mut self) -> bool {
        let presenting = self.is_presenting();
        if let Some(workshop) = self.workshop.as_mut().filter(|_| presenting) {
            workshop.view = View::Step;
        }
        presenting
    }

    /// Lets it end where something else came in front.
    pub(super) fn settle_presenting(&mut self) {
        if let Some(workshop) = &mut self.workshop {
            workshop.settle_presenting();
        }
    }

    /// What the footer tells of so many possible actions: in front of the room the way back and the votes first, and only
    /// what works on the risk that is shown.
    pub(super) fn fit_for_room(&self, hints: &mut Vec<Action>) {
        if !self.is_presenting() || self.overlay.is_some() || self.typing.is_some() {
            return;
        }
        hints.retain(|action| !BEHIND.contains(action));
        hints.insert(0, Action::Present);
        hints.sort_by_key(|action| FIRST.iter().position(|it| it == action).unwrap_or(FIRST.len()));
    }
}
