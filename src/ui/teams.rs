//! Teams compared over the screen: a row per team with its median and its votes in each cell, and in words how far they
//! are apart. Only revealed rounds are in it.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, Pen, wrap};
use super::theme::Role;
use crate::app::layout::{Area, Shape};
use crate::app::teams::TeamTable;
use crate::app::workshop::Workshop;
use crate::domain::teams::{Gap, Said, Team, gap, widest};
use crate::domain::{Cell, LevelCount};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::safe::Safe;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 110;
/// Rows of the heads.
const HEAD: u16 = 2;
/// Rows below the teams, with the line above them.
const FOOT: u16 = 5;
/// From so many columns inside on a cell takes the wider of its widths.
const ROOMY: u16 = 70;

/// Paints it; the cursor stands in the selected column.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    table: &TeamTable,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let title = Title { left: words.text("teams-title"), right: "", foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let risk = workshop.session().risk(table.risk)?;
    let name = format!(" {} ", risk.id);
    canvas.row(inside, 0).put(&name, Role::Muted).say(&risk.title, Role::Title);
    if table.teams.iter().filter(|team| team.name.is_some()).count() < 2 {
        let text = wrap(words.text("teams-too-few"), usize::from(inside.width.saturating_sub(2)), 6);
        for (row, text) in (2..inside.height).zip(text) {
            canvas.row(inside, row).put(" ", Role::Accent).put(&text, Role::Accent);
        }
        return None;
    }
    let columns = Columns::of(inside.width);
    let at = heads(canvas, workshop, &columns, inside);
    let foot = FOOT.min(inside.height.saturating_sub(HEAD + 2));
    let rows = Area { y: inside.y + HEAD, height: inside.height.saturating_sub(HEAD + foot), ..inside };
    for (row, team) in (0..rows.height).zip(&table.teams) {
        team_row(canvas, workshop, team, &columns, line(rows, row));
    }
    let hidden = table.teams.len().saturating_sub(usize::from(rows.height));
    if hidden > 0 {
        more(canvas, rows, Shape::Small, hidden);
    }
    let foot = Area { y: inside.y + inside.height - foot, height: foot, ..inside };
    below(canvas, workshop, table, &columns, foot);
    at
}

/// The widths of the columns.
struct Columns {
    team: u16,
    cell: u16,
}

impl Columns {
    const fn of(width: u16) -> Self {
        let cell = if width >= ROOMY { 9 } else { 6 };
        Self { team: width.saturating_sub(1 + 5 * cell), cell }
    }
}

fn heads(canvas: &mut Canvas<'_>, workshop: &Workshop, columns: &Columns, inside: Area) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let mut pen = canvas.row(inside, 1);
    pen.put(" ", Role::Header).put_in(columns.team, words.text("teams-head"), Role::Header);
    let mut at = None;
    for cell in Cell::ALL {
        let (text, role) = if cell == workshop.cell {
            at = Some(Position { x: pen.x(), y: inside.y + 1 });
            (format!("[{}]", cell.sign()), Role::Accent)
        } else {
            (format!(" {}", cell.sign()), Role::Header)
        };
        pen.put_in(columns.cell, &text, role);
    }
    at
}

fn team_row(canvas: &mut Canvas<'_>, workshop: &Workshop, team: &Team, columns: &Columns, here: Area) {
    let words = &canvas.look.catalogue;
    let (name, role) = team_name(team, words);
    let count = workshop.session().scales.levels;
    let mut pen = canvas.row(here, 0);
    pen.put(" ", role).put_in(columns.team, &name, role);
    for cell in Cell::ALL {
        let end = pen.x() + columns.cell;
        pen.put(" ", Role::Text);
        if workshop.blank {
            pen.put("·", Role::Muted);
        } else {
            said(&mut pen, team.cells.at(cell), count, columns);
        }
        pen.skip(end.saturating_sub(pen.x()));
    }
}

