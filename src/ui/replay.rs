//! The bar of a replay: where in the history it is, with reveals and decisions, the clock of the meeting, and what the
//! last entry did.

use unicode_width::UnicodeWidthStr;

use super::paint::Canvas;
use super::theme::Role;
use crate::app::App;
use crate::app::layout::Layout;
use crate::app::replay::{Grain, Mark, Replay};
use crate::app::workshop::Workshop;
use crate::domain::change::Facet;
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::changes::told;
use crate::text::dates;

/// Its rows: the bar, and what was done.
pub(super) const HEIGHT: u16 = 2;
/// The fewest columns of the line of time.
const SHORTEST: u16 = 10;

/// Paints it.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, layout: &Layout) {
    let (Some(area), Some(workshop)) = (layout.timeline, &app.workshop) else { return };
    let Some(replay) = &workshop.replay else { return };
    let words = &canvas.look.catalogue;
    let told = place(app, workshop, replay, words);
    let told_width = u16::try_from(told.width()).unwrap_or(u16::MAX);
    let bar = area.width.saturating_sub(told_width + 3);
    let mut pen = canvas.row(area, 0);
    if bar >= SHORTEST {
        pen.put(" ", Role::Border);
        for column in 0..bar {
            let (sign, role) = sign(replay, column, bar);
            pen.put(sign, role);
        }
    }
    pen.put(" ", Role::Text).put(&told, Role::Accent);
    canvas.row(area, 1).put(" ", Role::Text).put(&done(workshop, replay, words), Role::Title);
}

/// `132 of 344 · 15 Jan 09:32 · 1 h 05 min in · by edit`.
fn place(app: &App, workshop: &Workshop, replay: &Replay, words: &Catalogue) -> String {
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let all = replay.marks.len();
    let mut parts = vec![words.format("replay-place", &[("at", number(replay.at)), ("all", number(all))])];
    let entries = workshop.history.entries();
    if let Some(entry) = replay.at.checked_sub(1).and_then(|at| entries.get(at)) {
        parts.push(dates::moment(entry.at, app.now, &app.zone, words));
        let since = entries.first().map_or(0, |first| entry.at.duration_since(first.at).as_secs());
        if let Some(seconds) = u64::try_from(since).ok().filter(|seconds| *seconds > 0) {
            let time = dates::span(seconds);
            parts.push(words.format("replay-after", &[("time", Arg::Text(&time))]));
        }
    }
    let grain = match replay.grain {
        Grain::Edit => "replay-by-edit",
        Grain::Reveal => "replay-by-reveal",
        Grain::Decision => "replay-by-decision",
    };
    parts.push(words.text(grain).to_owned());
    parts.join(" · ")
}

/// The sign of a column of the line: where it is, then decisions, reveals, what is past and what is to come.
fn sign(replay: &Replay, column: u16, columns: u16) -> (&'static str, Role) {
    let all = replay.marks.len();
    let (column, columns) = (usize::from(column), usize::from(columns.max(2)));
    // Column 0 is the beginning, the last one the end.
    let column_of = |at: usize| at * (columns - 1) / all.max(1);
    if column_of(replay.at) == column {
        return ("█", Role::Accent);
    }
    let first = (column * all).div_ceil(columns - 1).saturating_sub(1);
    let of_column = || {
        let near = replay.marks.iter().enumerate().skip(first.saturating_sub(1)).take(all / columns + 3);
        near.filter(|(place, _)| column_of(place + 1) == column).map(|(_, mark)| *mark)
    };
    let past = column < column_of(replay.at);
    if of_column().any(|mark: Mark| mark.decision) {
        ("▓", if past { Role::Text } else { Role::Muted })
    } else if of_column().any(|mark: Mark| mark.reveal) {
        ("▒", if past { Role::Text } else { Role::Muted })
    } else if past {
        ("━", Role::Text)
    } else {
        ("─", Role::Muted)
    }
}

/// What the last entry did: `R5 Late parcels · title: Late parcels → Lost parcels`.
fn done(workshop: &Workshop, replay: &Replay, words: &Catalogue) -> String {
    let mut changes = replay.told();
    let Some(change) = changes.next() else { return words.text("replay-start").to_owned() };
    let told = told(change, &workshop.history, words);
    let about = [told.id.as_str(), told.name.as_str()];
    let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let hides = workshop.blank && matches!(change.facet, Facet::Levels | Facet::Decisions);
    let values = if hides { told.what } else { told.values() };
    let line = if about.is_empty() { values } else { format!("{about} · {values}") };
    match changes.count() {
        0 => line,
        more => {
            let n = Arg::Number(i64::try_from(more).unwrap_or(i64::MAX));
            format!("{line} {}", words.format("replay-more", &[("n", n)]))
        }
    }
}
