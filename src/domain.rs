//! What a risk session is: the vocabulary, the edits, the history, and all that is derived from them.
//!
//! Nothing here knows a file, a clock or a screen. The specification is the method: identify, assess on four criteria,
//! find solutions; "current" is with today's controls, "residual" after the chosen solutions.

mod carry;
mod id;
mod letters;
mod wording;

mod criteria;
mod deck;
mod participant;
mod risk;
mod session;
mod sign;
mod solution;
mod vocabulary;
mod vote;
mod weight;
mod work;

pub mod advice;
pub mod agreement;
pub mod budget;
pub mod change;
pub mod compare;
pub mod duel;
pub mod gap;
pub mod gut;
pub mod heat;
pub mod pace;
pub mod priority;
pub mod residual;
pub mod robustness;
pub mod said;
pub mod score;
pub mod similar;
pub mod teams;
pub mod weighing;

pub mod check;
pub mod edit;
pub mod history;
mod refusal;
pub mod shift;
pub mod summary;

pub use criteria::{
    Cell, Cells, Criterion, Level, LevelCount, LevelText, OutOfRange, Scale, Scales, Weight, Weights,
};
pub use deck::{Card, Deck, DeckFlaw};
pub use duel::{Duel, DuelPlaces, MAX_DUELS};
pub use edit::{Edit, PersonEdit, RiskEdit, SessionEdit, SolutionEdit, Target};
pub use history::{Counters, Entry, EntryKind, History};
pub use id::{BadId, PersonId, RiskId, SolutionId, TopicId, Uid};
pub use participant::{Participant, Seat};
pub use priority::{Band, Bands, Gate, Priority, Ranking};
pub use refusal::Refusal;
pub use risk::{CarriedFrom, Course, Decision, Evidence, Glance, Hit, Origin, Place, Risk};
pub use session::{
    CardSeen, Category, Closing, MAX_CARDS, MAX_CATEGORIES, MAX_DOTS_EACH, MAX_PEOPLE, MAX_RISKS,
    MAX_SOLUTIONS, MAX_TOPICS, Session, Template, Topic, TopicState, Verdict,
};
pub use sign::Sign;
pub use solution::{Approach, Changes, Effort, Link, Money, Solution, Status, TooMuchMoney};
pub use vocabulary::Vocabulary;
pub use vote::{Agreed, Assessment, BadVote, Ballot, Round, Vote, Votes};
pub use weight::MAX_WEIGHT;
pub use wording::{BadText, Key, Line, Name, Note, Title};
pub use work::MAX_WORK;
