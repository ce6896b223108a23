//! Step 2: the scoring grid, and the text of every level of the cell being scored.

use std::borrow::Cow;

use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::chrome::{Title, frame};
use super::home::more;
use super::identify::{empty, grid_key, marks};
use super::layout::{inner, line};
use super::pace;
use super::paint::{Canvas, Pen, wrap};
use super::theme::Role;
use super::{typing, value, votes};
use crate::app::App;
use crate::app::assess::Told;
use crate::app::derived::Counts;
use crate::app::form::{Field, Subject};
use crate::app::layout::{Area, Layout, Shape, Target};
use crate::app::pass::{Direction, Pass};
use crate::app::workshop::{Pane, Workshop};
use crate::domain::agreement::{self, RoomRule};
use crate::domain::{Assessment, Cell, Level, Priority, Risk, Session};
use crate::text::bands::{level_texts, short_money};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::formula::{band_key, points};
use crate::text::safe::Safe;

/// Rows above the first risk: the heads of the columns.
pub(super) const HEAD: usize = 1;

/// The widths of the grid's columns.
struct Columns {
    id: u16,
    title: u16,
    cell: u16,
    fix: u16,
    points: u16,
    band: u16,
    rank: u16,
}

impl Columns {
    fn of(area: Area, shape: Shape, session: &Session) -> Self {
        let range = points_width(session);
        let (cell, fix, points, band, rank) = match shape {
            Shape::Wide => (5, 10, range + 2, 8, 5),
            Shape::Middle => (4, 7, range + 1, 7, 4),
            Shape::Narrow => (4, 4, range + 1, 7, 0),
            Shape::Small | Shape::Tiny => (4, 4, 0, 2, 0),
        };
        let taken = 2 + 5 + 4 * cell + fix + points + band + rank;
        Self { id: 5, title: area.width.saturating_sub(taken), cell, fix, points, band, rank }
    }

    const fn cell(&self, cell: Cell) -> u16 {
        match cell {
            Cell::Probability | Cell::Impact | Cell::Financial | Cell::Marketing => self.cell,
            Cell::Fix => self.fix,
        }
    }

    /// The column a cell begins at.
    fn start(&self, area: Area, cell: Cell) -> u16 {
        let before: u16 = Cell::ALL.into_iter().filter(|it| *it < cell).map(|it| self.cell(it)).sum();
        area.x + 2 + self.id + self.title + before
    }
}

/// The columns that the widest range of points takes: `18–26`, or `108–252` with the greatest weights.
pub(super) fn points_width(session: &Session) -> u16 {
    let most = session.weights.sum() * u16::from(session.scales.levels.number());
    if most < 100 { 5 } else { 7 }
}

/// Paints the grid; the cursor stands in the selected cell.
pub(super) fn grid(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    layout: &Layout,
) -> Option<Position> {
    let area = layout.pane(Pane::Grid)?;
    let words = &canvas.look.catalogue;
    let rows = workshop.derived.listed.len();
    let left = words.text(grid_key(workshop.arrangement.sort));
    let right = pace::scored(app, workshop, words, inner(area, layout.shape).width, left);
    let (first, seen) =
        (workshop.list.offset, usize::from(inner(area, layout.shape).height).saturating_sub(HEAD));
    let foot = pace::foot(app, workshop, words, inner(area, layout.shape).width, rows > first + seen);
    let focus = workshop.focus == Pane::Grid;
    let title = Title { left, right: &right, foot: &foot, focus };
    let inside = frame(canvas, area, layout.shape, &title);
    let columns = Columns::of(inside, layout.shape, workshop.session());
    head(canvas, workshop, &columns, inside);
    if rows == 0 {
        empty(canvas, workshop, inside);
        return None;
    }
    for (row, place) in (1..inside.height).zip(first..) {
        let Some(risk) = workshop.risk_at(place) else { break };
        grid_row(canvas, workshop, risk, place, &columns, line(inside, row));
    }
    if rows > first + seen {
        more(canvas, inside, layout.shape, rows - first - seen);
    }
    let row = workshop.list.place.checked_sub(first).filter(|row| *row < seen)?;
    let y = inside.y + u16::try_from(row + HEAD).ok()?;
    Some(Position { x: columns.start(inside, workshop.cell) + 1, y })
}

