//! The table of actions: the one place that says what can be done, where, with which keys.
//!
//! Keys, footer hints, help, palette, the read-only guard and the key reference all read [`TABLE`]. What an action does
//! is in `run`; whether it is possible now is asked of [`App::availability`](super::App::availability).
//! The texts are messages named after the action.

mod need;

pub use self::need::Need;
use crate::domain::Key;

/// Where an action's keys mean it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// On every screen, while no text is being typed.
    Everywhere,
    /// In an open session, on every step.
    Workshop,
    /// On the home screen.
    Home,
    /// In step 1.
    Identify,
    /// In step 2.
    Assess,
    /// In step 3.
    Solve,
    /// While a pane of details has the focus.
    Details,
    /// While a list of choices is open.
    Choice,
    /// While the effect of a solution on a risk is chosen.
    Effect,
    /// While the list of commands is open; letters go into its search.
    Commands,
    /// While messages or differences are open.
    Reading,
    /// While the parking lot is open.
    ParkingLot,
    /// While the preview of a paste is open.
    Preview,
    /// While what a session is prepared with is open.
    Prepare,
    /// While the seats of the participants are open.
    People,
    /// While the ranking is open.
    Ranking,
    /// While the heat map is open.
    HeatMap,
    /// While the gaps are open.
    Gaps,
    /// While the weights dial is open.
    Weights,
    /// While two tied risks stand side by side.
    Duel,
    /// While teams are compared.
    Teams,
    /// While the dot vote is open.
    Dots,
    /// While the bow-tie of a risk is open.
    BowTie,
    /// While the budget is open.
    Budget,
    /// While the log of changes is open.
    Changes,
    /// While a session is replayed.
    Replay,
    /// While two sessions are compared.
    Compare,
    /// While what has to be done yet is listed.
    FollowUps,
    /// While a trend is open.
    Trend,
    /// While anything lies over the screen.
    Over,
    /// While something lies over the screen from which one goes on to anything else.
    Onward,
    /// While text is being typed.
    Text,
    /// While the name of an owner is typed.
    Names,
    /// While votes are typed; what is not theirs means what it means in any text.
    Votes,
}

/// What an action touches, for the read-only guard. In a session that is only read here, looking is all there is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Needs an open session.
    Write,
    /// Possible in a closed session, too.
    FollowUp,
    /// Always possible.
    View,
}

/// Whether an action stands in the footer, and how early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// Before all others: what the moment asks for.
    Now,
    /// Among the first.
    First,
    /// If there is room.
    Then,
    /// Never; the help shows it.
    Never,
}

/// One row of the table.
#[derive(Debug, Clone, Copy)]
pub struct Row {
    /// The action.
    pub action: Action,
    /// Its name in settings, messages and histories.
    pub name: &'static str,
    /// Where its keys mean it.
    pub scopes: &'static [Scope],
    /// The keys, each one chord or a sequence such as `g i`; none if only the palette runs it.
    pub keys: &'static [&'static str],
    /// Write, follow-up or view.
    pub kind: Kind,
    /// What must be there.
    pub need: Need,
    /// Its place in the footer.
    pub hint: Hint,
    /// Whether its keys win over those of a wider scope.
    pub overrides: bool,
}

macro_rules! overrides {
    () => {
        false
    };
    (overrides) => {
        true
    };
}

macro_rules! actions {
    ($($action:ident $name:literal [$($scope:ident)+] [$($key:literal)*] $kind:ident $need:ident $hint:ident $($overrides:ident)?;)+) => {
        /// Something a user can do.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action {
            $(#[doc = concat!("`", $name, "`")] $action,)+
        }

        impl Action {
            /// The key of its label.
            #[must_use]
            pub const fn label_key(self) -> &'static str {
                match self {
                    $(Self::$action => concat!("action-", $name),)+
                }
            }

            /// The key of its hint for the footer.
            #[must_use]
            pub const fn hint_key(self) -> &'static str {
                match self {
                    $(Self::$action => concat!("action-", $name, ".hint"),)+
                }
            }

            /// Its row in the table.
            #[must_use]
            pub const fn row(self) -> Row {
                match self {
                    $(Self::$action => Row {
                        action: self,
                        name: $name,
                        scopes: &[$(Scope::$scope),+],
                        keys: &[$($key),*],
                        kind: Kind::$kind,
                        need: Need::$need,
                        hint: Hint::$hint,
                        overrides: overrides!($($overrides)?),
                    },)+
                }
            }
        }

        /// Every action, in the order of help and footer.
        pub const TABLE: &[Row] = &[$(Action::$action.row()),+];
    };
}

