//! Values in words: what stands in a field, and what can be chosen for it.

use crate::app::form::risk::RiskField;
use crate::app::form::session::SessionField;
use crate::app::form::solution::SolutionField;
use crate::app::form::value::{Change, Value};
use crate::app::form::{self, Field, Subject};
use crate::app::workshop::Workshop;
use crate::domain::{Changes, Course, Effort, Glance, Key, Money, Name, Origin, Risk, Session, Solution};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::keys::{approach_key, effort_key, evidence_key, glance_key, status_key};
use crate::text::safe::Safe;
use crate::text::{dates, numbers};

/// What stands in a field.
pub(super) fn of(workshop: &Workshop, subject: Subject, field: Field, words: &Catalogue) -> String {
    let session = workshop.session();
    if workshop.blank && is_a_name(field) {
        return "·".to_owned();
    }
    if field == Field::Risk(RiskField::SaidBy) && !workshop.arrangement.names {
        let Subject::Risk(id) = subject else { return String::new() };
        let is_said = session.risk(id).is_some_and(|risk| risk.said_by.is_some());
        return if is_said { words.text("said-by-hidden").to_owned() } else { String::new() };
    }
    let found = match (subject, field) {
        (Subject::Session, Field::Session(SessionField::Revenue)) => {
            session.revenue.map(|revenue| money(session, revenue, words))
        }
        (Subject::Risk(id), Field::Risk(field)) => {
            session.risk(id).and_then(|risk| of_risk(workshop, risk, field, words))
        }
        (Subject::Solution(id), Field::Solution(field)) => {
            session.solution(id).and_then(|solution| of_solution(session, solution, field, words))
        }
        _ => None,
    };
    found.unwrap_or_else(|| form::text(session, subject, field))
}

/// Whether a person's name stands in a field, which is hidden in open discussion.
const fn is_a_name(field: Field) -> bool {
    matches!(
        field,
        Field::Risk(RiskField::Owner | RiskField::SignWatcher | RiskField::SaidBy)
            | Field::Solution(SolutionField::Owner)
    )
}

/// The value of a field of a risk that is not plain text.
fn of_risk(workshop: &Workshop, risk: &Risk, field: RiskField, words: &Catalogue) -> Option<String> {
    let session = workshop.session();
    match field {
        RiskField::Category => risk.category.as_ref().map(|key| category(session, key)),
        RiskField::Money | RiskField::Marketing if risk.has_hidden_votes() => {
            Some(words.text("glance-hidden").to_owned())
        }
        RiskField::Money => Some(glance("€", risk.money, words)),
        RiskField::Marketing => Some(glance("◎", risk.marketing, words)),
        RiskField::HitTags => {
            let tags: Vec<&str> = risk.hit.tags.iter().map(Name::as_str).collect();
            Some(tags.join(", "))
        }
        RiskField::Evidence => Some(words.text(evidence_key(risk.evidence)).to_owned()),
        RiskField::SaidBy => {
            let person = risk.said_by.and_then(|id| session.person(id));
            person.map(|person| person.name.to_string())
        }
        RiskField::Origin => Some(origin(workshop, &risk.origin, words)),
        RiskField::Title
        | RiskField::Cause
        | RiskField::Consequence
        | RiskField::HitNote
        | RiskField::Duty
        | RiskField::Owner
        | RiskField::Sign
        | RiskField::SignThreshold
        | RiskField::SignWatcher
        | RiskField::Reason(_) => None,
    }
}

