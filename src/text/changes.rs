//! Changes in words: what an edit touched, from what to what.
//!
//! Here: the words of `domain::change`. Not here: the time and how a line is laid out.

use super::catalogue::{Arg, Catalogue};
use super::formula::{band_key, weighted};
use super::keys::{approach_key, course_key, effort_key, evidence_key, glance_key, status_key};
use super::safe::Safe;
use super::{dates, numbers};
use crate::domain::change::{Change, Facet, Kind, Value};
use crate::domain::{
    Agreed, Ballot, Bands, Changes, Decision, Edit, EntryKind, History, Hit, PersonEdit, Place, RiskEdit,
    Seat, Session, SessionEdit, Sign, SolutionEdit, Target, TopicState, Verdict, Votes,
};

/// A change in words; everything in it is safe to be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// `R5`, `S1`, `P2`, `T1`; empty for the session itself.
    pub id: String,
    /// What it is called; empty for the session itself.
    pub name: String,
    /// What was touched: `D◎ level`, `owner`, `added`.
    pub what: String,
    /// The value before; empty if there is nothing to tell.
    pub old: String,
    /// The value after; empty if there is nothing to tell.
    pub new: String,
}

impl Told {
    /// `title: Late parcels → Lost parcels`, with what there is to tell.
    #[must_use]
    pub fn values(&self) -> String {
        match (self.old.is_empty(), self.new.is_empty()) {
            (true, true) => self.what.clone(),
            (true, false) => format!("{}: {}", self.what, self.new),
            (false, true) => format!("{}: {} → –", self.what, self.old),
            (false, false) => format!("{}: {} → {}", self.what, self.old, self.new),
        }
    }
}

/// A change of a history in words.
#[must_use]
pub fn told(change: &Change, history: &History, words: &Catalogue) -> Told {
    let session = history.session();
    let (id, sign) = match change.about {
        Target::Session | Target::Cards => (String::new(), ""),
        Target::Person(id) => (id.to_string(), ""),
        Target::Risk(id, cell) => (id.to_string(), cell.map_or("", |cell| cell.sign())),
        Target::Solution(id) => (id.to_string(), ""),
        Target::Topic(id) => (id.to_string(), ""),
    };
    let name = Safe::new(&change.name).to_string();
    let (what, old, new) = match change.kind {
        Kind::Edit(place) => match edit(history, change.entry, place) {
            Some(edit) => {
                let what = what(edit, change, words);
                let value = |value| self::value(value, edit, session, words);
                (what, value(&change.old), value(&change.new))
            }
            None => (String::new(), String::new(), String::new()),
        },
        Kind::Undo(meant) => (again("change-undone", meant, history, words), String::new(), String::new()),
        Kind::Redo(meant) => (again("change-redone", meant, history, words), String::new(), String::new()),
        Kind::Replaced => (words.text("change-replaced").to_owned(), String::new(), String::new()),
    };
    let what = if sign.is_empty() { what } else { format!("{sign} {what}") };
    Told { id, name, what, old, new }
}

/// The key of the name of a facet.
#[must_use]
pub const fn facet_key(facet: Facet) -> &'static str {
    match facet {
        Facet::Risks => "facet-risks",
        Facet::Levels => "facet-levels",
        Facet::Solutions => "facet-solutions",
        Facet::Decisions => "facet-decisions",
        Facet::Session => "facet-session",
    }
}

fn edit(history: &History, entry: usize, place: usize) -> Option<&Edit> {
    match &history.entries().get(entry)?.kind {
        EntryKind::Do(edits) => edits.get(place),
        EntryKind::Undo | EntryKind::Redo | EntryKind::Replaced(_) => None,
    }
}

