//! Step 3: risks by rank with the appetite line, and the solutions board.

use jiff::civil::Date;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::chrome::{Title, frame, pane_key};
use super::home::more;
use super::identify::{empty, filter_and_counts, id_columns, marks};
use super::layout::{inner, line};
use super::paint::{Canvas, Pen, wrap};
use super::theme::Role;
use super::{summary, value};
use crate::app::App;
use crate::app::layout::{Area, Layout, Shape, Target};
use crate::app::workshop::{Pane, Workshop};
use crate::domain::{Decision, Place, Risk, RiskId, Solution, Status};
use crate::text::dates;
use crate::text::formula::points;
use crate::text::keys::{approach_key, status_key};

/// Rows of the pane that are no risks: those without a solution below, and the lines between them.
pub(super) fn ranks_other(workshop: &Workshop) -> usize {
    1 + usize::from(ranks_of(workshop).lines())
}

/// Rows of a card.
const CARD: u16 = 4;
/// Least columns of a column of the board, with its frame.
const COLUMN: u16 = 18;

/// Paints the risks by rank; the cursor stands on the selected row.
pub(super) fn ranks(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    layout: &Layout,
) -> Option<Position> {
    let area = layout.pane(Pane::Ranks)?;
    let words = &canvas.look.catalogue;
    let focus = workshop.focus == Pane::Ranks;
    let rows = workshop.derived.ranked.len();
    let counts = filter_and_counts(workshop, rows, workshop.derived.counts.listed);
    let title = Title { left: words.text(pane_key(Pane::Ranks)), right: &counts, foot: "", focus };
    let inside = frame(canvas, area, layout.shape, &title);
    if rows == 0 {
        empty(canvas, workshop, inside);
        return None;
    }
    unsolved(canvas, workshop, inside);
    let mut cursor = None;
    for (row, seen) in ranks_seen(workshop, inside) {
        let here = line(inside, row);
        match seen {
            Seen::Line => appetite_line(canvas, here),
            Seen::Unscored => unscored_line(canvas, here),
            Seen::Risk(place) => {
                let Some(risk) = workshop.risk_at(place) else { break };
                let selected = place == workshop.ranks.place;
                rank_row(canvas, app, workshop, risk, place, here, selected);
                if selected {
                    cursor = Some(Position { x: here.x, y: here.y });
                }
            }
        }
    }
    let seen = ranks_seen(workshop, inside).filter(|(_, seen)| matches!(seen, Seen::Risk(_))).count();
    let below = rows.saturating_sub(workshop.ranks.offset + seen);
    if below > 0 {
        more(canvas, inside, layout.shape, below);
    }
    cursor
}

/// The rows of the pane that are seen, above the risks without a solution.
fn ranks_seen(workshop: &Workshop, area: Area) -> impl Iterator<Item = (u16, Seen)> {
    rank_rows(workshop.ranks.offset, ranks_of(workshop), area.height.saturating_sub(1))
}

fn ranks_of(workshop: &Workshop) -> Ranks {
    let derived = &workshop.derived;
    Ranks { above: derived.above_line, scored: derived.ranked_scored, all: derived.ranked.len() }
}

/// A row of the ranks.
pub(super) enum Seen {
    /// The appetite line.
    Line,
    /// What stands above those not yet scored.
    Unscored,
    /// The risk with this place.
    Risk(usize),
}

/// How many risks there are, and how many of them stand above which line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranks {
    /// Above the appetite line.
    pub(super) above: usize,
    /// Above those not yet scored.
    pub(super) scored: usize,
    /// All of them.
    pub(super) all: usize,
}

impl Ranks {
    /// How many lines stand between them.
    pub(super) fn lines(self) -> u16 {
        u16::from(self.scored > 0) + u16::from(self.scored < self.all)
    }
}

