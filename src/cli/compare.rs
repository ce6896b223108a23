//! `riskroom compare A B`: what distinguishes two sessions, and why each risk moved.

use std::path::Path;

use super::{Exit, Surroundings};
use crate::domain::compare::{Comparison, Pairing, Row, Verdict};
use crate::domain::{History, Session};
use crate::store::paths::Places;
use crate::store::recover;
use crate::store::sentence;
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::compare::{causes, places as ranks, settings, standing, verdict_key, verdict_sign, work};
use crate::text::safe::Safe;

pub(super) fn run(
    files: [&Path; 2],
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Exit {
    let mut read = |path: &Path| match recover::read(around.storage, places, path) {
        Ok(found) => Ok(found.history),
        Err(error) => Err(around.complain(Exit::from(&error), &sentence::trouble(&error, path, catalogue))),
    };
    let [before, after] = files;
    match (read(before), read(after)) {
        (Ok(before), Ok(after)) => {
            let text = written(&before, &after, catalogue);
            around.print(&text)
        }
        (Err(exit), _) | (_, Err(exit)) => exit,
    }
}

fn written(before: &History, after: &History, words: &Catalogue) -> String {
    let (first, second) = (before.session(), after.session());
    let comparison = Comparison::of(first, second, &Pairing::default(), Some(after));
    let name = |session: &Session| Safe::new(&session.title).to_string();
    let (one, other) = (name(first), name(second));
    let mut lines =
        vec![words.format("compare-title", &[("before", Arg::Text(&one)), ("after", Arg::Text(&other))])];
    if comparison.is_empty() {
        lines.push(words.text("compare-none").to_owned());
    }
    lines.extend(settings(&comparison.settings, [&**first, &**second], words));
    let what = work(&comparison.work, words);
    lines.extend(what.map(|what| words.format("compare-solutions", &[("what", Arg::Text(&what))])));
    lines.push(String::new());
    let changed = comparison.rows.iter().filter(|row| row.is_change());
    lines.extend(changed.map(|row| line(row, first, second, words)));
    lines.push(String::new());
    lines.join("\n")
}

/// `▲ worse  R4→R2  20 HIGH → 24 CRIT  place 3 → 1  Account takeover: P 3 → 4 (votes)`.
fn line(row: &Row, first: &Session, second: &Session, words: &Catalogue) -> String {
    let (before, after) = (row.before.as_ref(), row.after.as_ref());
    let risk = match (after, before) {
        (Some(side), _) => second.risk(side.id),
        (None, Some(side)) => first.risk(side.id),
        (None, None) => None,
    };
    let ids = match (before, after) {
        (Some(one), Some(other)) if one.id != other.id => format!("{}→{}", one.id, other.id),
        (Some(side), _) | (None, Some(side)) => side.id.to_string(),
        (None, None) => String::new(),
    };
    let values = match row.verdict {
        Verdict::New => standing(after, words),
        Verdict::Gone => standing(before, words),
        Verdict::Worse
        | Verdict::Better
        | Verdict::Scored
        | Verdict::Unscored
        | Verdict::Reworded
        | Verdict::Same => format!("{} → {}", standing(before, words), standing(after, words)),
    };
    let verdict = format!("{} {}", verdict_sign(row.verdict), words.text(verdict_key(row.verdict)));
    let place = format!("{} {}", words.text("compare-head-place"), ranks(before, after));
    let title = risk.map_or_else(String::new, |risk| Safe::new(&risk.title).to_string());
    let why = causes(&row.causes, words);
    format!("{verdict}  {ids}  {values}  {place}  {title}: {why}")
}
