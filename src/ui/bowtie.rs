//! The bow-tie over the screen: cause │ prevent ► EVENT ◄ reduce, fix │ consequence, side by side where there is room,
//! else one below the other; below it points, owner and decision.
//!
//! How many rows a part takes depends on its texts and the width alone, so that clicks and drawing agree.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, Pen, wrap};
use super::summary;
use super::theme::Role;
use crate::app::App;
use crate::app::bowtie::{Lane, Part, parts};
use crate::app::cursor::Cursor;
use crate::app::layout::{Area, Shape, Target};
use crate::app::workshop::Workshop;
use crate::domain::{Risk, Solution, Status};
use crate::text::keys::{approach_key, status_key};

/// How wide it is at most.
pub(super) const WIDTH: u16 = 170;
/// From so many columns inside on the lanes stand side by side.
const ROOMY: u16 = 100;
/// Columns between two lanes.
const GAP: u16 = 3;
/// Most rows of a text.
const TEXT: usize = 8;
/// From so many columns on a solution needs one row below its title, else three.
const ONE_ROW: u16 = 40;

/// The lanes of each of the columns.
const COLUMNS: [&[Lane]; 5] =
    [&[Lane::Cause], &[Lane::Prevent], &[Lane::Event], &[Lane::Reduce, Lane::Fix], &[Lane::Consequence]];

/// A part with its place among all of them, and the rows it takes from the top of its column: its head, if it is the first
/// one of its lane and heads stand there, and itself.
struct Placed {
    place: usize,
    part: Part,
    row: u16,
    head: u16,
    height: u16,
}

const fn is_wide(inside: Area) -> bool {
    inside.width >= ROOMY
}

/// Rows below the parts, with the line above them.
const fn foot(inside: Area) -> u16 {
    match inside.height {
        0..14 => 0,
        14..24 => 4,
        _ => 6,
    }
}

/// The part above the foot; side by side, below the heads.
fn body(inside: Area) -> Area {
    let head = u16::from(is_wide(inside));
    let height = inside.height.saturating_sub(foot(inside) + head);
    Area { y: inside.y + head, height, ..inside }
}

/// The areas of the columns.
fn columns(inside: Area) -> Vec<(&'static [Lane], Area)> {
    let body = body(inside);
    if !is_wide(inside) {
        return vec![(&Lane::ALL, body)];
    }
    let width = (body.width - GAP * 4) / 5;
    let at = |place: u16| Area { x: body.x + place * (width + GAP), width, ..body };
    (0..).zip(COLUMNS).map(|(place, lanes)| (lanes, at(place))).collect()
}

/// The parts of a column that are seen; the selected one is, whole if it can be.
fn placed(workshop: &Workshop, lanes: &[Lane], cursor: Cursor, area: Area) -> Vec<Placed> {
    let has_heads = lanes.len() > 1;
    let mut placed: Vec<Placed> = Vec::new();
    let all = parts(workshop).into_iter().enumerate().filter(|(_, part)| lanes.contains(&part.lane));
    for (place, part) in all {
        let is_first = placed.last().is_none_or(|before| before.part.lane != part.lane);
        let head = u16::from(is_first && has_heads);
        let height = head + height(workshop, part, area.width);
        placed.push(Placed { place, part, row: 0, head, height });
    }
    let blank = u16::from(lanes.len() < Lane::ALL.len());
    let selected = placed.iter().position(|it| it.place == cursor.place);
    let mut first = if lanes.len() == Lane::ALL.len() { cursor.offset } else { 0 };
    if let Some(selected) = selected {
        first = first.min(selected);
        let rows = |first: usize| {
            let seen = placed.iter().take(selected + 1).skip(first);
            seen.map(|it| it.height + blank).sum::<u16>().saturating_sub(blank)
        };
        while first < selected && rows(first) > area.height {
            first += 1;
        }
    }
    // Where the rest leaves room, what is above it is seen, too.
    let rest = |first: usize| placed.iter().skip(first).map(|it| it.height + blank).sum::<u16>();
    while first > 0 && rest(first - 1).saturating_sub(blank) <= area.height {
        first -= 1;
    }
    let mut row = 0;
    let mut seen: Vec<Placed> = placed.into_iter().skip(first).collect();
    for it in &mut seen {
        it.row = row;
        row = row.saturating_add(it.height + blank);
    }
    // A head without anything below it tells nothing.
    seen.retain(|it| it.row + it.head < area.height);
    seen
}