/// The rows that are seen: risks from the first one seen on, with the appetite line and what heads those not yet scored.
pub(super) fn rank_rows(first: usize, ranks: Ranks, rows: u16) -> impl Iterator<Item = (u16, Seen)> {
    let Ranks { above, scored, all } = ranks;
    let at = move |place: usize| {
        // As long as none is scored, none stands above or below the line.
        let line = (place == above && scored > 0).then_some(Seen::Line);
        let unscored = (place == scored && scored < all).then_some(Seen::Unscored);
        let risk = (place < all).then_some(Seen::Risk(place));
        [line, unscored, risk].into_iter().flatten()
    };
    (0..rows).zip((first..=all).flat_map(at))
}

/// Paints what heads the risks not yet scored.
pub(super) fn unscored_line(canvas: &mut Canvas<'_>, here: Area) {
    let name = canvas.look.catalogue.text("ranks-unscored");
    let mut pen = canvas.row(here, 0);
    pen.put("── ", Role::Muted).put(name, Role::Muted).put(" ", Role::Muted);
    pen.fill(pen.room(), '─', Role::Muted);
}

pub(super) fn appetite_line(canvas: &mut Canvas<'_>, here: Area) {
    let name = canvas.look.catalogue.text("appetite-line");
    let mut pen = canvas.row(here, 0);
    pen.put("── ", Role::Warning).put(name, Role::Warning).put(" ", Role::Warning);
    pen.fill(pen.room(), '─', Role::Warning);
}

fn unsolved(canvas: &mut Canvas<'_>, workshop: &Workshop, area: Area) {
    let words = &canvas.look.catalogue;
    let here = line(area, area.height.saturating_sub(1));
    let without = &workshop.derived.unsolved;
    let mut pen = canvas.row(here, 0);
    if without.is_empty() {
        pen.put(" ", Role::Ok).put(words.text("ranks-all-solved"), Role::Ok);
        return;
    }
    pen.put(" ", Role::Warning).put(words.text("ranks-unsolved"), Role::Warning);
    for (told, id) in without.iter().enumerate() {
        let (name, rest) = (format!(" {id}"), format!(" +{}", without.len() - told));
        let last = told + 1 == without.len();
        let room = usize::from(pen.room()).saturating_sub(if last { 0 } else { rest.width() });
        if name.width() > room {
            pen.put(&rest, Role::Warning);
            break;
        }
        pen.put(&name, Role::Warning);
    }
}

fn rank_row(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    risk: &Risk,
    place: usize,
    here: Area,
    selected: bool,
) {
    let at = workshop.derived.ranked.get(place).copied().unwrap_or(usize::MAX);
    let words = &canvas.look.catalogue;
    let owner = risk.owner.as_ref().map_or_else(|| words.text("no-owner").to_owned(), ToString::to_string);
    let owner = if workshop.blank { String::new() } else { owner };
    let owner_role = if risk.owner.is_some() { Role::Muted } else { Role::Warning };
    let wide = here.width >= 34;
    let mut pen = canvas.row(here, 0);
    pen.select(selected);
    marks(&mut pen, workshop, risk, selected);
    pen.put_in(id_columns(workshop, 4), &risk.id.to_string(), Role::Muted);
    let priority = workshop.derived.ranking.priorities.get(at).filter(|_| !workshop.blank);
    let end = pen.x() + 8;
    if let Some(priority) = priority {
        match priority.band {
            Some(band) if priority.scored => pen.band(band),
            Some(band) => pen.put("≥", Role::Muted).band(band),
            None => pen.put("--", Role::Muted),
        };
    }
    pen.skip(end.saturating_sub(pen.x()));
    let after = workshop.derived.after.get(at).and_then(Option::as_ref).filter(|_| !workshop.blank);
    let now = priority.map(points).unwrap_or_default();
    let points = match after {
        Some(after) => format!("{now}→{}", points(&after.chosen)),
        None => now,
    };
    pen.put_in(8, &points, Role::Text);
    decided(&mut pen, &risk.decision, app.today());
    if wide {
        pen.put(" ", Role::Text);
        let room = pen.room();
        let owner_width = room.min(10);
        pen.say_in(room - owner_width, &risk.title, Role::Text).put(" ", Role::Text);
        pen.say(&owner, owner_role);
    }
}

