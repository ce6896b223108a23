//! What is left of a broken session file: [`salvage`], line by line, whatever is in it.
//!
//! It relies on how the program lays its files out: a session begins and ends on lines of its own, and each action has
//! one. Not here: what is made of it ([`super::rescue`](mod@super::rescue)).

use std::str;
use std::sync::Arc;

use crate::domain::{Counters, Entry, History, Session};

/// The lines around a session, as the program writes them, at the end and at the beginning of the history.
const NOW: (&str, &str) = ("    session: (", "    ),");
const BASE: (&str, &str) = ("        base: (", "        ),");

/// What is left of a session file; each part is whole in itself.
#[derive(Debug, Clone)]
pub struct Salvaged {
    /// What the meeting stood at.
    pub session: Option<Session>,
    /// What its history began with.
    pub base: Option<Arc<Session>>,
    /// The counters of its history.
    pub counters: Option<Counters>,
    /// The actions that can be read, by rising numbers; some may be missing in between.
    pub entries: Vec<Arc<Entry>>,
}

/// Reads what is left of a session file; `None` if there is no session in it. Takes a time that grows as the file does.
#[must_use]
pub fn salvage(bytes: &[u8]) -> Option<Salvaged> {
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii_end).collect();
    let session = session(&lines, NOW);
    let base = session_of_base(&lines);
    if session.is_none() && base.is_none() {
        return None;
    }
    let counters = lines.iter().find_map(|line| {
        let value = text(line)?.trim_start().strip_prefix("counters: ")?.strip_suffix(',')?;
        ron::from_str(value).ok()
    });
    Some(Salvaged { session, base: base.map(Arc::new), counters, entries: entries(&lines) })
}

impl Salvaged {
    /// The history as far as it is whole, from its beginning; `None` if that is lost.
    #[must_use]
    pub fn history(&self) -> Option<History> {
        let before = self.entries.first().map_or(0, |first| first.seq.saturating_sub(1));
        let counters = Counters { entries: before, ..self.counters.unwrap_or_default() };
        let mut history = History::replay(Arc::clone(self.base.as_ref()?), counters, []).ok()?;
        history.extend(self.entries.iter().cloned());
        Some(history)
    }
}

fn session_of_base(lines: &[&[u8]]) -> Option<Session> {
    session(lines, BASE)
}

/// The session between two lines.
fn session(lines: &[&[u8]], (begin, end): (&str, &str)) -> Option<Session> {
    let from = lines.iter().position(|line| *line == begin.as_bytes())?.saturating_add(1);
    let inside = lines.get(from..)?;
    let inside = inside.get(..inside.iter().position(|line| *line == end.as_bytes())?)?;
    let inside: Vec<&str> = inside.iter().map(|line| text(line)).collect::<Option<_>>()?;
    sound(&format!("({})", inside.join("\n")))
}

/// A session that can be read and has nothing wrong in it.
fn sound(text: &str) -> Option<Session> {
    ron::from_str::<Session>(text).ok().filter(|session| session.check().is_empty())
}

fn entries(lines: &[&[u8]]) -> Vec<Arc<Entry>> {
    let mut entries: Vec<Arc<Entry>> = Vec::new();
    for line in lines.iter().filter_map(|line| text(line)) {
        let line = line.trim_start();
        let value = line.strip_suffix(',').unwrap_or(line);
        if !value.starts_with("(seq:") {
            continue;
        }
        let Ok(entry) = ron::from_str::<Entry>(value) else { continue };
        if entries.last().is_none_or(|last| last.seq < entry.seq) {
            entries.push(Arc::new(entry));
        }
    }
    entries
}

fn text<'l>(line: &&'l [u8]) -> Option<&'l str> {
    str::from_utf8(line).ok()
}
