//! Days as people say them: `2026-12-24`, `+2w`, `fri` or `vie`, `24 dec`, `today`.
//!
//! Names and their beginnings are read in English and Spanish, whatever the language of the screen, without case and
//! accents; a beginning that could be two days is none. How a day is written is `text::dates`.

use std::str::FromStr;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use crate::app::search::folded;

/// Monday first.
const WEEKDAYS: [([&str; 2], Weekday); 7] = [
    (["monday", "lunes"], Weekday::Monday),
    (["tuesday", "martes"], Weekday::Tuesday),
    (["wednesday", "miercoles"], Weekday::Wednesday),
    (["thursday", "jueves"], Weekday::Thursday),
    (["friday", "viernes"], Weekday::Friday),
    (["saturday", "sabado"], Weekday::Saturday),
    (["sunday", "domingo"], Weekday::Sunday),
];

/// January first.
const MONTHS: [[&str; 2]; 12] = [
    ["january", "enero"],
    ["february", "febrero"],
    ["march", "marzo"],
    ["april", "abril"],
    ["may", "mayo"],
    ["june", "junio"],
    ["july", "julio"],
    ["august", "agosto"],
    ["september", "septiembre"],
    ["october", "octubre"],
    ["november", "noviembre"],
    ["december", "diciembre"],
];

/// From so many letters on the beginning of a month, or of `today`, stands for it.
const LETTERS: usize = 3;

/// A date without a year lies at most so many years ahead: 29 February may be eight away.
const YEARS: i16 = 8;

/// The day a text means, seen from `today`. The name of a weekday is the next one after today; a day of a month without
/// a year is the next one from today on.
#[must_use]
pub fn read(text: &str, today: Date) -> Option<Date> {
    let text = folded(text.trim());
    if let Ok(day) = Date::from_str(&text) {
        return Some(day);
    }
    if let Some(span) = text.strip_prefix('+') {
        return from_now(span.trim()).and_then(|span| today.checked_add(span).ok());
    }
    let words: Vec<&str> = text.split([' ', ',']).map(|word| word.trim_matches('.')).collect();
    let words: Vec<&str> =
        words.into_iter().filter(|word| !matches!(*word, "" | "de" | "del" | "of" | "on")).collect();
    match words.as_slice() {
        [word] => relative(word, today).or_else(|| today.nth_weekday(1, weekday(word)?).ok()),
        [first, second] => {
            let (day, month) = day_of_month(first, second)?;
            let years = (0..=YEARS).filter_map(|ahead| today.year().checked_add(ahead));
            years.filter_map(|year| Date::new(year, month, day).ok()).find(|day| *day >= today)
        }
        [first, second, year] if year.len() == 4 => {
            let (day, month) = day_of_month(first, second)?;
            Date::new(year.parse().ok()?, month, day).ok()
        }
        _ => None,
    }
}

/// `2w`, `10 days`, `3 semanas`.
fn from_now(text: &str) -> Option<Span> {
    let end = text.find(|c: char| !c.is_ascii_digit())?;
    let (count, unit) = text.split_at_checked(end)?;
    let (count, unit) = (i64::from(count.parse::<u16>().ok()?), unit.trim());
    let is = |names: [&str; 2]| names.iter().any(|name| name.starts_with(unit));
    if is(["days", "dias"]) {
        Some(count.days())
    } else if is(["weeks", "semanas"]) {
        Some(count.weeks())
    } else if is(["months", "meses"]) {
        Some(count.months())
    } else if is(["years", "anos"]) {
        Some(count.years())
    } else {
        None
    }
}

fn relative(word: &str, today: Date) -> Option<Date> {
    let is = |name: &str| name == word || (word.len() >= LETTERS && name.starts_with(word));
    if is("today") || is("hoy") {
        Some(today)
    } else if is("tomorrow") || is("manana") {
        today.tomorrow().ok()
    } else {
        None
    }
}

/// The only weekday that begins so in one of the languages.
fn weekday(word: &str) -> Option<Weekday> {
    let begins = |names: &[&str; 2]| names.iter().any(|name| name.starts_with(word));
    let mut found = WEEKDAYS.iter().filter(|(names, _)| begins(names)).map(|(_, day)| *day);
    found.next().filter(|_| found.next().is_none())
}

/// Day and month, whichever stands first.
fn day_of_month(first: &str, second: &str) -> Option<(i8, i8)> {
    let both = |day: &str, name: &str| Some((day.parse().ok()?, month(name)?));
    both(first, second).or_else(|| both(second, first))
}

fn month(word: &str) -> Option<i8> {
    let begins = |names: &[&str; 2]| names.iter().any(|name| name.starts_with(word));
    let mut found = (1..).zip(&MONTHS).filter(|(_, names)| word.len() >= LETTERS && begins(names));
    found.next().filter(|_| found.next().is_none()).map(|(number, _)| number)
}