/// `7 of 10 scored`, or how many are through the quick pass.
pub(super) fn scored(counts: Counts, pass: Pass, words: &Catalogue) -> String {
    let key = match pass {
        Pass::Full => "grid-scored",
        Pass::Quick => "grid-quick-scored",
    };
    let [n, all] =
        [counts.through(pass), counts.listed].map(|n| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX)));
    words.format(key, &[("n", n), ("all", all)])
}

/// Which cells the room goes through, and in which order, in words.
pub(super) const fn way_key(workshop: &Workshop) -> &'static str {
    match (workshop.pass, workshop.direction) {
        (Pass::Full, Direction::Row) => "grid-by-row",
        (Pass::Full, Direction::Column) => "grid-by-column",
        (Pass::Quick, Direction::Row) => "grid-quick-by-row",
        (Pass::Quick, Direction::Column) => "grid-quick-by-column",
    }
}

/// The heads of the columns; those outside the quick pass step back, and where no frame names the pass, it stands here.
fn head(canvas: &mut Canvas<'_>, workshop: &Workshop, columns: &Columns, area: Area) {
    let words = &canvas.look.catalogue;
    let mut pen = canvas.row(area, 0);
    let risk = match (workshop.pass, columns.points) {
        (Pass::Quick, 0) => "grid-quick-head",
        (_, _) => "head-risk",
    };
    pen.skip(2 + columns.id).put_in(columns.title, words.text(risk), Role::Header);
    for cell in Cell::ALL {
        let role = if workshop.pass.cells().contains(&cell) { Role::Header } else { Role::Muted };
        pen.put_in(columns.cell(cell), &format!(" {}", cell.sign()), role);
    }
    if columns.points > 0 {
        pen.put_right(columns.points - 1, words.text("head-points"), Role::Header).skip(1);
        pen.put_in(columns.band, words.text("head-band"), Role::Header);
    }
    if columns.rank > 0 {
        pen.put_right(columns.rank, words.text("head-rank"), Role::Header);
    }
}

fn grid_row(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    risk: &Risk,
    place: usize,
    columns: &Columns,
    here: Area,
) {
    let selected = place == workshop.list.place;
    let levels = workshop.session().scales.levels;
    let mut pen = canvas.row(here, 0);
    marks(&mut pen, workshop, risk, selected);
    let role = if selected { Role::Title } else { Role::Text };
    pen.put_in(columns.id, &risk.id.to_string(), Role::Muted).say_in(columns.title, &risk.title, role);
    for cell in Cell::ALL {
        let assessment = risk.cells.at(cell);
        let width = columns.cell(cell);
        let chosen = selected && workshop.cell == cell;
        let end = pen.x() + width;
        pen.put(if chosen { "[" } else { " " }, Role::Accent);
        match assessment.level() {
            Some(_) if workshop.blank => pen.put("·", Role::Muted),
            Some(level) => {
                let chip = Role::chip(level.number(), levels.number());
                pen.put(&level.number().to_string(), chip)
            }
            None if assessment.is_voting() => {
                let hidden =
                    assessment.hidden().map(|it| votes::progress(workshop, it, width.saturating_sub(2)));
                pen.put(&hidden.unwrap_or_default(), Role::Accent)
            }
            None => pen.put("–", Role::Muted),
        };
        if chosen {
            pen.put("]", Role::Accent);
        } else {
            let (sign, role) = talk_sign(assessment);
            pen.put(if workshop.blank { " " } else { sign }, role);
        }
        if cell == Cell::Fix && width > 5 && !workshop.blank {
            let word = fix_word(workshop, assessment.level(), width);
            pen.say_in(end.saturating_sub(pen.x()), word, Role::Muted);
        }
        pen.skip(end.saturating_sub(pen.x()));
    }
    if let Some(place) = workshop.derived.listed.get(place) {
        let priority = workshop.derived.ranking.priorities.get(*place);
        let rank = workshop.derived.ranking.ranks.get(*place).copied().flatten();
        if let Some(priority) = priority.filter(|_| !workshop.blank) {
            standing(&mut pen, priority, rank, columns);
        }
    }
}

