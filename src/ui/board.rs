//! The solutions board: columns of cards, and below them one row that tells how many there are and which are shown.

use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::chrome::{Title, frame};
use super::layout::inner;
use super::paint::{Canvas, cut, wrap};
use super::theme::Role;
use super::value;
use crate::app::App;
use crate::app::board::{Board, Facet, Lane, Lanes, listed_risks};
use crate::app::layout::{Area, Layout, Shape, Target};
use crate::app::workshop::{Pane, Workshop};
use crate::domain::{Solution, Status};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;
use crate::text::keys::{approach_key, effort_key, status_key};
use crate::text::safe::Safe;

/// Least columns of a column of the board, with its frame.
const COLUMN: u16 = 18;
/// From so many columns on a card has room for words: the date beside `late!`, what an effort means.
const ROOMY: u16 = 26;

/// Rows of a card, and between cards.
const fn card_rows(shape: Shape) -> (u16, u16) {
    match shape {
        Shape::Tiny | Shape::Small => (4, 0),
        Shape::Narrow | Shape::Middle => (5, 0),
        Shape::Wide => (5, 1),
    }
}

/// How many columns of the board and how many cards in each can be seen.
pub(super) fn rows(area: Area, shape: Shape) -> (usize, usize) {
    let columns = usize::from((area.width / COLUMN).max(1));
    let (card, gap) = card_rows(shape);
    let height = cards_area(lanes_area(area), shape).height;
    (columns, usize::from(((height + gap) / (card + gap)).max(1)))
}

/// The columns, above the row that tells about them.
const fn lanes_area(board: Area) -> Area {
    Area { height: board.height.saturating_sub(1), ..board }
}

/// Where the cards of a column are; where there are no frames, its name takes the first row.
const fn cards_area(column: Area, shape: Shape) -> Area {
    let inside = inner(column, shape);
    let head = if matches!(shape, Shape::Small) { 1 } else { 0 };
    Area { y: inside.y + head, height: inside.height.saturating_sub(head), ..inside }
}

/// The columns that are seen, each with its area.
fn lanes(board: &Board, area: Area, seen: usize) -> Vec<(usize, Area)> {
    let count = seen.clamp(1, board.columns());
    let first = board.offset.min(board.columns() - count);
    let parts = u16::try_from(count).unwrap_or(1);
    let (width, rest) = (area.width / parts, area.width % parts);
    let lane = |place: u16| {
        let x = area.x + place * width + place.min(rest);
        (first + usize::from(place), Area { x, width: width + u16::from(place < rest), ..area })
    };
    (0..parts).map(lane).collect()
}

/// Where the cards that are seen stand: their places in the column, each with its area.
fn cards(board: &Board, column: usize, area: Area, layout: &Layout) -> Vec<(usize, Area)> {
    let inside = cards_area(area, layout.shape);
    let (card, gap) = card_rows(layout.shape);
    let first = board.cursors.get(column).map_or(0, |cursor| cursor.offset);
    let length = board.cards.get(column).map_or(0, Vec::len);
    let ys = (0..).map(|at: u16| inside.y + at * (card + gap));
    let places = (first..length).take(layout.rows.cards).zip(ys);
    places.map(|(place, y)| (place, Area { y, height: card.min(inside.height), ..inside })).collect()
}

/// Paints the board; the cursor stands on the selected card.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    layout: &Layout,
) -> Option<Position> {
    let area = layout.pane(Pane::Board)?;
    let lanes = lanes(&workshop.board, lanes_area(area), layout.rows.columns);
    let mut cursor = None;
    for &(column, here) in &lanes {
        let found = draw_lane(canvas, app, workshop, layout, column, here);
        cursor = cursor.or(found);
    }
    let (first, last) = (lanes.first().map_or(0, |it| it.0), lanes.last().map_or(0, |it| it.0));
    if workshop.board.shown() == 0
        && let Some((_, here)) = lanes.first()
    {
        empty(canvas, workshop, cards_area(*here, layout.shape));
    }
    tell(canvas, workshop, area, first, last);
    cursor
}

