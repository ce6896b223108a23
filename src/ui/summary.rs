//! What follows from a risk or solution, in a few lines above its fields.
//!
//! How many lines there are depends on the step alone, so that nothing jumps while the levels change.

use std::cmp::Ordering;

use jiff::civil::Date;
use unicode_width::UnicodeWidthStr;

use super::ranking::range;
use super::theme::Role;
use super::{solution, value, votes};
use crate::app::App;
use crate::app::carry::last_level;
use crate::app::derived::After;
use crate::app::form::Subject;
use crate::app::workshop::{Step, Workshop};
use crate::domain::agreement;
use crate::domain::robustness::TOP;
use crate::domain::{Cell, Course, Decision, Gate, Priority, Risk, RiskId};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;
use crate::text::formula::{formula, points, short_band_key};
use crate::text::keys::{course_key, glance_key};

/// Parts of a line, each with its role.
type Spans = Vec<(String, Role)>;

/// From so many columns the first glance stands beside what the votes add up to.
const ROOMY: u16 = 64;

/// How many lines there are.
pub(super) fn height(workshop: &Workshop, subject: Subject, columns: u16) -> u16 {
    match (subject, workshop.step) {
        (Subject::Risk(_), Step::Assess) => {
            if columns < ROOMY {
                9
            } else {
                5
            }
        }
        (Subject::Risk(_), Step::Solve) => 3,
        (Subject::Solution(_), Step::Solve) => solution::height(columns),
        _ => 0,
    }
}

/// The lines, as many as [`height`] says.
pub(super) fn lines(
    app: &App,
    workshop: &Workshop,
    subject: Subject,
    words: &Catalogue,
    columns: u16,
) -> Vec<Spans> {
    if workshop.blank {
        return Vec::new();
    }
    let session = workshop.session();
    let lines = match (subject, workshop.step) {
        (Subject::Risk(id), Step::Assess) => {
            session.risk(id).map(|risk| assessed(app, workshop, risk, words, columns))
        }
        (Subject::Risk(id), Step::Solve) => {
            session.risk(id).map(|risk| treated(workshop, risk, app.today(), words))
        }
        (Subject::Solution(id), Step::Solve) => {
            session.solution(id).map(|it| solution::lines(workshop, it, words, columns))
        }
        _ => None,
    };
    lines.unwrap_or_default()
}

/// Formula, band with rank and gates, rounds of the cell, what they add up to, reason.
fn assessed(app: &App, workshop: &Workshop, risk: &Risk, words: &Catalogue, columns: u16) -> Vec<Spans> {
    let session = workshop.session();
    let place = workshop.session().place_of(risk.id);
    let ranking = &workshop.derived.ranking;
    let Some(priority) = place.and_then(|place| ranking.priorities.get(place)) else { return Vec::new() };
    let rank = place.and_then(|place| ranking.ranks.get(place).copied().flatten());
    let text = formula(&risk.levels(), session.weights, priority, words);
    let first = vec![(text, Role::Title)];
    let sign = workshop.cell.sign();
    let [first_round, second_round] = votes::rounds(workshop, risk, words);
    let first_round = (format!("{sign} {first_round}"), Role::Text);
    let second_round = (second_round, Role::Text);
    let [figures, rule] = opinion(workshop, risk, words);
    let gap = || ("  ".to_owned(), Role::Text);
    let prior = [last(workshop, risk, words), prior(risk, words)];
    let prior = prior.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" · ");
    let prior = (prior, Role::Muted);
    let rank = rank.map(|rank| self::rank(app, workshop, risk.id, rank, words, columns)).unwrap_or_default();
    let rank = (rank, Role::Accent);
    let gates = (gate_reasons(priority, words), Role::Warning);
    let mut lines = vec![first];
    if columns < ROOMY {
        lines.extend([
            vec![rank],
            vec![gates],
            vec![first_round],
            vec![second_round],
            vec![figures],
            vec![rule],
            vec![prior],
        ]);
    } else {
        let blank = (" ".to_owned(), Role::Text);
        lines.push(vec![rank, gap(), gates]);
        lines.push(vec![first_round, blank, second_round, gap(), prior]);
        lines.push(vec![figures, gap(), rule]);
    }
    lines.push(reason(workshop, risk, words));
    lines
}

