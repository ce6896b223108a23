//! Why an edit is refused. Refusals are normal values; `text` makes them sentences.

use super::{Level, PersonId, RiskId, SolutionId, TopicId};

/// Why an edit, an undo or a redo is refused. Nothing has changed then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// No risk has this id.
    NoRisk(RiskId),
    /// No solution has this id.
    NoSolution(SolutionId),
    /// No participant has this id.
    NoPerson(PersonId),
    /// No topic has this id.
    NoTopic(TopicId),
    /// Something has this id or key already.
    Taken(String),
    /// The session has no such category.
    NoCategory(String),
    /// As many as a session can have.
    Full {
        /// The most allowed.
        limit: usize,
    },
    /// The session would grow larger than a file can hold.
    TooLarge,
    /// More has happened than one file can tell: no meeting gets that far.
    TooMuchWork,
    /// A level above the scale.
    AboveScale {
        /// The level asked for.
        level: Level,
        /// The worst level of the scale.
        worst: Level,
    },
    /// The number of levels is fixed once a level or a vote exists.
    LevelsFixed,
    /// Scales whose texts or revenue shares do not fit the number of levels, or do not rise.
    ScalesDoNotFit,
    /// Weights that are all 0.
    NoWeight,
    /// Band thresholds that do not rise, or an appetite line below Low.
    BandsDoNotRise,
    /// The votes of this round are revealed; only a re-vote changes them.
    Revealed,
    /// No votes to reveal.
    NoVotes,
    /// A round is open already, or its re-vote is used up.
    NoReVote,
    /// Somebody who does not vote.
    NotAVoter(PersonId),
    /// Two votes of one person.
    VotesTwice(PersonId),
    /// A link that would raise a level.
    LinkRaises {
        /// The level now.
        current: Level,
        /// The level expected after.
        expected: Level,
    },
    /// A risk merged into itself, or into one that is not on the list.
    CannotMerge(RiskId),
    /// A tag that stands there twice.
    TagTwice(String),
    /// Two risks that do not stand side by side in a tie.
    NoTie(RiskId, RiskId),
    /// Not a number of dots that each person can have.
    BadDots,
    /// Somebody whose votes or words are kept.
    PersonIsNeeded(PersonId),
    /// The session is closed: only follow-ups are possible.
    Closed,
    /// The session is not closed.
    NotClosed,
    /// Nothing would change.
    NothingChanges,
    /// Nothing to undo.
    NothingToUndo,
    /// Undo does not reach past a closing.
    UndoStopsAtClosing,
    /// Nothing to redo.
    NothingToRedo,
}
