//! What the program tells in passing, as data; `ui` makes it a sentence of the footer.

use jiff::Timestamp;

use super::{Action, Chord, assess, votes};
use crate::domain::summary::FollowUpEdit;
use crate::domain::{Course, Key, Refusal, RiskId, SolutionId, Target, TopicId, TopicState, Weights};

/// Why an action is not possible now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unavailable {
    /// It belongs to another screen or pane.
    NotHere,
    /// No session is open.
    NoSession,
    /// The session is closed.
    Closed,
    /// Nothing is selected that it could work on.
    NothingSelected,
    /// Fewer than two risks to merge.
    NothingToMerge,
    /// No words point to a category.
    NoCategory,
    /// No pasted text is kept.
    NoPaste,
    /// No card of the board is selected.
    NoCard,
    /// No prompt card is in hand.
    NoCardInHand,
    /// It is the first or the last step.
    NoFurtherStep,
    /// Nothing to undo.
    NothingToUndo,
    /// Nothing to redo.
    NothingToRedo,
    /// What was done last is not on disk yet.
    StillSaving,
    /// The scale has no such level.
    NoSuchLevel,
    /// No votes have been revealed here.
    NoVotes,
    /// The votes are revealed, and one more round is possible.
    ReVoteFirst,
    /// Both rounds are revealed.
    RoundsOver,
    /// Nobody who is here votes.
    NobodyVotes,
    /// No hidden votes are here.
    NothingToReveal,
    /// The votes of this round are not revealed yet, or there are none.
    NotRevealed,
    /// The second round was the last.
    ReVoteUsed,
    /// No level here yet.
    NoLevels,
    /// Every level is the lowest one.
    NothingToLower,
    /// The session cannot be written here now: another window has it, or something is in the way.
    OnlyRead,
    /// The session was edited outside the program.
    HandEdited,
    /// The session is shown as it was.
    Replaying,
    /// Two sessions have to be marked.
    MarkTwo,
    /// The session goes on from no other.
    NotCarried,
    /// It is only looked at.
    Reviewing,
    /// The banner offers nothing.
    NothingOffered,
    /// The session was not edited outside the program.
    NotHandEdited,
    /// Votes run, and the first glance is kept until they are revealed.
    VotesRun,
    /// The risk is not tied with one beside it.
    NoTie,
    /// The dot vote is compared with the ranking now.
    Comparing,
    /// No risk has dots.
    NoDots,
    /// It cannot be changed, only told.
    OnlyTold,
    /// No timer runs or pauses.
    NoTimer,
    /// Undo does not reach past the closing.
    UndoEnds,
    /// The session is not closed.
    IsOpen,
    /// The topic is parked, and a topic does not go to the list.
    IsParked,
    /// It is a risk, which is carried over by staying parked.
    IsRisk,
    /// It is a topic, which is settled or carried over.
    IsTopic,
}

