//! Numbers and money as the reader's language writes them.
//!
//! Here: grouping, the decimal sign and the place of the currency. Not here: columns and alignment (`ui`), and numbers
//! in files, which are always plain. Look next at [`super::dates`].

use super::catalogue::Lang;

/// A whole number with its thousands apart: `12,500` in English, `12.500` in Spanish.
#[must_use]
pub fn number(value: u64, lang: Lang) -> String {
    grouped(&value.to_string(), lang)
}

/// A number with `places` decimals and the language's decimal sign; `–` for what is not a number.
#[must_use]
pub fn decimal(value: f64, places: usize, lang: Lang) -> String {
    if !value.is_finite() {
        return "–".to_owned();
    }
    let plain = format!("{:.places$}", value.abs());
    let is_zero = plain.bytes().all(|byte| matches!(byte, b'0' | b'.'));
    let sign = if value < 0.0 && !is_zero { "-" } else { "" };
    match plain.split_once('.') {
        Some((whole, fraction)) => format!("{sign}{}{}{fraction}", grouped(whole, lang), decimal_sign(lang)),
        None => format!("{sign}{}", grouped(&plain, lang)),
    }
}

/// An amount of money: `€1,200` and `CHF 1,200` in English, `1.200 €` and `1.200 CHF` in Spanish.
#[must_use]
pub fn money(amount: u64, currency: &str, lang: Lang) -> String {
    let amount = number(amount, lang);
    if currency.is_empty() {
        return amount;
    }
    with_currency(&amount, currency, lang)
}

/// A figure with its currency on the side where the language has it.
#[must_use]
pub fn with_currency(amount: &str, currency: &str, lang: Lang) -> String {
    match lang {
        Lang::Es => format!("{amount} {currency}"),
        Lang::En if currency.ends_with(char::is_alphanumeric) => format!("{currency} {amount}"),
        Lang::En => format!("{currency}{amount}"),
    }
}

/// Puts a separator before every third digit from the right.
fn grouped(digits: &str, lang: Lang) -> String {
    let count = digits.chars().count();
    let mut shown = String::with_capacity(count + count / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (count - place).is_multiple_of(3) {
            shown.push(thousands_sign(lang));
        }
        shown.push(digit);
    }
    shown
}

fn thousands_sign(lang: Lang) -> char {
    match lang {
        Lang::En => ',',
        Lang::Es => '.',
    }
}

/// The sign that begins decimals.
#[must_use]
pub fn decimal_sign(lang: Lang) -> char {
    match lang {
        Lang::En => '.',
        Lang::Es => ',',
    }
}