/// The first glance beside what the room says now: once a half of the damage is revealed or agreed, and never while
/// votes run.
fn prior(risk: &Risk, words: &Catalogue) -> String {
    let halves = [Cell::Financial, Cell::Marketing].map(|cell| risk.cells.at(cell));
    let is_known = halves.iter().any(|it| it.revealed().is_some() || it.agreed.is_some());
    if !is_known || risk.has_hidden_votes() {
        return String::new();
    }
    let [money, marketing] = [risk.money, risk.marketing].map(|it| words.text(glance_key(it)).to_owned());
    let args = [("money", Arg::Text(&money)), ("marketing", Arg::Text(&marketing))];
    words.format("summary-first-glance", &args)
}

/// What the cell had in the session the risk was carried over from, once the room has given its own level: `last time 3, ▲
/// worse now`.
fn last(workshop: &Workshop, risk: &Risk, words: &Catalogue) -> String {
    let Some(last) = last_level(risk, workshop.cell) else { return String::new() };
    let key = match risk.cells.at(workshop.cell).level().map(|now| now.cmp(&last)) {
        None => "summary-last",
        Some(Ordering::Less) => "summary-last-better",
        Some(Ordering::Equal) => "summary-last-same",
        Some(Ordering::Greater) => "summary-last-worse",
    };
    words.format(key, &[("level", Arg::Number(last.number().into()))])
}

/// `rank 3 (2–6), top 10 in 97 %, firm`; `rank 3 (…)` until that is drawn.
fn rank(app: &App, workshop: &Workshop, risk: RiskId, rank: u32, words: &Catalogue, columns: u16) -> String {
    let name = words.format("summary-rank", &[("n", Arg::Number(i64::from(rank)))]);
    let Some(robustness) = app.robustness() else { return format!("{name} (…)") };
    let Some(standing) = robustness.standing(risk) else { return name };
    let name = format!("{name} ({})", range(standing));
    let firm = if standing.firm { format!(", {}", words.text("ranking-firm")) } else { String::new() };
    let args = [("count", TOP.into()), ("percent", standing.top.into())];
    let args = args.map(|(name, number)| (name, Arg::Number(number)));
    let whole = format!("{name}, {}{firm}", words.format("summary-top", &args));
    // Among fewer, all are on the top list.
    let has_top = workshop.derived.counts.scored > usize::from(TOP);
    if has_top && whole.width() < usize::from(columns) { whole } else { name + &firm }
}

/// Why gates lift the band.
pub(super) fn gate_reasons(priority: &Priority, words: &Catalogue) -> String {
    let reason = |gate: &Gate| {
        let key = match gate {
            Gate::WorstDamage => "gate-worst-damage",
            Gate::NobodyFixes => "gate-nobody-fixes",
            Gate::LegalDuty => "gate-legal-duty",
        };
        format!("{}: {}", gate.sign(), words.text(key))
    };
    let reasons: Vec<String> = priority.gates.iter().map(reason).collect();
    reasons.join(" · ")
}

/// What the votes revealed last add up to, and what the room should do.
fn opinion(workshop: &Workshop, risk: &Risk, words: &Catalogue) -> [(String, Role); 2] {
    let revealed = risk.cells.at(workshop.cell).revealed();
    let figures = revealed.map(|it| votes::figures(workshop, it, words)).unwrap_or_default();
    let rule = revealed.and_then(|it| votes::rule(workshop, it, words)).unwrap_or_default();
    [(figures, Role::Text), (rule, votes::rule_role(revealed.and_then(agreement::room_rule)))]
}

fn reason(workshop: &Workshop, risk: &Risk, words: &Catalogue) -> Spans {
    let assessment = risk.cells.at(workshop.cell);
    let Some(agreed) = &assessment.agreed else { return Vec::new() };
    if !agreed.reason.is_empty() {
        return vec![(format!("“{}”", agreed.reason.as_str()), Role::Text)];
    }
    if agreement::lacks_reason(assessment) {
        vec![(words.text("summary-reason-missing").to_owned(), Role::Warning)]
    } else {
        Vec::new()
    }
}

