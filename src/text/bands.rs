//! The levels of financial damage in money: shares of yearly online revenue, rounded to figures that can be said aloud.

use super::catalogue::Lang;
use super::numbers;

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