/// `undone: owner`, with how many edits if it was more than one.
fn again(key: &str, meant: usize, history: &History, words: &Catalogue) -> String {
    let what = match history.entries().get(meant).map(|entry| &entry.kind) {
        Some(EntryKind::Do(edits)) => {
            let first = edits.last().map_or("", |edit| words.text(what_key(edit)));
            if edits.len() > 1 { format!("{first} (×{})", edits.len()) } else { first.to_owned() }
        }
        Some(EntryKind::Replaced(_)) => words.text("change-replaced").to_owned(),
        Some(EntryKind::Undo | EntryKind::Redo) | None => String::new(),
    };
    words.format(key, &[("what", Arg::Text(&what))])
}

/// What an edit touches; of what appears or goes, that it does.
fn what(edit: &Edit, change: &Change, words: &Catalogue) -> String {
    match edit {
        Edit::Solution(_, SolutionEdit::Link(link)) => effect("change-effect", link.risk, link.lever, words),
        Edit::Solution(_, SolutionEdit::Unlink(risk, cell)) => {
            effect("change-effect-gone", *risk, *cell, words)
        }
        Edit::Solution(_, SolutionEdit::Binned(_)) if change.new == Value::Yes(true) => {
            words.text("change-binned").to_owned()
        }
        Edit::Duel(duel) => {
            let second = duel.second.to_string();
            words.format("change-duel", &[("second", Arg::Text(&second))])
        }
        Edit::Card(card) => named("change-card", &card.card, words),
        Edit::ForgetCard(card) => named("change-card", card, words),
        Edit::Session(_)
        | Edit::AddPerson(_)
        | Edit::Person(..)
        | Edit::AddRisk(_)
        | Edit::Risk(..)
        | Edit::AddSolution(_)
        | Edit::Solution(..)
        | Edit::AddTopic(_)
        | Edit::Topic(..) => words.text(what_key(edit)).to_owned(),
    }
}

fn effect(key: &str, risk: crate::domain::RiskId, cell: crate::domain::Cell, words: &Catalogue) -> String {
    named(key, &format!("{risk} {}", cell.sign()), words)
}

fn named(key: &str, what: &str, words: &Catalogue) -> String {
    words.format(key, &[("what", Arg::Text(&Safe::new(what)))])
}

/// The key of what an edit touches.
const fn what_key(edit: &Edit) -> &'static str {
    match edit {
        Edit::Session(edit) => session_key(edit),
        Edit::AddPerson(_) | Edit::AddRisk(_) | Edit::AddSolution(_) | Edit::AddTopic(_) => "change-added",
        Edit::Person(_, edit) => person_key(edit),
        Edit::Risk(_, edit) => risk_key(edit),
        Edit::Solution(_, edit) => solution_key(edit),
        Edit::Topic(..) => "change-topic",
        Edit::Card(_) | Edit::ForgetCard(_) => "change-card-named",
        Edit::Duel(_) => "change-duel-named",
    }
}

const fn session_key(edit: &SessionEdit) -> &'static str {
    match edit {
        SessionEdit::Title(_) => "change-title",
        SessionEdit::Shop(_) => "change-shop",
        SessionEdit::Scope(_) => "change-scope",
        SessionEdit::Revenue(_) => "change-revenue",
        SessionEdit::Currency(_) => "change-currency",
        SessionEdit::Appetite(_) => "change-appetite",
        SessionEdit::Bands(_) => "change-bands",
        SessionEdit::Weights(_) => "change-weights",
        SessionEdit::Scales(_) => "change-scales",
        SessionEdit::Categories(_) => "change-categories",
        SessionEdit::Close { .. } => "change-closed",
        SessionEdit::Reopen { .. } => "change-reopened",
        SessionEdit::DotsEach(_) => "change-dots-each",
    }
}

const fn person_key(edit: &PersonEdit) -> &'static str {
    match edit {
        PersonEdit::Name(_) => "change-name",
        PersonEdit::Team(_) => "change-team",
        PersonEdit::Seat(_) => "change-seat",
        PersonEdit::Present(_) => "change-present",
        PersonEdit::MoveBefore(_) => "change-place",
        PersonEdit::Remove => "change-removed",
    }
}

