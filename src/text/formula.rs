//! The formula of a risk on one line: `2·4 + 2·5 + 3 + 4 = 25, Critical`.
//!
//! What the points are is in `domain::score`; the bands and gates in `domain::priority`.

use super::catalogue::Catalogue;
use crate::domain::{Band, Cells, Criterion, Level, Priority, Weights};

/// What the points are the sum of: `2·P + 2·D + I + F`. A criterion without weight is left out.
#[must_use]
pub fn weighted(weights: Weights) -> String {
    let term = |criterion: Criterion| match weights.of(criterion).number() {
        0 => None,
        1 => Some(criterion.sign().to_owned()),
        weight => Some(format!("{weight}·{}", criterion.sign())),
    };
    Criterion::ALL.into_iter().filter_map(term).collect::<Vec<_>>().join(" + ")
}

/// How the points of a risk come about, with its band and the gates that lifted it: `2·2 + 2·5 + 1 + 1 = 16, High (G1)`.
/// What has no level yet stands for itself, and the points are a range: `2·4 + 2·4 + I + F = 18–26`, with `≥ HIGH` if a
/// gate tells the least band already.
#[must_use]
pub fn formula(
    levels: &Cells<Option<Level>>,
    weights: Weights,
    priority: &Priority,
    catalogue: &Catalogue,
) -> String {
    let terms = Criterion::ALL.into_iter().filter_map(|criterion| term(criterion, levels, weights));
    let terms = terms.collect::<Vec<_>>().join(" + ");
    let points = points(priority);
    let gates: Vec<&str> = priority.gates.iter().map(|gate| gate.sign()).collect();
    let gates = if gates.is_empty() { String::new() } else { format!(" ({})", gates.join(", ")) };
    match priority.band {
        None => format!("{terms} = {points}"),
        Some(band) if priority.scored => {
            format!("{terms} = {points}, {}{gates}", catalogue.text(band_key(band)))
        }
        Some(least) => format!("{terms} = {points}, ≥ {}{gates}", catalogue.text(short_band_key(least))),
    }
}

/// `24`, or `18–26` while cells are empty.
#[must_use]
pub fn points(priority: &Priority) -> String {
    let points = priority.points;
    if priority.scored { points.lower.to_string() } else { format!("{}–{}", points.lower, points.upper) }
}

/// One weighted level, or the sign of a criterion without one; nothing for a criterion without weight.
fn term(criterion: Criterion, levels: &Cells<Option<Level>>, weights: Weights) -> Option<String> {
    let level = match criterion {
        Criterion::Probability => levels.probability,
        Criterion::Impact => levels.impact,
        // The half that is empty may be the worse one.
        Criterion::Damage => levels.financial.zip(levels.marketing).map(|(one, other)| one.max(other)),
        Criterion::Fix => levels.fix,
    };
    let term = level.map_or_else(|| criterion.sign().to_owned(), |level| level.number().to_string());
    match weights.of(criterion).number() {
        0 => None,
        1 => Some(term),
        weight => Some(format!("{weight}·{term}")),
    }
}

/// The key of the name of a band.
#[must_use]
pub const fn band_key(band: Band) -> &'static str {
    match band {
        Band::Low => "band-low",
        Band::Medium => "band-medium",
        Band::High => "band-high",
        Band::Critical => "band-critical",
    }
}

/// The key of the short name of a band.
#[must_use]
pub const fn short_band_key(band: Band) -> &'static str {
    match band {
        Band::Low => "band-low.short",
        Band::Medium => "band-medium.short",
        Band::High => "band-high.short",
        Band::Critical => "band-critical.short",
    }
}