/// `!` where the room should talk or nobody knows, `~` where a glance is enough; `●` beside a level while votes run.
fn talk_sign(assessment: &Assessment) -> (&'static str, Role) {
    if assessment.is_voting() && assessment.agreed.is_some() {
        return ("●", Role::Accent);
    }
    let sign = match assessment.revealed().and_then(agreement::room_rule) {
        Some(RoomRule::Talk | RoomRule::KnowledgeGap) => "!",
        Some(RoomRule::Glance) => "~",
        Some(RoomRule::Agreed) | None => " ",
    };
    (sign, Role::Warning)
}

/// The word of a level of F, its first three letters where the column is narrow.
fn fix_word(workshop: &Workshop, level: Option<Level>, width: u16) -> &str {
    let scale = &workshop.session().scales.cells.fix;
    let word = level.and_then(|level| scale.level(level)).map_or("", |text| &text.word);
    if width >= 9 {
        return word;
    }
    let end = word.char_indices().nth(3).map_or(word.len(), |(at, _)| at);
    word.get(..end).unwrap_or_default()
}

fn standing(pen: &mut Pen<'_, '_>, priority: &Priority, rank: Option<u32>, columns: &Columns) {
    if columns.points > 0 {
        pen.put_right(columns.points - 1, &points(priority), Role::Text).skip(1);
    }
    let end = pen.x() + columns.band;
    match (priority.band, priority.scored) {
        (Some(band), _) if columns.band < 4 => {
            pen.put(super::paint::band_symbol(band), super::paint::band_role(band));
        }
        (Some(band), true) => {
            pen.band(band);
        }
        (Some(band), false) => {
            pen.put("≥", Role::Muted).band(band);
        }
        (None, _) => {
            pen.put("--", Role::Muted);
        }
    }
    pen.skip(end.saturating_sub(pen.x()));
    if columns.rank > 0 {
        let rank = rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
        pen.put_right(columns.rank, &rank, Role::Text);
    }
}

/// What is told about the grid and its order.
pub(super) fn told(told: Told, app: &App, words: &Catalogue) -> String {
    match told {
        Told::Set(risk, field) => {
            let (subject, field) = (Subject::Risk(risk), Field::Risk(field));
            let value = app.workshop.as_ref().map(|workshop| value::of(workshop, subject, field, words));
            let value = value.filter(|value| !value.is_empty());
            let value = value.unwrap_or_else(|| words.text("choice-nothing").to_owned());
            format!("{}: {}", typing::field_label(subject, field, words), Safe::new(&value))
        }
        Told::Pass(Pass::Full) => words.text("notice-full-pass").to_owned(),
        Told::Pass(Pass::Quick) => words.text("notice-quick-pass").to_owned(),
        Told::Appetite(band) => {
            words.format("notice-appetite", &[("what", Arg::Text(words.text(band_key(band))))])
        }
    }
}

/// How many rows the texts of the levels take with their frame: up to three for the question and for each level, so
/// that nothing jumps from cell to cell.
pub(super) fn levels_height(workshop: &Workshop) -> u16 {
    3 * u16::from(workshop.session().scales.levels.number()) + 4
}

