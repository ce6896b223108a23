//! The preview of a paste: one row per risk, what it is, and below the selected one as a whole with the counts.

use ratatui::layout::Position;

use super::capture::looks_like;
use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::App;
use crate::app::layout::{Area, Shape};
use crate::app::paste::{Mark, Preview, PreviewRow};
use crate::app::workshop::Workshop;
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::safe::Safe;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 120;
/// Columns of the line numbers.
const NUMBER: u16 = 6;
/// Columns of what a row is.
const MARK: u16 = 20;

/// How many rows stand below the list, with the line above them.
const fn below(inside: u16) -> u16 {
    let most = inside / 2;
    if most > 7 { 7 } else { most }
}

/// How many rows of the preview can be seen.
pub(super) const fn rows(inside: u16) -> u16 {
    inside.saturating_sub(below(inside))
}

/// Paints it; the cursor stands on the selected row.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, preview: &Preview, area: Area) -> Option<Position> {
    let workshop = app.workshop.as_ref()?;
    let words = &canvas.look.catalogue;
    let left = words.text(if preview.table { "paste-title-table" } else { "paste-title-lines" });
    let count = numbered(words, "paste-count", &[("n", preview.counts.taken), ("all", preview.rows.len())]);
    let title = Title { left, right: &count, foot: words.text("paste-foot"), focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let list = Area { height: rows(inside.height), ..inside };
    let first = preview.cursor.offset;
    let mut cursor = None;
    for (row, (place, shown)) in (0..list.height).zip(preview.rows.iter().enumerate().skip(first)) {
        let here = line(list, row);
        let selected = place == preview.cursor.place;
        paint_row(canvas, workshop, shown, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    let hidden = preview.rows.len().saturating_sub(first + usize::from(list.height));
    if hidden > 0 {
        more(canvas, list, Shape::Wide, hidden);
    }
    paint_below(canvas, workshop, preview, inside);
    cursor
}

fn paint_row(canvas: &mut Canvas<'_>, workshop: &Workshop, row: &PreviewRow, here: Area, selected: bool) {
    let (mark, role) = marked(row.mark, &canvas.look.catalogue);
    let category = row.category.as_ref().and_then(|key| workshop.session().category(key));
    let mut pen = canvas.row(here, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    let (sign, sign_role) = match (row.taken, row.mark.can_be_added()) {
        (true, _) => ("✓ ", Role::Ok),
        (false, true) => ("· ", Role::Muted),
        (false, false) => ("✗ ", Role::Problem),
    };
    pen.put(sign, sign_role).put_right(NUMBER - 2, &row.line.to_string(), Role::Muted).put("  ", Role::Muted);
    let text = if row.taken { Role::Text } else { Role::Muted };
    let room = pen.room();
    let beside = if room > 70 && (category.is_some() || row.unknown.is_some()) { 24 } else { 0 };
    pen.say_in(room.saturating_sub(MARK + beside + 1), &row.title, text).put(" ", text);
    match (category, &row.unknown) {
        (Some(category), _) => pen.say_in(beside.saturating_sub(1), &category.name, Role::Muted),
        (None, Some(name)) => pen.say_in(beside.saturating_sub(1), name, Role::Warning),
        (None, None) => pen.say_in(beside.saturating_sub(1), "", Role::Muted),
    };
    pen.put(if beside > 0 { " " } else { "" }, text).put(&mark, role);
}

/// What a row is, in a word or two.
fn marked(mark: Mark, words: &Catalogue) -> (String, Role) {
    let id = |key: &str, id: String| words.format(key, &[("id", Arg::Text(&id))]);
    match mark {
        Mark::New => (words.text("paste-new").to_owned(), Role::Ok),
        Mark::Risk(near) if near.same => (id("paste-same", near.id.to_string()), Role::Warning),
        Mark::Risk(near) => (id("paste-like", near.id.to_string()), Role::Warning),
        Mark::Line(line, true) => (id("paste-same-line", line.to_string()), Role::Warning),
        Mark::Line(line, false) => (id("paste-like-line", line.to_string()), Role::Warning),
        Mark::TooLong(length) => (numbered(words, "paste-too-long", &[("n", length)]), Role::Problem),
        Mark::Blank => (words.text("paste-blank").to_owned(), Role::Problem),
    }
}

fn paint_below(canvas: &mut Canvas<'_>, workshop: &Workshop, preview: &Preview, inside: Area) {
    let list = rows(inside.height);
    let rule = "─".repeat(usize::from(inside.width));
    canvas.row(inside, list).put(&rule, Role::Border);
    let words = &canvas.look.catalogue;
    let mut lines = told(preview, words, usize::from(inside.width).saturating_sub(2));
    if let Some(row) = preview.rows.get(preview.cursor.place) {
        let width = usize::from(inside.width).saturating_sub(2);
        lines.extend(wrap(&row.title, width, 2).into_iter().map(|text| (text, Role::Text)));
        if let Mark::Risk(near) = row.mark {
            lines.push((looks_like(workshop, near, words), Role::Warning));
        }
        if let Some(name) = &row.unknown {
            let text = words.format("paste-unknown", &[("name", Arg::Text(&Safe::new(name)))]);
            lines.push((text, Role::Warning));
        }
        lines.extend(wrap(&row.note, width, 1).into_iter().map(|text| (text, Role::Muted)));
    }
    for (row, (text, role)) in (list + 1..inside.height).zip(lines) {
        canvas.row(inside, row).put(" ", role).put(&text, role);
    }
}

/// The counts, and what becomes of notes.
fn told(preview: &Preview, words: &Catalogue, width: usize) -> Vec<(String, Role)> {
    let counts = preview.counts;
    let table = [
        ("paste-counts-new", counts.new),
        ("paste-counts-known", counts.known),
        ("paste-counts-repeated", counts.repeated),
        ("paste-counts-too-long", counts.too_long),
        ("paste-counts-empty", counts.empty),
        ("paste-counts-unknown", counts.unknown),
    ];
    let told = table.into_iter().filter(|(_, n)| *n > 0).map(|(key, n)| numbered(words, key, &[("n", n)]));
    let told: Vec<String> = told.collect();
    let mut lines: Vec<(String, Role)> =
        wrap(&told.join(" · "), width, 2).into_iter().map(|text| (text, Role::Accent)).collect();
    if counts.notes > 0 {
        lines.push((words.text("paste-notes").to_owned(), Role::Muted));
    }
    lines
}

fn numbered(words: &Catalogue, key: &str, args: &[(&str, usize)]) -> String {
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let args: Vec<(&str, Arg<'_>)> = args.iter().map(|(name, n)| (*name, number(*n))).collect();
    words.format(key, &args)
}
