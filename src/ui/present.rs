//! One risk on the whole screen, for the room: its title in large letters, and what the step asks about it.
//!
//! Here: head, title and question. How the screen is divided is in [`zones`]; the levels with their votes are in [`scale`],
//! what the other two steps tell in [`told`]; the letters are [`super::letters`]'.

mod scale;
mod told;
mod zones;

use ratatui::layout::Position;

use self::zones::{Wants, Zones, foot, question_rows, zones};
use super::banner;
use super::letters::{self, Size};
use super::paint::Canvas;
use super::theme::Role;
use crate::app::App;
use crate::app::layout::{Area, Layout};
use crate::app::workshop::{Step, Workshop};
use crate::domain::{Assessment, Cell, Risk};
use crate::text::safe::Safe;

/// Paints the selected risk; the cursor stands in the head.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    layout: &Layout,
) -> Option<Position> {
    let (area, risk) = (layout.stage?, workshop.selected_risk()?);
    match workshop.step {
        Step::Assess => assess(canvas, app, workshop, risk, layout, area),
        Step::Identify => {
            let parts = told::identified(workshop, risk, &canvas.look.catalogue);
            Some(told::draw(canvas, risk, &parts, area))
        }
        Step::Solve => {
            let parts = told::solved(app, workshop, risk, &canvas.look.catalogue);
            Some(told::draw(canvas, risk, &parts, area))
        }
    }
}

fn assess(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    risk: &Risk,
    layout: &Layout,
    area: Area,
) -> Option<Position> {
    let cells = &workshop.session().scales.cells;
    let wants = Wants {
        title: &risk.title,
        questions: cells.iter().map(|(_, scale)| &*scale.question).collect(),
        body: scale::height(workshop, area.width, canvas.look.catalogue.lang()),
        parts: u16::from(workshop.session().scales.levels.number()),
        tally: !workshop.derived.voters.is_empty(),
        foot: foot(layout.shape),
    };
    let zones = zones(area, &wants);
    let cursor = cell_head(canvas, workshop, risk, zones.head);
    title(canvas, risk, &zones);
    question(canvas, &cells.at(workshop.cell).question, zones.question);
    scale::draw(canvas, workshop, zones.body);
    scale::tally(canvas, app, workshop, zones.tally);
    if layout.typing.is_none() {
        scale::foot(canvas, workshop, banner::trimmed(app, zones.foot, area), zones.tally.height == 0);
    }
    cursor
}

/// The title, as large as it can be.
fn title(canvas: &mut Canvas<'_>, risk: &Risk, zones: &Zones) {
    let here = zones.title;
    let most = usize::from(here.height / zones.title_size.rows());
    let rows = letters::rows(&Safe::new(&risk.title), zones.title_size, here.width, most);
    for (row, text) in (0..here.height).zip(rows.unwrap_or_default()) {
        canvas.row(here, row).put(&text, Role::Title);
    }
}

/// The question, in large letters if there is room, in the middle of its rows.
fn question(canvas: &mut Canvas<'_>, text: &str, here: Area) {
    let (size, rows) = question_rows(&Safe::new(text), here.width, here.height);
    let role = if size == Size::Plain { Role::Header } else { Role::Text };
    let above = here.height.saturating_sub(u16::try_from(rows.len()).unwrap_or(0)) / 2;
    for (row, text) in (above..here.height).zip(rows) {
        canvas.row(here, row).put(&text, role);
    }
}

/// `R4 · D◎ marketing damage`, and at the right the levels of all five cells.
fn cell_head(canvas: &mut Canvas<'_>, workshop: &Workshop, risk: &Risk, here: Area) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let cell = workshop.cell;
    let key = format!("cell-{}", cell.name());
    let name = words.text(&key);
    let left = format!("{} · {} {name}", risk.id, cell.sign());
    let width = strip_width();
    let room = here.width.saturating_sub(width + 2);
    let mut pen = canvas.row(here, 0);
    if room < 8 {
        pen.put(&left, Role::Header);
        return Some(Position { x: here.x, y: here.y });
    }
    pen.put_in(room, &left, Role::Header).skip(2);
    let levels = workshop.session().scales.levels;
    let mut cursor = None;
    for it in Cell::ALL {
        let assessment = risk.cells.at(it);
        let here = it == cell;
        pen.put(if here { "[" } else { " " }, Role::Accent);
        pen.put(it.sign(), if here { Role::Header } else { Role::Muted }).put(" ", Role::Text);
        cursor = cursor.or_else(|| here.then(|| pen.x()));
        match assessment.level() {
            Some(_) if workshop.blank => pen.put("·", Role::Muted),
            Some(level) => pen.put(&level.number().to_string(), Role::chip(level.number(), levels.number())),
            None if assessment.is_voting() => pen.put("●", Role::Accent),
            None => pen.put("–", Role::Muted),
        };
        pen.put(if here { "]" } else { " " }, Role::Accent);
    }
    cursor.map(|x| Position { x, y: here.y })
}

/// The columns of the five cells in the head.
fn strip_width() -> u16 {
    let columns = Cell::ALL.map(|cell| cell.sign().chars().count() + 4);
    u16::try_from(columns.iter().sum::<usize>()).unwrap_or(0)
}

/// What was revealed of the selected cell and may be seen now.
fn revealed(workshop: &Workshop) -> Option<&crate::domain::Votes> {
    workshop.selected_cell().and_then(Assessment::revealed).filter(|_| !workshop.blank)
}
