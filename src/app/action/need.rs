//! What the actions of the table need; whether it is there is asked in [`availability`](crate::app::App::availability).

/// What must be there for an action to be possible.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Nothing more than its scope.
    Nothing,
    /// A selected file of the library.
    File,
    /// An open session, behind whatever is in front.
    Session,
    /// The same, with a session in it that can be read.
    Readable,
    /// A selected file that is not in the bin.
    Kept,
    /// A selected risk or solution, whichever the details are of.
    Subject,
    /// A selected risk.
    Risk,
    /// A selected risk in a list that has the focus.
    Row,
    /// Marked risks, or a selected one that list or details are of; never while they are of a solution.
    Parkable,
    /// A selected risk no votes are cast on: its first glance is kept for the reveal.
    Glance,
    /// A selected row of the parking lot that takes it.
    Parked,
    /// A selected row of the gaps.
    Gap,
    /// A selected row of what has to be done yet.
    Pending,
    /// A selected row of a trend.
    Trended,
    /// Two marked sessions.
    TwoMarked,
    /// A selected row of a comparison.
    Compared,
    /// A session that is replayed.
    Replay,
    /// A selected row of the log.
    Logged,
    /// Gaps that are open to close the session.
    Closing,
    /// A closed session.
    Closed,
    /// A timer.
    Timer,
    /// A selected cell of the grid, which has the focus, and the level of the action on the scale.
    OnScale,
    /// A level in the selected cell.
    Level,
    /// The same, with the focus on the grid.
    GridLevel,
    /// A prompt card in hand.
    Card,
    /// Revealed votes in the selected cell that no level was made of yet.
    Votes,
    /// A selected cell of the grid that takes votes, and somebody here to cast them.
    Voting,
    /// Votes that wait for their reveal, stored or being typed.
    Hidden,
    /// A selected cell of the grid with one round of revealed votes.
    ReVote,
    /// A selected solution that the details are of.
    Solution,
    /// The same, or a selected risk of an open session.
    Owner,
    /// A selected field that can be changed.
    Field,
    /// A risk selected in the ranking.
    Ranked,
    /// The same, tied with one beside it.
    Tie,
    /// A risk selected in the ranking or in the grid.
    Assessed,
    /// A risk selected where dots are typed.
    Dotted,
    /// Risks with dots.
    Dots,
    /// A risk selected on the heat map.
    Mapped,
    /// A selected participant.
    Person,
    /// Something to undo.
    Done,
    /// Something to redo.
    Undone,
    /// A step before the one on screen.
    Earlier,
    /// A step after the one on screen.
    Later,
    /// Choices of which several can be on.
    Choices,
    /// A text of one line being typed.
    OneLine,
    /// A text of many lines being typed.
    ManyLines,
    /// Risks that can be merged.
    Mergeable,
    /// A category to take, or one that was taken.
    Category,
    /// The capture line, or no text being typed.
    Capture,
    /// A part of a risk being typed that another one stands before.
    Part,
    /// A pasted text that is kept.
    Paste,
    /// A text being typed that another field can follow.
    NextField,
    /// A program that waits for the disk to leave.
    Leaving,
    /// A banner that offers something.
    Offer,
    /// A session that was edited outside the program.
    HandEdit,
    /// The list of what was edited outside the program.
    Differences,
}
