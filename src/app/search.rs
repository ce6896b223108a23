//! Searching the risks: every word must be found somewhere in what is said of a risk, in any order.
//!
//! Here: what a risk is searched in ([`Texts`]), folded once, and what is looked for ([`Words`]). A word is found as it is, or
//! with a few letters left out from the beginning of a word on: `chckout` finds checkout. Case and accents make no
//! difference. Nothing is ranked, so that the order of the list stays. What is then listed is in
//! [`super::derived`].

use std::collections::HashMap;
use std::ops::Range;

use nucleo_matcher::chars;

use crate::domain::{Risk, RiskId, Session};

/// From so many letters on a word may leave some out.
const LONG: usize = 4;

/// Room for what is said of a risk besides cause and consequence.
const MORE: usize = 200;

/// A text without case and accents.
#[must_use]
pub fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    push_folded(text, &mut folded);
    folded
}

/// Most words have no accents, and need not be looked up letter by letter.
fn push_folded(text: &str, folded: &mut String) {
    for word in text.split_inclusive(' ') {
        if word.is_ascii() {
            let start = folded.len();
            folded.push_str(word);
            if let Some(added) = folded.get_mut(start..) {
                added.make_ascii_lowercase();
            }
        } else {
            folded.extend(word.chars().filter_map(folded_letter));
        }
    }
}

/// A letter without case and accent; nothing for an accent that stands alone.
fn folded_letter(letter: char) -> Option<char> {
    if letter.is_ascii() {
        return Some(letter.to_ascii_lowercase());
    }
    let is_accent = ('\u{300}'..='\u{36f}').contains(&letter);
    (!is_accent).then(|| chars::to_lower_case(chars::normalize(letter)))
}

/// What is looked for: words without case and accents.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Words(Vec<String>);

impl Words {
    /// The words of a search.
    #[must_use]
    pub fn of(search: &str) -> Self {
        Self(search.split_whitespace().map(folded).filter(|word| !word.is_empty()).collect())
    }

    /// Whether nothing is looked for.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether each of them is found in what is said of a risk.
    #[must_use]
    pub fn are_in(&self, texts: &Texts) -> bool {
        let is_in = |word: &String| {
            *word == texts.id || texts.title.find(word).is_some() || find(&texts.rest, word).is_some()
        };
        self.0.iter().all(is_in)
    }

    /// Whether each of them is found in these folded lines.
    #[must_use]
    pub fn are_in_lines(&self, folded: &str) -> bool {
        self.0.iter().all(|word| find(folded, word).is_some())
    }

    /// Whether one of them is in this folded line.
    #[must_use]
    pub fn any_is_in(&self, folded: &str) -> bool {
        self.0.iter().any(|word| find(folded, word).is_some())
    }

    /// The letters of the title that were found, as ranges of its bytes that rise and do not touch.
    #[must_use]
    pub fn in_title(&self, texts: &Texts) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> =
            self.0.iter().filter_map(|word| texts.title.find(word)).flatten().collect();
        found.sort_unstable_by_key(|range| range.start);
        let mut ranges: Vec<Range<usize>> = Vec::new();
        for range in found {
            match ranges.last_mut() {
                Some(last) if range.start <= last.end => last.end = last.end.max(range.end),
                Some(_) | None => ranges.push(range),
            }
        }
        ranges
    }
}

/// What one risk is searched in.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Texts {
    id: String,
    title: Title,
    /// One text a line.
    rest: String,
}

/// A folded title that knows where its letters come from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Title {
    folded: String,
    /// Per byte of `folded`: where its letter begins in the title, and where it ends.
    origins: Vec<(usize, usize)>,
}

impl Title {
    fn of(title: &str) -> Self {
        let mut it =
            Self { folded: String::with_capacity(title.len()), origins: Vec::with_capacity(title.len()) };
        for (at, letter) in title.char_indices() {
            let end = at + letter.len_utf8();
            match folded_letter(letter) {
                Some(folded) => {
                    it.folded.push(folded);
                    it.origins.extend(std::iter::repeat_n((at, end), folded.len_utf8()));
                }
                // An accent that stands alone belongs to the letter before.
                None => {
                    if let Some(last) = it.origins.last_mut() {
                        last.1 = end;
                    }
                }
            }
        }
        it
    }

