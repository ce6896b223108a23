//! A session: one workshop with its people, risks, solutions and settings.
//!
//! It changes only through [`Session::apply`]; see [`edit`](super::edit).

use std::sync::Arc;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::priority::{self, Priority};
use super::{
    Band, Bands, Cells, Duel, Key, Level, Line, Money, Name, Note, Participant, PersonId, Risk, RiskId,
    Scales, Solution, SolutionId, Title, TopicId, Uid, Weights,
};

/// Most risks a session can have, binned and merged ones included.
pub const MAX_RISKS: usize = 10_000;
/// Most solutions a session can have, binned ones included.
pub const MAX_SOLUTIONS: usize = 10_000;
/// Most participants a session can have.
pub const MAX_PEOPLE: usize = 500;
/// Most topics a session can have.
pub const MAX_TOPICS: usize = 10_000;
/// Most prompt cards a session can have dealt with.
pub const MAX_CARDS: usize = 500;
/// Most categories a session can have.
pub const MAX_CATEGORIES: usize = 500;

/// Most dots each person can have in the dot vote.
pub const MAX_DOTS_EACH: u8 = 9;
/// The dots each person has at first.
const DOTS_EACH: u8 = 3;

/// A category of risks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Category {
    /// Its name for programs and card decks.
    pub key: Key,
    /// Its name on screen.
    pub name: Name,
}

/// What became of a parking-lot topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TopicState {
    /// Waits for closing.
    Parked,
    /// Talked about and done with.
    Settled,
    /// Goes into the next session.
    CarriedOver,
}

/// Something parked that is not a risk.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its id in this session.
    pub id: TopicId,
    /// What it is about.
    pub text: Title,
    /// Parked, settled or carried over.
    pub state: TopicState,
}

/// What the room made of a prompt card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Verdict {
    /// It became this risk.
    Adopted {
        /// The risk.
        risk: RiskId,
    },
    /// Considered, not relevant.
    Dismissed,
}

/// A prompt card the room has dealt with.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CardSeen {
    /// The card.
    pub card: Key,
    /// What the room made of it.
    pub verdict: Verdict,
}

/// The end of a session.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// When.
    pub at: Timestamp,
    /// Why it was closed with gaps; empty if there were none.
    pub reason: Line,
}

/// One workshop.
///
/// All ids are unique, every reference points to something that is there, and no level is above the scales' count;
/// [`Session::check`] tells what breaks this. Risks, solutions and scales are shared between copies, so a copy is cheap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Its identity.
    pub id: Uid,
    /// When it was created.
    pub created: Timestamp,
    /// What it is called.
    pub title: Title,
    /// The shop it is about.
    pub shop: Line,
    /// What is looked at, and what is not.
    pub scope: Note,
    /// Yearly online revenue.
    pub revenue: Option<Money>,
    /// The currency sign or code, such as `€`.
    pub currency: Name,
    /// Whether it came with the program to try things out.
    pub demo: bool,
    /// The seed of every random draw made for this session.
    pub seed: u64,
    /// The earlier session it was started from.
    pub carried_from: Option<Uid>,
    /// The end, if it is closed.
    pub closing: Option<Closing>,
    /// The lowest band above the appetite line; never Low.
    pub appetite: Band,
    /// Where the bands begin.
    pub bands: Bands,
    /// How much each criterion counts.
    pub weights: Weights,
    /// The participants, in the order of their seats.
    pub people: Vec<Participant>,
    /// The risks, in the order of the list.
    pub risks: Vec<Arc<Risk>>,
    /// The solutions, in the order of the board.
    pub solutions: Vec<Arc<Solution>>,
    /// The parking lot, besides parked risks.
    pub topics: Vec<Topic>,
    /// The prompt cards dealt with.
    pub cards: Vec<CardSeen>,
    /// The categories risks can have.
    pub categories: Vec<Category>,
    /// The texts of the levels.
    pub scales: Arc<Scales>,
    /// The duels of tied risks, the oldest first; from format 2 on.
    #[serde(default)]
    pub duels: Vec<Duel>,
    /// The dots each person has in the dot vote, 1..=9; from format 2 on.
    #[serde(default = "first_dots_each")]
    pub dots_each: u8,
}

const fn first_dots_each() -> u8 {
    DOTS_EACH
}

