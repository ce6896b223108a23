//! The formula of a risk on one line: `2·4 + 2·5 + 3 + 4 = 25, Critical`.
//!
//! What the points are is in `domain::score`; the bands and gates in `domain::priority`.

use super::catalogue::Catalogue;
use crate::domain::{Band, Cells, Criterion, Level, Priority, Weights, score};

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

/// How the points of a scored risk come about, with its band and the gates that lifted it; `18–26` for a risk that is
/// not yet scored, with `≥ HIGH` if its band is known from below.
#[must_use]
pub fn formula(
    levels: &Cells<Option<Level>>,
    weights: Weights,
    priority: &Priority,
    catalogue: &Catalogue,
) -> String {
    let band = priority.band.map(|band| catalogue.text(band_key(band)));
    if !priority.scored {
        let least = priority.band.map(|band| catalogue.text(short_band_key(band)));
        let range = format!("{}–{}", priority.points.lower, priority.points.upper);
        return least.map_or(range.clone(), |band| format!("{range}, ≥ {band}"));
    }
    let terms: Vec<String> =
        Criterion::ALL.into_iter().filter_map(|criterion| term(criterion, levels, weights)).collect();
    let mut line = format!("{} = {}", terms.join(" + "), priority.points.lower);
    if let Some(band) = band {
        line = format!("{line}, {band}");
    }
    let gates: Vec<&str> = priority.gates.iter().map(|gate| gate.sign()).collect();
    if gates.is_empty() { line } else { format!("{line} ({})", gates.join(", ")) }
}

/// One weighted level; nothing for a criterion without weight.
fn term(criterion: Criterion, levels: &Cells<Option<Level>>, weights: Weights) -> Option<String> {
    let level = match criterion {
        Criterion::Probability => levels.probability,
        Criterion::Impact => levels.impact,
        Criterion::Damage => score::damage(levels),
        Criterion::Fix => levels.fix,
    }?;
    match weights.of(criterion).number() {
        0 => None,
        1 => Some(level.number().to_string()),
        weight => Some(format!("{weight}·{}", level.number())),
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
