//! What the program tells in passing, as data; `ui` makes it a sentence of the footer.

use jiff::Timestamp;

use super::{Action, Chord};
use crate::domain::{Key, Refusal, RiskId, SolutionId, Target};

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
    /// No card of the board is selected.
    NoCard,
    /// It is the first or the last step.
    NoFurtherStep,
    /// Nothing to undo.
    NothingToUndo,
    /// Nothing to redo.
    NothingToRedo,
    /// The scale has no such level.
    NoSuchLevel,
    /// No votes have been revealed here.
    NoVotes,
    /// No levels to lower yet.
    NoLevels,
    /// The session is open in another window.
    Elsewhere,
    /// The session was edited outside the program.
    HandEdited,
    /// The banner offers nothing.
    NothingOffered,
    /// The session was not edited outside the program.
    NotHandEdited,
}

/// Something told in the footer until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The key has no action here.
    NoAction(Chord),
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
    /// Risks went to the bin.
    RisksBinned(usize),
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
    /// The session has levels or votes, which fix its template.
    TemplateFixed,
    /// The text needs at least one letter.
    NotBlank,
    /// No risk has this number.
    NoSuchRisk(String),
    /// All cells that are shown have levels.
    NothingEmpty,
    /// The open session is not saved, so that it stays open.
    StaysOpen,
    /// Nothing takes a paste here.
    NowhereToPaste,
    /// A session goes to the bin: its name.
    SessionBinned(String),
    /// A session comes out of the bin: its name.
    SessionRestored(String),
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
            | Self::Unavailable(..)
            | Self::NothingEmpty
            | Self::NowhereToPaste
            | Self::Mouse(_)
            | Self::QLeaves
            | Self::HelpOnText
            | Self::EndReached
            | Self::AllSaved
            | Self::TryingAgain
            | Self::NoSuchRisk(_)
            | Self::NotInEntryOrder(_)
            | Self::Names(_)
            | Self::TemplateFixed
            | Self::NotADate
            | Self::NotAnAmount
            | Self::NotBlank => false,
            Self::Refused(_)
            | Self::Undone(..)
            | Self::Redone(..)
            | Self::RiskAdded(_)
            | Self::RisksBinned(_)
            | Self::CategorySet(_)
            | Self::Restored(_)
            | Self::PeopleAdded(_)
            | Self::PersonRemoved(_)
            | Self::PersonNeeded(_)
            | Self::SolutionAdded(_)
            | Self::SolutionBinned(_)
            | Self::DraftKept
            | Self::PasteCut(_)
            | Self::StaysOpen
            | Self::SessionBinned(_)
            | Self::SessionRestored(_)
            | Self::NotDurableYet
            | Self::TooLong(_)
            | Self::WrittenAgain
            | Self::FullAccess
            | Self::KeptIn(_)
            | Self::Sentence(_) => true,
        }
    }
}