/// The rows of a part without its head.
fn height(workshop: &Workshop, part: Part, width: u16) -> u16 {
    let columns = text_columns(width);
    let rows = match part.solution.and_then(|id| workshop.session().solution(id)) {
        Some(solution) => {
            let below = if width < ONE_ROW { 3 } else { 1 };
            wrap(&name(solution), columns, 2).len().max(1) + below
        }
        None => match text(workshop, part.lane).filter(|text| !text.trim().is_empty()) {
            Some(text) => wrap(text, columns, TEXT).len(),
            None => match width {
                0..30 => 4,
                30..50 => 2,
                _ => 1,
            },
        },
    };
    u16::try_from(rows).unwrap_or(u16::MAX)
}

fn text_columns(width: u16) -> usize {
    usize::from(width.saturating_sub(2)).max(1)
}

fn name(solution: &Solution) -> String {
    format!("{} {}", solution.id, solution.title)
}

/// The text of the risk that a lane shows.
fn text(workshop: &Workshop, lane: Lane) -> Option<&str> {
    let risk = workshop.selected_risk()?;
    match lane {
        Lane::Cause => Some(&risk.cause),
        Lane::Event => Some(&risk.title),
        Lane::Consequence => Some(&risk.consequence),
        Lane::Prevent | Lane::Reduce | Lane::Fix => None,
    }
}

/// How many parts can be seen.
pub(super) fn rows(workshop: &Workshop, cursor: Cursor, inside: Area) -> usize {
    if is_wide(inside) {
        return parts(workshop).len();
    }
    placed(workshop, &Lane::ALL, cursor, body(inside)).len()
}

/// Where its parts can be clicked.
pub(super) fn targets(workshop: &Workshop, cursor: Cursor, inside: Area, targets: &mut Vec<(Area, Target)>) {
    for (lanes, area) in columns(inside) {
        for it in placed(workshop, lanes, cursor, area) {
            let height = it.height.min(area.height - it.row);
            targets.push((Area { y: area.y + it.row, height, ..area }, Target::Item(it.place)));
        }
    }
}

/// Paints it; the cursor stands on the selected part.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    cursor: Cursor,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let risk = workshop.selected_risk();
    let left = risk.map_or_else(
        || words.text("bow-tie-title").to_owned(),
        |risk| format!("{} · {} {}", words.text("bow-tie-title"), risk.id, risk.title),
    );
    let title = Title { left: &left, focus: true, ..Title::default() };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let Some(risk) = risk else {
        canvas.row(inside, 0).put(" ", Role::Muted).put(words.text("details-none"), Role::Muted);
        return None;
    };
    let columns = columns(inside);
    if is_wide(inside) {
        heads(canvas, inside, &columns);
        between(canvas, workshop, &columns);
    }
    below(canvas, app, workshop, risk, inside);
    let mut at = None;
    for (lanes, area) in &columns {
        let seen = placed(workshop, lanes, cursor, *area);
        for it in &seen {
            let found = paint(canvas, app, workshop, risk, it, (cursor.place, columns.len() == 1), *area);
            at = at.or(found);
        }
        let last = seen.last().map_or(0, |it| it.place + 1);
        let after = parts(workshop).into_iter().skip(last);
        let below = after.filter(|part| lanes.contains(&part.lane)).count();
        if below > 0 {
            more(canvas, *area, Shape::Wide, below);
        }
    }
    at
}

/// The names of the columns.
fn heads(canvas: &mut Canvas<'_>, inside: Area, columns: &[(&[Lane], Area)]) {
    let words = &canvas.look.catalogue;
    for (lanes, area) in columns {
        let names: Vec<&str> = lanes.iter().map(|lane| words.text(lane_key(*lane))).collect();
        let mut names = names.join(", ");
        if lanes.contains(&Lane::Event) {
            names = names.to_uppercase();
        }
        let here = Area { y: inside.y, height: 1, ..*area };
        canvas.row(here, 0).put("  ", Role::Header).put(&names, Role::Header);
    }
}