/// What a new session starts from: the snapshot it takes of categories, scales and settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Template {
    /// The currency sign.
    pub currency: Name,
    /// How much each criterion counts.
    pub weights: Weights,
    /// Where the bands begin.
    pub bands: Bands,
    /// The lowest band above the appetite line.
    pub appetite: Band,
    /// The categories.
    pub categories: Vec<Category>,
    /// Tags offered for who or what is hit.
    pub hit_tags: Vec<Name>,
    /// The texts of the levels.
    pub scales: Arc<Scales>,
}

impl Session {
    /// An empty session made from a template.
    #[must_use]
    pub fn new(id: Uid, title: Title, created: Timestamp, seed: u64, template: &Template) -> Self {
        Self {
            id,
            created,
            title,
            shop: Line::default(),
            scope: Note::default(),
            revenue: None,
            currency: template.currency.clone(),
            demo: false,
            seed,
            carried_from: None,
            closing: None,
            appetite: template.appetite,
            bands: template.bands,
            weights: template.weights,
            people: Vec::new(),
            risks: Vec::new(),
            solutions: Vec::new(),
            topics: Vec::new(),
            cards: Vec::new(),
            categories: template.categories.clone(),
            scales: Arc::clone(&template.scales),
            duels: Vec::new(),
            dots_each: DOTS_EACH,
        }
    }

    /// Whether the session is closed: only follow-ups change it then.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        self.closing.is_some()
    }

    /// The risk with this id.
    #[must_use]
    pub fn risk(&self, id: RiskId) -> Option<&Risk> {
        self.risks.get(self.place_of(id)?).map(|risk| &**risk)
    }

    /// The place of the risk with this id in the list.
    #[must_use]
    pub fn place_of(&self, id: RiskId) -> Option<usize> {
        nearest(&self.risks, id.number(), |risk| risk.id == id)
    }

    /// The solution with this id.
    #[must_use]
    pub fn solution(&self, id: SolutionId) -> Option<&Solution> {
        self.solutions.get(self.place_of_solution(id)?).map(|solution| &**solution)
    }

    /// The place of the solution with this id on the board.
    pub(super) fn place_of_solution(&self, id: SolutionId) -> Option<usize> {
        nearest(&self.solutions, id.number(), |solution| solution.id == id)
    }

    /// The participant with this id.
    #[must_use]
    pub fn person(&self, id: PersonId) -> Option<&Participant> {
        self.people.get(nearest(&self.people, id.number(), |person| person.id == id)?)
    }

    /// The place of the topic with this id.
    pub(super) fn place_of_topic(&self, id: TopicId) -> Option<usize> {
        nearest(&self.topics, id.number(), |topic| topic.id == id)
    }

    /// The category with this key.
    #[must_use]
    pub fn category(&self, key: &Key) -> Option<&Category> {
        self.categories.iter().find(|category| category.key == *key)
    }

    /// How a risk stands with the levels agreed.
    #[must_use]
    pub fn priority(&self, risk: &Risk) -> Priority {
        self.priority_of(risk, &risk.levels())
    }

    /// How a risk would stand with these levels.
    #[must_use]
    pub fn priority_of(&self, risk: &Risk, levels: &Cells<Option<Level>>) -> Priority {
        priority::priority(levels, risk.duty.is_some(), self.weights, self.bands, self.scales.levels)
    }

    /// Whether a level or a vote exists, which fixes the number of levels.
    #[must_use]
    pub fn has_levels(&self) -> bool {
        self.risks.iter().any(|risk| {
            risk.cells
                .iter()
                .any(|(_, assessment)| assessment.agreed.is_some() || !assessment.rounds.is_empty())
        })
    }
}

/// The place of the item looked for. What was never moved stands where its number says, and the rest not far from it,
/// so that the search goes from there to both sides.
pub(super) fn nearest<T>(items: &[T], number: u32, is_it: impl Fn(&T) -> bool) -> Option<usize> {
    let guess = usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1).min(items.len());
    let (before, after) = items.split_at_checked(guess)?;
    let mut down = before.iter().enumerate().rev();
    let mut up = (guess..).zip(after);
    loop {
        let (above, below) = (up.next(), down.next());
        if above.is_none() && below.is_none() {
            return None;
        }
        if let Some((place, _)) = [above, below].into_iter().flatten().find(|(_, item)| is_it(item)) {
            return Some(place);
        }
    }
}