/// `3+ (4)`: the median, whether it falls between two levels, and how many voted.
fn said(pen: &mut Pen<'_, '_>, said: &Said, count: LevelCount, columns: &Columns) {
    if said.votes == 0 {
        pen.put("–", Role::Muted);
        return;
    }
    match said.median {
        Some(median) => {
            let chip = Role::chip(median.level.number(), count.number());
            pen.put(&median.level.number().to_string(), chip);
            pen.put(if median.between { "+" } else { " " }, Role::Text);
        }
        None => {
            pen.put("? ", Role::Warning);
        }
    }
    let votes = said.votes.to_string();
    let fits = votes.len() + 5 <= usize::from(columns.cell);
    let votes = if fits { format!("({votes})") } else { votes };
    pen.put(&votes, Role::Muted);
}

fn team_name(team: &Team, words: &Catalogue) -> (String, Role) {
    match &team.name {
        Some(name) => (Safe::new(name).as_str().to_owned(), Role::Text),
        None => (words.text("teams-none").to_owned(), Role::Muted),
    }
}

/// How far the teams are apart in each cell, and in words in the selected and in the widest one.
fn below(canvas: &mut Canvas<'_>, workshop: &Workshop, table: &TeamTable, columns: &Columns, area: Area) {
    if area.height == 0 {
        return;
    }
    let words = &canvas.look.catalogue;
    canvas.row(area, 0).fill(area.width, '─', Role::Border);
    if workshop.blank {
        return;
    }
    let widest = widest(&table.teams);
    let mut pen = canvas.row(area, 1);
    pen.put(" ", Role::Muted).put_in(columns.team, words.text("teams-gap"), Role::Muted);
    for cell in Cell::ALL {
        let is_widest = widest.is_some_and(|widest| widest.cell == cell);
        let (text, role) = match gap(&table.teams, cell) {
            Some(gap) if is_widest => (format!(" {} ◄", gap.levels), Role::Warning),
            Some(gap) => (format!(" {}", gap.levels), Role::Text),
            None => (" –".to_owned(), Role::Muted),
        };
        pen.put_in(columns.cell, &text, role);
    }
    let mut row = 2;
    let here = gap(&table.teams, workshop.cell);
    let selected = match here {
        Some(here) => in_words(table, here, words),
        None => alike(table, workshop.cell, words),
    };
    let furthest = match widest {
        Some(widest) if widest.cell != workshop.cell => {
            let gap = in_words(table, widest, words);
            words.format("teams-widest", &[("gap", Arg::Text(&gap))])
        }
        Some(_) => words.text("teams-widest-here").to_owned(),
        None => String::new(),
    };
    for (text, role, most) in [(selected, Role::Accent, 1), (furthest, Role::Warning, 2)] {
        let room = usize::from(area.height.saturating_sub(row)).min(most);
        for line in wrap(&text, usize::from(area.width.saturating_sub(2)), room) {
            canvas.row(area, row).put(" ", role).put(&line, role);
            row += 1;
        }
    }
}

/// `D◎: 2 levels between IT (2) and Marketing (4)`.
fn in_words(table: &TeamTable, gap: Gap, words: &Catalogue) -> String {
    let team = |place: usize| {
        let team = table.teams.get(place);
        let level = team.and_then(|team| team.cells.at(gap.cell).median).map_or(0, |it| it.level.number());
        format!("{} ({level})", team.map_or_else(String::new, |team| team_name(team, words).0))
    };
    let (low, high) = (team(gap.low), team(gap.high));
    let args = [
        ("cell", Arg::Text(gap.cell.sign())),
        ("n", Arg::Number(gap.levels.into())),
        ("low", Arg::Text(&low)),
        ("high", Arg::Text(&high)),
    ];
    words.format("teams-apart", &args)
}

/// Why there is no gap in a cell.
fn alike(table: &TeamTable, cell: Cell, words: &Catalogue) -> String {
    let said = |team: &&Team| team.name.is_some() && team.cells.at(cell).median.is_some();
    let key = match table.teams.iter().filter(said).count() {
        0 => "teams-silent",
        1 => "teams-only-one",
        _ => "teams-alike",
    };
    words.format(key, &[("cell", Arg::Text(cell.sign()))])
}
