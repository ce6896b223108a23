//! What distinguishes two states of a session, value by value: [`differences`].
//!
//! Things with an `id` are found again by it, wherever they stand. Not here: which of two states is the right one, and
//! the comparing of meetings.

use std::collections::{HashMap, HashSet};

use serde_json::{Map, Value};

use crate::domain::Session;
use crate::text::safe::Safe;

/// The most characters of a value in a line.
const LONGEST: usize = 80;

/// One value that is not the same in two sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Which, such as `risks[R5].title`.
    pub path: String,
    /// What it was; `None` if it was not there.
    pub old: Option<String>,
    /// What it is; `None` if it is not there any more.
    pub new: Option<String>,
}

impl Difference {
    /// One line for the screen: `risks[R5].title: Late parcels → Lost parcels`.
    #[must_use]
    pub fn line(&self) -> String {
        let shown = |value: &Option<String>| value.as_deref().map_or_else(|| "–".to_owned(), short);
        format!("{}: {} → {}", Safe::new(&self.path), shown(&self.old), shown(&self.new))
    }
}

/// All values that are not the same, in the order of the file; empty exactly if the sessions are equal.
#[must_use]
pub fn differences(old: &Session, new: &Session) -> Vec<Difference> {
    let mut found = Vec::new();
    if old == new {
        return found;
    }
    let value = |session| serde_json::to_value(session).unwrap_or_default();
    walk("", &value(old), &value(new), &mut found);
    if found.is_empty() {
        // What no value tells is told as a whole.
        found.push(Difference { path: "session".to_owned(), old: None, new: None });
    }
    found
}

fn walk(path: &str, old: &Value, new: &Value, found: &mut Vec<Difference>) {
    match (old, new) {
        (old, new) if old == new => {}
        (Value::Object(old), Value::Object(new)) => fields(path, old, new, found),
        (Value::Array(old), Value::Array(new)) => match ids(old).zip(ids(new)) {
            Some((old_ids, new_ids)) => members(path, (&old_ids, old), (&new_ids, new), found),
            None => places(path, old, new, found),
        },
        (old, new) => found.push(Difference { path: path.to_owned(), old: text(old), new: text(new) }),
    }
}

fn fields(path: &str, old: &Map<String, Value>, new: &Map<String, Value>, found: &mut Vec<Difference>) {
    let inside = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    for (name, value) in old {
        walk(&inside(name), value, new.get(name).unwrap_or(&Value::Null), found);
    }
    for (name, value) in new.iter().filter(|(name, _)| !old.contains_key(*name)) {
        walk(&inside(name), &Value::Null, value, found);
    }
}

/// Things with ids: those gone and changed in the old order, then new ones, then whether the order is another.
fn members(
    path: &str,
    (old_ids, old): (&[&str], &[Value]),
    (new_ids, new): (&[&str], &[Value]),
    found: &mut Vec<Difference>,
) {
    let both_new: HashMap<&str, &Value> = new_ids.iter().copied().zip(new).collect();
    for (id, value) in old_ids.iter().zip(old) {
        let other = both_new.get(id).copied().unwrap_or(&Value::Null);
        walk(&format!("{path}[{id}]"), value, other, found);
    }
    let both_old: HashSet<&str> = old_ids.iter().copied().collect();
    for (id, value) in new_ids.iter().zip(new).filter(|(id, _)| !both_old.contains(**id)) {
        walk(&format!("{path}[{id}]"), &Value::Null, value, found);
    }
    let kept_old: Vec<&str> = old_ids.iter().copied().filter(|id| both_new.contains_key(id)).collect();
    let kept_new: Vec<&str> = new_ids.iter().copied().filter(|id| both_old.contains(id)).collect();
    if kept_old != kept_new {
        let first = kept_old.iter().zip(&kept_new).position(|(old, new)| old != new).unwrap_or_default();
        let from = |ids: &[&str]| ids.get(first..).unwrap_or_default().join(", ");
        let (old, new) = (from(&kept_old), from(&kept_new));
        found.push(Difference { path: path.to_owned(), old: Some(old), new: Some(new) });
    }
}

fn places(path: &str, old: &[Value], new: &[Value], found: &mut Vec<Difference>) {
    for place in 0..old.len().max(new.len()) {
        let at = |list: &[Value]| list.get(place).cloned().unwrap_or_default();
        walk(&format!("{path}[{place}]"), &at(old), &at(new), found);
    }
}

/// The ids of the things in a list, if each has one of its own.
fn ids(list: &[Value]) -> Option<Vec<&str>> {
    let ids: Vec<&str> = list.iter().map(|it| it.get("id").and_then(Value::as_str)).collect::<Option<_>>()?;
    let different: HashSet<&str> = ids.iter().copied().collect();
    (different.len() == ids.len()).then_some(ids)
}

fn text(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) => Some(value.to_string()),
        // What was added or is gone is called by its title or name.
        Value::Object(fields) => {
            let called = ["title", "name", "text"].iter().find_map(|name| fields.get(*name)?.as_str());
            Some(called.map_or_else(|| value.to_string(), str::to_owned))
        }
    }
}

fn short(text: &str) -> String {
    let text = Safe::new(text);
    if text.chars().count() <= LONGEST {
        return text.to_string();
    }
    text.chars().take(LONGEST - 1).chain(['…']).collect()
}