/// Something told in the footer until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The keys, pressed one after the other, have no action here.
    NoAction(Vec<Chord>),
    /// The action is not possible now.
    Unavailable(Action, Unavailable),
    /// The edit was refused.
    Refused(Refusal),
    /// Something was undone: what the entry was about, its action, when it was done.
    Undone(Option<Target>, Key, Timestamp),
    /// Something was done again.
    Redone(Option<Target>, Key, Timestamp),
    /// A risk was added.
    RiskAdded(RiskId),
    /// So many risks were added from a paste.
    RisksPasted(usize),
    /// A pasted text stays to be gone on with.
    PasteKept,
    /// The row of the preview cannot be added.
    CannotBeAdded,
    /// These risks are part of that one now.
    Merged(Vec<RiskId>, RiskId),
    /// The guided form is on or off.
    Guided(bool),
    /// Of the parts of a risk, the event must be there.
    NeedsEvent,
    /// Risks went to the bin.
    RisksBinned(usize),
    /// A prompt card became this risk.
    CardAdopted(RiskId),
    /// No deck is drawn from, or there is none.
    NoCards,
    /// All cards are dealt with.
    AllCardsDealt,
    /// All cards left were shown: they come again, so many.
    CardsFromTheStart(usize),
    /// So many risks have the category now.
    CategorySet(usize),
    /// So many things came out of the bin.
    Restored(usize),
    /// Risks can be moved in the order of entry only; these keys bring it back.
    NotInEntryOrder(String),
    /// It is shown who said what, or no more.
    Names(bool),
    /// So many participants were added.
    PeopleAdded(usize),
    /// A participant was taken off the list: their name.
    PersonRemoved(String),
    /// A participant stays, because votes or words are theirs: their name.
    PersonNeeded(String),
    /// Which way a risk goes now.
    Decided(RiskId, Course),
    /// A solution was added.
    SolutionAdded(SolutionId),
    /// A solution went to the bin.
    SolutionBinned(SolutionId),
    /// A text was left as a draft.
    DraftKept,
    /// So many characters of a paste did not fit.
    PasteCut(usize),
    /// The text is not a date; an example follows.
    NotADate,
    /// The text is not an amount; an example follows.
    NotAnAmount,
    /// The text is not a number of days; an example follows.
    NotDays,
    /// So many ideas of the suggested set are chosen now.
    SuggestionAccepted(usize),
    /// The level expected is the one a cell has already.
    LowersNothing,
    /// The session has levels or votes, which fix its template.
    TemplateFixed,
    /// The text needs at least one letter.
    NotBlank,
    /// No risk has this number.
    NoSuchRisk(String),
    /// All cells of the pass that are shown have levels.
    NothingEmpty,
    /// Something about the grid and its order.
    Assess(assess::Told),
    /// No cell that is shown asks the room to talk.
    NothingDisputed,
    /// Something about votes.
    Votes(votes::Told),
    /// The open session is not saved, so that it stays open.
    StaysOpen,
    /// Nothing takes a paste here.
    NowhereToPaste,
    /// A session goes to the bin: its name.
    SessionBinned(String),
    /// A session comes out of the bin: its name.
    SessionRestored(String),
    /// So many sessions went to the bin.
    SessionsBinned(usize),
    /// So many came back from there.
    SessionsRestored(usize),
    /// Everything is on disk.
    AllSaved,
    /// The mouse is on or off.
    Mouse(bool),
    /// Ctrl+C: `q` leaves.
    QLeaves,
    /// The last change is not durable yet; `Q` leaves anyway.
    NotDurableYet,
    /// The text is longer than allowed, so many characters.
    TooLong(usize),
    /// Which keys work while text is typed.
    HelpOnText,
    /// Nothing more in this direction.
    EndReached,
    /// The time of the timer is up.
    TimeIsUp,
    /// The timer has no whole minute left to take.
    NoMinuteLeft,
    /// The text is not the length of a timer; an example follows.
    NotALength,
    /// The round has ended.
    RoundEnded,
    /// So many risks are parked.
    Parked(usize),
    /// A parked risk is on the list again.
    TakenBack(RiskId),
    /// The text is not a number of dots.
    NotDots,
    /// So many dots are in, after those of the last risk.
    DotsIn(usize),
    /// One of two tied risks stands first now; whether it was told why.
    Duel {
        /// The one in front.
        first: RiskId,
        /// The one behind.
        second: RiskId,
        /// Whether a reason was given.
        is_told: bool,
    },
    /// A topic is parked.
    TopicParked(TopicId),
    /// What became of a topic.
    TopicDecided(TopicId, TopicState),
    /// No risk would have another rank with the weights dialled.
    NothingMoves,
    /// Nothing has been done yet that could be replayed.
    NothingToReplay,
    /// The session that this one goes on from is not in the library.
    EarlierNotFound,
    /// Two risks of two sessions are one.
    Matched(RiskId, RiskId),
    /// They are two.
    TakenApart(RiskId, RiskId),
    /// A risk that is gone waits for the one it is.
    WaitsForMatch(RiskId),
    /// The selected risk has nothing to be matched with.
    NoMatch,
    /// A solution of a session was changed so.
    FollowedUp(SolutionId, FollowUpEdit),
    /// The last action of a session was taken back.
    TakenBackThere,
    /// A session is not as it was when something was asked for there.
    ChangedMeanwhile,
    /// A file was written, with this name.
    Exported(String),
    /// The dial stands at the weights that sessions have at first.
    WeightsAreDefault,
    /// These are the weights now.
    WeightsSet(Weights),
    /// Nothing was dialled that differs from the weights of the session.
    WeightsAsBefore,
    /// The weights stay these; what was dialled is kept.
    WeightsKept(Weights),
    /// The session is closed.
    Closed,
    /// The session is open again.
    Reopened,
    /// Gaps are left, and no reason was given for closing.
    ReasonToClose,
    /// It is tried again.
    TryingAgain,
    /// What could not be written is where it belongs.
    WrittenAgain,
    /// The session can be changed here now.
    FullAccess,
    /// The changes of the session that was left are not in its file yet, but in this folder.
    KeptIn(String),
    /// A sentence of the shell.
    Sentence(String),
}