    fn find(&self, word: &str) -> Option<Vec<Range<usize>>> {
        let origin = |at: usize| self.origins.get(at).map(|(start, end)| *start..*end);
        find(&self.folded, word).map(|found| found.into_iter().filter_map(origin).collect())
    }
}

/// What each risk of a session is searched in: title, cause, consequence, category, who or what is hit, legal duty,
/// owner, early-warning sign, id; the same of those that are part of it, whose places `merged` has; who said it only if that is shown.
#[must_use]
pub(super) fn texts(session: &Session, merged: &HashMap<RiskId, Vec<usize>>, with_names: bool) -> Vec<Texts> {
    let of = |risk: &Risk| {
        let mut rest = String::with_capacity(risk.cause.len() + risk.consequence.len() + MORE);
        say(session, risk, with_names, &mut rest);
        let places = merged.get(&risk.id).into_iter().flatten();
        for other in places.filter_map(|place| session.risks.get(*place)) {
            push_line(&other.title, &mut rest);
            say(session, other, with_names, &mut rest);
        }
        Texts { id: folded(&risk.id.to_string()), title: Title::of(&risk.title), rest }
    };
    session.risks.iter().map(|risk| of(risk)).collect()
}

fn say(session: &Session, risk: &Risk, with_names: bool, rest: &mut String) {
    push_line(&risk.cause, rest);
    push_line(&risk.consequence, rest);
    if let Some(category) = risk.category.as_ref().and_then(|key| session.category(key)) {
        push_line(&category.name, rest);
    }
    for tag in &risk.hit.tags {
        push_line(tag, rest);
    }
    push_line(&risk.hit.note, rest);
    if let Some(duty) = &risk.duty {
        push_line(duty, rest);
    }
    if let Some(owner) = &risk.owner {
        push_line(owner, rest);
    }
    if let Some(sign) = &risk.sign {
        push_line(&sign.watched, rest);
        push_line(&sign.threshold, rest);
        push_line(sign.watcher.as_deref().unwrap_or_default(), rest);
    }
    if let Some(person) = risk.said_by.filter(|_| with_names).and_then(|id| session.person(id)) {
        push_line(&person.name, rest);
    }
}

fn push_line(text: &str, rest: &mut String) {
    if !text.is_empty() {
        push_folded(text, rest);
        rest.push('\n');
    }
}

/// Where the bytes of a word are in a folded text: side by side, or else with a few left out from the beginning of a word
/// on, within a line.
fn find(text: &str, word: &str) -> Option<Vec<usize>> {
    if let Some(at) = text.find(word) {
        return Some((at..at + word.len()).collect());
    }
    if word.len() < LONG || !word.is_ascii() {
        return None;
    }
    let most = word.len() + word.len() / 3;
    let (text, word) = (text.as_bytes(), word.as_bytes());
    let first = word.first()?;
    let mut before = b' ';
    for (at, byte) in text.iter().enumerate() {
        let begins = !std::mem::replace(&mut before, *byte).is_ascii_alphanumeric();
        if begins && byte == first {
            let end = (at + most).min(text.len());
            if let Some(found) = text.get(at..end).and_then(|window| letters(window, word)) {
                return Some(found.into_iter().map(|offset| at + offset).collect());
            }
        }
    }
    None
}

/// The places of the letters of a word in a window that begins with the first of them.
fn letters(window: &[u8], word: &[u8]) -> Option<Vec<usize>> {
    let mut rest = word.iter().peekable();
    let mut found = Vec::new();
    for (at, byte) in window.iter().enumerate().take_while(|(_, byte)| **byte != b'\n') {
        if rest.next_if_eq(&byte).is_some() {
            found.push(at);
        }
    }
    rest.peek().is_none().then_some(found)
}
