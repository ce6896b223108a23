//! The log over the screen: day and time, what it is about, what changed; the selected change as a whole below.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::App;
use crate::app::changes::Log;
use crate::app::layout::{Area, Shape};
use crate::app::workshop::Workshop;
use crate::domain::change::{Change, Facet, Value};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::changes::{Told, facet_key, told};
use crate::text::dates;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 150;
/// Rows of the selected change, with the line above them.
const WHOLE: u16 = 4;
/// From so many rows inside on, the selected change is shown as a whole.
const ROOMY: u16 = 12;
/// From so many columns inside on, what it is called stands beside the id.
const WIDE: u16 = 90;

/// The rows that list.
pub(super) const fn rows(inside: u16) -> u16 {
    if inside >= ROOMY { inside - WHOLE } else { inside }
}

/// Paints it; the cursor stands on the selected row.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    log: &Log,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let right = filter(log, words);
    let title = Title { left: words.text("changes-title"), right: &right, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    if log.rows.is_empty() {
        let key = if log.all.is_empty() { "changes-none" } else { "changes-none-found" };
        let lines = wrap(words.text(key), usize::from(inside.width.saturating_sub(2)), 4);
        for (row, text) in (0..inside.height).zip(lines) {
            canvas.row(inside, row).put(" ", Role::Muted).put(&text, Role::Muted);
        }
        return None;
    }
    let height = rows(inside.height);
    let first = log.cursor.offset;
    let mut cursor = None;
    for (row, place) in (0..height).zip(first..log.rows.len()) {
        let Some(change) = log.row(place) else { break };
        let before = place.checked_sub(1).filter(|_| row > 0).and_then(|before| log.row(before));
        let here = line(inside, row);
        let selected = place == log.cursor.place;
        draw_row(canvas, app, workshop, change, before, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    if inside.height >= ROOMY
        && let Some(change) = log.selected()
    {
        let whole = Area { y: inside.y + height, height: WHOLE, ..inside };
        canvas.row(whole, 0).put(&"─".repeat(usize::from(whole.width)), Role::Border);
        let (about, values) = whole_of(workshop, change, words);
        canvas.row(whole, 1).put(" ", Role::Title).say(&about, Role::Title);
        let lines = wrap(&values, usize::from(whole.width.saturating_sub(2)), usize::from(WHOLE) - 2);
        for (row, text) in (2..WHOLE).zip(lines) {
            canvas.row(whole, row).put(" ", Role::Text).put(&text, Role::Text);
        }
    }
    let below = log.rows.len().saturating_sub(first + usize::from(height));
    if below > 0 {
        more(canvas, Area { height, ..inside }, Shape::Wide, below);
    }
    cursor
}

/// `risks · only R4 · /parcels · 12 of 140`.
fn filter(log: &Log, words: &Catalogue) -> String {
    let mut parts: Vec<String> = Vec::new();
    parts.extend(log.filter.facet.map(|facet: Facet| words.text(facet_key(facet)).to_owned()));
    if let Some(risk) = log.filter.risk {
        let risk = risk.to_string();
        parts.push(words.format("changes-only", &[("what", Arg::Text(&risk))]));
    }
    if let Some((risk, cell)) = log.filter.cell {
        let cell = format!("{risk} {}", cell.sign());
        parts.push(words.format("changes-only", &[("what", Arg::Text(&cell))]));
    }
    if !log.filter.words.is_empty() {
        parts.push(format!("/{}", log.filter.words));
    }
    let (shown, all) = (log.rows.len(), log.all.len());
    parts.push(if shown == all { all.to_string() } else { format!("{shown}/{all}") });
    parts.join(" · ")
}

/// A row: the day where it changes, the time, the id, and what changed.
fn draw_row(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    change: &Change,
    before: Option<&Change>,
    here: Area,
    selected: bool,
) {
    let words = &canvas.look.catalogue;
    let told = masked(workshop, change, words);
    let day = |change: &Change| change.at.to_zoned(app.zone.clone()).date();
    let date = if before.is_some_and(|before| day(before) == day(change)) {
        String::new()
    } else {
        dates::short_date(day(change), words)
    };
    let role = if change.undone { Role::Muted } else { Role::Text };
    let mut pen = canvas.row(here, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    pen.put_in(7, &date, Role::Muted).put_in(6, &dates::clock(change.at, &app.zone), Role::Muted);
    pen.put_in(5, &told.id, Role::Accent);
    if here.width >= WIDE {
        pen.say_in(pen.room() / 3, &told.name, role).put(" ", Role::Text);
    }
    if change.undone {
        pen.put(words.text("changes-undone"), Role::Warning).put(" · ", Role::Muted);
    }
    pen.say(&told.values(), role);
}

/// What the selected change is about, and what it changed.
fn whole_of(workshop: &Workshop, change: &Change, words: &Catalogue) -> (String, String) {
    let told = masked(workshop, change, words);
    let about = [told.id.as_str(), told.name.as_str()];
    let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    (about, told.values())
}

/// The words of a change; in open discussion scores and owners are not told.
fn masked(workshop: &Workshop, change: &Change, words: &Catalogue) -> Told {
    let told = told(change, &workshop.history, words);
    let hides = change.facet == Facet::Levels || change.facet == Facet::Decisions;
    if !workshop.blank || !hides {
        return told;
    }
    let hidden = |value: &Value, text: String| if *value == Value::Absent { text } else { "·".to_owned() };
    Told { old: hidden(&change.old, told.old), new: hidden(&change.new, told.new), ..told }
}
