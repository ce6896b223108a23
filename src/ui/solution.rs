//! What the selected solution does: its effect on each risk, points before and after, cost and effort.

use super::theme::Role;
use super::value;
use crate::app::workshop::Workshop;
use crate::domain::{Link, Priority, RiskId, Solution};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::formula::{points, short_band_key};

/// Parts of a line, each with its role.
type Spans = Vec<(String, Role)>;

/// From so many columns on one more risk is told.
const WIDE: u16 = 100;

/// How many lines there are: risks, then cost and effort.
pub(super) const fn height(columns: u16) -> u16 {
    if columns >= WIDE { 4 } else { 3 }
}

/// The lines, as many as [`height`] says at most.
pub(super) fn lines(workshop: &Workshop, solution: &Solution, words: &Catalogue, columns: u16) -> Vec<Spans> {
    let mut risks: Vec<RiskId> = Vec::new();
    for id in solution.links.iter().map(|link| link.risk) {
        if !risks.contains(&id) {
            risks.push(id);
        }
    }
    let room = usize::from(height(columns)) - 1;
    let mut lines: Vec<Spans> =
        risks.iter().filter_map(|id| effect(workshop, solution, *id, words)).take(room).collect();
    if risks.len() > room
        && let Some(last) = lines.last_mut()
    {
        let n = i64::try_from(risks.len() - room).unwrap_or(0);
        last.insert(0, (format!("{} · ", words.format("more-rows", &[("n", Arg::Number(n))])), Role::Muted));
    }
    if risks.is_empty() {
        lines.push(vec![(words.text("summary-no-effect").to_owned(), Role::Warning)]);
    }
    lines.push(cost(workshop, solution, words));
    lines
}

/// `R4 P 4→2 · points 24 CRIT → 20 HIGH if done · as of today 24 CRIT`. "If done" is this solution beside all that are
/// chosen.
fn effect(workshop: &Workshop, solution: &Solution, id: RiskId, words: &Catalogue) -> Option<Spans> {
    let session = workshop.session();
    let (risk, place) = (session.risk(id)?, session.place_of(id)?);
    let links: Vec<&Link> = solution.links.iter().filter(|link| link.risk == id).collect();
    let mut levels = *workshop.derived.left.get(place)?;
    for link in &links {
        let level = levels.at_mut(link.lever);
        *level = level.map(|now| now.min(link.expected));
    }
    let effects: Vec<String> = links
        .iter()
        .map(|link| {
            let now = risk.cells.at(link.lever).level();
            let now = now.map_or_else(|| "–".to_owned(), |level| level.number().to_string());
            format!("{} {now}→{}", link.lever.sign(), link.expected.number())
        })
        .collect();
    let now = workshop.derived.ranking.priorities.get(place)?;
    let done = session.priority_of(risk, &levels);
    let after = workshop.derived.after.get(place).and_then(Option::as_ref);
    let today = after.map_or(now, |after| &after.done);
    Some(vec![
        (format!("{id} {}", effects.join("  ")), Role::Accent),
        (format!(" · {} {}", words.text("summary-points"), standing(now, words)), Role::Title),
        (format!(" → {} {}", standing(&done, words), words.text("summary-if-done")), Role::Ok),
        (format!(" · {} {}", words.text("summary-as-of-today"), standing(today, words)), Role::Text),
    ])
}

/// `24 CRIT`; of a risk that is not scored, the range without a band.
fn standing(priority: &Priority, words: &Catalogue) -> String {
    let points = points(priority);
    priority
        .band
        .map_or_else(|| points.clone(), |band| format!("{points} {}", words.text(short_band_key(band))))
}

/// `cost €800 once + €200 every year · effort S · a day`.
fn cost(workshop: &Workshop, solution: &Solution, words: &Catalogue) -> Spans {
    let session = workshop.session();
    let told = |key: &str, text: &str| words.format(key, &[("what", Arg::Text(text))]);
    let once = solution.cost_once.map(|it| told("summary-cost-once", &value::money(session, it, words)));
    let yearly =
        solution.cost_yearly.map(|it| told("summary-cost-yearly", &value::money(session, it, words)));
    let amounts: Vec<String> = once.into_iter().chain(yearly).collect();
    let cost = (!amounts.is_empty()).then(|| told("summary-cost", &amounts.join(" + ")));
    let effort = solution.effort.map(|effort| told("summary-effort", &value::effort_text(effort, words)));
    let parts: Vec<String> = cost.into_iter().chain(effort).collect();
    if parts.is_empty() {
        return vec![(words.text("summary-no-cost").to_owned(), Role::Muted)];
    }
    vec![(parts.join(" · "), Role::Text)]
}
