//! The parking lot: risks and topics put aside for now.
//!
//! A parked risk is taken back to the list, goes to the bin, or is carried over into the next session. It is carried over
//! by staying parked when the session is closed: what is parked in a closed session is what was carried over. A topic is
//! settled once it was talked about, or carried over by itself; either can be taken back. Closing asks for what is left
//! and is in [`super::gaps`]; how the parking lot is drawn is `ui::parking`'s.

use super::App;
use super::action::Action;
use super::cursor::Cursor;
use super::notice::{Notice, Unavailable};
use super::overlay::Overlay;
use crate::domain::{Edit, Place, RiskEdit, RiskId, Session, SessionEdit, Title, Topic, TopicId, TopicState};

/// A row of the parking lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parked {
    /// A risk.
    Risk(RiskId),
    /// A topic, and what became of it.
    Topic(TopicId, TopicState),
}

impl Parked {
    /// Whether it waits for a decision.
    #[must_use]
    pub const fn is_undecided(self) -> bool {
        matches!(self, Self::Risk(_) | Self::Topic(_, TopicState::Parked))
    }

    /// What people call it.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Risk(id) => id.to_string(),
            Self::Topic(id, _) => id.to_string(),
        }
    }
}

/// What is in the parking lot: risks, topics, then the topics that are decided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Lot {
    /// The rows.
    pub rows: Vec<Parked>,
    /// How many of them wait for a decision; they are the first. In a closed session none does.
    pub undecided: usize,
}

impl Lot {
    /// What is parked in a session.
    #[must_use]
    pub fn of(session: &Session) -> Self {
        let parked = session.risks.iter().filter(|risk| risk.place == Place::Parked);
        let mut rows: Vec<Parked> = parked.map(|risk| Parked::Risk(risk.id)).collect();
        for state in [TopicState::Parked, TopicState::CarriedOver, TopicState::Settled] {
            let topics = session.topics.iter().filter(|topic| topic.state == state);
            rows.extend(topics.map(|topic| Parked::Topic(topic.id, state)));
        }
        let waiting = rows.iter().filter(|row| row.is_undecided()).count();
        let undecided = if session.is_closed() { 0 } else { waiting };
        Self { rows, undecided }
    }
}

/// The parking lot on screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenLot {
    /// The selected row.
    pub cursor: Cursor,
}

impl App {
    /// Parks the marked risks, or the selected one.
    pub(super) fn park_risks(&mut self, action: &str) {
        let risks = self.marked_risks();
        let count = risks.len();
        let park = |id| Edit::Risk(id, RiskEdit::Place(Place::Parked));
        if self.commit_quietly(action, risks.into_iter().map(park).collect()) {
            self.notice = Some(Notice::Parked(count));
        }
    }

    /// Parks a topic; whether the text is one.
    pub(super) fn park_topic(&mut self, text: &str) -> bool {
        let Ok(text) = Title::new(text.trim()) else {
            self.notice = Some(Notice::NotBlank);
            return false;
        };
        let Some(workshop) = &self.workshop else { return false };
        let topic = Topic { id: workshop.history.next_topic(), text, state: TopicState::Parked };
        let id = topic.id;
        let parked = self.commit_quietly("park-topic", vec![Edit::AddTopic(topic)]);
        if parked {
            self.notice = Some(Notice::TopicParked(id));
        }
        parked
    }

    /// Shows the parking lot.
    pub(super) fn open_lot(&mut self) {
        if self.workshop.is_some() {
            self.place = super::Place::Workshop;
            self.overlay = Some(Overlay::Lot(OpenLot::default()));
        }
    }

    /// How many rows the parking lot of the open session has.
    #[must_use]
    pub fn lot_rows(&self) -> usize {
        self.workshop.as_ref().map_or(0, |workshop| workshop.derived.lot.rows.len())
    }

    /// The selected row of the parking lot on screen.
    #[must_use]
    pub fn selected_parked(&self) -> Option<Parked> {
        let Some(Overlay::Lot(open)) = &self.overlay else { return None };
        self.workshop.as_ref()?.derived.lot.rows.get(open.cursor.place).copied()
    }

    /// Whether what an action of the parking lot needs is selected.
    ///
    /// # Errors
    /// Why the selected row does not take it.
    pub(super) fn takes_parked(&self, action: Action) -> Result<(), Unavailable> {
        match (action, self.selected_parked()) {
            (_, None) => Err(Unavailable::NothingSelected),
            (Action::TakeBack, Some(Parked::Topic(_, TopicState::Parked))) => Err(Unavailable::IsParked),
            (Action::SettleTopic | Action::CarryOver, Some(Parked::Risk(_))) => Err(Unavailable::IsRisk),
            (Action::BinParked, Some(Parked::Topic(..))) => Err(Unavailable::IsTopic),
            (_, Some(Parked::Risk(_) | Parked::Topic(..))) => Ok(()),
        }
    }

    /// Takes the selected row back: a risk to the list, a topic among those that wait.
    pub(super) fn take_back(&mut self) {
        match self.selected_parked() {
            Some(Parked::Risk(id)) => {
                let edit = Edit::Risk(id, RiskEdit::Place(Place::List));
                if self.commit("take-back", vec![edit]) {
                    self.notice = Some(Notice::TakenBack(id));
                }
            }
            Some(Parked::Topic(id, _)) => self.decide_topic("take-back", id, TopicState::Parked),
            None => {}
        }
    }

    /// Decides what becomes of the selected topic.
    pub(super) fn decide_selected(&mut self, action: &str, state: TopicState) {
        if let Some(Parked::Topic(id, _)) = self.selected_parked() {
            self.decide_topic(action, id, state);
        }
    }

    fn decide_topic(&mut self, action: &str, id: TopicId, state: TopicState) {
        if self.commit_quietly(action, vec![Edit::Topic(id, state)]) {
            self.notice = Some(Notice::TopicDecided(id, state));
        }
    }

    /// Puts the selected risk into the bin.
    pub(super) fn bin_parked(&mut self) {
        if let Some(Parked::Risk(id)) = self.selected_parked() {
            let edit = Edit::Risk(id, RiskEdit::Place(Place::Bin));
            if self.commit_quietly("bin-risk", vec![edit]) {
                self.notice = Some(Notice::RisksBinned(1));
            }
        }
    }

    /// Takes the closing back.
    pub(super) fn reopen_session(&mut self, action: &str) {
        let reopen = Edit::Session(SessionEdit::Reopen { at: self.now });
        if self.commit_quietly(action, vec![reopen]) {
            self.notice = Some(Notice::Reopened);
        }
    }
}
