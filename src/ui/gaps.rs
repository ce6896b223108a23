//! Gaps over the screen; when a session is closed, who does what until when stands below them.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, Pen, wrap};
use super::summary;
use super::theme::Role;
use crate::app::App;
use crate::app::gaps::{OpenGaps, Part, Row};
use crate::app::layout::{Area, Shape};
use crate::app::workshop::Workshop;
use crate::domain::gap::Gap;
use crate::domain::residual::Counting;
use crate::domain::{Decision, Risk, Solution};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 110;
/// From so many columns inside on, what a gap is about stands beside it.
const ROOMY: u16 = 56;
/// Columns of what is missing, where there is room.
const MISSING: u16 = 46;

/// Rows of the sentence of the closing, with a blank one below it where there is room.
const fn head(open: &OpenGaps, inside: Area) -> u16 {
    match (open.closing, inside.height >= 12) {
        (false, _) => 0,
        (true, true) => 3,
        (true, false) => 2,
    }
}

/// The part that lists.
pub(super) const fn list(open: &OpenGaps, inside: Area) -> Area {
    let head = head(open, inside);
    Area { y: inside.y + head, height: inside.height.saturating_sub(head), ..inside }
}

/// Paints them; the cursor stands on the selected row.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    open: &OpenGaps,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let left = words.text(if open.closing { "closing-title" } else { "gaps-title" });
    let count = if open.count == 0 { String::new() } else { open.count.to_string() };
    let title = Title { left, right: &count, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    if open.closing {
        sentence(canvas, open.count, Area { height: head(open, inside), ..inside });
    }
    let list = list(open, inside);
    if open.rows.is_empty() {
        let text = words.text(if open.closing { "closing-nothing" } else { "gaps-none" });
        let lines = wrap(text, usize::from(list.width.saturating_sub(2)), 4);
        for (row, text) in (0..list.height).zip(lines) {
            canvas.row(list, row).put(" ", Role::Ok).put(&text, Role::Ok);
        }
        return None;
    }
    let first = open.cursor.offset;
    let mut cursor = None;
    for (row, (place, shown)) in (0..list.height).zip(open.rows.iter().enumerate().skip(first)) {
        let here = line(list, row);
        let selected = place == open.cursor.place;
        draw_row(canvas, app, workshop, *shown, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    let below = open.rows.len().saturating_sub(first + usize::from(list.height));
    if below > 0 {
        more(canvas, inside, Shape::Wide, below);
    }
    cursor
}

/// What closing asks for.
fn sentence(canvas: &mut Canvas<'_>, gaps: usize, area: Area) {
    let words = &canvas.look.catalogue;
    let n = Arg::Number(i64::try_from(gaps).unwrap_or(i64::MAX));
    let text = words.format("closing-sentence", &[("n", n)]);
    let role = if gaps == 0 { Role::Ok } else { Role::Warning };
    for (row, text) in (0..area.height).zip(wrap(&text, usize::from(area.width.saturating_sub(2)), 2)) {
        canvas.row(area, row).put(" ", role).put(&text, role);
    }
}

fn draw_row(canvas: &mut Canvas<'_>, app: &App, workshop: &Workshop, row: Row, here: Area, selected: bool) {
    let words = &canvas.look.catalogue;
    let session = workshop.session();
    let mut pen = canvas.row(here, 0);
    if let Row::Head(part, rows) = row {
        let n = Arg::Number(i64::try_from(rows).unwrap_or(i64::MAX));
        pen.put(" ", Role::Header).put(&words.format(part_key(part), &[("n", n)]), Role::Header);
        return;
    }
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    match row {
        Row::Head(..) => {}
        Row::Gap(gap) => {
            let (id, about) = subject(workshop, gap);
            pen.put_in(5, &id, Role::Muted);
            let missing = missing(gap, words);
            if here.width < ROOMY {
                pen.put(&missing, Role::Warning);
            } else {
                let columns = MISSING.min(pen.room().saturating_sub(16));
                pen.put_in(columns, &missing, Role::Warning).put(" ", Role::Text).say(&about, Role::Text);
            }
        }
        Row::Risk(id) => {
            if let Some(risk) = session.risk(id) {
                read_risk(&mut pen, workshop, risk, words);
            }
        }
        Row::Solution(id) => {
            if let Some(solution) = session.solution(id) {
                read_solution(&mut pen, app, solution, words);
            }
        }
    }
}

/// `S1  Ana         12 Dec 2026  Log-in limit`.
fn read_solution(pen: &mut Pen<'_, '_>, app: &App, solution: &Solution, words: &Catalogue) {
    let names = pen.room() / 4;
    pen.put_in(5, &solution.id.to_string(), Role::Muted);
    match &solution.owner {
        Some(owner) => pen.say_in(names, owner, Role::Title),
        None => pen.put_in(names, words.text("no-owner"), Role::Warning),
    };
    let late = if solution.is_late(app.today()) { Role::Problem } else { Role::Text };
    match solution.due {
        Some(due) => pen.put(" ", Role::Text).put_in(12, &dates::date(due, words), late),
        None => pen.put(" ", Role::Text).put_in(12, words.text("gap-no-date"), Role::Warning),
    };
    pen.put(" ", Role::Text).say(&solution.title, Role::Text);
}

/// `R4  Ana         CRIT  S1 S4 · Account takeover`, or the decision instead of the solutions.
fn read_risk(pen: &mut Pen<'_, '_>, workshop: &Workshop, risk: &Risk, words: &Catalogue) {
    let names = pen.room() / 4;
    pen.put_in(5, &risk.id.to_string(), Role::Muted);
    match &risk.owner {
        Some(owner) => pen.say_in(names, owner, Role::Title),
        None => pen.put_in(names, words.text("no-owner"), Role::Warning),
    };
    pen.put(" ", Role::Text);
    let place = workshop.session().place_of(risk.id);
    let band = place.and_then(|place| workshop.derived.ranking.priorities.get(place)?.band);
    let end = pen.x() + 8;
    if let Some(band) = band {
        pen.band(band);
    }
    pen.skip(end.saturating_sub(pen.x()));
    let solutions = place.map_or_else(String::new, |place| chosen(workshop, place));
    let (decision, role) = summary::decided(&risk.decision, words);
    match risk.decision {
        Decision::Undecided | Decision::Treat if !solutions.is_empty() => pen.put(&solutions, Role::Accent),
        Decision::Undecided
        | Decision::Treat
        | Decision::Accept { .. }
        | Decision::Transfer { .. }
        | Decision::Avoid { .. } => pen.put(decision, role),
    };
    pen.put(" · ", Role::Muted).say(&risk.title, Role::Text);
}

/// The solutions of a risk that were chosen: `S1 S4`.
fn chosen(workshop: &Workshop, place: usize) -> String {
    let linked = workshop.derived.solutions.get(place).into_iter().flatten();
    let solutions = linked.filter_map(|place| workshop.session().solutions.get(*place));
    let chosen = solutions.filter(|solution| Counting::Chosen.counts(solution));
    chosen.map(|solution| solution.id.to_string()).collect::<Vec<_>>().join(" ")
}

/// What a gap is about: the id, and what it is called.
fn subject(workshop: &Workshop, gap: Gap) -> (String, String) {
    let session = workshop.session();
    let risk = |id| session.risk(id).map_or_else(String::new, |risk| risk.title.to_string());
    let solution = |id| session.solution(id).map_or_else(String::new, |it| it.title.to_string());
    match gap {
        Gap::RiskOwner(id)
        | Gap::Decision(id)
        | Gap::OnlyIdeas(id)
        | Gap::Acceptance(id)
        | Gap::Review(id)
        | Gap::Reason(id, _)
        | Gap::Unscored(id, _)
        | Gap::ParkedRisk(id) => (id.to_string(), risk(id)),
        Gap::Owner(id) | Gap::Due(id) | Gap::Late(id) | Gap::NoEffect(id, ..) => {
            (id.to_string(), solution(id))
        }
        Gap::Topic(id) => {
            let topic = session.topics.iter().find(|topic| topic.id == id);
            (id.to_string(), topic.map_or_else(String::new, |topic| topic.text.to_string()))
        }
    }
}

/// What is missing, in words.
fn missing(gap: Gap, words: &Catalogue) -> String {
    match gap {
        Gap::RiskOwner(_) => words.text("gap-risk-owner").to_owned(),
        Gap::Decision(_) => words.text("gap-decision").to_owned(),
        Gap::OnlyIdeas(_) => words.text("gap-only-ideas").to_owned(),
        Gap::Acceptance(_) => words.text("gap-acceptance").to_owned(),
        Gap::Review(_) => words.text("gap-review").to_owned(),
        Gap::Reason(_, cell) => words.format("gap-reason", &[("cell", Arg::Text(cell.sign()))]),
        Gap::Owner(_) => words.text("gap-owner").to_owned(),
        Gap::Due(_) => words.text("gap-due").to_owned(),
        Gap::Late(_) => words.text("gap-late").to_owned(),
        Gap::NoEffect(_, risk, cell) => {
            let what = format!("{risk} {}", cell.sign());
            words.format("gap-no-effect", &[("what", Arg::Text(&what))])
        }
        Gap::Unscored(_, count) => {
            let n = i64::try_from(count).unwrap_or(i64::MAX);
            words.format("gap-unscored", &[("n", Arg::Number(n))])
        }
        Gap::ParkedRisk(_) | Gap::Topic(_) => words.text("gap-parked").to_owned(),
    }
}

const fn part_key(part: Part) -> &'static str {
    match part {
        Part::Gaps => "closing-gaps",
        Part::Solutions => "closing-solutions",
        Part::Risks => "closing-risks",
    }
}
