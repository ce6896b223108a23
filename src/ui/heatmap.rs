//! The heat map over the screen: the worst level of the rows on top, the worst of the columns to the right; in each cell
//! a shade, how many risks there are, and which.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::paint::Canvas;
use super::theme::Role;
use crate::app::heatmap::HeatMap;
use crate::app::layout::{Area, Shape, Target};
use crate::app::workshop::Workshop;
use crate::domain::heat::Of;
use crate::domain::residual::Counting;
use crate::domain::{Criterion, Level, RiskId};
use crate::text::catalogue::Arg;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 130;
/// Columns of the levels of the rows.
const MARGIN: u16 = 5;
/// Most rows of a cell.
const TALLEST: u16 = 5;
/// Rows above the cells.
const HEAD: u16 = 1;

/// How the cells are laid out: columns and rows of one, rows below all of them.
struct Grid {
    width: u16,
    height: u16,
    foot: u16,
}

fn grid(inside: Area, levels: u16) -> Grid {
    let free = inside.height.saturating_sub(HEAD);
    let foot = if free > levels + 6 { 5 } else { free.saturating_sub(levels).min(2) };
    let height = (free.saturating_sub(foot) / levels.max(1)).clamp(1, TALLEST);
    Grid { width: inside.width.saturating_sub(MARGIN) / levels.max(1), height, foot }
}

/// Where the cell of these levels is.
fn cell_area(inside: Area, grid: &Grid, worst: Level, row: Level, column: Level) -> Area {
    let down = u16::from(worst.number() - row.number());
    let right = u16::from(column.number() - 1);
    let (x, y) = (inside.x + MARGIN + right * grid.width, inside.y + HEAD + down * grid.height);
    let bottom = inside.y + inside.height;
    Area { x, y, width: grid.width.saturating_sub(1), height: grid.height.min(bottom.saturating_sub(y)) }
}

/// Where its cells can be clicked: rows from the top, columns from the left, counted through.
pub(super) fn targets(workshop: &Workshop, inside: Area, targets: &mut Vec<(Area, Target)>) {
    let count = workshop.session().scales.levels;
    let grid = grid(inside, u16::from(count.number()));
    let cells = count.levels().rev().flat_map(|row| count.levels().map(move |column| (row, column)));
    for (place, (row, column)) in cells.enumerate() {
        targets.push((cell_area(inside, &grid, count.worst(), row, column), Target::Item(place)));
    }
}

/// Paints it; the cursor stands in the selected cell.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    map: &HeatMap,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let title = format!(
        "{} · {} × {}",
        words.text("heat-title"),
        words.text(criterion_key(map.rows)),
        words.text(criterion_key(map.columns))
    );
    let of = words.text(match map.of {
        Of::Current => "heat-now",
        Of::Residual(Counting::Chosen) => "heat-chosen",
        Of::Residual(Counting::Done) => "heat-done",
    });
    let title = Title { left: &title, right: of, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let count = workshop.session().scales.levels;
    let grid = grid(inside, u16::from(count.number()));
    let mut head = canvas.row(inside, 0);
    head.skip(MARGIN);
    for column in count.levels() {
        head.put_in(grid.width, &format!("{} {}", map.columns.sign(), column.number()), Role::Muted);
    }
    let mut cursor = None;
    for row in count.levels().rev() {
        for column in count.levels() {
            let here = cell_area(inside, &grid, count.worst(), row, column);
            if column == Level::MIN {
                let margin = Area { x: inside.x, width: MARGIN, ..here };
                let name = format!("{} {}", map.rows.sign(), row.number());
                canvas.row(margin, 0).put_in(MARGIN, &name, Role::Muted);
            }
            let selected = (row, column) == (map.row, map.column);
            cell(canvas, workshop, map, (row, column), here);
            if selected && here.height > 0 {
                cursor = Some(Position { x: here.x, y: here.y });
            }
        }
    }
    let foot = Area { y: inside.y + inside.height - grid.foot, height: grid.foot, ..inside };
    below(canvas, workshop, map, foot);
    cursor
}

