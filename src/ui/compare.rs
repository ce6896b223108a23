//! Two sessions compared: what distinguishes them as such, then a row for each risk with both values, what became of it
//! and why; below, the selected risk cell by cell. Or both heat maps side by side.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::App;
use crate::app::compare::{Compared, End, OpenCompare};
use crate::app::layout::{Area, Shape};
use crate::domain::compare::{Row, Verdict};
use crate::domain::heat::{Matrix, Of};
use crate::domain::{Cell, Criterion, Level, Ranking, Risk, RiskId, Votes};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::compare::{causes, places, settings, standing, verdict_key, verdict_sign, work};
use crate::text::dates;
use crate::text::safe::Safe;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 180;
/// The most rows of what distinguishes the sessions as such.
const SETTINGS: u16 = 5;
/// Rows of the selected risk, with the line above them.
const DETAIL: u16 = 6;
/// From so many rows inside on, the selected risk is shown.
const ROOMY: u16 = 14;
/// From so many columns inside on, the cause stands in the row.
const WIDE: u16 = 100;
/// Stands for what must not be told.
const HIDDEN: &str = "·";

/// What distinguishes the sessions as such, a line each.
fn facts(open: &OpenCompare, words: &Catalogue) -> Vec<String> {
    let sessions = [&**open.before.session(), &**open.after.session()];
    let mut lines = settings(&open.comparison.settings, sessions, words);
    let work = work(&open.comparison.work, words);
    lines.extend(work.map(|what| words.format("compare-solutions", &[("what", Arg::Text(&what))])));
    lines
}

/// How many of these lines there is room for.
fn head(open: &OpenCompare, inside: Area) -> u16 {
    let most = SETTINGS.min(inside.height / 3);
    most.min(u16::try_from(open.facts()).unwrap_or(most))
}

/// The rows that list: below the lines of the sessions and the heads, above the selected risk.
pub(super) fn list(open: &OpenCompare, inside: Area) -> Area {
    let above = head(open, inside) + 1;
    let below = if inside.height >= ROOMY { DETAIL } else { 0 };
    Area { y: inside.y + above, height: inside.height.saturating_sub(above + below), ..inside }
}

