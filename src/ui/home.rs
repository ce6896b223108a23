//! The home screen: the library; the preview of the selected session is in [`preview`].

mod preview;

use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::chrome::{Title, frame};
use super::paint::Canvas;
use super::theme::Role;
use crate::app::App;
use crate::app::home::found::Hit;
use crate::app::home::{Listing, Only, Shelf, Shown, Sort};
use crate::app::layout::{Area, Layout, Shape, Target};
use crate::app::workshop::Pane;
use crate::domain::said::Spot;
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::{dates, numbers};

/// Rows above the first session: the buttons, a blank, the heads of the columns.
pub(super) const HEAD: usize = 3;

/// Paints the home screen; the cursor stands on the selected row.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, layout: &Layout) -> Option<Position> {
    let area = layout.pane(Pane::Sessions)?;
    let catalogue = &canvas.look.catalogue;
    let name = match app.home.shelf {
        Shelf::Sessions => catalogue.text("pane-sessions"),
        Shelf::Bin => catalogue.text("home-bin"),
    };
    let mut count = count(app.home.shown.len(), catalogue);
    if !app.home.marked.is_empty() {
        let n = Arg::Number(i64::try_from(app.home.marked.len()).unwrap_or(i64::MAX));
        count = format!("{} · {count}", catalogue.format("compare-marked", &[("n", n)]));
    }
    let mut parts: Vec<String> = Vec::new();
    parts.extend(sort_key(app.home.sort).map(|key| catalogue.text(key).to_owned()));
    parts.extend(only_key(app.home.only).map(|key| catalogue.text(key).to_owned()));
    if !app.home.filter.is_empty() {
        parts.push(format!("/{}", app.home.filter));
    }
    parts.extend(found(app, catalogue));
    parts.extend(reading(app, catalogue));
    parts.push(count);
    let right = parts.join(" · ");
    let inside =
        frame(canvas, area, layout.shape, &Title { left: name, right: &right, focus: true, foot: "" });
    buttons(canvas, app, inside);
    let cursor = table(canvas, app, inside, layout);
    if let Some(area) = layout.pane(Pane::Preview) {
        let title = Title { left: catalogue.text("pane-preview"), ..Title::default() };
        let inside = frame(canvas, area, layout.shape, &title);
        preview::draw(canvas, app, layout.shape, inside);
    }
    cursor
}

/// The key of what the list is sorted by, if that is not the date.
const fn sort_key(sort: Sort) -> Option<&'static str> {
    match sort {
        Sort::Date => None,
        Sort::Changed => Some("home-sort-changed"),
        Sort::Title => Some("home-sort-title"),
        Sort::Shop => Some("home-sort-shop"),
        Sort::Band => Some("home-sort-band"),
        Sort::Overdue => Some("home-sort-overdue"),
    }
}

/// The key of what is shown only, if that is not all.
const fn only_key(only: Only) -> Option<&'static str> {
    match only {
        Only::All => None,
        Only::Open => Some("home-only-open"),
        Only::Closed => Some("home-only-closed"),
        Only::Overdue => Some("home-only-overdue"),
        Only::Broken => Some("home-only-broken"),
    }
}

fn buttons(canvas: &mut Canvas<'_>, app: &App, area: Area) {
    let catalogue = &canvas.look.catalogue;
    let (new, demo) = (catalogue.text("home-new"), catalogue.text("home-demo"));
    let mut pen = canvas.row(area, 0);
    if app.home.shelf == Shelf::Bin {
        pen.put(" ", Role::Muted).put(catalogue.text("home-bin-hint"), Role::Muted);
        return;
    }
    pen.put(" [ ", Role::Border).put(new, Role::Accent).put("  a", Role::Key).put(" ]", Role::Border);
    pen.put("   [ ", Role::Border).put(demo, Role::Accent).put("  D", Role::Key).put(" ]", Role::Border);
    if let Some((pending, role)) = super::follow_ups::pending(app, catalogue) {
        let (text, key) = (format!("  {pending}  "), "g f ");
        if usize::from(pen.room()) > text.width() + key.len() {
            pen.put(&text, role).put(key, Role::Key);
        }
    }
}

