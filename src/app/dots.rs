//! The dot vote over the screen: dots typed risk by risk, and then where gut and score disagree.
//!
//! While dots are typed, no score is in sight. Hands or fingers go up for one risk after the other, and the facilitator
//! types their number; the line stays open and goes on to the next risk. What the dots come to is computed once per change
//! (`domain::gut`); how it is drawn is `ui::dots`'.

use super::action::Action;
use super::chord::{Chord, Key};
use super::cursor::Cursor;
use super::notice::{Notice, Unavailable};
use super::overlay::Overlay;
use super::typing::purpose::Purpose;
use super::workshop::Workshop;
use super::{App, Place};
use crate::domain::gut::Gut;
use crate::domain::{self, Edit, Risk, RiskEdit, RiskId, Session, SessionEdit, Target};

/// What is seen of the dot vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// The risks as they were entered, with their dots.
    #[default]
    Entering,
    /// Where gut and score disagree.
    Comparing,
}

/// The dot vote on screen.
#[derive(Debug, Clone, Default)]
pub struct DotVote {
    /// What is seen.
    pub view: View,
    /// The selected row.
    pub cursor: Cursor,
    /// The dots beside the ranking.
    pub gut: Gut,
    /// The last entry of the state that is of.
    revision: Option<u64>,
}

impl DotVote {
    /// How many rows there are.
    #[must_use]
    pub fn rows(&self, workshop: &Workshop) -> usize {
        match self.view {
            View::Entering => workshop.derived.counts.listed,
            View::Comparing => self.gut.disagreements.len() + self.gut.unscored.len(),
        }
    }

    /// The risk of a row.
    #[must_use]
    pub fn risk_at(&self, workshop: &Workshop, place: usize) -> Option<RiskId> {
        match self.view {
            View::Entering => entered(workshop.session()).nth(place).map(|risk| risk.id),
            View::Comparing => self.compared().nth(place),
        }
    }

    /// The row of a risk.
    fn place_of(&self, workshop: &Workshop, id: RiskId) -> Option<usize> {
        match self.view {
            View::Entering => entered(workshop.session()).position(|risk| risk.id == id),
            View::Comparing => self.compared().position(|known| known == id),
        }
    }

    /// The risks compared that are shown, in their order.
    fn compared(&self) -> impl Iterator<Item = RiskId> {
        let scored = self.gut.disagreements.iter().map(|it| it.risk);
        scored.chain(self.gut.unscored.iter().map(|(id, _)| *id))
    }

    fn compute(&mut self, workshop: &Workshop) {
        let revision = Some(workshop.history.revision());
        if self.revision != revision {
            self.gut = Gut::of(workshop.session(), &workshop.derived.ranking);
            self.revision = revision;
        }
    }
}

/// The risks on the list, in the order of entry.
pub fn entered(session: &Session) -> impl Iterator<Item = &Risk> {
    session.risks.iter().map(|risk| &**risk).filter(|risk| risk.place == domain::Place::List)
}

/// How many dots the people who are here and vote have together; `None` if nobody is here.
#[must_use]
pub fn dots_of_all(workshop: &Workshop) -> Option<u32> {
    let people = u32::try_from(workshop.derived.voters.len()).unwrap_or(u32::MAX);
    (people > 0).then(|| people.saturating_mul(workshop.session().dots_each.into()))
}

impl App {
    /// Opens the dot vote where dots are typed.
    pub(super) fn open_dot_vote(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let place = entered(workshop.session()).position(|risk| Some(risk.id) == workshop.risk).unwrap_or(0);
        let mut vote = DotVote { cursor: Cursor { place, offset: 0 }, ..DotVote::default() };
        vote.compute(workshop);
        self.place = Place::Workshop;
        self.lay_over(Overlay::Dots(Box::new(vote)));
    }

    /// Computes the comparison again after a change of the session.
    pub(super) fn settle_dot_vote(&mut self) {
        if let (Some(Overlay::Dots(vote)), Some(workshop)) = (&mut self.overlay, &self.workshop) {
            vote.compute(workshop);
        }
    }

    /// The dot vote with its session, if it is open.
    fn dot_vote(&self) -> Option<(&DotVote, &Workshop)> {
        let Some(Overlay::Dots(vote)) = &self.overlay else { return None };
        Some((vote, self.workshop.as_ref()?))
    }

    /// How many rows the open dot vote has.
    #[must_use]
    pub fn dot_rows(&self) -> usize {
        self.dot_vote().map_or(0, |(vote, workshop)| vote.rows(workshop))
    }

    /// The risk selected in the dot vote.
    #[must_use]
    pub fn dotted(&self) -> Option<RiskId> {
        let (vote, workshop) = self.dot_vote()?;
        vote.risk_at(workshop, vote.cursor.place)
    }

    /// Whether dots can be typed for the selected risk.
    pub(super) fn takes_dots(&self) -> Result<(), Unavailable> {
        match self.dot_vote() {
            Some((vote, _)) if vote.view == View::Entering => {
                self.dotted().map(|_| ()).ok_or(Unavailable::NothingSelected)
            }
            Some(_) | None => Err(Unavailable::Comparing),
        }
    }

    /// Whether any risk has dots.
    pub(super) fn has_dots(&self) -> bool {
        self.workshop.as_ref().is_some_and(|it| it.session().risks.iter().any(|risk| risk.dots > 0))
    }

