//! What was just told, as a sentence for the last row.

use super::keys;
use super::theme::Role;
use super::{assess, votes};
use crate::app::notice::{Notice, Unavailable};
use crate::app::pass::Pass;
use crate::app::{Action, App};
use crate::domain::summary::FollowUpEdit;
use crate::domain::{Key, RiskId, Target, TopicState};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::formula::weighted;
use crate::text::keys::{course_key, status_key};
use crate::text::safe::Safe;
use crate::text::{dates, sentence};

/// The sentence of a notice, and how it looks.
#[expect(clippy::too_many_lines, reason = "one arm per notice")]
pub(super) fn sentence(notice: &Notice, app: &App, catalogue: &Catalogue) -> (String, Role) {
    let plain = |key: &str, role: Role| (catalogue.text(key).to_owned(), role);
    let with = |key: &str, text: &str, role: Role| {
        (catalogue.format(key, &[("what", Arg::Text(&Safe::new(text)))]), role)
    };
    let count = |key: &str, n: usize, role: Role| {
        let number = i64::try_from(n).unwrap_or(i64::MAX);
        (catalogue.format(key, &[("n", Arg::Number(number))]), role)
    };
    match notice {
        Notice::NoAction(pressed) => {
            let pressed: Vec<String> = pressed.iter().map(|chord| keys::chord(*chord, catalogue)).collect();
            with("notice-no-action", &pressed.join(" "), Role::Warning)
        }
        // The key is pressed for each cell, and the reason names the one that helps.
        Notice::Unavailable(Action::EnterVotes, why) => (reason(*why, catalogue).to_owned(), Role::Warning),
        Notice::Unavailable(action, why) => (unavailable(*action, *why, catalogue), Role::Warning),
        Notice::Refused(refusal) => (sentence::refusal(refusal, catalogue), Role::Warning),
        Notice::Undone(target, action, at) => {
            (done("notice-undone", *target, action, *at, app, catalogue), Role::Accent)
        }
        Notice::Redone(target, action, at) => {
            (done("notice-redone", *target, action, *at, app, catalogue), Role::Accent)
        }
        Notice::CardAdopted(id) => with("notice-card-adopted", &id.to_string(), Role::Ok),
        Notice::NoCards => plain("notice-no-cards", Role::Accent),
        Notice::AllCardsDealt => plain("notice-all-cards-dealt", Role::Ok),
        Notice::CardsFromTheStart(n) => count("notice-cards-again", *n, Role::Accent),
        Notice::RiskAdded(id) => with("notice-added", &id.to_string(), Role::Ok),
        Notice::RisksPasted(0) => plain("notice-nothing-pasted", Role::Accent),
        Notice::RisksPasted(n) => count("notice-risks-pasted", *n, Role::Ok),
        Notice::PasteKept => plain("notice-paste-kept", Role::Accent),
        Notice::CannotBeAdded => plain("notice-cannot-be-added", Role::Warning),
        Notice::Merged(others, into) => {
            let others: Vec<String> = others.iter().map(ToString::to_string).collect();
            let args = [("others", others.join(" ")), ("into", into.to_string())];
            let args = args.each_ref().map(|(name, text)| (*name, Arg::Text(text)));
            (catalogue.format("notice-merged", &args), Role::Accent)
        }
        Notice::Guided(true) => plain("notice-guided-on", Role::Accent),
        Notice::Guided(false) => plain("notice-guided-off", Role::Accent),
        Notice::NeedsEvent => plain("notice-needs-event", Role::Warning),
        Notice::RisksBinned(n) => count("notice-risks-binned", *n, Role::Accent),
        Notice::CategorySet(n) => count("notice-category-set", *n, Role::Ok),
        Notice::Restored(n) => count("notice-restored", *n, Role::Ok),
        Notice::NotInEntryOrder(keys) => with("notice-not-in-entry-order", keys, Role::Warning),
        Notice::Names(true) => plain("notice-names-on", Role::Accent),
        Notice::Names(false) => plain("notice-names-off", Role::Accent),
        Notice::PeopleAdded(n) => count("notice-people-added", *n, Role::Ok),
        Notice::PersonRemoved(name) => with("notice-person-removed", name, Role::Accent),
        Notice::PersonNeeded(name) => with("notice-person-needed", name, Role::Warning),
        Notice::LowersNothing => plain("notice-lowers-nothing", Role::Warning),
        Notice::TemplateFixed => plain("notice-template-fixed", Role::Warning),
        Notice::Decided(id, course) => (format!("{id}: {}", catalogue.text(course_key(*course))), Role::Ok),
        Notice::SolutionAdded(id) => with("notice-added", &id.to_string(), Role::Ok),
        Notice::SolutionBinned(id) => with("notice-binned", &id.to_string(), Role::Accent),
        Notice::DraftKept => plain("notice-draft", Role::Accent),
        Notice::PasteCut(n) => count("notice-paste-cut", *n, Role::Warning),
        Notice::TooLong(n) => count("notice-too-long", *n, Role::Warning),
        Notice::NotADate => plain("notice-not-a-date", Role::Warning),
        Notice::NotDays => plain("notice-not-days", Role::Warning),
        Notice::SuggestionAccepted(0) => plain("notice-suggestion-chosen", Role::Accent),
        Notice::SuggestionAccepted(n) => count("notice-suggestion", *n, Role::Ok),
        Notice::NotAnAmount => plain("notice-not-an-amount", Role::Warning),
        Notice::NotBlank => plain("notice-not-blank", Role::Warning),
        Notice::NoSuchRisk(text) => with("notice-no-such-risk", text, Role::Warning),
        Notice::NothingDisputed => plain("notice-nothing-disputed", Role::Ok),
        Notice::Votes(told) => votes::told(*told, catalogue),
        Notice::NothingEmpty => plain(nothing_empty_key(app), Role::Ok),
        Notice::Assess(told) => (assess::told(*told, app, catalogue), Role::Ok),
        Notice::StaysOpen => plain("notice-stays-open", Role::Problem),
        Notice::NowhereToPaste => plain("notice-nowhere-to-paste", Role::Warning),
        Notice::SessionBinned(name) => with("notice-session-binned", name, Role::Accent),
        Notice::SessionsBinned(n) => count("notice-sessions-binned", *n, Role::Accent),
        Notice::SessionsRestored(n) => count("notice-sessions-restored", *n, Role::Accent),
        Notice::SessionRestored(name) => with("notice-session-restored", name, Role::Accent),
        Notice::AllSaved => plain("notice-all-saved", Role::Ok),
        Notice::Mouse(true) => plain("notice-mouse-on", Role::Accent),
        Notice::Mouse(false) => plain("notice-mouse-off", Role::Accent),
        Notice::QLeaves => plain("notice-q-leaves", Role::Accent),
        Notice::NotDurableYet => plain("notice-not-durable", Role::Problem),
        Notice::HelpOnText => plain("notice-help-on-text", Role::Accent),
        Notice::EndReached => plain("notice-end", Role::Accent),
        Notice::TimeIsUp => plain("notice-time-is-up", Role::Warning),
        Notice::NoMinuteLeft => plain("notice-no-minute-left", Role::Warning),
        Notice::NotALength => plain("notice-not-a-length", Role::Warning),
        Notice::RoundEnded => plain("notice-round-ended", Role::Accent),
        Notice::Parked(n) => count("notice-parked", *n, Role::Accent),
        Notice::TakenBack(id) => with("notice-taken-back", &id.to_string(), Role::Ok),
        Notice::NotDots => plain("notice-not-dots", Role::Warning),
        Notice::DotsIn(n) => count("notice-dots-in", *n, Role::Ok),
        Notice::Duel { first, second, is_told } => {
            let (key, role) =
                if *is_told { ("notice-duel", Role::Ok) } else { ("notice-duel-untold", Role::Warning) };
            let (first, second) = (first.to_string(), second.to_string());
            (catalogue.format(key, &[("first", Arg::Text(&first)), ("second", Arg::Text(&second))]), role)
        }
        Notice::TopicParked(id) => with("notice-topic-parked", &id.to_string(), Role::Ok),
        Notice::TopicDecided(id, state) => {
            let key = match state {
                TopicState::Parked => "notice-topic-parked-again",
                TopicState::Settled => "notice-topic-settled",
                TopicState::CarriedOver => "notice-topic-carried-over",
            };
            with(key, &id.to_string(), Role::Ok)
        }
        Notice::EarlierNotFound => plain("compare-not-found", Role::Warning),
        Notice::FollowedUp(id, edit) => (format!("{id}: {}", followed_up(edit, catalogue)), Role::Ok),
        Notice::Exported(name) => with("notice-exported", name, Role::Ok),
        Notice::ChangedMeanwhile => plain("follow-ups-changed", Role::Warning),
        Notice::TakenBackThere => plain("follow-ups-undone", Role::Accent),
        Notice::NoMatch => plain("compare-match-other", Role::Warning),
        Notice::WaitsForMatch(id) => {
            (catalogue.format("compare-match-first", &[("before", Arg::Text(&id.to_string()))]), Role::Accent)
        }
        Notice::Matched(one, other) => (matched("compare-matched", *one, *other, catalogue), Role::Ok),
        Notice::TakenApart(one, other) => (matched("compare-apart", *one, *other, catalogue), Role::Accent),
        Notice::NothingToReplay => plain("notice-nothing-to-replay", Role::Accent),
        Notice::NothingMoves => plain("notice-nothing-moves", Role::Accent),
        Notice::WeightsAreDefault => plain("notice-weights-default", Role::Accent),
        Notice::WeightsSet(weights) => with("notice-weights-set", &weighted(*weights), Role::Ok),
        Notice::WeightsAsBefore => plain("notice-weights-as-before", Role::Accent),
        Notice::WeightsKept(weights) => with("notice-weights-kept", &weighted(*weights), Role::Accent),
        Notice::Closed => plain("notice-closed", Role::Ok),
        Notice::ReasonToClose => plain("notice-reason-to-close", Role::Warning),
        Notice::Reopened => plain("notice-reopened", Role::Ok),
        Notice::TryingAgain => plain("notice-trying-again", Role::Accent),
        Notice::WrittenAgain => plain("notice-written-again", Role::Ok),
        Notice::FullAccess => plain("notice-full-access", Role::Ok),
        Notice::KeptIn(folder) => with("notice-kept-in", folder, Role::Warning),
        Notice::Sentence(text) => (Safe::new(text).as_str().to_owned(), Role::Warning),
    }
}

