//! The texts of the levels as they are read out, and those of financial damage in money: shares of yearly online revenue,
//! rounded to figures that can be said aloud.

use std::borrow::Cow;

use super::catalogue::Lang;
use super::numbers;
use crate::domain::{Cell, LevelText, Session};

/// The text of every level of a cell, from 1 up. Financial damage begins with its figures, which a cut at the end leaves:
/// money once the revenue is known (`€1–5 k · felt by all`), otherwise the share of it, unless the template's own text
/// tells it.
#[must_use]
pub fn level_texts(session: &Session, cell: Cell, lang: Lang) -> Vec<Cow<'_, str>> {
    let levels = &session.scales.cells.at(cell).levels;
    let shares = &session.scales.revenue_shares;
    let figures = match (cell, session.revenue) {
        (Cell::Financial, Some(revenue)) => {
            money_bands(revenue.units(), shares, &session.currency, lang).into_iter().map(Some).collect()
        }
        (Cell::Financial, None) => share_bands(shares, levels, lang),
        (Cell::Probability | Cell::Impact | Cell::Marketing | Cell::Fix, _) => Vec::new(),
    };
    let figures = figures.into_iter().chain(std::iter::repeat(None));
    levels.iter().zip(figures).map(|(level, figures)| with_figures(figures, &level.text)).collect()
}

fn with_figures(figures: Option<String>, text: &str) -> Cow<'_, str> {
    match figures {
        None => Cow::Borrowed(text),
        Some(figures) if text.is_empty() => Cow::Owned(figures),
        Some(figures) => Cow::Owned(format!("{figures} · {text}")),
    }
}

/// `<0.02 %`, `0.02–0.1 %`, …, `>2.5 %` for the levels whose texts tell no share.
fn share_bands(shares: &[u16], levels: &[LevelText], lang: Lang) -> Vec<Option<String>> {
    let share = |hundredths: u16| {
        let places =
            if hundredths.is_multiple_of(100) { 0 } else { 2 - usize::from(hundredths.is_multiple_of(10)) };
        numbers::decimal(f64::from(hundredths) / 100.0, places, lang)
    };
    let lows = std::iter::once(None).chain(shares.iter().copied().map(Some));
    let highs = shares.iter().copied().map(Some).chain(std::iter::once(None));
    let band = |(low, high): (Option<u16>, Option<u16>)| match (low, high) {
        (None, None) => None,
        (None, Some(high)) => Some(format!("<{} %", share(high))),
        (Some(low), None) => Some(format!(">{} %", share(low))),
        (Some(low), Some(high)) => Some(format!("{}–{} %", share(low), share(high))),
    };
    let told = levels.iter().map(|level| level.text.contains('%'));
    lows.zip(highs).zip(told).map(|(ends, told)| band(ends).filter(|_| !told)).collect()
}

/// `€5 M`: an amount as short as it can be said.
#[must_use]
pub fn short_money(amount: u64, currency: &str, lang: Lang) -> String {
    numbers::with_currency(&short(amount, lang), currency, lang)
}

/// `<€1 k`, `€1–5 k`, …, `>€125 k`: one text per level. `shares` are the upper ends of the levels but the last, in
/// hundredths of a percent of the revenue.
#[must_use]
pub fn money_bands(revenue: u64, shares: &[u16], currency: &str, lang: Lang) -> Vec<String> {
    let ends: Vec<u64> =
        shares.iter().map(|share| revenue.saturating_mul(u64::from(*share)) / 10_000).collect();
    let money = |text: &str| numbers::with_currency(text, currency, lang);
    let (Some(first), Some(last)) = (ends.first(), ends.last()) else { return Vec::new() };
    let mut bands = vec![format!("<{}", money(&short(*first, lang)))];
    for (low, high) in ends.iter().zip(ends.iter().skip(1)) {
        bands.push(money(&range(*low, *high, lang)));
    }
    bands.push(format!(">{}", money(&short(*last, lang))));
    bands
}

/// `1–5 k`, `0.5–2.5 M`, `500 – 2.5 k`: the unit once if both have it.
fn range(low: u64, high: u64, lang: Lang) -> String {
    let ((low, low_unit), (high, high_unit)) = (scaled(low, lang), scaled(high, lang));
    match (low_unit, high_unit) {
        ("", "") => format!("{low}–{high}"),
        (one, other) if one == other => format!("{low}–{high} {other}"),
        ("", other) => format!("{low} – {high} {other}"),
        (one, other) => format!("{low} {one} – {high} {other}"),
    }
}

fn short(amount: u64, lang: Lang) -> String {
    let (number, unit) = scaled(amount, lang);
    if unit.is_empty() { number } else { format!("{number} {unit}") }
}

/// An amount in the largest unit it fills, with at most one decimal.
fn scaled(amount: u64, lang: Lang) -> (String, &'static str) {
    let thousands = match lang {
        Lang::En => "k",
        Lang::Es => "mil",
    };
    let (unit, name) = match amount {
        1_000_000.. => (1_000_000, "M"),
        1_000.. => (1_000, thousands),
        _ => (1, ""),
    };
    let tenths = (amount * 10 + unit / 2) / unit;
    let (whole, tenth) = (tenths / 10, tenths % 10);
    let number = numbers::number(whole, lang);
    if tenth == 0 || unit == 1 {
        (number, name)
    } else {
        (format!("{number}{}{tenth}", numbers::decimal_sign(lang)), name)
    }
}
