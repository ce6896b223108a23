//! Duels of tied risks: two neighbours of the ranking side by side, one key for the one that stands first, and why.
//!
//! What a duel decides and who can fight one is the domain's; how it is drawn is `ui::duel`'s.

use super::App;
use super::notice::{Notice, Unavailable};
use super::overlay::Overlay;
use super::typing::Typing;
use super::typing::purpose::Purpose;
use super::workshop::Workshop;
use crate::domain::{Duel, Edit, Line, RiskId, Session, Target};

/// Two tied neighbours side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pair {
    /// The one that stands in front now.
    pub left: RiskId,
    /// The one that stands behind it now.
    pub right: RiskId,
    /// The one that was chosen, while its reason is asked for.
    pub chosen: Option<RiskId>,
}

impl Pair {
    /// Who stands first and who second, if this one is chosen.
    const fn with_first(self, first: RiskId) -> (RiskId, RiskId) {
        if first.number() == self.left.number() { (first, self.right) } else { (first, self.left) }
    }
}

/// How the tie of a risk with the next one stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// Nothing but their numbers decides.
    Open,
    /// The duel at this place of the session's duels decides.
    Fought(usize),
}

/// How each risk of an order is tied with the next one; `None` where they are not tied.
pub(super) fn ties(session: &Session, order: &[RiskId], tied: &[bool]) -> Vec<Option<Tie>> {
    let next = order.iter().skip(1).map(Some).chain([None]);
    let tie = |((one, next), tied): ((&RiskId, Option<&RiskId>), &bool)| {
        let next = next.filter(|_| *tied)?;
        let fought = session.duels.iter().rposition(|duel| duel.is_between(*one, *next));
        let holds = |place: &usize| session.duels.get(*place).is_some_and(|duel| duel.first == *one);
        Some(fought.filter(holds).map_or(Tie::Open, Tie::Fought))
    };
    order.iter().zip(next).zip(tied).map(tie).collect()
}

impl Workshop {
    /// The ties of the risk at a place of the ranking, with the one in front of it and with the one behind it.
    #[must_use]
    pub fn ties_at(&self, place: usize) -> [Option<Tie>; 2] {
        let tie = |place: usize| self.derived.ties.get(place).copied().flatten();
        [place.checked_sub(1).and_then(tie), tie(place)]
    }

    /// The pair that a duel at this place of the ranking is about: one nobody has decided yet, before any other.
    fn pair_at(&self, place: usize) -> Option<Pair> {
        let [above, below] = self.ties_at(place);
        let first = match (above, below) {
            (Some(Tie::Open), None | Some(Tie::Fought(_))) | (Some(Tie::Fought(_)), None) => {
                place.checked_sub(1)?
            }
            (_, Some(_)) => place,
            (None, None) => return None,
        };
        let order = &self.derived.ranking.order;
        Some(Pair { left: *order.get(first)?, right: *order.get(first + 1)?, chosen: None })
    }
}

impl App {
    /// The pair of the risk selected in the ranking.
    fn pair(&self) -> Option<Pair> {
        let Some(Overlay::Ranking(cursor)) = &self.overlay else { return None };
        self.workshop.as_ref()?.pair_at(cursor.place)
    }

    /// Whether the risk selected in the ranking can fight a duel.
    pub(super) fn has_tie(&self) -> Result<(), Unavailable> {
        self.selected_rank().ok_or(Unavailable::NothingSelected)?;
        self.pair().map(|_| ()).ok_or(Unavailable::NoTie)
    }

    /// Puts the selected risk of the ranking beside the one it is tied with.
    pub(super) fn open_duel(&mut self) {
        if let Some(pair) = self.pair() {
            self.lay_over(Overlay::Duel(pair));
        }
    }

    /// Chooses which of the two stands first, and asks why.
    pub(super) fn choose_in_duel(&mut self, of: impl FnOnce(&Pair) -> RiskId) {
        let Some(Overlay::Duel(pair)) = &mut self.overlay else { return };
        let chosen = of(pair);
        pair.chosen = Some(chosen);
        let (first, second) = pair.with_first(chosen);
        self.type_for(Purpose::Duel(first, second));
    }

    /// Records a duel with its reason, and shows the ranking again; whether that worked.
    pub(super) fn end_duel(&mut self, typing: &Typing, reason: &str) -> bool {
        let Purpose::Duel(first, second) = typing.purpose else { return true };
        let Ok(reason) = Line::new(reason.trim()) else {
            self.notice = Some(Notice::TooLong(Line::LIMIT));
            return false;
        };
        let is_told = !reason.is_empty();
        let done = self.commit_quietly("duel", vec![Edit::Duel(Duel { first, second, reason })]);
        if done {
            self.notice = Some(Notice::Duel { first, second, is_told });
            if matches!(self.overlay, Some(Overlay::Duel(_))) {
                self.close_overlay();
            }
            self.follow_in_ranking(Some(Target::Risk(first, None)));
        }
        done
    }

    /// Goes on with a reason left unfinished, if the two are still tied.
    pub(super) fn go_on_with_duel(&mut self, first: RiskId, second: RiskId) {
        self.open_ranking();
        self.follow_in_ranking(Some(Target::Risk(first, None)));
        match self.pair().filter(|pair| [pair.left, pair.right].contains(&second)) {
            Some(pair) => {
                self.lay_over(Overlay::Duel(pair));
                self.choose_in_duel(|_| first);
            }
            None => self.notice = Some(Notice::Refused(crate::domain::Refusal::NoTie(first, second))),
        }
    }

    /// Lets the selection of the ranking find a risk again.
    pub(super) fn follow_in_ranking(&mut self, target: Option<Target>) {
        let (Some(Overlay::Ranking(cursor)), Some(workshop)) = (&mut self.overlay, &self.workshop) else {
            return;
        };
        if let Some(Target::Risk(id, _)) = target
            && let Some(place) = workshop.derived.ranking.order.iter().position(|known| *known == id)
        {
            cursor.place = place;
        }
    }
}