/// What a solution is, or who does it, or until when, after a follow-up.
fn followed_up(edit: &FollowUpEdit, words: &Catalogue) -> String {
    match edit {
        FollowUpEdit::Status(status) => words.text(status_key(*status)).to_owned(),
        FollowUpEdit::Owner(Some(owner)) => Safe::new(owner).to_string(),
        FollowUpEdit::Owner(None) => words.text("no-owner").to_owned(),
        FollowUpEdit::Due(Some(due)) => dates::weekday(*due, words),
        FollowUpEdit::Due(None) => "–".to_owned(),
    }
}

fn matched(key: &str, one: RiskId, other: RiskId, words: &Catalogue) -> String {
    let (one, other) = (one.to_string(), other.to_string());
    words.format(key, &[("before", Arg::Text(&one)), ("after", Arg::Text(&other))])
}

fn nothing_empty_key(app: &App) -> &'static str {
    match app.workshop.as_ref().map(|workshop| workshop.pass) {
        Some(Pass::Quick) => "notice-nothing-empty-quick",
        Some(Pass::Full) | None => "notice-nothing-empty",
    }
}

fn unavailable(action: Action, why: Unavailable, catalogue: &Catalogue) -> String {
    let label = catalogue.text(action.label_key());
    let reason = reason(why, catalogue);
    format!("{label}: {reason}")
}

