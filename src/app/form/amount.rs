//! Amounts of money as people write them: `5,000,000`, `5.000.000 €`, `1,2 M`, `800k`, `$1.5 million`.
//!
//! Groups of three digits may be set apart by a point, a comma, an apostrophe or a blank. A single point or comma begins
//! decimals before a unit such as `M`, unless it is the language's other sign with three digits after it: `1,200 M` is
//! a thousand and two hundred millions in English, one million and two hundred thousand in Spanish. Parts of a
//! unit of the currency are refused rather than rounded.

use crate::domain::Money;

/// Signs and codes of money that may stand before or after an amount.
const CURRENCIES: [&str; 14] =
    ["€", "$", "£", "¥", "eur", "euros", "euro", "usd", "gbp", "chf", "mxn", "ars", "cop", "clp"];

/// What stands for thousands, and what for millions.
const UNITS: [(&str, u64); 12] = [
    ("k", 1_000),
    ("mil", 1_000),
    ("thousand", 1_000),
    ("m", 1_000_000),
    ("mn", 1_000_000),
    ("mm", 1_000_000),
    ("mio", 1_000_000),
    ("mill", 1_000_000),
    ("million", 1_000_000),
    ("millions", 1_000_000),
    ("millón", 1_000_000),
    ("millones", 1_000_000),
];

/// The amount that a text means; `decimal` is the sign the language begins decimals with, `currency` the session's.
#[must_use]
pub fn read(text: &str, decimal: char, currency: &str) -> Option<Money> {
    let text = text.trim().to_lowercase();
    let text = without_currency(&text, &currency.to_lowercase());
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (number, unit) = text.split_at_checked(end)?;
    let unit = without_currency(unit.trim().trim_end_matches('.'), &currency.to_lowercase());
    let unit = match unit.trim().trim_end_matches('.') {
        "" => 1,
        word => UNITS.iter().find(|(known, _)| *known == word)?.1,
    };
    let (whole, fraction) = split(number.trim(), decimal, unit)?;
    let whole: u64 = ungrouped(whole)?.parse().ok()?;
    Money::try_from(whole.checked_mul(unit)?.checked_add(part(fraction, unit)?)?).ok()
}

/// A text without a sign of money at one of its ends.
fn without_currency<'t>(text: &'t str, own: &str) -> &'t str {
    let known = || CURRENCIES.into_iter().chain([own]).filter(|sign| !sign.is_empty());
    let text = text.trim();
    let before = known().find_map(|sign| text.strip_prefix(sign)).filter(|rest| begins_number(rest));
    let text = before.unwrap_or(text).trim();
    let is_whole_word =
        |rest: &&str| !rest.ends_with(char::is_alphabetic) || text.ends_with(['€', '$', '£', '¥']);
    known().find_map(|sign| text.strip_suffix(sign)).filter(is_whole_word).unwrap_or(text).trim()
}

fn begins_number(text: &str) -> bool {
    text.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// The whole part of a number and its decimals.
fn split(number: &str, decimal: char, unit: u64) -> Option<(&str, &str)> {
    let is_sign = |c: char| matches!(c, '.' | ',');
    let Some(last) = number.rfind(is_sign) else { return Some((number, "")) };
    let (whole, fraction) = (number.get(..last)?, number.get(last + 1..)?);
    let sign = number.get(last..)?.chars().next()?;
    if !fraction.chars().all(|c| c.is_ascii_digit()) {
        return Some((number, ""));
    }
    let is_single = !whole.contains(is_sign);
    let is_group = fraction.len() == 3 && (unit == 1 || sign != decimal || !is_single);
    let is_mixed = whole.contains(is_sign) && !whole.contains(sign);
    if is_group && !is_mixed { Some((number, "")) } else { Some((whole, fraction)) }
}

/// The digits of a whole number whose groups of three may be set apart.
fn ungrouped(text: &str) -> Option<String> {
    let mut groups = text.split(|c: char| matches!(c, '.' | ',' | '\'' | '’') || c.is_whitespace());
    let is_number = |group: &str| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit());
    let first = groups.next().filter(|first| is_number(first))?.to_owned();
    groups.try_fold(first, |digits, group| (group.len() == 3 && is_number(group)).then(|| digits + group))
}

/// What decimals of a unit amount to; nothing if that is no whole number. Cents that are zeros are allowed.
fn part(fraction: &str, unit: u64) -> Option<u64> {
    let fraction = fraction.trim_end_matches('0');
    if fraction.is_empty() {
        return Some(0);
    }
    let scale = 10_u64.checked_pow(u32::try_from(fraction.len()).ok()?)?;
    let digits: u64 = fraction.parse().ok()?;
    unit.is_multiple_of(scale).then(|| digits * (unit / scale))
}