/// The sign of a decision, with a mark if it has to be looked at again; two columns.
fn decided(pen: &mut Pen<'_, '_>, decision: &Decision, today: Date) {
    pen.put(value::course_sign(decision.course()), Role::Accent);
    pen.put(if summary::is_overdue(decision, today) { "!" } else { " " }, Role::Problem);
}

/// How many columns of the board and how many cards in each can be seen.
pub(super) fn board_rows(area: Area, shape: Shape) -> (usize, usize) {
    let columns = usize::from((area.width / COLUMN).max(1));
    (columns, usize::from((cards_area(area, shape).height / CARD).max(1)))
}

/// Where the cards of a column are; where there are no frames, its name takes the first row.
const fn cards_area(column: Area, shape: Shape) -> Area {
    let inside = inner(column, shape);
    let head = if matches!(shape, Shape::Small) { 1 } else { 0 };
    Area { y: inside.y + head, height: inside.height.saturating_sub(head), ..inside }
}

/// The columns that are seen, each with its area.
fn board_columns(workshop: &Workshop, area: Area, seen: usize) -> impl Iterator<Item = (usize, Area)> {
    let count = seen.clamp(1, workshop.board.columns());
    let first = workshop.board.offset.min(workshop.board.columns() - count);
    let width = area.width / u16::try_from(count).unwrap_or(1);
    let rest = area.width % u16::try_from(count).unwrap_or(1);
    (0..count).map(move |place| {
        let at = u16::try_from(place).unwrap_or(0);
        let x = area.x + at * width + at.min(rest);
        (first + place, Area { x, width: width + u16::from(at < rest), ..area })
    })
}

/// Paints the board; the cursor stands on the selected card.
pub(super) fn board(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    layout: &Layout,
) -> Option<Position> {
    let area = layout.pane(Pane::Board)?;
    let columns: Vec<(usize, Area)> = board_columns(workshop, area, layout.rows.columns).collect();
    let last = workshop.board.columns() - 1;
    let mut cursor = None;
    for &(column, here) in &columns {
        let hidden_left = column > 0 && columns.first().is_some_and(|(first, _)| *first == column);
        let hidden_right = column < last && columns.last().is_some_and(|(end, _)| *end == column);
        let beyond = match (hidden_left, hidden_right) {
            (true, true) => "‹ ›",
            (true, false) => "‹",
            (false, true) => "›",
            (false, false) => "",
        };
        let found = board_column(canvas, app, workshop, layout, column, here, beyond);
        cursor = cursor.or(found);
    }
    cursor
}