/// Points now, if all chosen are done, as of today; solutions; decision.
fn treated(workshop: &Workshop, risk: &Risk, today: Date, words: &Catalogue) -> Vec<Spans> {
    let place = workshop.session().place_of(risk.id);
    let first = points_of(workshop, risk, words);
    let linked = place.and_then(|place| workshop.derived.solutions.get(place));
    let solutions: Vec<String> = linked
        .into_iter()
        .flatten()
        .filter_map(|place| workshop.session().solutions.get(*place))
        .map(|solution| solution.id.to_string())
        .collect();
    let second = if solutions.is_empty() {
        vec![(words.text("summary-no-solution").to_owned(), Role::Warning)]
    } else {
        vec![(format!("{} {}", words.text("summary-solutions"), solutions.join(" ")), Role::Text)]
    };
    vec![first, second, decision(&risk.decision, today, words)]
}

/// How a risk stands, and after its solutions.
pub(super) fn points_of(workshop: &Workshop, risk: &Risk, words: &Catalogue) -> Spans {
    let place = workshop.session().place_of(risk.id);
    let priority = place.and_then(|place| workshop.derived.ranking.priorities.get(place));
    let after = place.and_then(|place| workshop.derived.after.get(place)).and_then(Option::as_ref);
    priority.map_or_else(Vec::new, |now| residual(now, after, words))
}

/// `points 24 CRIT → 20 HIGH if all chosen are done · 24 CRIT as of today`.
fn residual(now: &Priority, after: Option<&After>, words: &Catalogue) -> Spans {
    let standing = |priority: &Priority| {
        let band = priority.band.map_or("--", |band| words.text(short_band_key(band)));
        format!("{} {band}", points(priority))
    };
    let mut spans = vec![(format!("{} {}", words.text("summary-points"), standing(now)), Role::Title)];
    match after {
        Some(After { chosen, done }) => {
            spans.push((format!(" → {} {}", standing(chosen), words.text("summary-if-chosen")), Role::Ok));
            spans.push((format!(" · {} {}", standing(done), words.text("summary-as-of-today")), Role::Text));
        }
        None => spans.push((format!(" · {}", words.text("summary-nothing-lowers")), Role::Muted)),
    }
    spans
}

/// The decision in a word or two.
pub(super) fn decided<'w>(decision: &Decision, words: &'w Catalogue) -> (&'w str, Role) {
    let course = decision.course();
    let role = match course {
        Course::Undecided => Role::Muted,
        Course::Treat => Role::Text,
        Course::Accept | Course::Transfer | Course::Avoid => Role::Accent,
    };
    (words.text(course_key(course)), role)
}

/// `= accepted · review 15 Jul 2026 · why`; a day that is past is told in words.
pub(super) fn decision(decision: &Decision, today: Date, words: &Catalogue) -> Spans {
    let course = decision.course();
    let word = words.text(course_key(course));
    let head = format!("{} {word}", value::course_sign(course));
    let mut spans = match course {
        Course::Undecided => return vec![(words.text("summary-undecided").to_owned(), Role::Muted)],
        Course::Treat => return vec![(head, Role::Text)],
        Course::Accept => vec![(head, Role::Accent), review(decision.review(), today, words)],
        Course::Transfer | Course::Avoid => vec![(head, Role::Accent)],
    };
    spans.push((" · ".to_owned(), Role::Muted));
    spans.push(match decision.reason() {
        "" => (words.text("decision-no-reason").to_owned(), Role::Warning),
        reason => (reason.to_owned(), Role::Text),
    });
    spans
}

/// Whether what was accepted has to be looked at again by now.
pub(super) fn is_overdue(decision: &Decision, today: Date) -> bool {
    decision.review().is_some_and(|review| review < today)
}

fn review(review: Option<Date>, today: Date, words: &Catalogue) -> (String, Role) {
    let Some(day) = review else { return (words.text("decision-no-review").to_owned(), Role::Warning) };
    let date = dates::date(day, words);
    let (key, role) =
        if day < today { ("decision-review-past", Role::Problem) } else { ("decision-review", Role::Muted) };
    (words.format(key, &[("date", Arg::Text(&date))]), role)
}