/// Paints the question and the levels of the selected cell.
pub(super) fn levels(canvas: &mut Canvas<'_>, workshop: &Workshop, layout: &Layout) {
    let Some(area) = layout.pane(Pane::Levels) else { return };
    let words = &canvas.look.catalogue;
    let cell = workshop.cell;
    let key = format!("cell-{}", cell.name());
    let name = workshop.risk.map_or_else(String::new, |id| format!("{id} · "));
    let left = format!("{name}{} {}", cell.sign(), words.text(&key));
    // While votes are typed, their line counts them.
    let waiting = votes::waiting(workshop, words).filter(|_| layout.typing.is_none());
    let right = waiting.or_else(|| revenue(workshop, words, area.width, left.width())).unwrap_or_default();
    let foot = votes::foot(workshop, words, layout.shape);
    let inside = if layout.shape == Shape::Small {
        canvas.row(area, 0).put(" ", Role::Title).put(&left, Role::Title).put_last(&right, Role::Accent);
        Area { y: area.y + 1, height: area.height.saturating_sub(1), ..area }
    } else {
        let title = Title { left: &left, right: &right, foot: &foot, focus: false };
        frame(canvas, area, layout.shape, &title);
        inner(area, layout.shape)
    };
    let scale = workshop.session().scales.cells.at(cell);
    let now = workshop.selected_cell().and_then(Assessment::level).filter(|_| !workshop.blank);
    let dots = votes::dots_width(workshop);
    let revealed = workshop.selected_cell().and_then(Assessment::revealed).filter(|_| !workshop.blank);
    let columns = usize::from(inside.width.saturating_sub(5 + dots));
    let height = usize::from(inside.height);
    let spare = height.saturating_sub(2 * scale.levels.len()).clamp(1, 3);
    let question = wrap(&scale.question, columns + usize::from(dots) + 3, spare);
    let question = if height > scale.levels.len() { question } else { Vec::new() };
    for (row, text) in (0..inside.height).zip(&question) {
        canvas.row(inside, row).put(" ", Role::Accent).put(text, Role::Accent);
    }
    let mut row = u16::try_from(question.len()).unwrap_or(0);
    let texts = level_texts(workshop.session(), cell, words.lang());
    let texts = wrapped_texts(&texts, columns, height.saturating_sub(question.len()), now);
    let count = workshop.session().scales.levels;
    let first = first_level(now, count.number(), inside.height.saturating_sub(row));
    for (level, lines) in count.levels().zip(&texts).skip(first) {
        let here = now == Some(level);
        for (part, text) in lines.iter().enumerate() {
            let mut pen = canvas.row(inside, row);
            pen.put(if here && part == 0 { "►" } else { " " }, Role::Accent);
            let chip = Role::chip(level.number(), count.number());
            if part == 0 {
                pen.put(&level.number().to_string(), chip)
            } else {
                pen.skip(1)
            };
            pen.put(" ", Role::Text).put(text, if here { Role::Title } else { Role::Text });
            if let Some(revealed) = revealed.filter(|_| part == 0) {
                pen.put_last(&format!("{} ", votes::dots(revealed, level)), Role::Accent);
            }
            row += 1;
        }
    }
}

/// `R = €5 M`, what the levels of financial damage are shares of, if there is room for it beside the name of the cell.
fn revenue(workshop: &Workshop, words: &Catalogue, width: u16, name: usize) -> Option<String> {
    let session = workshop.session();
    let revenue = session.revenue.filter(|_| workshop.cell == Cell::Financial)?;
    let text = format!("R = {}", short_money(revenue.units(), &session.currency, words.lang()));
    (name + text.width() + 9 <= usize::from(width)).then_some(text)
}

/// The text of each level, in as many lines as there is room for; the level set is the last to be cut.
fn wrapped_texts(
    texts: &[Cow<'_, str>],
    columns: usize,
    rows: usize,
    now: Option<Level>,
) -> Vec<Vec<String>> {
    let wrapped =
        |most: usize| -> Vec<Vec<String>> { texts.iter().map(|text| wrap(text, columns, most)).collect() };
    let height = |texts: &[Vec<String>]| texts.iter().map(Vec::len).sum::<usize>();
    let most = (2..=4).rev().find(|most| height(&wrapped(*most)) <= rows).unwrap_or(1);
    let mut lines = wrapped(most);
    let mut spare = rows.saturating_sub(height(&lines));
    let set = now.map(|level| usize::from(level.number() - 1));
    for place in set.into_iter().chain(0..texts.len()) {
        if let Some((text, cut)) = texts.get(place).zip(lines.get_mut(place)) {
            let whole = wrap(text, columns, cut.len() + spare);
            spare = spare.saturating_sub(whole.len().saturating_sub(cut.len()));
            *cut = whole;
        }
    }
    lines
}

/// On a screen too low for all levels, the first one shown so that the level set is seen.
pub(super) fn first_level(now: Option<Level>, count: u8, rows: u16) -> usize {
    let rows = usize::from(rows);
    let place = now.map_or(0, |level| usize::from(level.number()));
    place.saturating_sub(rows).min(usize::from(count))
}

/// Where cells and risks can be clicked.
pub(super) fn targets(workshop: &Workshop, area: Area, shape: Shape, targets: &mut Vec<(Area, Target)>) {
    let columns = Columns::of(area, shape, workshop.session());
    for (row, place) in (1..area.height).zip(workshop.list.offset..) {
        let Some(risk) = workshop.risk_at(place) else { break };
        let here = line(area, row);
        for cell in Cell::ALL {
            let x = columns.start(area, cell);
            targets.push((Area { x, width: columns.cell(cell), ..here }, Target::Cell(risk.id, cell)));
        }
        targets.push((here, Target::Risk(risk.id)));
    }
}