fn cell(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    map: &HeatMap,
    (row, column): (Level, Level),
    here: Area,
) {
    let selected = (row, column) == (map.row, map.column);
    let ids = if workshop.blank { &[] } else { map.matrix.at(row, column) };
    let worst = workshop.session().scales.levels.worst();
    let (shade, role) = shade(row, column, worst);
    let covered = if map.is_covered(workshop, row, column) { "○" } else { " " };
    let mut left = ids;
    for at in 0..here.height {
        let mut pen = canvas.row(here, at);
        pen.select(selected && at == 0);
        pen.put(&shade.to_string(), Role::Muted);
        if at == 0 {
            let count = if ids.is_empty() { " · ".to_owned() } else { format!(" {} ", ids.len()) };
            pen.put(if selected { "►" } else { " " }, Role::Accent).put(covered, Role::Accent);
            pen.put(&count, if ids.is_empty() { Role::Muted } else { role });
        }
        if at > 0 || here.height == 1 {
            let room = usize::from(pen.room());
            let (text, rest) = fitting(left, room, at + 1 == here.height);
            pen.put(&text, Role::Text);
            left = rest;
        }
    }
}

/// As many ids as fit into a row, ` R1 R4`, and those left; on the last row `+3` tells how many more there are.
fn fitting(ids: &[RiskId], room: usize, is_last: bool) -> (String, &[RiskId]) {
    let mut text = String::new();
    for (place, id) in ids.iter().enumerate() {
        let more = ids.len() - place - 1;
        let tail = if is_last && more > 0 { format!(" +{more}").len() } else { 0 };
        let name = format!(" {id}");
        if text.len() + name.len() + tail > room {
            let rest = ids.get(place..).unwrap_or_default();
            if place == 0 {
                // Their number stands there already.
                return (String::new(), &[]);
            }
            if is_last {
                text.extend([" +", &rest.len().to_string()]);
            }
            return (text, rest);
        }
        text.push_str(&name);
    }
    (text, &[])
}

/// How dark a cell is, by both levels alike: `░▒▓█`, so that it is told without color.
fn shade(row: Level, column: Level, worst: Level) -> (char, Role) {
    let sum = u16::from(row.number() + column.number() - 2) * 4;
    match sum / (u16::from(worst.number()) - 1).max(1) {
        0 | 1 => ('░', Role::Low),
        2..=3 => ('▒', Role::Medium),
        4..=5 => ('▓', Role::High),
        _ => ('█', Role::Critical),
    }
}

/// The selected risk of the selected cell, the others of it, and how many are on no cell.
fn below(canvas: &mut Canvas<'_>, workshop: &Workshop, map: &HeatMap, foot: Area) {
    if foot.height == 0 || workshop.blank {
        return;
    }
    let words = &canvas.look.catalogue;
    canvas.row(foot, 0).put(&"─".repeat(usize::from(foot.width)), Role::Border);
    let here = map.here();
    let place = here.iter().position(|id| Some(*id) == map.risk).unwrap_or(0);
    let seen = usize::from(foot.height.saturating_sub(1));
    // The last row is for those without a place, where there are several rows.
    let seen = if seen > 2 { seen - 1 } else { seen };
    let first = place.saturating_sub(seen.saturating_sub(1));
    for (row, id) in (1..).zip(here.iter().skip(first).take(seen)) {
        let selected = Some(*id) == map.risk;
        let title = workshop.session().risk(*id).map_or("", |risk| &risk.title);
        let mut pen = canvas.row(foot, row);
        pen.put(if selected { "►" } else { " " }, Role::Accent).put_in(6, &id.to_string(), Role::Muted);
        pen.say(title, if selected { Role::Title } else { Role::Text });
    }
    if here.is_empty() {
        canvas.row(foot, 1).put(" ", Role::Muted).put(words.text("heat-nothing-here"), Role::Muted);
    }
    if foot.height > 3 {
        let n = Arg::Number(i64::try_from(map.matrix.unplaced).unwrap_or(i64::MAX));
        let text = if map.votes {
            words.text("heat-covered").to_owned()
        } else {
            words.format("heat-unplaced", &[("n", n)])
        };
        canvas.row(foot, foot.height - 1).put(" ", Role::Muted).put(&text, Role::Muted);
    }
}

/// The key of a criterion's name.
fn criterion_key(criterion: Criterion) -> &'static str {
    match criterion {
        Criterion::Probability => "criterion-probability",
        Criterion::Impact => "criterion-impact",
        Criterion::Damage => "criterion-damage",
        Criterion::Fix => "criterion-fix",
    }
}