fn draw_lane(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    layout: &Layout,
    column: usize,
    area: Area,
) -> Option<Position> {
    let board = &workshop.board;
    let focus = board.column == column && workshop.focus == Pane::Board;
    let left = lane_name(board, column, &canvas.look.catalogue);
    frame(canvas, area, layout.shape, &Title { left: &left, focus, ..Title::default() });
    let cards = cards(board, column, area, layout);
    let above = cards.first().map_or(0, |(place, _)| *place);
    let below = board.cards.get(column).map_or(0, Vec::len).saturating_sub(above + cards.len());
    beyond(canvas, layout.shape, area, &left, [above, below]);
    let mut cursor = None;
    for (place, here) in cards {
        let solution = workshop.solution_at(column, place)?;
        let selected = workshop.solution == Some(solution.id) && workshop.about_solution;
        card(canvas, app, workshop, solution, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    cursor
}

/// `doing 2`.
fn lane_name(board: &Board, column: usize, words: &Catalogue) -> String {
    let name = match board.lanes.lane(column) {
        Some(Lane::Status(status)) => words.text(status_key(status)),
        Some(Lane::Approach(approach)) => words.text(approach_key(approach)),
        None => "",
    };
    format!("{name} {}", board.cards.get(column).map_or(0, Vec::len))
}

/// How many cards stand above and below those that are seen: on the lower edge, or beside the name where there is none.
fn beyond(canvas: &mut Canvas<'_>, shape: Shape, area: Area, name: &str, [above, below]: [usize; 2]) {
    let more = |n: usize| {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        canvas.look.catalogue.format("more-rows", &[("n", Arg::Number(n))])
    };
    let is_small = shape == Shape::Small;
    let text = match (above, below) {
        (0, 0) => String::new(),
        (0, below) if is_small => format!("▼ {below}"),
        (above, 0) if is_small => format!("▲ {above}"),
        (above, below) if is_small => format!("▲ {above} ▼ {below}"),
        (0, below) => format!(" ▼ {} ", more(below)),
        (above, 0) => format!(" ▲ {} ", more(above)),
        (above, below) => format!(" ▲ {above} ▼ {} ", more(below)),
    };
    if is_small {
        canvas.row(area, 0).put(" ", Role::Title).put(name, Role::Title).put_last(&text, Role::Muted);
    } else {
        let edge = Area { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
        canvas.row(edge, area.height.saturating_sub(1)).put_last(&text, Role::Muted);
    }
}

/// What an empty board says.
fn empty(canvas: &mut Canvas<'_>, workshop: &Workshop, area: Area) {
    let key = match (workshop.board.filter.is_empty(), workshop.access.is_full()) {
        (false, _) => "board-none-found",
        (true, true) => "board-empty",
        (true, false) => "board-none",
    };
    let lines = wrap(canvas.look.catalogue.text(key), usize::from(area.width.saturating_sub(2)), 12);
    for (row, text) in (0..area.height).zip(lines) {
        canvas.row(area, row).put(" ", Role::Muted).put(&text, Role::Muted);
    }
}

/// Below the columns: how many cards there are, which of them are shown, and the columns beyond the edges.
fn tell(canvas: &mut Canvas<'_>, workshop: &Workshop, area: Area, first: usize, last: usize) {
    let (board, words) = (&workshop.board, &canvas.look.catalogue);
    let name = |column: usize| lane_name(board, column, words);
    let before: Vec<String> = (0..first).map(name).collect();
    let after: Vec<String> = (last + 1..board.columns()).map(name).collect();
    let mut sides = String::new();
    if !before.is_empty() {
        sides = format!(" ‹ {}", before.join(" · "));
    }
    if !after.is_empty() {
        sides = format!("{sides} {} ›", after.join(" · "));
    }
    let (text, role) = if board.filter.is_empty() {
        (counted(board, words), Role::Muted)
    } else {
        (filtered(workshop, words), Role::Accent)
    };
    let row = area.height.saturating_sub(1);
    let sides_width = u16::try_from(sides.width()).unwrap_or(u16::MAX);
    let mut pen = canvas.row(area, row);
    let room = pen.room().saturating_sub(sides_width + 1);
    pen.put(" ", role).put(&cut(&text, usize::from(room)), role).put_last(&sides, Role::Muted);
}

/// `6 solutions by status · 1 dropped hidden`.
fn counted(board: &Board, words: &Catalogue) -> String {
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let key = match board.lanes {
        Lanes::Status => "board-by-status",
        Lanes::Approach => "board-by-approach",
    };
    let text = words.format(key, &[("n", number(board.all))]);
    match board.hidden {
        0 => text,
        n => format!("{text} · {}", words.format("board-hidden", &[("n", number(n))])),
    }
}

/// `2 of 6: late, Ana Pérez · Esc shows all`.
fn filtered(workshop: &Workshop, words: &Catalogue) -> String {
    let board = &workshop.board;
    let mut parts: Vec<String> = Vec::new();
    if !board.filter.words.trim().is_empty() {
        parts.push(format!("/{}", Safe::new(board.filter.words.trim()).as_str()));
    }
    parts.extend(board.filter.facets.iter().map(|facet| facet_name(workshop, facet, words)));
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let what = parts.join(", ");
    let args = [("n", number(board.shown())), ("all", number(board.all)), ("what", Arg::Text(&what))];
    words.format("board-filtered", &args)
}

/// What cards are filtered by, in words.
pub(super) fn facet_name(workshop: &Workshop, facet: &Facet, words: &Catalogue) -> String {
    match facet {
        Facet::All => words.text("facet-all").to_owned(),
        Facet::Late(_) => words.text("facet-late").to_owned(),
        Facet::Change(change) => words.text(value::change_key(*change)).to_owned(),
        Facet::Owner(_) if workshop.blank => "·".to_owned(),
        Facet::Owner(Some(name)) => Safe::new(name).as_str().to_owned(),
        Facet::Owner(None) => words.text("no-owner").to_owned(),
        Facet::Risk(id) => id.to_string(),
    }
}

/// Title, then `R4  prevent`, then `sw adm · M`, then owner and date.
fn card(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    solution: &Solution,
    area: Area,
    selected: bool,
) {
    let titles = area.height.saturating_sub(3).max(1);
    let title = format!("{} {}", solution.id, solution.title);
    let lines = wrap(&title, usize::from(area.width.saturating_sub(1)), usize::from(titles));
    for row in 0..titles {
        let mut pen = canvas.row(area, row);
        pen.select(selected).put(if selected && row == 0 { "►" } else { " " }, Role::Accent);
        pen.put(lines.get(usize::from(row)).map_or("", String::as_str), Role::Title);
    }
    works_on(canvas, workshop, solution, area, titles);
    changes(canvas, solution, area, titles + 1);
    who_and_when(canvas, app, workshop, solution, area, titles + 2);
}

/// The risks, and on the right what the columns do not say: the approach, or the status.
fn works_on(canvas: &mut Canvas<'_>, workshop: &Workshop, solution: &Solution, area: Area, row: u16) {
    let words = &canvas.look.catalogue;
    let right = words.text(match workshop.board.lanes {
        Lanes::Status => approach_key(solution.approach),
        Lanes::Approach => status_key(solution.status),
    });
    let ids: Vec<String> =
        listed_risks(workshop.session(), solution).iter().map(ToString::to_string).collect();
    let mut pen = canvas.row(area, row);
    pen.put(" ", Role::Muted);
    let room = usize::from(pen.room()).saturating_sub(right.width() + 2);
    if ids.is_empty() {
        let told = words.text("card-no-risk");
        pen.put(if told.width() <= room { told } else { "–" }, Role::Warning);
    } else {
        pen.put(&fitting(&ids, room), Role::Text);
    }
    pen.put_last(&format!("{right} "), Role::Muted);
}

/// As many ids as fit into so many columns, and how many more there are.
fn fitting(ids: &[String], room: usize) -> String {
    let told = |count: usize| match ids.len() - count {
        0 => ids.join(" "),
        rest => {
            format!("{} +{rest}", ids.iter().take(count).map(String::as_str).collect::<Vec<_>>().join(" "))
        }
    };
    let fits = |text: &String| text.width() <= room;
    let most = (1..=ids.len()).rev().map(told).find(fits);
    most.unwrap_or_else(|| format!("+{}", ids.len()))
}

/// The kinds of change, and how much work it is.
fn changes(canvas: &mut Canvas<'_>, solution: &Solution, area: Area, row: u16) {
    let words = &canvas.look.catalogue;
    let mut pen = canvas.row(area, row);
    pen.put(" ", Role::Muted).put(&value::changes(solution.changes, words), Role::Accent);
    let Some(effort) = solution.effort else { return };
    let text = if area.width >= ROOMY {
        format!("{effort:?} · {} ", words.text(effort_key(effort)))
    } else {
        format!("{effort:?} ")
    };
    pen.put_last(&text, Role::Muted);
}

/// Who does it until when; what is late says so in words.
fn who_and_when(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    solution: &Solution,
    area: Area,
    row: u16,
) {
    let words = &canvas.look.catalogue;
    let is_late = solution.is_late(app.today());
    let day = solution.due.map(|due| dates::short_date(due, words)).unwrap_or_default();
    let due = match (is_late, area.width >= ROOMY) {
        (false, _) => day,
        (true, false) => words.text("card-late").to_owned(),
        (true, true) => format!("{day} {}", words.text("card-late")),
    };
    let is_open = !matches!(solution.status, Status::Done | Status::Dropped);
    let (owner, role) = match &solution.owner {
        _ if workshop.blank => ("", Role::Muted),
        Some(owner) => (owner.as_str(), Role::Text),
        None => (words.text("no-owner"), if is_open { Role::Warning } else { Role::Muted }),
    };
    let mut pen = canvas.row(area, row);
    pen.put(" ", Role::Muted);
    let width = u16::try_from(due.width()).unwrap_or(0);
    let room = pen.room().saturating_sub(width + 2);
    pen.say_in(room, owner, role).put(" ", Role::Muted);
    pen.put(&due, if is_late { Role::Problem } else { Role::Muted });
}

/// Where cards can be clicked.
pub(super) fn targets(workshop: &Workshop, layout: &Layout, targets: &mut Vec<(Area, Target)>) {
    let Some(area) = layout.pane(Pane::Board) else { return };
    let board = &workshop.board;
    for (column, here) in lanes(board, lanes_area(area), layout.rows.columns) {
        let places = cards(board, column, here, layout);
        let solutions = places.into_iter().filter_map(|(place, area)| {
            let solution = workshop.solution_at(column, place)?;
            Some((area, Target::Solution(solution.id)))
        });
        targets.extend(solutions);
    }
}
