//! The yardstick: a bare ratatui `Table` of the rows and columns a screen shows, with nothing around it.
//!
//! Its rows are made for each frame, as in any immediate-mode program; what they show was computed before.

use ratatui::buffer::Buffer;
use ratatui::layout::Constraint;
use ratatui::style::{Style, Stylize};
use ratatui::widgets::{Block, Row, StatefulWidget, Table, TableState};
use riskroom::app::workshop::{Step, Workshop};
use riskroom::app::{App, Layout, Place};
use riskroom::domain::{Cell, Level};

/// Draws the list in front as a bare table over the whole buffer.
pub(crate) fn draw(app: &App, layout: &Layout, buffer: &mut Buffer) {
    let (rows, widths, selected) = match (app.place, &app.workshop) {
        (Place::Workshop, Some(workshop)) => risks(workshop, layout),
        _ => sessions(app, layout),
    };
    let table = Table::new(rows, widths)
        .header(Row::new(HEADS[..widths.len()].iter().copied()).bold())
        .block(Block::bordered().title("Table"))
        .row_highlight_style(Style::new().reversed())
        .highlight_symbol("►");
    let mut state = TableState::new().with_selected(selected);
    StatefulWidget::render(table, buffer.area, buffer, &mut state);
}

const HEADS: [&str; 11] =
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "more"];

const fn columns<const N: usize>(lengths: [u16; N]) -> [Constraint; N] {
    let mut all = [Constraint::Fill(1); N];
    let mut at = 0;
    while at < N {
        if lengths[at] > 0 {
            all[at] = Constraint::Length(lengths[at]);
        }
        at += 1;
    }
    all
}

static HOME: [Constraint; 7] = columns([12, 0, 6, 6, 8, 8, 8]);
static IDENTIFY: [Constraint; 4] = columns([4, 2, 2, 0]);
static ASSESS: [Constraint; 10] = columns([4, 0, 4, 4, 4, 4, 9, 6, 8, 4]);
static SOLVE: [Constraint; 6] = columns([4, 8, 10, 0, 8, 8]);

type Parts<'a> = (Vec<Row<'a>>, &'static [Constraint], usize);

fn sessions<'a>(app: &'a App, layout: &Layout) -> Parts<'a> {
    let offset = app.home.cursor.offset;
    let seen = (offset..app.home.shown.len()).take(layout.rows.sessions);
    let row = |place: usize| {
        let summary = app.home.shown(place).unwrap().summary.as_ref().unwrap();
        Row::new([
            summary.created.to_zoned(app.zone.clone()).date().to_string(),
            summary.title.to_string(),
            summary.risks.to_string(),
            summary.solutions().to_string(),
            format!("{:?}", summary.top_band.unwrap()),
            if summary.is_closed() { "closed" } else { "open" }.to_owned(),
            summary.overdue(app.today()).to_string(),
        ])
    };
    (seen.map(row).collect(), &HOME, app.home.cursor.place - offset)
}

fn risks<'a>(workshop: &'a Workshop, layout: &Layout) -> Parts<'a> {
    let cursor = workshop.cursor();
    let seen = || workshop.rows().iter().skip(cursor.offset).take(layout.rows.risks);
    let selected = cursor.place - cursor.offset;
    match workshop.step {
        Step::Identify => (seen().map(|at| identify_row(workshop, *at)).collect(), &IDENTIFY, selected),
        Step::Assess => (seen().map(|at| assess_row(workshop, *at)).collect(), &ASSESS, selected),
        Step::Solve => (seen().map(|at| solve_row(workshop, *at)).collect(), &SOLVE, selected),
    }
}

fn identify_row(workshop: &Workshop, at: usize) -> Row<'_> {
    let risk = &workshop.session().risks[at];
    let signs = ["·", "€", "€€"];
    let texts = [
        risk.id.to_string(),
        signs[risk.money as usize].to_owned(),
        signs[risk.marketing as usize].to_owned(),
    ];
    Row::new(texts.into_iter().chain([risk.title.to_string()]))
}

fn assess_row(workshop: &Workshop, at: usize) -> Row<'_> {
    let risk = &workshop.session().risks[at];
    let priority = &workshop.derived.ranking.priorities[at];
    let level = |cell: Cell| risk.cells.at(cell).level().map_or(0, Level::number).to_string();
    let front = [risk.id.to_string(), risk.title.to_string()];
    let back = [
        priority.points.lower.to_string(),
        priority.band.map_or_else(String::new, |band| format!("{band:?}")),
        workshop.derived.ranking.ranks[at].unwrap().to_string(),
    ];
    Row::new(front.into_iter().chain(Cell::ALL.map(level)).chain(back))
}

fn solve_row(workshop: &Workshop, at: usize) -> Row<'_> {
    let risk = &workshop.session().risks[at];
    let priority = &workshop.derived.ranking.priorities[at];
    let after = workshop.derived.after[at].as_ref();
    Row::new([
        risk.id.to_string(),
        priority.band.map_or_else(String::new, |band| format!("{band:?}")),
        priority.points.lower.to_string(),
        risk.title.to_string(),
        risk.owner.as_ref().map_or_else(String::new, ToString::to_string),
        after.map_or_else(String::new, |after| after.chosen.points.lower.to_string()),
    ])
}