/// Why an action is not possible.
pub(super) fn reason(why: Unavailable, catalogue: &Catalogue) -> &str {
    catalogue.text(match why {
        Unavailable::NotHere => "unavailable-not-here",
        Unavailable::NoSession => "unavailable-no-session",
        Unavailable::Closed => "unavailable-closed",
        Unavailable::NothingSelected => "unavailable-nothing-selected",
        Unavailable::NothingToMerge => "unavailable-nothing-to-merge",
        Unavailable::NoCategory => "unavailable-no-category",
        Unavailable::NoPaste => "unavailable-no-paste",
        Unavailable::NoCardInHand => "unavailable-no-card-in-hand",
        Unavailable::NoCard => "unavailable-no-card",
        Unavailable::NoFurtherStep => "unavailable-no-further-step",
        Unavailable::NothingToUndo => "unavailable-nothing-to-undo",
        Unavailable::NothingToRedo => "unavailable-nothing-to-redo",
        Unavailable::NoSuchLevel => "unavailable-no-such-level",
        Unavailable::NoVotes => "unavailable-no-votes",
        Unavailable::ReVoteFirst => "unavailable-re-vote-first",
        Unavailable::RoundsOver => "unavailable-rounds-over",
        Unavailable::NobodyVotes => "unavailable-nobody-votes",
        Unavailable::NothingToReveal => "unavailable-nothing-to-reveal",
        Unavailable::NotRevealed => "unavailable-not-revealed",
        Unavailable::ReVoteUsed => "unavailable-re-vote-used",
        Unavailable::NoLevels => "unavailable-no-levels",
        Unavailable::NothingToLower => "unavailable-nothing-to-lower",
        Unavailable::OnlyRead => "unavailable-elsewhere",
        Unavailable::HandEdited => "unavailable-hand-edited",
        Unavailable::StillSaving => "unavailable-still-saving",
        Unavailable::Replaying => "unavailable-replaying",
        Unavailable::MarkTwo => "compare-mark-two",
        Unavailable::NotCarried => "compare-not-carried",
        Unavailable::Reviewing => "unavailable-reviewing",
        Unavailable::NothingOffered => "unavailable-nothing-offered",
        Unavailable::NotHandEdited => "unavailable-not-hand-edited",
        Unavailable::VotesRun => "unavailable-votes-run",
        Unavailable::Comparing => "unavailable-comparing",
        Unavailable::NoDots => "unavailable-no-dots",
        Unavailable::NoTie => "unavailable-no-tie",
        Unavailable::OnlyTold => "unavailable-only-told",
        Unavailable::NoTimer => "unavailable-no-timer",
        Unavailable::UndoEnds => "refusal-undo-closing",
        Unavailable::IsOpen => "refusal-not-closed",
        Unavailable::IsParked => "unavailable-is-parked",
        Unavailable::IsRisk => "unavailable-is-risk",
        Unavailable::IsTopic => "unavailable-is-topic",
    })
}

/// `undone: R5 Edit a field, 14:02`.
fn done(
    key: &str,
    target: Option<Target>,
    action: &Key,
    at: jiff::Timestamp,
    app: &App,
    catalogue: &Catalogue,
) -> String {
    let about = match target {
        Some(Target::Risk(id, Some(cell))) => format!("{id} {} ", cell.sign()),
        Some(Target::Risk(id, None)) => format!("{id} "),
        Some(Target::Solution(id)) => format!("{id} "),
        Some(Target::Person(id)) => format!("{id} "),
        Some(Target::Topic(id)) => format!("{id} "),
        Some(Target::Session | Target::Cards) | None => String::new(),
    };
    let named = format!("entry-{action}");
    let label = catalogue.text(&named);
    let what = format!("{about}{}", if label == named { action.as_str() } else { label });
    let time = dates::clock(at, &app.zone);
    catalogue.format(key, &[("what", Arg::Text(&what)), ("time", Arg::Text(&time))])
}