/// The value of a field of a solution that is not plain text.
fn of_solution(
    session: &Session,
    solution: &Solution,
    field: SolutionField,
    words: &Catalogue,
) -> Option<String> {
    match field {
        SolutionField::Approach => Some(words.text(approach_key(solution.approach)).to_owned()),
        SolutionField::Changes => Some(changes(solution.changes, words)),
        SolutionField::Due => solution.due.map(|due| dates::date(due, words)),
        SolutionField::Status => Some(words.text(status_key(solution.status)).to_owned()),
        SolutionField::CostOnce => solution.cost_once.map(|cost| money(session, cost, words)),
        SolutionField::CostYearly => solution.cost_yearly.map(|cost| money(session, cost, words)),
        SolutionField::Effort => solution.effort.map(|effort| effort_text(effort, words)),
        SolutionField::Title | SolutionField::Owner | SolutionField::Note => None,
    }
}

/// A value that can be chosen.
pub(super) fn choice(session: &Session, value: &Value, words: &Catalogue) -> String {
    match value {
        Value::Nothing => words.text("choice-nothing").to_owned(),
        Value::Category(key) => category(session, key),
        Value::Glance(glance) => words.text(glance_key(*glance)).to_owned(),
        Value::Tag(name) | Value::Currency(name) => name.to_string(),
        Value::Evidence(evidence) => words.text(evidence_key(*evidence)).to_owned(),
        Value::Person(id) => session.person(*id).map_or_else(|| id.to_string(), |it| it.name.to_string()),
        Value::Approach(approach) => words.text(approach_key(*approach)).to_owned(),
        Value::Change(change) => words.text(change_key(*change)).to_owned(),
        Value::Status(status) => words.text(status_key(*status)).to_owned(),
        Value::Effort(effort) => effort_text(*effort, words),
        Value::Other => words.text("choice-other").to_owned(),
    }
}

fn category(session: &Session, key: &Key) -> String {
    session.category(key).map_or_else(|| key.to_string(), |category| category.name.to_string())
}

/// An amount with the session's currency.
pub(super) fn money(session: &Session, money: Money, words: &Catalogue) -> String {
    numbers::money(money.units(), &session.currency, words.lang())
}

/// How a risk came up. Of a card its title is told; of one that is in no deck drawn from, its key.
fn origin(workshop: &Workshop, origin: &Origin, words: &Catalogue) -> String {
    let key = match origin {
        Origin::Room => "origin-room",
        Origin::Premortem => "origin-premortem",
        Origin::Headline => "origin-headline",
        Origin::Card { card } => {
            let known = workshop.hand.cards.iter().find(|known| known.key == *card);
            let title = Safe::new(known.map_or(card, |known| &known.title));
            return words.format("origin-card", &[("card", Arg::Text(&title))]);
        }
        Origin::Import => "origin-import",
        Origin::Carried => "origin-carried",
    };
    words.text(key).to_owned()
}

fn glance(sign: &str, glance: Glance, words: &Catalogue) -> String {
    format!("{sign} {}", words.text(glance_key(glance)))
}

/// The sign of a decision where there is no room for its word.
pub(super) const fn course_sign(course: Course) -> &'static str {
    match course {
        Course::Undecided => " ",
        Course::Treat => "↓",
        Course::Accept => "=",
        Course::Transfer => "→",
        Course::Avoid => "✗",
    }
}

/// The kinds of change, short: `sw adm`.
pub(super) fn changes(changes: Changes, words: &Catalogue) -> String {
    let on = Change::ALL.into_iter().filter(|change| change.is_in(changes));
    let short: Vec<&str> = on.map(|change| words.text(change_short_key(change))).collect();
    short.join(" ")
}

/// `M · a week`.
pub(super) fn effort_text(effort: Effort, words: &Catalogue) -> String {
    format!("{effort:?} · {}", words.text(effort_key(effort)))
}

/// The key of the name of a kind of change.
pub(super) const fn change_key(change: Change) -> &'static str {
    match change {
        Change::Software => "change-software",
        Change::Administrative => "change-administrative",
        Change::Process => "change-process",
    }
}

const fn change_short_key(change: Change) -> &'static str {
    match change {
        Change::Software => "change-software.short",
        Change::Administrative => "change-administrative.short",
        Change::Process => "change-process.short",
    }
}