fn board_column(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    layout: &Layout,
    column: usize,
    area: Area,
    beyond: &str,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let status = Status::ALL.get(column).copied().unwrap_or(Status::Idea);
    let places = workshop.derived.columns.get(column)?;
    let current = workshop.board.column == column;
    let focus = current && workshop.focus == Pane::Board;
    let left = format!("{} {}", words.text(status_key(status)), places.len());
    let title = Title { left: &left, right: beyond, foot: "", focus };
    let whole = frame(canvas, area, layout.shape, &title);
    let inside = cards_area(area, layout.shape);
    if layout.shape == Shape::Small {
        canvas.row(whole, 0).put(" ", Role::Title).put(&left, Role::Title).put_last(beyond, Role::Muted);
    }
    let first = workshop.board.cursors.get(column)?.offset;
    let mut cursor = None;
    for (at, place) in (first..places.len()).take(layout.rows.cards).enumerate() {
        let solution = workshop.solution_at(column, place)?;
        let y = inside.y + u16::try_from(at).unwrap_or(0) * CARD;
        let here = Area { y, height: CARD.min(inside.height), ..inside };
        let selected = workshop.solution == Some(solution.id) && workshop.about_solution;
        card(canvas, app, solution, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    let below = places.len().saturating_sub(first + layout.rows.cards);
    if below > 0 {
        more(canvas, inside, layout.shape, below);
    }
    cursor
}

/// Two lines of title, then `R4 prevent sw`, then owner and date.
fn card(canvas: &mut Canvas<'_>, app: &App, solution: &Solution, area: Area, selected: bool) {
    let words = &canvas.look.catalogue;
    let title = format!("{} {}", solution.id, solution.title);
    let title = wrap(&title, usize::from(area.width.saturating_sub(1)), 2);
    for (row, text) in (0..2).zip(title.iter().map(String::as_str).chain(["", ""])) {
        let mut pen = canvas.row(area, row);
        pen.select(selected).put(if selected && row == 0 { "►" } else { " " }, Role::Accent);
        pen.put(text, Role::Title);
    }
    // What was merged works on the risk it is part of; what is in the bin or parked is on no list.
    let is_listed = |id: RiskId| {
        let risk = app.workshop.as_ref().and_then(|it| it.session().risk(id));
        risk.is_some_and(|risk| risk.place == Place::List)
    };
    let linked = solution.links.iter().map(|link| link.risk).filter(|id| is_listed(*id));
    let mut risks: Vec<String> = linked.map(|id| id.to_string()).collect();
    risks.dedup();
    let approach = words.text(approach_key(solution.approach));
    let mut pen = canvas.row(area, 2);
    pen.put(" ", Role::Muted).put(&risks.join(" "), Role::Text).put(" ", Role::Muted);
    pen.put(approach, Role::Muted)
        .put(" ", Role::Muted)
        .put(&value::changes(solution.changes, words), Role::Accent);
    let open = solution.status.is_open();
    let late = solution.is_late(app.today());
    let due = match solution.due {
        Some(_) if late => words.text("card-late").to_owned(),
        Some(due) => dates::short_date(due, words),
        None => String::new(),
    };
    let due_width = u16::try_from(due.width()).unwrap_or(0) + 1;
    let blank = app.workshop.as_ref().is_some_and(|workshop| workshop.blank);
    let (owner, role) = match &solution.owner {
        _ if blank => ("", Role::Muted),
        Some(owner) => (owner.as_str(), Role::Text),
        None => (words.text("no-owner"), if open { Role::Warning } else { Role::Muted }),
    };
    let mut pen = canvas.row(area, 3);
    pen.put(" ", Role::Muted);
    let room = pen.room().saturating_sub(due_width);
    pen.say_in(room, owner, role).put(" ", Role::Muted);
    pen.put(&due, if late { Role::Problem } else { Role::Muted });
}

/// Where risks can be clicked.
pub(super) fn rank_targets(workshop: &Workshop, area: Area, targets: &mut Vec<(Area, Target)>) {
    for (row, seen) in ranks_seen(workshop, area) {
        if let Seen::Risk(place) = seen
            && let Some(risk) = workshop.risk_at(place)
        {
            targets.push((line(area, row), Target::Risk(risk.id)));
        }
    }
}

/// Where cards can be clicked.
pub(super) fn board_targets(workshop: &Workshop, layout: &Layout, targets: &mut Vec<(Area, Target)>) {
    let Some(board) = layout.pane(Pane::Board) else { return };
    let (seen, cards) = board_rows(board, layout.shape);
    for (column, here) in board_columns(workshop, board, seen) {
        let inside = cards_area(here, layout.shape);
        let first = workshop.board.cursors.get(column).map_or(0, |cursor| cursor.offset);
        for at in 0..cards {
            let Some(solution) = workshop.solution_at(column, first + at) else { break };
            let y = inside.y + u16::try_from(at).unwrap_or(0) * CARD;
            targets.push((Area { y, height: CARD, ..inside }, Target::Solution(solution.id)));
        }
    }
}