fn table(canvas: &mut Canvas<'_>, app: &App, area: Area, layout: &Layout) -> Option<Position> {
    let catalogue = &canvas.look.catalogue;
    if app.home.shown.is_empty() {
        let key = match (
            &app.home.listings,
            app.home.filter.is_empty() && app.home.only == Only::All,
            app.home.shelf,
        ) {
            (None, ..) => "home-reading",
            (Some(_), false, _) => "home-none-found",
            (Some(_), true, Shelf::Bin) => "home-bin-empty",
            (Some(_), true, Shelf::Sessions) => "home-empty",
        };
        for (row, text) in
            (2..area.height).zip(super::paint::wrap(catalogue.text(key), usize::from(area.width) - 2, 6))
        {
            canvas.row(area, row).put(" ", Role::Text).put(&text, Role::Text);
        }
        return None;
    }
    head(canvas, area, layout.shape);
    let first = app.home.cursor.offset;
    let rows = layout.rows.sessions;
    let mut cursor = None;
    for (row, place) in (3..area.height).zip(first..first + rows) {
        let (Some(listing), Some(shown)) = (app.home.shown(place), app.home.shown.get(place)) else { break };
        let selected = place == app.home.cursor.place;
        let line = super::layout::line(area, row);
        match app.home.hit_at(place) {
            Some(hit) => hit_row(canvas, hit, line, selected),
            None => session_row(canvas, app, listing, *shown, line, layout.shape, selected),
        }
        if selected {
            cursor = Some(Position { x: line.x, y: line.y });
        }
    }
    let below = app.home.shown.len().saturating_sub(first + rows);
    if below > 0 {
        more(canvas, area, layout.shape, below);
    }
    cursor
}

/// A count with its thousands apart.
pub(super) fn count(n: usize, words: &Catalogue) -> String {
    numbers::number(u64::try_from(n).unwrap_or(u64::MAX), words.lang())
}

/// Tells at the lower right of a pane how many rows follow: on its frame, or in its last row where there is no frame.
pub(super) fn more(canvas: &mut Canvas<'_>, inner: Area, shape: Shape, rows: usize) {
    let number = i64::try_from(rows).unwrap_or(i64::MAX);
    let text = canvas.look.catalogue.format("more-rows", &[("n", Arg::Number(number))]);
    let below = if shape == Shape::Small { inner.height.saturating_sub(1) } else { inner.height };
    let edge = Area { y: inner.y + below, height: 1, ..inner };
    canvas.row(edge, 0).put_last(&format!(" ▼ {text} "), Role::Muted);
}

/// The heads of the columns after the title.
const HEADS: [&str; 5] = ["head-risks", "head-solutions", "head-top", "head-state", "head-overdue"];

/// The widths of the columns after the title, each with the blank that parts it from the next; none is narrower than its
/// head.
fn columns(shape: Shape, words: &Catalogue) -> [u16; 5] {
    let least: [u16; 5] = match shape {
        Shape::Wide | Shape::Middle => [6, 6, 8, 8, 8],
        Shape::Narrow => [6, 6, 8, 0, 0],
        Shape::Small | Shape::Tiny => [0, 0, 7, 0, 0],
    };
    let mut widths = least;
    for (column, head) in widths.iter_mut().zip(HEADS).filter(|(column, _)| **column > 0) {
        *column = (*column).max(width(words.text(head)).saturating_add(1));
    }
    widths
}

const DATE: u16 = 12;

/// The width of the shop, with the blank before it: where there is room, after the title.
const fn shop_width(width: u16) -> u16 {
    if width < 90 { 0 } else { 24 }
}

fn head(canvas: &mut Canvas<'_>, area: Area, shape: Shape) {
    let words = &canvas.look.catalogue;
    let widths = columns(shape, words);
    let shop = shop_width(area.width);
    let title = area.width.saturating_sub(DATE + 3 + shop + widths.iter().sum::<u16>());
    let mut pen = canvas.row(area, 2);
    pen.put("  ", Role::Header).put_in(DATE, words.text("head-date"), Role::Header);
    pen.put_in(title, words.text("head-session"), Role::Header);
    if shop > 0 {
        pen.put(" ", Role::Header).put_in(shop - 1, words.text("head-shop"), Role::Header);
    }
    for (place, (key, width)) in HEADS.into_iter().zip(widths).enumerate() {
        match (width, place) {
            (0, _) => {}
            (_, 0 | 1) => {
                pen.put_right(width - 1, words.text(key), Role::Header).skip(1);
            }
            _ => {
                pen.put(" ", Role::Header).put_in(width - 1, words.text(key), Role::Header);
            }
        }
    }
}