/// Paints it; the cursor stands on the selected row.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, open: &OpenCompare, area: Area) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let name = |side: &Compared| {
        let session = side.session();
        let date = dates::short_date(session.created.to_zoned(app.zone.clone()).date(), words);
        format!("{} {date}", Safe::new(&session.title))
    };
    let (before, after) = (name(&open.before), name(&open.after));
    let args = [("before", Arg::Text(&before)), ("after", Arg::Text(&after))];
    let left = words.format("compare-title", &args);
    let right = counts(open, words);
    let title = Title { left: &left, right: &right, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let lines = facts(open, words);
    let shown = head(open, inside);
    for (row, text) in (0..shown).zip(&lines) {
        let more = if row + 1 == shown && lines.len() > usize::from(shown) { " …" } else { "" };
        canvas.row(inside, row).put(" ", Role::Warning).put(&format!("{text}{more}"), Role::Warning);
    }
    let list = list(open, inside);
    if open.maps {
        maps(canvas, open, Area { y: list.y - 1, height: inside.y + inside.height - list.y + 1, ..inside });
        return None;
    }
    let columns = Columns::of(inside.width);
    heads(canvas, &columns, Area { y: list.y.saturating_sub(1), height: 1, ..inside });
    if open.rows.is_empty() {
        let key = if open.comparison.is_empty() { "compare-none" } else { "compare-no-changes" };
        canvas.row(list, 0).put(" ", Role::Ok).put(words.text(key), Role::Ok);
        return None;
    }
    let first = open.cursor.offset;
    let mut cursor = None;
    for (at, place) in (0..list.height).zip(first..open.rows.len()) {
        let Some(row) = open.row(place) else { break };
        let here = line(list, at);
        let selected = place == open.cursor.place;
        draw_row(canvas, open, row, &columns, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    if inside.height >= ROOMY
        && let Some(row) = open.selected()
    {
        let area = Area { y: inside.y + inside.height - DETAIL, height: DETAIL, ..inside };
        detail(canvas, open, row, area);
    }
    let below = open.rows.len().saturating_sub(first + usize::from(list.height));
    if below > 0 {
        more(canvas, list, Shape::Wide, below);
    }
    cursor
}

/// `changes only · worse 2 · better 3 · new 1 · gone 0`.
fn counts(open: &OpenCompare, words: &Catalogue) -> String {
    let number = |verdict| {
        let count = open.comparison.count(verdict);
        Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
    };
    let counts = words.format(
        "compare-counts",
        &[
            ("worse", number(Verdict::Worse)),
            ("better", number(Verdict::Better)),
            ("new", number(Verdict::New)),
            ("gone", number(Verdict::Gone)),
        ],
    );
    if open.only_changes { format!("{} · {counts}", words.text("compare-changes")) } else { counts }
}

/// The widths of the columns.
struct Columns {
    ids: u16,
    title: u16,
    value: u16,
    verdict: u16,
    place: u16,
    /// Whether the cause stands in the row.
    cause: bool,
}

impl Columns {
    fn of(width: u16) -> Self {
        let (ids, value, verdict, place) = if width < 56 { (5, 8, 11, 0) } else { (11, 12, 15, 9) };
        let taken = 2 + ids + 2 * value + verdict + place;
        let room = width.saturating_sub(taken);
        let cause = width >= WIDE;
        let title = if cause { room * 2 / 5 } else { room };
        Self { ids, title, value, verdict, place, cause }
    }
}

fn heads(canvas: &mut Canvas<'_>, columns: &Columns, here: Area) {
    let words = &canvas.look.catalogue;
    let mut pen = canvas.row(here, 0);
    pen.put_in(2 + columns.ids, "", Role::Header);
    pen.put_in(columns.title.saturating_sub(1), words.text("compare-head-risk"), Role::Header).skip(1);
    pen.put_in(columns.value, words.text("compare-head-before"), Role::Header);
    pen.put_in(columns.value, words.text("compare-head-after"), Role::Header);
    pen.skip(columns.verdict);
    if columns.place > 0 {
        pen.put_in(columns.place, words.text("compare-head-place"), Role::Header);
    }
}

const fn verdict_role(verdict: Verdict) -> Role {
    match verdict {
        Verdict::Worse | Verdict::New => Role::Problem,
        Verdict::Better => Role::Ok,
        Verdict::Scored | Verdict::Unscored | Verdict::Reworded => Role::Accent,
        Verdict::Gone | Verdict::Same => Role::Muted,
    }
}

/// The risk of a row, as the second session words it, or else the first.
fn risk<'o>(open: &'o OpenCompare, row: &Row) -> Option<&'o Risk> {
    match (&row.after, &row.before) {
        (Some(side), _) => open.after.session().risk(side.id),
        (None, Some(side)) => open.before.session().risk(side.id),
        (None, None) => None,
    }
}

/// `R4→R2`; one id where both are the same, or there is only one.
fn ids(row: &Row) -> String {
    match (&row.before, &row.after) {
        (Some(one), Some(other)) if one.id != other.id => format!("{}→{}", one.id, other.id),
        (Some(side), _) | (None, Some(side)) => side.id.to_string(),
        (None, None) => String::new(),
    }
}

