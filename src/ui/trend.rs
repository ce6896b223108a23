//! A trend over sessions, one a row, with a bar for its points: of a risk, or of a chain of sessions as a whole.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::App;
use crate::app::layout::{Area, Shape};
use crate::app::trend::{Of, Row, Trend};
use crate::text::catalogue::Arg;
use crate::text::dates;
use crate::text::safe::Safe;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 130;
/// From so many columns inside on, the session is named.
const WIDE: u16 = 60;

/// The rows that list, below the heads.
pub(super) const fn list(inside: Area) -> Area {
    Area { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside }
}

/// Paints it; the cursor stands on the selected row.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, trend: &Trend, area: Area) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let left = match &trend.of {
        Of::Risk(_, title) => words.format("trend-risk", &[("title", Arg::Text(&Safe::new(title)))]),
        Of::Chain(_) => words.text("trend-chain").to_owned(),
    };
    let count = trend.rows.len().to_string();
    let title = Title { left: &left, right: &count, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    if trend.rows.is_empty() || trend.hidden {
        let key = if trend.hidden { "trend-hidden" } else { "trend-none" };
        let lines = wrap(words.text(key), usize::from(inside.width.saturating_sub(2)), 4);
        for (row, text) in (0..inside.height).zip(lines) {
            canvas.row(inside, row).put(" ", Role::Muted).put(&text, Role::Muted);
        }
        return None;
    }
    let columns = Columns::of(trend, inside.width);
    columns.heads(canvas, trend, inside);
    let list = list(inside);
    let first = trend.cursor.offset;
    let mut cursor = None;
    for (at, (place, row)) in (0..list.height).zip(trend.rows.iter().enumerate().skip(first)) {
        let here = line(list, at);
        let selected = place == trend.cursor.place;
        columns.row(canvas, app, row, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    let below = trend.rows.len().saturating_sub(first + usize::from(list.height));
    if below > 0 {
        more(canvas, list, Shape::Wide, below);
    }
    cursor
}

/// The widths of the columns, and what the longest bar stands for.
struct Columns {
    session: u16,
    bar: u16,
    most: u32,
}

const DATE: u16 = 12;
const POINTS: u16 = 7;
const BAND: u16 = 9;
const RANK: u16 = 6;
/// The columns of figures of a chain: above the line, done, overdue.
const COUNT: u16 = 9;

impl Columns {
    fn of(trend: &Trend, width: u16) -> Self {
        let figures = match trend.of {
            Of::Risk(..) => POINTS + BAND + RANK,
            Of::Chain(_) => POINTS + 3 * COUNT,
        };
        let room = width.saturating_sub(1 + DATE + figures);
        let session = if width >= WIDE { room / 2 } else { 0 };
        let most = trend.rows.iter().map(|row| points(row).1).max().unwrap_or(0);
        Self { session, bar: room.saturating_sub(session + 1), most: most.max(1) }
    }

    fn heads(&self, canvas: &mut Canvas<'_>, trend: &Trend, inside: Area) {
        let words = &canvas.look.catalogue;
        let mut pen = canvas.row(inside, 0);
        pen.put_in(1 + DATE, &format!(" {}", words.text("head-date")), Role::Header);
        pen.put_in(self.session, words.text("head-session"), Role::Header);
        pen.put_in(POINTS, words.text("trend-head-points"), Role::Header);
        match trend.of {
            Of::Risk(..) => {
                pen.put_in(BAND, words.text("trend-head-band"), Role::Header);
                pen.put_in(RANK, words.text("trend-head-rank"), Role::Header);
            }
            Of::Chain(_) => {
                for key in ["trend-head-above", "trend-head-done", "trend-head-overdue"] {
                    pen.put_in(COUNT, words.text(key), Role::Header);
                }
            }
        }
    }

    fn row(&self, canvas: &mut Canvas<'_>, app: &App, row: &Row, here: Area, selected: bool) {
        let words = &canvas.look.catalogue;
        let mut pen = canvas.row(here, 0);
        pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
        let date = dates::date(row.created.to_zoned(app.zone.clone()).date(), words);
        pen.put_in(DATE, &date, Role::Muted);
        if self.session > 0 {
            pen.say_in(self.session - 1, &row.session, Role::Text).put(" ", Role::Text);
        }
        let (lower, upper) = points(row);
        let figure = if lower == upper { lower.to_string() } else { format!("{lower}–{upper}") };
        pen.put_in(POINTS, &figure, Role::Text);
        if let Some(standing) = row.standing {
            let end = pen.x() + BAND;
            match standing.band {
                Some(band) => pen.band(band),
                None => pen.put("--", Role::Muted),
            };
            pen.skip(end.saturating_sub(pen.x()));
            let rank = standing.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
            pen.put_in(RANK, &rank, Role::Text);
        } else {
            pen.put_in(COUNT, &row.above.to_string(), Role::Text);
            pen.put_in(COUNT, &row.done.to_string(), Role::Ok);
            let role = if row.overdue > 0 { Role::Warning } else { Role::Muted };
            pen.put_in(COUNT, &row.overdue.to_string(), role);
        }
        pen.put(&self.bar(lower, upper), Role::Accent);
    }

    /// A bar of half columns; what is only possible is shaded.
    fn bar(&self, lower: u32, upper: u32) -> String {
        let halves = |points: u32| points * u32::from(self.bar) * 2 / self.most;
        let (full, half) = (halves(lower) / 2, halves(lower) % 2);
        let open = (halves(upper) / 2).saturating_sub(full + half);
        let count = |n: u32| usize::try_from(n).unwrap_or(0);
        ["█".repeat(count(full)), "▌".repeat(count(half)), "░".repeat(count(open))].concat()
    }
}

/// The fewest and the most points of a row.
fn points(row: &Row) -> (u32, u32) {
    match row.standing {
        Some(standing) => (standing.lower.into(), standing.upper.into()),
        None => (row.points, row.points),
    }
}