impl Notice {
    /// Whether it is worth being read again later: what happened is, how keys work is not.
    #[must_use]
    pub const fn is_kept(&self) -> bool {
        match self {
            Self::NoAction(_)
            | Self::ReasonToClose
            | Self::Unavailable(..)
            | Self::NothingEmpty
            | Self::Assess(_)
            | Self::NowhereToPaste
            | Self::Mouse(_)
            | Self::QLeaves
            | Self::HelpOnText
            | Self::Votes(_)
            | Self::NothingDisputed
            | Self::NothingMoves
            | Self::NothingToReplay
            | Self::EarlierNotFound
            | Self::Matched(..)
            | Self::TakenApart(..)
            | Self::WaitsForMatch(_)
            | Self::NoMatch
            | Self::WeightsAreDefault
            | Self::WeightsAsBefore
            | Self::WeightsKept(_)
            | Self::EndReached
            | Self::AllSaved
            | Self::TryingAgain
            | Self::NoSuchRisk(_)
            | Self::NotInEntryOrder(_)
            | Self::Names(_)
            | Self::TemplateFixed
            | Self::LowersNothing
            | Self::NotADate
            | Self::NotAnAmount
            | Self::NotDays
            | Self::SuggestionAccepted(0)
            | Self::NotALength
            | Self::NotDots
            | Self::DotsIn(_)
            | Self::NoMinuteLeft
            | Self::CannotBeAdded
            | Self::Guided(_)
            | Self::NeedsEvent
            | Self::NotBlank
            | Self::NoCards
            | Self::AllCardsDealt
            | Self::CardsFromTheStart(_) => false,
            Self::FollowedUp(..)
            | Self::TakenBackThere
            | Self::ChangedMeanwhile
            | Self::Exported(_)
            | Self::Refused(_)
            | Self::Undone(..)
            | Self::Redone(..)
            | Self::RiskAdded(_)
            | Self::RisksPasted(_)
            | Self::PasteKept
            | Self::Merged(..)
            | Self::CardAdopted(_)
            | Self::RisksBinned(_)
            | Self::CategorySet(_)
            | Self::Restored(_)
            | Self::PeopleAdded(_)
            | Self::PersonRemoved(_)
            | Self::PersonNeeded(_)
            | Self::Decided(..)
            | Self::SuggestionAccepted(_)
            | Self::SolutionAdded(_)
            | Self::SolutionBinned(_)
            | Self::DraftKept
            | Self::PasteCut(_)
            | Self::StaysOpen
            | Self::SessionBinned(_)
            | Self::SessionRestored(_)
            | Self::SessionsBinned(_)
            | Self::SessionsRestored(_)
            | Self::NotDurableYet
            | Self::TooLong(_)
            | Self::WrittenAgain
            | Self::FullAccess
            | Self::TimeIsUp
            | Self::RoundEnded
            | Self::Parked(_)
            | Self::TakenBack(_)
            | Self::Duel { .. }
            | Self::TopicParked(_)
            | Self::TopicDecided(..)
            | Self::WeightsSet(_)
            | Self::Closed
            | Self::Reopened
            | Self::KeptIn(_)
            | Self::Sentence(_) => true,
        }
    }
}