/// `│` beside cause and consequence, and the arrows that point to the event beside its rows.
fn between(canvas: &mut Canvas<'_>, workshop: &Workshop, columns: &[(&[Lane], Area)]) {
    let event = columns.get(2).map_or(0, |(_, area)| {
        height(workshop, Part { lane: Lane::Event, solution: None }, area.width).min(area.height)
    });
    for (place, (_, area)) in columns.iter().enumerate().take(4) {
        let gap = Area { x: area.x + area.width, width: GAP, ..*area };
        let (sign, rows, role) = match place {
            1 => (" ► ", event, Role::Accent),
            2 => (" ◄ ", event, Role::Accent),
            _ => (" │ ", area.height, Role::Border),
        };
        for row in 0..rows {
            canvas.row(gap, row).put(sign, role);
        }
    }
}

/// Paints a part with the head of its lane, if it has one; `is_alone` if all lanes stand in one column.
fn paint(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    risk: &Risk,
    it: &Placed,
    (selected, is_alone): (usize, bool),
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    if it.head > 0 {
        let mut pen = canvas.row(area, it.row);
        pen.put(words.text(lane_key(it.part.lane)), Role::Header);
        pen.put(if is_alone { towards_event(it.part.lane) } else { " " }, Role::Accent);
        pen.fill(pen.room(), '─', Role::Border);
    }
    let here =
        Area { y: area.y + it.row + it.head, height: area.height.saturating_sub(it.row + it.head), ..area };
    let rows = (it.height - it.head).min(here.height);
    let is_selected = it.place == selected;
    if let Some(solution) = it.part.solution.and_then(|id| workshop.session().solution(id)) {
        barrier(canvas, app, workshop, risk, solution, here, is_selected);
    } else {
        wording(canvas, workshop, risk, it.part.lane, Area { height: rows, ..here }, is_selected);
    }
    (is_selected && here.height > 0).then_some(Position { x: here.x, y: here.y })
}

/// The arrow of a lane of solutions where the lanes stand one below the other.
const fn towards_event(lane: Lane) -> &'static str {
    match lane {
        Lane::Prevent => " ▼ ",
        Lane::Reduce | Lane::Fix => " ▲ ",
        Lane::Cause | Lane::Event | Lane::Consequence => " ",
    }
}

/// Begins a row of the selected part, or of another one.
fn mark<'p, 'a>(mut pen: Pen<'p, 'a>, selected: bool, row: u16) -> Pen<'p, 'a> {
    pen.select(selected && row == 0).put(if selected && row == 0 { "► " } else { "  " }, Role::Accent);
    pen
}

/// A text of the risk, or what is missing.
fn wording(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    risk: &Risk,
    lane: Lane,
    here: Area,
    selected: bool,
) {
    let words = &canvas.look.catalogue;
    let known = text(workshop, lane).filter(|text| !text.trim().is_empty());
    let role = match known {
        None => Role::Warning,
        Some(_) if lane == Lane::Event => Role::Title,
        Some(_) => Role::Text,
    };
    let text = known.unwrap_or_else(|| words.text(missing_key(lane, risk)));
    let lines = wrap(text, text_columns(here.width), usize::from(here.height).min(TEXT));
    for (row, text) in (0..here.height).zip(lines) {
        mark(canvas.row(here, row), selected, row).put(&text, role);
    }
}

