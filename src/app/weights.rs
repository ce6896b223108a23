//! The weights dial over the screen: what other weights would make of the ranking, before they are set.
//!
//! Turning changes nothing in the session; Enter sets the weights in one entry, Esc leaves them as they are and keeps what
//! was dialled for the next time. The rows stay in the order of the ranking as it is, so that nothing jumps while one turns:
//! each tells its rank now and with the weights dialled. What they would make is computed once per turn
//! (`domain::weighing`); how it is drawn is `ui::weights`'.

use super::App;
use super::chord::Chord;
use super::cursor::{Cursor, Motion};
use super::notice::Notice;
use super::overlay::Overlay;
use super::workshop::Workshop;
use crate::domain::weighing::Weighing;
use crate::domain::{Criterion, Edit, Refusal, RiskId, SessionEdit, Weight, Weights};

/// The dial on screen.
#[derive(Debug, Clone)]
pub struct Dial {
    /// The criterion that is turned.
    pub criterion: Criterion,
    /// The weights dialled, and what they would make of the ranking.
    pub weighing: Weighing,
    /// The selected risk.
    pub risk: Option<RiskId>,
    /// Its place in the ranking as it is.
    pub cursor: Cursor,
    /// The last entry of the state that the weighing is of.
    revision: u64,
}

impl Dial {
    /// Weighs anew, and finds the selected risk.
    fn weigh(&mut self, workshop: &Workshop, weights: Weights) {
        let ranking = &workshop.derived.ranking;
        self.weighing = Weighing::of(workshop.session(), ranking, weights);
        self.revision = workshop.history.revision();
        let place = ranking.order.iter().position(|id| Some(*id) == self.risk);
        self.cursor.place = place.unwrap_or(self.cursor.place);
        self.select(workshop);
    }

    fn select(&mut self, workshop: &Workshop) {
        self.risk = workshop.derived.ranking.order.get(self.cursor.place).copied();
    }

    /// Whether a risk would have another rank.
    fn moves(&self, workshop: &Workshop, id: RiskId) -> bool {
        let place = workshop.session().place_of(id);
        place.is_some_and(|at| workshop.derived.ranking.ranks.get(at) != self.weighing.ranking.ranks.get(at))
    }
}

impl App {
    /// Opens the dial at the selected risk, with what was dialled and not set before.
    pub(super) fn open_weights(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let risk = self.selected_rank().or(workshop.risk);
        let kept = self.dialled.as_ref().filter(|(path, _)| *path == workshop.path);
        let weights = kept.map_or(workshop.session().weights, |(_, weights)| *weights);
        let ranking = &workshop.derived.ranking;
        let weighing = Weighing::of(workshop.session(), ranking, weights);
        let cursor = Cursor::default();
        let mut dial = Dial { criterion: Criterion::Probability, weighing, risk, cursor, revision: 0 };
        dial.weigh(workshop, weights);
        let before = self.overlay.replace(Overlay::Weights(Box::new(dial)));
        self.preparing.beneath = before.filter(|it| matches!(it, Overlay::Ranking(_)));
    }

    /// Weighs again after a change of the session.
    pub(super) fn settle_weights(&mut self) {
        self.change_dial(|dial, workshop| {
            if dial.revision != workshop.history.revision() {
                dial.weigh(workshop, dial.weighing.weights);
            }
        });
    }

    fn change_dial(&mut self, change: impl FnOnce(&mut Dial, &Workshop)) {
        if let (Some(Overlay::Weights(dial)), Some(workshop)) = (&mut self.overlay, &self.workshop) {
            change(dial, workshop);
        }
    }

    fn dial(&self) -> Option<(&Dial, &Workshop)> {
        let Some(Overlay::Weights(dial)) = &self.overlay else { return None };
        Some((dial, self.workshop.as_ref()?))
    }

    /// Goes to the criterion above or below; the other ways lead through the risks.
    pub(super) fn move_on_dial(&mut self, motion: Motion, rows: usize) {
        let by = match motion {
            Motion::Up => -1,
            Motion::Down => 1,
            Motion::Left | Motion::Right => 0,
            Motion::First | Motion::Last | Motion::PageUp | Motion::PageDown => {
                return self.step_on_dial(motion.rows(rows));
            }
        };
        self.change_dial(|dial, _| {
            let all = Criterion::ALL;
            let place = all.iter().position(|it| *it == dial.criterion).unwrap_or(0);
            let place = place.saturating_add_signed(by).min(all.len() - 1);
            dial.criterion = all.get(place).copied().unwrap_or(dial.criterion);
        });
    }