const fn risk_key(edit: &RiskEdit) -> &'static str {
    match edit {
        RiskEdit::Title(_) => "change-title",
        RiskEdit::Cause(_) => "change-cause",
        RiskEdit::Consequence(_) => "change-consequence",
        RiskEdit::Category(_) => "change-category",
        RiskEdit::Money(_) => "change-glance-money",
        RiskEdit::Marketing(_) => "change-glance-marketing",
        RiskEdit::Hit(_) => "change-hit",
        RiskEdit::Evidence(_) => "change-evidence",
        RiskEdit::Duty(_) => "change-duty",
        RiskEdit::Owner(_) => "change-owner",
        RiskEdit::SaidBy(_) => "change-said-by",
        RiskEdit::Place(_) => "change-kept",
        RiskEdit::Decision(_) => "change-decision",
        RiskEdit::MoveBefore(_) => "change-place",
        RiskEdit::Agree(..) => "change-level",
        RiskEdit::Vote(..) => "change-votes",
        RiskEdit::Reveal(_) => "change-reveal",
        RiskEdit::ReVote(_) => "change-re-vote",
        RiskEdit::Sign(_) => "change-sign",
        RiskEdit::Dots(_) => "change-dots",
    }
}

const fn solution_key(edit: &SolutionEdit) -> &'static str {
    match edit {
        SolutionEdit::Title(_) => "change-title",
        SolutionEdit::Approach(_) => "change-approach",
        SolutionEdit::Changes(_) => "change-changes",
        SolutionEdit::Owner(_) => "change-owner",
        SolutionEdit::Due(_) => "change-due",
        SolutionEdit::Status(_) => "change-status",
        SolutionEdit::CostOnce(_) => "change-cost-once",
        SolutionEdit::CostYearly(_) => "change-cost-yearly",
        SolutionEdit::Effort(_) => "change-effort",
        SolutionEdit::Note(_) => "change-note",
        SolutionEdit::Link(_) | SolutionEdit::Unlink(..) => "change-effect-named",
        SolutionEdit::Binned(_) => "change-restored",
        SolutionEdit::MoveBefore(_) => "change-place",
    }
}

/// A value in words; empty if there is nothing to tell.
fn value(value: &Value, edit: &Edit, session: &Session, words: &Catalogue) -> String {
    let text = |key: &str| words.text(key).to_owned();
    match value {
        Value::Absent | Value::There => String::new(),
        Value::Masked => "·".to_owned(),
        Value::Text(text) => one_line(text),
        // A round begins, and texts of levels change, without a number that would tell it.
        Value::Number(_)
            if matches!(edit, Edit::Risk(_, RiskEdit::ReVote(_)) | Edit::Session(SessionEdit::Scales(_))) =>
        {
            String::new()
        }
        Value::Number(number) => numbers::number(*number, words.lang()),
        Value::Money(money) => numbers::money(money.units(), &Safe::new(&session.currency), words.lang()),
        Value::Date(day) => dates::date(*day, words),
        Value::Band(band) => text(band_key(*band)),
        Value::Bands(bands) => self::bands(*bands),
        Value::Weights(weights) => weighted(*weights),
        Value::Glance(glance) => text(glance_key(*glance)),
        Value::Evidence(evidence) => text(evidence_key(*evidence)),
        Value::Hit(hit) => self::hit(hit),
        Value::Place(place) => self::place(*place, words),
        Value::Decision(decision) => self::decision(decision, words),
        Value::Agreed(agreed) => self::agreed(agreed),
        Value::VotesIn(cast, of) => {
            let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
            words.format("change-votes-in", &[("in", number(*cast)), ("of", number(*of))])
        }
        Value::Votes(votes) => self::votes(votes),
        Value::Sign(sign) => self::sign(sign),
        Value::Approach(approach) => text(approach_key(*approach)),
        Value::Changes(changes) => self::changes(*changes, words),
        Value::Status(status) => text(status_key(*status)),
        Value::Effort(effort) => format!("{effort:?} · {}", words.text(effort_key(*effort))),
        Value::Level(level) => level.number().to_string(),
        Value::Topic(state) => text(match state {
            TopicState::Parked => "change-topic-parked",
            TopicState::Settled => "change-topic-settled",
            TopicState::CarriedOver => "change-topic-carried-over",
        }),
        Value::Card(Verdict::Adopted { risk }) => named("change-card-adopted", &risk.to_string(), words),
        Value::Card(Verdict::Dismissed) => text("change-card-dismissed"),
        Value::Seat(Seat::Voter) => text("change-seat-voter"),
        Value::Seat(Seat::Observer) => text("change-seat-observer"),
        // Of the bin, the word says it all.
        Value::Yes(_) if matches!(edit, Edit::Solution(_, SolutionEdit::Binned(_))) => String::new(),
        Value::Yes(true) => text("change-yes"),
        Value::Yes(false) => text("change-no"),
        // Who said it is shown on request only.
        Value::Person(_) => text("change-set"),
        Value::Category(key) => {
            let category = session.category(key);
            let name = category.map_or_else(|| key.to_string(), |category| category.name.to_string());
            Safe::new(&name).to_string()
        }
    }
}