fn session_row(
    canvas: &mut Canvas<'_>,
    app: &App,
    listing: &Listing,
    shown: Shown,
    line: Area,
    shape: Shape,
    selected: bool,
) {
    let words = &canvas.look.catalogue;
    let widths = columns(shape, words);
    let open = app.workshop.as_ref().is_some_and(|workshop| workshop.path == listing.path);
    let mark = if selected { "►" } else { " " };
    let sign = match (app.home.marked.contains(&listing.path), open) {
        (true, _) => "✓",
        (false, true) => "»",
        (false, false) => " ",
    };
    let shop = shop_width(line.width);
    let title = line.width.saturating_sub(DATE + 3 + shop + widths.iter().sum::<u16>());
    let mut pen = canvas.row(line, 0);
    pen.select(selected).put(mark, Role::Accent).put(sign, Role::Accent);
    let summary = match &listing.summary {
        Ok(summary) => summary,
        Err(sentence) => {
            pen.put_in(DATE, words.text("home-broken"), Role::Problem).put(under(shown), Role::Muted);
            pen.say(&listing.name(), Role::Text).put("  ", Role::Text).say(sentence, Role::Problem);
            return;
        }
    };
    let date = summary.created.to_zoned(app.zone.clone()).date();
    pen.put_in(DATE, &dates::date(date, words), Role::Muted).put(under(shown), Role::Muted);
    let copies = if shown.copies > 0 { format!(" ↳{}", shown.copies) } else { String::new() };
    let title_end = pen.x() + title.saturating_sub(width(under(shown)));
    let most = (title_end - pen.x()).saturating_sub(width(&copies));
    pen.say(&super::paint::cut(&summary.title, usize::from(most)), Role::Text).put(&copies, Role::Warning);
    pen.skip(title_end.saturating_sub(pen.x()));
    if shop > 0 {
        pen.put(" ", Role::Muted).say_in(shop - 1, &summary.shop, Role::Muted);
    }
    if widths[0] > 0 {
        pen.put_right(widths[0] - 1, &summary.risks.to_string(), Role::Text).skip(1);
        pen.put_right(widths[1] - 1, &summary.solutions().to_string(), Role::Text).skip(1);
    }
    let after_band = pen.x() + widths[2];
    pen.put(" ", Role::Text);
    if let Some(band) = summary.top_band {
        pen.band(band);
    }
    pen.skip(after_band.saturating_sub(pen.x()));
    if widths[3] > 0 {
        let state = if summary.is_closed() { "state-closed" } else { "state-open" };
        pen.put(" ", Role::Text).put_in(widths[3] - 1, words.text(state), Role::Text);
        let overdue = summary.overdue(app.today());
        if overdue > 0 {
            pen.put(" ", Role::Text).put(&overdue.to_string(), Role::Warning);
            pen.put(" !", Role::Warning);
        }
    }
}

/// Something that was found in a session: its id, what it is called, and the line it was found in.
fn hit_row(canvas: &mut Canvas<'_>, hit: &Hit, line: Area, selected: bool) {
    let id = match hit.spot {
        Spot::Session => String::new(),
        Spot::Risk(id) => id.to_string(),
        Spot::Solution(id) => id.to_string(),
        Spot::Topic(id) => id.to_string(),
        Spot::Person(id) => id.to_string(),
    };
    let mut pen = canvas.row(line, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    pen.put("     › ", Role::Muted).put_in(5, &id, Role::Accent);
    if hit.text.is_empty() {
        pen.say(&hit.title, Role::Text);
    } else {
        pen.say_in(pen.room() / 3, &hit.title, Role::Muted).put(" ", Role::Muted).say(&hit.text, Role::Text);
    }
}

/// `12 found`, once a search is through.
fn found(app: &App, words: &Catalogue) -> Option<String> {
    let found = app.home.found.as_ref().filter(|found| found.words == app.home.filter)?;
    let n = Arg::Number(i64::try_from(found.all).unwrap_or(i64::MAX));
    Some(words.format("home-found", &[("n", n)]))
}

/// `reading 1,240 of 10,000`, while files are read that nobody knows yet.
fn reading(app: &App, words: &Catalogue) -> Option<String> {
    let (done, of) = app.home.reading?;
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    Some(words.format("home-reading-files", &[("done", number(done)), ("of", number(of))]))
}

/// What stands before a copy.
const fn under(shown: Shown) -> &'static str {
    if shown.is_copy { "↳ " } else { "" }
}

fn width(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}

/// Where sessions can be clicked.
pub(super) fn targets(app: &App, area: Area, targets: &mut Vec<(Area, Target)>) {
    for (row, place) in (3..area.height).zip(app.home.cursor.offset..app.home.shown.len()) {
        targets.push((super::layout::line(area, row), Target::Session(place)));
    }
}
