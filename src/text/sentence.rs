//! Data of the domain made sentences: refusals, findings of a check, texts that do not fit.
//!
//! Here: which message says what, and with which values. Not here: the words (`messages.ftl`), nor what is wrong with
//! files (`store::sentence`).

use super::catalogue::{Arg, Catalogue};
use super::safe::Safe;
use crate::domain::check::Problem;
use crate::domain::{BadText, MAX_DOTS_EACH, Refusal};

/// Why an edit is refused.
#[must_use]
pub fn refusal(refusal: &Refusal, catalogue: &Catalogue) -> String {
    let about = |key: &str, id: &str| catalogue.format(key, &[("id", Arg::Text(&Safe::new(id)))]);
    let number = |value: u8| Arg::Number(value.into());
    let plain = |key: &str| catalogue.text(key).to_owned();
    match refusal {
        Refusal::NoRisk(id) => about("refusal-no-risk", &id.to_string()),
        Refusal::NoSolution(id) => about("refusal-no-solution", &id.to_string()),
        Refusal::NoPerson(id) => about("refusal-no-person", &id.to_string()),
        Refusal::NoTopic(id) => about("refusal-no-topic", &id.to_string()),
        Refusal::Taken(id) => about("refusal-taken", id),
        Refusal::NoCategory(key) => about("refusal-no-category", key),
        Refusal::Full { limit } => catalogue.format("refusal-full", &[("limit", count(*limit))]),
        Refusal::AboveScale { level, worst } => {
            let args = [("level", number(level.number())), ("worst", number(worst.number()))];
            catalogue.format("refusal-above-scale", &args)
        }
        Refusal::LevelsFixed => plain("refusal-levels-fixed"),
        Refusal::ScalesDoNotFit => plain("refusal-scales"),
        Refusal::NoWeight => plain("refusal-no-weight"),
        Refusal::BandsDoNotRise => plain("refusal-bands"),
        Refusal::Revealed => plain("refusal-revealed"),
        Refusal::NoVotes => plain("refusal-no-votes"),
        Refusal::NoReVote => plain("refusal-no-re-vote"),
        Refusal::NotAVoter(id) => about("refusal-not-a-voter", &id.to_string()),
        Refusal::VotesTwice(id) => about("refusal-votes-twice", &id.to_string()),
        Refusal::LinkRaises { current, expected } => {
            let args = [("current", number(current.number())), ("expected", number(expected.number()))];
            catalogue.format("refusal-link-raises", &args)
        }
        Refusal::CannotMerge(id) => about("refusal-cannot-merge", &id.to_string()),
        Refusal::TagTwice(tag) => about("refusal-tag-twice", tag),
        Refusal::NoTie(first, second) => {
            let (first, second) = (first.to_string(), second.to_string());
            catalogue
                .format("refusal-no-tie", &[("first", Arg::Text(&first)), ("second", Arg::Text(&second))])
        }
        Refusal::BadDots => catalogue.format("refusal-bad-dots", &[("most", number(MAX_DOTS_EACH))]),
        Refusal::PersonIsNeeded(id) => about("refusal-person-needed", &id.to_string()),
        Refusal::Closed => plain("refusal-closed"),
        Refusal::NotClosed => plain("refusal-not-closed"),
        Refusal::TooMuchWork => plain("refusal-too-much-work"),
        Refusal::TooLarge => plain("refusal-too-large"),
        Refusal::NothingChanges => plain("refusal-nothing-changes"),
        Refusal::NothingToUndo => plain("refusal-nothing-to-undo"),
        Refusal::UndoStopsAtClosing => plain("refusal-undo-closing"),
        Refusal::NothingToRedo => plain("refusal-nothing-to-redo"),
    }
}

/// What a check found.
#[must_use]
pub fn problem(problem: &Problem, catalogue: &Catalogue) -> String {
    let about = |key: &str, id: &str| catalogue.format(key, &[("id", Arg::Text(&Safe::new(id)))]);
    match problem {
        Problem::Refused(reason) => refusal(reason, catalogue),
        Problem::Twice(id) => about("problem-twice", id),
        Problem::MergeCircle(id) => about("problem-merge-circle", &id.to_string()),
    }
}

/// Why a text is refused.
#[must_use]
pub fn bad_text(problem: &BadText, catalogue: &Catalogue) -> String {
    match problem {
        BadText::TooLong { length, limit } => {
            catalogue.format("text-too-long", &[("length", count(*length)), ("limit", count(*limit))])
        }
        BadText::Blank => catalogue.text("text-blank").to_owned(),
        BadText::LineBreak => catalogue.text("text-line-break").to_owned(),
        BadText::NotAKey => catalogue.text("text-not-a-key").to_owned(),
    }
}

fn count(value: usize) -> Arg<'static> {
    Arg::Number(i64::try_from(value).unwrap_or(i64::MAX))
}