    /// Moves by so many risks.
    pub(super) fn step_on_dial(&mut self, by: isize) {
        self.change_dial(|dial, workshop| {
            dial.cursor.step(by, workshop.derived.ranking.order.len());
            dial.select(workshop);
        });
    }

    /// Goes to the next risk that would have another rank, in this direction, round and round.
    pub(super) fn next_moved(&mut self, by: isize) {
        let Some((dial, workshop)) = self.dial() else { return };
        let order = &workshop.derived.ranking.order;
        let length = isize::try_from(order.len()).unwrap_or(isize::MAX);
        let place = isize::try_from(dial.cursor.place).unwrap_or(0);
        let at = |step: isize| usize::try_from((place + step * by).rem_euclid(length)).ok();
        let moves = |at: &usize| order.get(*at).is_some_and(|id| dial.moves(workshop, *id));
        match (1..=length).filter_map(at).find(moves) {
            Some(found) => self.change_dial(|dial, workshop| {
                dial.cursor.place = found;
                dial.select(workshop);
            }),
            None => self.notice = Some(Notice::NothingMoves),
        }
    }

    /// Turns the selected criterion up or down by one.
    pub(super) fn turn_weight(&mut self, by: i8) {
        let Some((dial, _)) = self.dial() else { return };
        let now = dial.weighing.weights.of(dial.criterion).number();
        match now.checked_add_signed(by).and_then(Weight::new) {
            Some(weight) => self.set_weight(weight),
            None => self.notice = Some(Notice::EndReached),
        }
    }

    /// Turns the selected criterion to the digit that was pressed.
    pub(super) fn dial_weight(&mut self, chord: Option<Chord>) {
        let digit = chord.and_then(Chord::typed).and_then(|typed| typed.to_digit(10));
        if let Some(weight) = digit.and_then(|digit| u8::try_from(digit).ok()).and_then(Weight::new) {
            self.set_weight(weight);
        }
    }

    /// Turns the selected criterion to a weight, unless none would have any then.
    fn set_weight(&mut self, weight: Weight) {
        let Some((dial, _)) = self.dial() else { return };
        let weights = dial.weighing.weights.with(dial.criterion, weight);
        if weights.sum() == 0 {
            self.notice = Some(Notice::Refused(Refusal::NoWeight));
        } else {
            self.change_dial(|dial, workshop| dial.weigh(workshop, weights));
        }
    }

    /// Turns back to the weights of the session; once they stand there, to those that sessions have at first.
    pub(super) fn reset_weights(&mut self) {
        let Some((dial, workshop)) = self.dial() else { return };
        let own = workshop.session().weights;
        let to = if dial.weighing.weights == own { Weights::default() } else { own };
        if dial.weighing.weights == to {
            self.notice = Some(Notice::WeightsAreDefault);
        } else {
            self.notice = (to != own).then_some(Notice::WeightsAreDefault);
            self.change_dial(|dial, workshop| dial.weigh(workshop, to));
        }
    }

    /// Sets the weights dialled, in one entry, and goes back to what was shown before.
    pub(super) fn set_weights(&mut self, action: &str) {
        let Some((dial, workshop)) = self.dial() else { return };
        let weights = dial.weighing.weights;
        let changes = weights != workshop.session().weights;
        if self.commit_quietly(action, vec![Edit::Session(SessionEdit::Weights(weights))]) {
            self.dialled = None;
            self.notice = Some(if changes { Notice::WeightsSet(weights) } else { Notice::WeightsAsBefore });
            self.close_dial();
        }
    }

    /// Leaves the weights as they are; what was dialled is kept for the next time.
    pub(super) fn leave_weights(&mut self) {
        let Some((dial, workshop)) = self.dial() else { return };
        let (dialled, own) = (dial.weighing.weights, workshop.session().weights);
        self.dialled = (dialled != own).then(|| (workshop.path.clone(), dialled));
        self.notice = (dialled != own).then_some(Notice::WeightsKept(own));
        self.close_dial();
    }

    /// The ranking that lay under the dial comes back at the risk selected there.
    fn close_dial(&mut self) {
        let place = self.dial().and_then(|(dial, workshop)| {
            workshop.derived.ranking.order.iter().position(|id| Some(*id) == dial.risk)
        });
        self.close_overlay();
        if let (Some(Overlay::Ranking(cursor)), Some(place)) = (&mut self.overlay, place) {
            cursor.place = place;
        }
    }
}