    /// Opens the line for the selected risk, with the digit that was typed.
    pub(super) fn type_dots(&mut self, chord: Option<Chord>) {
        let Some(risk) = self.dotted() else { return };
        self.type_for(Purpose::Dots(risk));
        if let (Some(typing), Some(digit)) = (&mut self.typing, chord.and_then(Chord::typed)) {
            typing.input.insert(digit);
        }
    }

    /// Types dots for the selected risk, or goes to it on the grid.
    pub(super) fn open_dotted(&mut self) {
        let Some((vote, _)) = self.dot_vote() else { return };
        match (vote.view, self.dotted()) {
            (View::Entering, _) => match self.availability(Action::TypeDots) {
                Ok(()) => self.type_dots(None),
                Err(why) => self.notice = Some(Notice::Unavailable(Action::TypeDots, why)),
            },
            (View::Comparing, Some(risk)) => self.show_on_grid(risk),
            (View::Comparing, None) => {}
        }
    }

    /// Gives a key to the line: arrows store what is typed and go to the risk beside, digits are typed, and any other sign
    /// is refused; whether it was taken, `None` if no dots are typed or the key is one of any text.
    pub(super) fn types_dots(&mut self, chord: Chord) -> Option<bool> {
        let Purpose::Dots(risk) = self.typing.as_ref()?.purpose else { return None };
        let by = if chord == Chord::plain(Key::Up) {
            -1
        } else if chord == Chord::plain(Key::Down) {
            1
        } else if chord.typed().is_some_and(|sign| !sign.is_ascii_digit()) {
            self.notice = Some(Notice::NotDots);
            return Some(true);
        } else {
            return None;
        };
        let text = self.typing.as_ref().map_or_else(String::new, |typing| typing.input.text().to_owned());
        if self.set_dots(risk, &text) {
            self.typing = None;
            self.go_on_with_dots(by);
        }
        Some(true)
    }

    /// Stores the dots of a risk; nothing typed leaves them as they are. Whether that worked.
    pub(super) fn set_dots(&mut self, risk: RiskId, text: &str) -> bool {
        let text = text.trim();
        if text.is_empty() {
            return true;
        }
        let Ok(dots) = text.parse() else {
            self.notice = Some(Notice::NotDots);
            return false;
        };
        self.commit_quietly("dots", vec![Edit::Risk(risk, RiskEdit::Dots(dots))])
    }

    /// Opens the line for the risk so many rows on; behind the last one it stays closed.
    pub(super) fn go_on_with_dots(&mut self, by: isize) {
        let rows = self.dot_rows();
        let Some(Overlay::Dots(vote)) = &mut self.overlay else { return };
        let is_last = by > 0 && vote.cursor.place + 1 >= rows;
        vote.cursor.step(by, rows);
        if is_last {
            let total = self.workshop.as_ref().map_or(0, |it| dots_in(it.session()));
            self.notice = Some(Notice::DotsIn(total));
        } else {
            self.type_dots(None);
        }
    }

    /// Goes on with dots left unfinished.
    pub(super) fn resume_dots(&mut self, risk: RiskId) {
        self.open_dot_vote();
        self.follow_in_dot_vote(Some(Target::Risk(risk, None)));
        self.type_dots(None);
    }

    /// Takes the dots of the selected risk away.
    pub(super) fn clear_dots(&mut self, action: &str) {
        if let Some(risk) = self.dotted() {
            self.commit_quietly(action, vec![Edit::Risk(risk, RiskEdit::Dots(0))]);
        }
    }

    /// Takes all dots away, in one entry.
    pub(super) fn restart_dots(&mut self, action: &str) {
        let Some(workshop) = &self.workshop else { return };
        let dotted = workshop.session().risks.iter().filter(|risk| risk.dots > 0);
        let edits = dotted.map(|risk| Edit::Risk(risk.id, RiskEdit::Dots(0))).collect();
        self.commit_quietly(action, edits);
    }

    /// Gives everybody a dot more or less.
    pub(super) fn change_dots_each(&mut self, action: &str, by: i8) {
        let now = self.workshop.as_ref().map_or(0, |it| it.session().dots_each);
        let edit = Edit::Session(SessionEdit::DotsEach(now.saturating_add_signed(by)));
        self.commit_quietly(action, vec![edit]);
    }

    /// Shows the other side of the dot vote, at the same risk if it is there.
    pub(super) fn turn_dot_vote(&mut self) {
        let selected = self.dotted();
        if let Some(Overlay::Dots(vote)) = &mut self.overlay {
            vote.view = match vote.view {
                View::Entering => View::Comparing,
                View::Comparing => View::Entering,
            };
            vote.cursor = Cursor::default();
        }
        self.follow_in_dot_vote(selected.map(|risk| Target::Risk(risk, None)));
    }

    /// Lets the selection of the dot vote find a risk again.
    pub(super) fn follow_in_dot_vote(&mut self, target: Option<Target>) {
        self.settle_dot_vote();
        let Some(Target::Risk(id, _)) = target else { return };
        let found = self.dot_vote().and_then(|(vote, workshop)| vote.place_of(workshop, id));
        if let (Some(Overlay::Dots(vote)), Some(place)) = (&mut self.overlay, found) {
            vote.cursor.place = place;
        }
    }
}

/// All dots of the risks on the list.
fn dots_in(session: &Session) -> usize {
    entered(session).map(|risk| usize::from(risk.dots)).sum()
}