actions! {
    // Home
    OpenSession      "open-session"           [Home]               ["Enter"]            View     File     First overrides;
    NewWorkshop      "new-workshop"           [Home]               ["a"]                View     Nothing  First;
    NewFromThis      "new-from-this"          [Home]               ["n"]                View     Readable First;
    OpenDemo         "open-demo"              [Home]               ["D"]                View     Nothing  First;
    SortSessions     "sort-sessions"          [Home]               ["S"]                View     Nothing  Then;
    FilterSessions   "filter-sessions"        [Home]               ["F"]                View     Nothing  Then;
    MarkSession      "mark-session"           [Home]               ["Space"]            View     File     Then;
    CompareSessions  "compare-sessions"       [Home]               ["c"]                View     TwoMarked Now;
    Review           "review"                 [Home]               ["V"]                View     Kept     Then;
    BinSession       "bin-session"            [Home]               ["d" "Delete"]       View     Kept     Then;
    // Step 1
    AddRisk          "add-risk"               [Identify Assess]    ["a"]                Write    Nothing  First;
    Edit             "edit"                   [Identify Assess Solve] ["e"]          Write    Subject  First;
    BinRisk          "bin-risk"               [Identify Assess]    ["d" "Delete"]       Write    Row      Then;
    AdoptCard        "adopt-card"             [Identify]           ["A"]                Write    Card     First;
    DismissCard      "dismiss-card"           [Identify]           ["D"]                Write    Card     First;
    DrawCard         "draw-card"              [Identify]           ["n"]                View     Nothing  First;
    GlanceMoney      "glance-money"           [Identify]           ["v"]                Write    Glance   First;
    GlanceMarketing  "glance-marketing"       [Identify]           ["r"]                Write    Glance   First;
    SaidBy           "said-by"                [Identify]           ["o"]                Write    Risk     Then;
    SetCategory      "set-category"           [Identify]           ["c"]                Write    Risk     Then;
    SortRisks        "sort-risks"             [Identify]           ["S"]                View     Nothing  Then;
    GroupRisks       "group-risks"            [Identify]           ["C"]                View     Nothing  Then;
    MoveRiskUp       "move-risk-up"           [Identify]           ["K"]                Write    Row      Then;
    MoveRiskDown     "move-risk-down"         [Identify]           ["J"]                Write    Row      Then;
    Rounds           "rounds"                 [Identify]           ["R"]                Write    Nothing  Then;
    SilentWriting    "silent-writing"         [Identify]           []                   Write    Nothing  Never;
    Premortem        "premortem"              [Identify]           []                   Write    Nothing  Never;
    Headline         "headline"               [Identify]           []                   Write    Nothing  Never;
    MergeRisks       "merge-risks"            [Identify]           ["m"]                Write    Mergeable Then;
    GuidedWording    "guided-wording"         [Text Identify]      ["Ctrl+g"]           View     Capture  Then;
    GoOnWithPaste    "go-on-with-paste"       [Identify]           []                   Write    Paste    Never;
    DismissedCards   "dismissed-cards"        [Identify]           []                   View     Nothing  Never;
    ChooseDecks      "choose-decks"           [Identify]           []                   FollowUp Nothing  Never;
    // Step 2
    Reveal           "reveal"                 [Assess Votes]       ["r"]                Write    Hidden   Now;
    TakeMedian       "take-median"            [Assess]             ["Enter"]            Write    Votes    Now overrides;
    SetLevel1        "set-level-1"            [Assess]             ["1"]                Write    OnScale  Now;
    SetLevel2        "set-level-2"            [Assess]             ["2"]                Write    OnScale  Never;
    SetLevel3        "set-level-3"            [Assess]             ["3"]                Write    OnScale  Never;
    SetLevel4        "set-level-4"            [Assess]             ["4"]                Write    OnScale  Never;
    SetLevel5        "set-level-5"            [Assess]             ["5"]                Write    OnScale  Never;
    SetLevel6        "set-level-6"            [Assess]             ["6"]                Write    OnScale  Never;
    SetLevel7        "set-level-7"            [Assess]             ["7"]                Write    OnScale  Never;
    ReVote           "re-vote"                [Assess]             ["R"]                Write    ReVote   Now;
    EnterVotes       "enter-votes"            [Assess]             ["v"]                Write    Voting   Now;
    NextDisputed     "next-disputed"          [Assess]             ["N"]                View     Risk     Now;
    NextEmpty        "next-empty"             [Assess]             ["n"]                View     Risk     Now;
    ClearLevel       "clear-level"            [Assess]             ["Backspace"]        Write    GridLevel    Then;
    Reason           "reason"                 [Assess]             ["c"]                Write    Level    First;
    HitTags          "hit-tags"               [Assess]             ["i"]                Write    Risk     Then;
    RiskEvidence     "evidence"               [Assess]             ["E"]                Write    Risk     Then;
    LegalDuty        "legal-duty"             [Assess]             ["L"]                Write    Risk     Then;
    QuickPass        "quick-pass"             [Assess]             ["f"]                View     Nothing  Then;
    GoOnBy           "go-on-by"               [Assess]             ["O"]                View     Nothing  Then;
    CellHistory      "cell-history"           [Assess]             ["H"]                View     Risk     Never;
    Weights          "weights"                [Assess Ranking]     ["w"]                View     Nothing  Then;
    // Step 3
    AddSolution      "add-solution"           [Solve BowTie]       ["a"]                Write    Nothing  First;
    BinSolution      "bin-solution"           [Solve]              ["d" "Delete"]       Write    Solution Then;
    MoveCardLeft     "move-card-left"         [Solve]              ["H"]                FollowUp Solution First;
    MoveCardRight    "move-card-right"        [Solve]              ["L"]                FollowUp Solution First;
    MoveCardUp       "move-card-up"           [Solve]              ["K"]                Write    Solution Then;
    MoveCardDown     "move-card-down"         [Solve]              ["J"]                Write    Solution Then;
    Effect           "effect"                 [Solve]              ["f"]                Write    Solution First;
    Owner            "owner"                  [Solve BowTie]       ["o"]                FollowUp Owner    First;
    Decide           "decide"                 [Solve BowTie]       ["A"]                Write    Risk     First;
    GoBudget         "budget"                 [Solve]              ["m"]                View     Nothing  Then;
    DueDate          "due-date"               [Solve]              ["D"]                FollowUp Solution First;
    Approach         "approach"               [Solve]              ["s"]                Write    Solution Then;
    ChangeSoftware   "change-software"        [Solve]              ["1"]                Write    Solution Then;
    ChangeAdmin      "change-administrative"  [Solve]              ["2"]                Write    Solution Then;
    ChangeProcess    "change-process"         [Solve]              ["3"]                Write    Solution Then;
    Cost             "cost"                   [Solve]              ["c"]                Write    Solution Then;
    TurnBoard        "turn-board"             [Solve]              ["w"]                View     Nothing  First;
    FilterCards      "filter-cards"           [Solve]              ["F"]                View     Nothing  First;
    ShowDropped      "show-dropped"           [Solve]              []                   View     Nothing  Never;
    ExpectLevel      "expect-level"           [Effect]             ["1" "2" "3" "4" "5" "6" "7"] Write Nothing First;
    RemoveEffect     "remove-effect"          [Effect]             ["Backspace" "Delete"] Write  Nothing  Then;
    // The parking lot
    TakeBack         "take-back"              [ParkingLot]         ["Enter" "P"]        Write    Parked   First;
    SettleTopic      "settle-topic"           [ParkingLot]         ["s"]                Write    Parked   First;
    CarryOver        "carry-over"             [ParkingLot]         ["c"]                Write    Parked   First;
    BinParked        "bin-parked"             [ParkingLot]         ["d" "Delete"]       Write    Parked   First;
    AddTopic         "add-topic"              [ParkingLot]         ["a"]                Write    Nothing  First;
    // Preparing and people
    EditPrepared     "edit-prepared"          [Prepare]            ["Enter" "e"]        Write    Nothing  First;
    AddPerson        "add-person"             [People]             ["a"]                Write    Nothing  First;
    TogglePresent    "toggle-present"         [People]             ["Space"]            Write    Person   First;
    RenamePerson     "rename-person"          [People]             ["e" "Enter"]        Write    Person   First;
    ToggleSeat       "toggle-seat"            [People]             ["v"]                Write    Person   First;
    PersonTeam       "person-team"            [People]             ["t"]                Write    Person   First;
    RemovePerson     "remove-person"          [People]             ["d" "Delete"]       Write    Person   First;
    MovePersonUp     "move-person-up"         [People]             ["K"]                Write    Person   Then;
    MovePersonDown   "move-person-down"       [People]             ["J"]                Write    Person   Then;
    // The ranking
    OpenRanked       "open-ranked"            [Ranking]            ["Enter"]            View     Ranked   First;
    RaiseAppetite    "raise-appetite"         [Ranking]            ["K"]                Write    Nothing  First;
    LowerAppetite    "lower-appetite"         [Ranking]            ["J"]                Write    Nothing  First;
    Duel             "duel"                   [Ranking]            ["D"]                Write    Tie      First;
    DuelLeft         "duel-left"              [Duel]               ["Left" "1" "h"]     Write    Nothing  First;
    DuelRight        "duel-right"             [Duel]               ["Right" "2" "l"]    Write    Nothing  First;
    CompareTeams     "compare-teams"          [Assess Ranking]     ["m"]                View     Assessed Then;
    OpenCompared     "open-compared"          [Teams]              ["Enter"]            View     Nothing  First;
    // The dot vote
    TypeDots         "type-dots"              [Dots]               ["0" "1" "2" "3" "4" "5" "6" "7" "8" "9"] Write Dotted First;
    OpenDotted       "open-dotted"            [Dots]               ["Enter"]            View     Nothing  Then;
    CompareDots      "compare-dots"           [Dots]               ["Tab"]              View     Nothing  First;
    ClearDots        "clear-dots"             [Dots]               ["Backspace" "Delete"] Write  Dotted   Then;
    MoreDots         "more-dots"              [Dots]               ["+"]                Write    Dotted   Then;
    FewerDots        "fewer-dots"             [Dots]               ["-"]                Write    Dotted   Then;
    RestartDots      "restart-dots"           [Workshop]           []                   Write    Dots     Never;
    // The heat map
    OpenMapped       "open-mapped"            [HeatMap]            ["Enter"]            View     Mapped   First;
    NextMapped       "next-mapped"            [HeatMap]            ["Tab"]              View     Mapped   First;
    TurnRows         "turn-rows"              [HeatMap]            ["r"]                View     Nothing  First;
    TurnColumns      "turn-columns"           [HeatMap]            ["c"]                View     Nothing  First;
    TurnResidual     "turn-residual"          [HeatMap]            ["s"]                View     Nothing  First;
    TurnCovered      "turn-covered"           [HeatMap]            ["v"]                View     Nothing  First;
    // The log of changes
    OpenChanged      "open-changed"           [Changes]            ["Enter"]            View     Logged   First;
    TurnFacet        "turn-facet"             [Changes]            ["F"]                View     Nothing  First;
    ReplayChanged    "replay-changed"         [Changes]            ["y"]                View     Logged   First;
    ExportChanges    "export-changes"         [Changes]            ["x"]                View     Logged   First;
    OnlyRisk         "only-risk"              [Changes]            ["r"]                View     Nothing  First;
    // Follow-ups
    OpenPending      "open-pending"           [FollowUps]          ["Enter"]            View     Pending  First;
    PendingOn        "pending-on"             [FollowUps]          ["L"]                FollowUp Pending  First;
    PendingBack      "pending-back"           [FollowUps]          ["H"]                FollowUp Pending  First;
    PendingOwner     "pending-owner"          [FollowUps]          ["o"]                FollowUp Pending  First;
    PendingDue       "pending-due"            [FollowUps]          ["D"]                FollowUp Pending  First;
    UndoPending      "undo-pending"           [FollowUps]          ["u" "Ctrl+z"]       FollowUp Pending  First;
    TurnWhose        "turn-whose"             [FollowUps]          ["F"]                View     Nothing  First;
    // Trend
    OpenTrended      "open-trended"           [Trend]              ["Enter"]            View     Trended  First;
    TurnTrend        "turn-trend"             [Trend]              ["Tab"]              View     Trended  First;
    // Comparison
    OpenDifference   "open-difference"        [Compare]            ["Enter"]            View     Compared First;
    TurnChanges      "turn-changes"           [Compare]            ["F"]                View     Nothing  First;
    MatchRisks       "match-risks"            [Compare]            ["m"]                View     Compared First;
    SwapCompared     "swap-compared"          [Compare]            ["x"]                View     Nothing  First;
    ComparedMap      "compared-map"           [Compare]            ["h"]                View     Nothing  First;
    // Replay
    ReplayBack       "replay-back"            [Replay]             ["Left"]             View     Replay   First overrides;
    ReplayOn         "replay-on"              [Replay]             ["Right"]            View     Replay   First overrides;
    ReplayStart      "replay-start"           [Replay]             ["Home"]             View     Replay   Never overrides;
    ReplayEnd        "replay-end"             [Replay]             ["End"]              View     Replay   Never overrides;
    ReplayPageBack   "replay-page-back"       [Replay]             ["PgUp"]             View     Replay   Never overrides;
    ReplayPageOn     "replay-page-on"         [Replay]             ["PgDn"]             View     Replay   Never overrides;
    TurnGrain        "turn-grain"             [Replay]             ["v"]                View     Replay   First overrides;
    ShowReplayed     "show-replayed"          [Replay]             ["Enter"]            View     Replay   First overrides;
    // Gaps and closing
    OpenGap          "open-gap"               [Gaps]               ["Enter"]            View     Gap      First;
    CloseNow         "close-now"              [Gaps]               ["x"]                Write    Closing  First;
    // The weights dial
    SetWeights       "set-weights"            [Weights]            ["Enter"]            Write    Nothing  First;
    WeightLess       "weight-less"            [Weights]            ["Left" "h" "-"]     View     Nothing  First;
    WeightMore       "weight-more"            [Weights]            ["Right" "l" "+"]    View     Nothing  First;
    DialWeight       "dial-weight"            [Weights]            ["0" "1" "2" "3" "4" "5" "6" "7" "8" "9"] View     Nothing  First;
    ResetWeights     "reset-weights"          [Weights]            ["Backspace"]        View     Nothing  First;
    NextMoved        "next-moved"             [Weights]            ["Tab"]              View     Nothing  First;
    PreviousMoved    "previous-moved"         [Weights]            ["Shift+Tab"]        View     Nothing  Never;
    // Any step
    EditField        "edit-field"             [Details]            ["e" "Enter"]        FollowUp Field    First overrides;
    Undo             "undo"                   [Workshop ParkingLot Prepare People Ranking HeatMap Gaps Dots BowTie Budget Changes] ["u" "Ctrl+z"] FollowUp Done First;
    Redo             "redo"                   [Workshop ParkingLot Prepare People Ranking HeatMap Gaps Dots BowTie Budget Changes] ["U" "Ctrl+r"] FollowUp Undone Then;
    // The bow-tie
    OpenPart         "open-part"              [BowTie]             ["Enter"]            View     Risk     First;
    EditPart         "edit-part"              [BowTie]             ["e"]                Write    Risk     First;
    NextRisk         "next-risk"              [BowTie]             ["n"]                View     Risk     First;
    PreviousRisk     "previous-risk"          [BowTie]             ["N"]                View     Risk     Then;
    // The budget
    AcceptSuggestion "accept-suggestion"      [Budget]             ["A"]                Write    Nothing  First;
    SetCap           "set-cap"                [Budget]             ["c"]                View     Nothing  First;
    TurnMeasure      "turn-measure"           [Budget]             ["m"]                View     Nothing  First;
    OpenBudgeted     "open-budgeted"          [Budget]             ["Enter"]            View     Nothing  First;
    NextStep         "next-step"              [Workshop]           ["."]                View     Later    First;
    PreviousStep     "previous-step"          [Workshop]           [","]                View     Earlier  Then;
    GoBowTie         "bow-tie"                [Workshop]           ["B"]                View     Risk     Then;
    Find             "find"                   [Workshop Home Changes] ["/"]                View     Nothing  Then;
    Mark             "mark"                   [Workshop]           ["Space"]            View     Row      Then;
    Park             "park"                   [Workshop]           ["P"]                Write    Parkable Then;
    ParkTopic        "park-topic"             [Workshop]           []                   Write    Nothing  Never;
    Timer            "timer"                  [Workshop]           ["t"]                View     Nothing  Never;
    TimerPlus        "timer-plus"             [Workshop]           ["+" "="]            View     Timer    Never;
    TimerMinus       "timer-minus"            [Workshop]           ["-"]                View     Timer    Never;
    SetTimer         "set-timer"              [Workshop]           []                   View     Nothing  Never;
    StopTimer        "stop-timer"             [Workshop]           []                   View     Timer    Never;
    MarkAll          "mark-all"               [Workshop]           []                   View     Risk     Never;
    ClearMarks       "clear-marks"            [Workshop]           []                   View     Nothing  Never;
    ShowNames        "show-names"             [Workshop]           []                   View     Nothing  Never;
    Present          "present"               [Workshop]           ["p"]                View     Risk     Never;
    Zoom             "zoom"                   [Workshop]           ["z"]                View     Nothing  Never;
    Blank            "blank"                  [Workshop Weights]   ["b"]                View     Nothing  Never;
    SaveNow          "save-now"               [Everywhere]         ["Ctrl+s"]           View     Nothing  Never;
    AcceptHandEdit   "accept-hand-edit"       [Workshop]           []                   View     HandEdit Never;
    SessionDetails   "session-details"        [Workshop]           ["g d"]              View     Nothing  Never;
    CloseSession     "close-session"          [Workshop]           []                   Write    Nothing  Never;
    ReopenSession    "reopen-session"         [Workshop]           []                   FollowUp Closed   Never;
    GoToRisk         "go-to-risk"             [Workshop]           ["g 0" "g 1" "g 2" "g 3" "g 4" "g 5" "g 6" "g 7" "g 8" "g 9"] View     Nothing  Never;
    GoIdentify       "go-identify"            [Everywhere Onward] ["g i"]              View     Session  Never;
    GoAssess         "go-assess"              [Everywhere Onward] ["g a"]              View     Session  Never;
    GoSolve          "go-solve"               [Everywhere Onward] ["g s"]              View     Session  Never;
    GoLibrary        "go-library"             [Everywhere Onward] ["g l"]              View     Nothing  Never;
    GoBin            "go-bin"                 [Everywhere Onward] ["g b"]              View     Nothing  Never;
    GoGaps           "go-gaps"                [Everywhere Onward] ["g x"]              View     Session  Never;
    GoParkingLot     "go-parking-lot"         [Everywhere Onward] ["g p"]              View     Session  Never;
    GoRanking        "go-ranking"             [Everywhere Onward] ["g r"]              View     Session  Never;
    GoHeatMap        "go-heat-map"            [Everywhere Onward] ["g h"]              View     Session  Never;
    GoDotVote        "go-dot-vote"            [Everywhere Onward] ["g v"]              View     Session  Never;
    GoReplay         "go-replay"              [Everywhere Onward] ["g y"]              View     Session  Never;
    GoFollowUps      "go-follow-ups"          [Everywhere Onward] ["g f"]              View     Nothing  Never;
    GoTrend          "go-trend"               [Everywhere Onward] ["g t"]              View     Nothing  Never;
    GoCompare        "go-compare"             [Everywhere Onward] ["g c"]              View     Session  Never;
    GoChanges        "go-changes"             [Everywhere Onward] ["g e"]              View     Session  Never;
    GoPeople         "go-people"              [Everywhere Onward] ["g w"]              View     Session  Never;
    GoMessages       "go-messages"            [Everywhere Onward] ["g m"]              View     Nothing  Never;
    RunOffer         "run-offer"              [Everywhere]         ["g o"]              View     Offer    Never;
    // Everywhere
    Up               "up"                     [Everywhere Over]      ["Up" "k"]           View     Nothing  Never;
    Down             "down"                   [Everywhere Over]      ["Down" "j"]         View     Nothing  Never;
    Left             "left"                   [Everywhere HeatMap Teams BowTie]         ["Left" "h"]         View     Nothing  Never;
    Right            "right"                  [Everywhere HeatMap Teams BowTie]         ["Right" "l"]        View     Nothing  Never;
    First            "first"                  [Everywhere Over]      ["Home" "g g"]       View     Nothing  Never;
    Last             "last"                   [Everywhere Over]      ["End" "G"]          View     Nothing  Never;
    PageUp           "page-up"                [Everywhere Over]      ["PgUp"]             View     Nothing  Never;
    PageDown         "page-down"              [Everywhere Over]      ["PgDn"]             View     Nothing  Never;
    NextPane         "next-pane"              [Everywhere]         ["Tab"]              View     Nothing  Never;
    PreviousPane     "previous-pane"          [Everywhere]         ["Shift+Tab"]        View     Nothing  Never;
    Open             "open"                   [Everywhere]         ["Enter"]            View     Nothing  Never;
    Back             "back"                   [Everywhere Over]      ["Esc"]              View     Nothing  Never;
    Help             "help"                   [Everywhere]         ["?" "F1"]           View     Nothing  Never;
    Palette          "palette"                [Everywhere]         [":" "Ctrl+p"]       View     Nothing  Never;
    NextTheme        "next-theme"             [Everywhere]         ["T"]                View     Nothing  Never;
    Mouse            "mouse"                  [Everywhere]         ["M"]                View     Nothing  Never;
    Redraw           "redraw"                 [Everywhere Over Text] ["Ctrl+l"]           View     Nothing  Never;
    Suspend          "suspend"                [Everywhere]         []                   View     Nothing  Never;
    Interrupt        "interrupt"              [Everywhere Over Text] ["Ctrl+c"]           View     Nothing  Never;
    Quit             "quit"                   [Everywhere]         ["q"]                View     Nothing  Then;
    LeaveAnyway      "leave-anyway"           [Everywhere]         ["Q"]                View     Leaving  Never;
    // Choices, commands, sentences to read and text
    Choose           "choose"                 [Choice]             ["Enter"]            FollowUp   Nothing  First;
    Toggle           "toggle"                 [Choice]             ["Space"]            FollowUp Choices  First;
    RunCommand       "run-command"            [Commands]           ["Enter"]            View     Nothing  First;
    Accept           "accept"                 [Reading]            ["Enter"]            View     Differences First;
    SetText          "set-text"               [Text]               ["Enter"]            View     OneLine  First;
    SetNote          "set-note"               [Text]               ["Ctrl+s"]           View     ManyLines First;
    NextField        "next-field"             [Text]               ["Tab"]              View     NextField First;
    LeaveText        "leave-text"             [Text]               ["Esc"]              View     Nothing  First;
    CompleteName     "complete-name"          [Names]              ["Tab"]              View     Nothing  First overrides;
    NextName         "next-name"              [Names]              ["Down"]             View     Nothing  First;
    PreviousName     "previous-name"          [Names]              ["Up"]               View     Nothing  Never;
    TakeCategory     "take-category"          [Text]               ["Ctrl+t"]           View     Category Then;
    PreviousPart     "previous-part"          [Text]               ["Shift+Tab"]        View     Part     Then;
    AddRows          "add-rows"               [Preview]            ["Enter"]            Write    Nothing  First;
    ToggleRow        "toggle-row"             [Preview]            ["Space"]            Write    Nothing  First;
    ToggleAllRows    "toggle-all-rows"        [Preview]            ["a"]                Write    Nothing  First;
    HelpOnText       "help-on-text"           [Text]               ["F1"]               View     Nothing  Never;
}

impl Action {
    /// Its name as a key of histories.
    #[must_use]
    pub fn key(self) -> Option<Key> {
        Key::new(self.row().name).ok()
    }

    /// The level this action sets, counted from 1.
    #[must_use]
    pub fn level(self) -> Option<u8> {
        let levels = [
            Self::SetLevel1,
            Self::SetLevel2,
            Self::SetLevel3,
            Self::SetLevel4,
            Self::SetLevel5,
            Self::SetLevel6,
            Self::SetLevel7,
        ];
        (1..).zip(levels).find(|(_, action)| *action == self).map(|(level, _)| level)
    }
}