fn draw_row(
    canvas: &mut Canvas<'_>,
    open: &OpenCompare,
    row: &Row,
    columns: &Columns,
    here: Area,
    selected: bool,
) {
    let words = &canvas.look.catalogue;
    let (before, after) = (row.before.as_ref(), row.after.as_ref());
    let hidden = open.hidden(row);
    let waits = before.is_some() && before.map(|side| side.id) == open.waiting && after.is_none();
    let mut pen = canvas.row(here, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    pen.put(if waits { "?" } else { " " }, Role::Warning);
    pen.put_in(columns.ids, &ids(row), Role::Muted);
    let title = risk(open, row).map_or("", |risk| risk.title.as_str());
    pen.say_in(columns.title.saturating_sub(1), title, Role::Text).put(" ", Role::Text);
    let told = |end: End, side| if hidden == Some(end) { HIDDEN.to_owned() } else { standing(side, words) };
    pen.put_in(columns.value, &told(End::Before, before), Role::Text);
    pen.put_in(columns.value, &told(End::After, after), Role::Text);
    if hidden.is_some() && matches!(row.verdict, Verdict::Worse | Verdict::Better) {
        pen.put_in(columns.verdict, HIDDEN, Role::Muted);
    } else {
        let verdict = format!("{} {}", verdict_sign(row.verdict), words.text(verdict_key(row.verdict)));
        pen.put_in(columns.verdict, &verdict, verdict_role(row.verdict));
    }
    if columns.place > 0 {
        let place = if hidden.is_some() { HIDDEN.to_owned() } else { places(before, after) };
        pen.put_in(columns.place, &place, Role::Muted);
    }
    if columns.cause {
        pen.put(&why(open, row, words), Role::Text);
    }
}

/// Why, or that it is hidden until the room has given its own levels.
fn why(open: &OpenCompare, row: &Row, words: &Catalogue) -> String {
    if open.hidden(row).is_some() {
        words.text("compare-hidden").to_owned()
    } else {
        causes(&row.causes, words)
    }
}

/// The selected risk: why, what it said of each cell, and its words before and after.
fn detail(canvas: &mut Canvas<'_>, open: &OpenCompare, row: &Row, area: Area) {
    let words = &canvas.look.catalogue;
    canvas.row(area, 0).put(&"─".repeat(usize::from(area.width)), Role::Border);
    let width = usize::from(area.width.saturating_sub(2));
    let old = row.before.as_ref().and_then(|side| open.before.session().risk(side.id));
    let new = row.after.as_ref().and_then(|side| open.after.session().risk(side.id));
    let title = new.or(old).map_or("", |risk| risk.title.as_str());
    let mut lines: Vec<(String, Role)> = vec![(format!("{} {}", ids(row), Safe::new(title)), Role::Title)];
    if let (Some(old), Some(new)) = (old, new) {
        if open.hidden(row).is_none() {
            lines.push((cells(old, new), Role::Text));
        }
        if old.title != new.title {
            lines.push((format!("“{}” → “{}”", Safe::new(&old.title), Safe::new(&new.title)), Role::Accent));
        }
    }
    let why = why(open, row, words);
    lines.extend(wrap(&why, width, 3).into_iter().map(|line| (line, Role::Text)));
    for (at, (text, role)) in (1..area.height).zip(lines) {
        canvas.row(area, at).put(" ", role).put(&text, role);
    }
}

/// `P 4→3  I 5  D€ 3→2 (3·3·4 → 2·2·3)  D◎ –  F 3`: levels, and revealed votes where they differ.
fn cells(old: &Risk, new: &Risk) -> String {
    let level = |risk: &Risk, cell: Cell| {
        risk.cells.at(cell).level().map_or_else(|| "–".to_owned(), |level| level.number().to_string())
    };
    let votes = |risk: &Risk, cell: Cell| {
        let mut levels: Vec<u8> =
            risk.cells.at(cell).revealed().into_iter().flat_map(Votes::levels).map(Level::number).collect();
        levels.sort_unstable();
        levels.iter().map(u8::to_string).collect::<Vec<_>>().join("·")
    };
    let told = |cell: Cell| {
        let (before, after) = (level(old, cell), level(new, cell));
        let moved = if before == after { before } else { format!("{before}→{after}") };
        let (first, second) = (votes(old, cell), votes(new, cell));
        let said = if first == second || (first.is_empty() && second.is_empty()) {
            String::new()
        } else {
            let or_none = |text: String| if text.is_empty() { "–".to_owned() } else { text };
            format!(" ({} → {})", or_none(first), or_none(second))
        };
        format!("{} {moved}{said}", cell.sign())
    };
    Cell::ALL.map(told).join("   ")
}

/// Both heat maps, damage across and probability up, with how many risks are in each cell.
fn maps(canvas: &mut Canvas<'_>, open: &OpenCompare, area: Area) {
    let words = &canvas.look.catalogue;
    let half = area.width / 2;
    let sides = [
        (End::Before, &open.before, "compare-head-before", 0),
        (End::After, &open.after, "compare-head-after", half),
    ];
    for (end, side, key, x) in sides {
        let here = Area { x: area.x + x, width: half, ..area };
        canvas.row(here, 0).put(" ", Role::Header).put(words.text(key), Role::Header);
        map(
            canvas,
            side,
            &hidden(open, end),
            Area { y: here.y + 1, height: here.height.saturating_sub(1), ..here },
        );
    }
}

/// The risks of a session whose places must not be told yet.
fn hidden(open: &OpenCompare, end: End) -> Vec<RiskId> {
    let rows = open.comparison.rows.iter().filter(|row| open.hidden(row) == Some(end));
    let sides = rows.filter_map(|row| match end {
        End::Before => row.before.as_ref(),
        End::After => row.after.as_ref(),
    });
    sides.map(|side| side.id).collect()
}

fn map(canvas: &mut Canvas<'_>, side: &Compared, hidden: &[RiskId], area: Area) {
    let session = side.session();
    let count = session.scales.levels;
    let axes = [Criterion::Probability, Criterion::Damage];
    let matrix = Matrix::of(session, &Ranking::of(session), axes, Of::Current);
    let shown = |row: Level, column: Level| -> Vec<RiskId> {
        matrix.at(row, column).iter().copied().filter(|id| !hidden.contains(id)).collect()
    };
    let levels = u16::from(count.number());
    let width = (area.width.saturating_sub(6) / levels).min(14);
    let height = (area.height.saturating_sub(1) / levels).clamp(1, 4);
    for (at, row) in (0..).zip(count.levels().rev()) {
        let y = at * height;
        let mut pen = canvas.row(area, y);
        pen.put_in(5, &format!(" P {}", row.number()), Role::Muted);
        for column in count.levels() {
            let ids = shown(row, column);
            let sum = row.number() + column.number() - 2;
            let (shade, role) = match u16::from(sum) * 4 / (levels - 1).max(1) {
                0 | 1 => ("░", Role::Low),
                2..=3 => ("▒", Role::Medium),
                4..=5 => ("▓", Role::High),
                _ => ("█", Role::Critical),
            };
            let text = if ids.is_empty() { " ·".to_owned() } else { format!(" {}", ids.len()) };
            pen.put(shade, role).put_in(width.saturating_sub(1), &text, role);
        }
        for more in 1..height {
            let mut pen = canvas.row(area, y + more);
            pen.skip(5);
            for column in count.levels() {
                let ids = shown(row, column);
                let named = ids.iter().map(ToString::to_string);
                let fits = usize::from(width.saturating_sub(2)) / 4;
                let skipped = fits * usize::from(more - 1);
                let text = named.skip(skipped).take(fits).collect::<Vec<_>>().join(" ");
                pen.put(" ", Role::Text).put_in(width.saturating_sub(1), &format!(" {text}"), Role::Text);
            }
        }
    }
    let mut pen = canvas.row(area, levels * height);
    pen.skip(5);
    for column in count.levels() {
        pen.put_in(width, &format!("D {}", column.number()), Role::Muted);
    }
}