/// A solution: title, then status, effect and owner.
fn barrier(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    risk: &Risk,
    solution: &Solution,
    here: Area,
    selected: bool,
) {
    let words = &canvas.look.catalogue;
    let titles = wrap(&name(solution), text_columns(here.width), 2);
    for (row, text) in (0..).zip(&titles) {
        mark(canvas.row(here, row), selected, row).put(text, Role::Title);
    }
    let row = u16::try_from(titles.len().max(1)).unwrap_or(2);
    let (sign, role) = status_sign(solution.status);
    let status = format!("{sign} {}", words.text(status_key(solution.status)));
    let effects = if workshop.blank { String::new() } else { effects(risk, solution) };
    let is_open = !matches!(solution.status, Status::Done | Status::Dropped);
    let late = is_open && solution.due.is_some_and(|due| due < app.today());
    let (owner, owner_role) = match &solution.owner {
        _ if workshop.blank => ("", Role::Muted),
        Some(owner) => (owner.as_str(), Role::Muted),
        None => (words.text("no-owner"), if is_open { Role::Warning } else { Role::Muted }),
    };
    let late = if late { format!("  {}", words.text("card-late")) } else { String::new() };
    let mut pen = canvas.row(here, row);
    pen.put("  ", Role::Text).put(&status, role);
    if here.width >= ONE_ROW {
        pen.put("  ", Role::Text).put(&effects, Role::Accent).put(&late, Role::Problem);
        pen.put("  ", Role::Text).say(owner, owner_role);
    } else {
        pen.put(&late, Role::Problem);
        canvas.row(here, row + 1).put("  ", Role::Text).put(&effects, Role::Accent);
        canvas.row(here, row + 2).put("  ", Role::Text).say(owner, owner_role);
    }
}

/// `P 4→2  F 3→1`: what a solution does to a risk.
fn effects(risk: &Risk, solution: &Solution) -> String {
    let links = solution.links.iter().filter(|link| link.risk == risk.id);
    let effect = |link: &crate::domain::Link| {
        let now = risk.cells.at(link.lever).level();
        let now = now.map_or_else(|| "–".to_owned(), |level| level.number().to_string());
        format!("{} {now}→{}", link.lever.sign(), link.expected.number())
    };
    links.map(effect).collect::<Vec<_>>().join(" ")
}

/// How far a solution is, without color.
pub(super) const fn status_sign(status: Status) -> (&'static str, Role) {
    match status {
        Status::Idea => ("·", Role::Muted),
        Status::Chosen => ("○", Role::Text),
        Status::Doing => ("●", Role::Text),
        Status::Done => ("✓", Role::Ok),
        Status::Dropped => ("✗", Role::Muted),
    }
}

/// Points now and after, then owner and decision with its whole reason.
fn below(canvas: &mut Canvas<'_>, app: &App, workshop: &Workshop, risk: &Risk, inside: Area) {
    let height = foot(inside);
    if height == 0 {
        return;
    }
    let words = &canvas.look.catalogue;
    let area = Area { y: inside.y + inside.height - height, height, ..inside };
    canvas.row(area, 0).put(&"─".repeat(usize::from(area.width)), Role::Border);
    if workshop.blank {
        return;
    }
    let mut pen = canvas.row(area, 1);
    pen.put(" ", Role::Text);
    for (text, role) in summary::points_of(workshop, risk, words) {
        pen.put(&text, role);
    }
    let owner = risk.owner.as_ref().map_or_else(|| words.text("no-owner"), |owner| owner.as_str());
    let spans = summary::decision(&risk.decision, app.today(), words);
    let decision: String = spans.into_iter().map(|(text, _)| text).collect();
    let text = format!("{owner} · {decision}");
    let role = if summary::is_overdue(&risk.decision, app.today()) { Role::Problem } else { Role::Text };
    let lines = wrap(&text, text_columns(area.width), usize::from(height.saturating_sub(2)));
    for (row, text) in (2..height).zip(lines) {
        canvas.row(line(area, row), 0).put(" ", role).put(&text, role);
    }
}

const fn lane_key(lane: Lane) -> &'static str {
    match lane.approach() {
        Some(approach) => approach_key(approach),
        None => match lane {
            Lane::Cause | Lane::Prevent => "field-cause",
            Lane::Event | Lane::Reduce => "field-event",
            Lane::Consequence | Lane::Fix => "field-consequence",
        },
    }
}

/// What is told where nothing stands: what is missing, and which key fills it.
fn missing_key(lane: Lane, risk: &Risk) -> &'static str {
    if lane.approach().is_some() && risk.cells.iter().all(|(_, cell)| cell.agreed.is_none()) {
        return "bow-tie-no-levels";
    }
    match lane {
        Lane::Cause => "bow-tie-no-cause",
        Lane::Prevent => "bow-tie-no-prevention",
        Lane::Event => "details-none",
        Lane::Reduce => "bow-tie-no-reduction",
        Lane::Fix => "bow-tie-no-fix",
        Lane::Consequence => "bow-tie-no-consequence",
    }
}