/// A text on one line.
fn one_line(text: &str) -> String {
    Safe::new(&text.split_whitespace().collect::<Vec<_>>().join(" ")).to_string()
}

fn bands(bands: Bands) -> String {
    format!("{} · {} · {}", bands.medium, bands.high, bands.critical)
}

fn hit(hit: &Hit) -> String {
    let tags = hit.tags.iter().map(|tag| Safe::new(tag).to_string()).collect::<Vec<_>>().join(", ");
    let note = one_line(&hit.note);
    [tags, note].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn place(place: Place, words: &Catalogue) -> String {
    match place {
        Place::List => words.text("change-kept-list").to_owned(),
        Place::Parked => words.text("change-kept-parked").to_owned(),
        Place::Bin => words.text("change-kept-bin").to_owned(),
        Place::Merged { into } => named("change-kept-merged", &into.to_string(), words),
    }
}

/// `accepted (too rare) · 1 Jan 2027`.
fn decision(decision: &Decision, words: &Catalogue) -> String {
    let mut told = words.text(course_key(decision.course())).to_owned();
    if !decision.reason().is_empty() {
        told = format!("{told} ({})", one_line(decision.reason()));
    }
    match decision.review() {
        Some(day) => format!("{told} · {}", dates::date(day, words)),
        None => told,
    }
}

/// `4 (everybody has seen it)`.
fn agreed(agreed: &Agreed) -> String {
    let level = agreed.level.number();
    if agreed.reason.is_empty() {
        level.to_string()
    } else {
        format!("{level} ({})", one_line(&agreed.reason))
    }
}

/// The votes without names, lowest first: `3 3 4 ?`.
fn votes(votes: &Votes) -> String {
    let mut ballots: Vec<Ballot> = votes.0.iter().map(|vote| vote.ballot).collect();
    ballots.sort_unstable();
    let sign = |ballot: &Ballot| match ballot {
        Ballot::Level(level) => level.number().to_string(),
        Ballot::DontKnow => "?".to_owned(),
    };
    ballots.iter().map(sign).collect::<Vec<_>>().join(" ")
}

/// `orders per hour · below 10 · Ana`.
fn sign(sign: &Sign) -> String {
    let watcher = sign.watcher.as_deref().unwrap_or_default();
    let parts = [one_line(&sign.watched), one_line(&sign.threshold), one_line(watcher)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

fn changes(changes: Changes, words: &Catalogue) -> String {
    let kinds = [
        (changes.software, "change-software"),
        (changes.administrative, "change-administrative"),
        (changes.process, "change-process"),
    ];
    let on = kinds.into_iter().filter(|(on, _)| *on).map(|(_, key)| words.text(key));
    on.collect::<Vec<_>>().join(", ")
}
