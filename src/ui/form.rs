//! The details of a risk or a solution: what follows from it, then its fields, one of them selected.

use std::sync::Arc;

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use super::{summary, value};
use crate::app::App;
use crate::app::form::risk::RiskField;
use crate::app::form::{self, Editor, Field, Subject};
use crate::app::layout::{Area, Layout, Target};
use crate::app::typing::purpose::Purpose;
use crate::app::workshop::{Pane, Workshop};
use crate::domain::Risk;
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::safe::Safe;

/// Columns of the names of fields.
const NAME: u16 = 15;
/// Most lines a field takes where there is not room for all, and the pane is not zoomed.
const LINES: u16 = 3;

/// Paints the details; the cursor stands on the selected field if the pane has the focus.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    layout: &Layout,
) -> Option<Position> {
    let area = layout.pane(Pane::Details)?;
    let words = &canvas.look.catalogue;
    let focus = workshop.focus == Pane::Details;
    let Some(subject) = workshop.subject() else {
        let title = Title { left: words.text("pane-details"), focus, ..Title::default() };
        let inside = frame(canvas, area, layout.shape, &title);
        canvas.row(inside, 0).put(" ", Role::Muted).put(words.text("details-none"), Role::Muted);
        return None;
    };
    let left = heading(workshop, subject);
    let inside = frame(canvas, area, layout.shape, &Title { left: &left, focus, ..Title::default() });
    for (row, spans) in (0..).zip(summary::lines(app, workshop, subject, words, inside.width)) {
        let mut pen = canvas.row(inside, row);
        pen.put(" ", Role::Text);
        for (text, role) in &spans {
            pen.say(text, *role);
        }
    }
    let fields = below_summary(workshop, subject, inside);
    let mut cursor = None;
    for (place, row, height) in placed(workshop, subject, fields) {
        let Some(&field) = subject.fields().get(place) else { break };
        let here = Area { y: fields.y + row, height, ..fields };
        let selected = focus && place == workshop.field.place;
        paint_field(canvas, app, workshop, subject, field, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    cursor
}

fn heading(workshop: &Workshop, subject: Subject) -> String {
    let session = workshop.session();
    match subject {
        Subject::Session => session.title.to_string(),
        Subject::Risk(id) => format!("{id} {}", session.risk(id).map_or("", |risk| &risk.title)),
        Subject::Solution(id) => format!("{id} {}", session.solution(id).map_or("", |it| &it.title)),
        Subject::Person(id) => session.person(id).map(|it| it.name.to_string()).unwrap_or_default(),
    }
}

fn paint_field(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    subject: Subject,
    field: Field,
    area: Area,
    selected: bool,
) {
    let words = &canvas.look.catalogue;
    let key = format!("field-{}", field.name());
    let draft = app.draft(Purpose::Field(subject, field)).is_some();
    let text = value::of(workshop, subject, field, words);
    let lines = wrap(&text, columns(area), usize::from(area.height));
    let mut pen = canvas.row(area, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent).put_in(
        NAME,
        words.text(&key),
        Role::Muted,
    );
    if draft {
        pen.put(words.text("details-draft"), Role::Warning).put(" ", Role::Text);
    }
    pen.put(lines.first().map_or("", String::as_str), Role::Text);
    let merged = merged(workshop, subject, field, words);
    let rest = lines.iter().skip(1).map(|text| (text, Role::Text));
    let rest = rest.chain(merged.iter().map(|text| (text, Role::Muted)));
    for (row, (text, role)) in (1..area.height).zip(rest) {
        canvas.row(area, row).select(selected).skip(NAME + 1).put(text, role);
    }
}

/// What stands below the event of a risk: the events of those that are part of it now.
fn merged(workshop: &Workshop, subject: Subject, field: Field, words: &Catalogue) -> Vec<String> {
    let (Subject::Risk(id), Field::Risk(RiskField::Title)) = (subject, field) else { return Vec::new() };
    let places = workshop.derived.merged.get(&id).map_or(&[][..], Vec::as_slice);
    let risks = places.iter().filter_map(|place| workshop.session().risks.get(*place));
    let row = |risk: &Arc<Risk>| {
        let (id, title) = (risk.id.to_string(), Safe::new(&risk.title));
        words.format("merged-row", &[("id", Arg::Text(&id)), ("title", Arg::Text(&title))])
    };
    risks.map(row).collect()
}

/// How many rows that takes.
fn merged_rows(workshop: &Workshop, subject: Subject, field: Field) -> usize {
    match (subject, field) {
        (Subject::Risk(id), Field::Risk(RiskField::Title)) => {
            workshop.derived.merged.get(&id).map_or(0, Vec::len)
        }
        _ => 0,
    }
}

/// Columns for the value of a field.
fn columns(area: Area) -> usize {
    usize::from(area.width.saturating_sub(NAME + 2)).max(1)
}

fn below_summary(workshop: &Workshop, subject: Subject, area: Area) -> Area {
    let told = summary::height(workshop, subject, area.width).min(area.height);
    Area { y: area.y + told, height: area.height - told, ..area }
}

/// Which fields are seen: place, first row and rows. The selected one always is among them, whole if it can be.
fn placed(workshop: &Workshop, subject: Subject, area: Area) -> Vec<(usize, u16, u16)> {
    let height = |field: &Field| {
        let lines = match field.editor() {
            Editor::Line(_) | Editor::Note => {
                let text = form::text(workshop.session(), subject, *field);
                let lines = wrap(&text, columns(area), usize::from(area.height)).len();
                lines.max(1) + merged_rows(workshop, subject, *field)
            }
            Editor::Choice | Editor::Choices | Editor::Fixed => 1,
        };
        u16::try_from(lines.max(1)).unwrap_or(u16::MAX)
    };
    let mut heights: Vec<u16> = subject.fields().iter().map(height).collect();
    if heights.iter().sum::<u16>() > area.height && !workshop.zoom {
        for height in &mut heights {
            *height = (*height).min(LINES);
        }
    }
    let selected = workshop.field.place;
    let up_to_selected = |first: usize| heights.iter().take(selected + 1).skip(first).sum::<u16>();
    let mut first = workshop.field.offset.min(selected);
    while first < selected && up_to_selected(first) > area.height {
        first += 1;
    }
    let mut row = 0;
    let mut placed = Vec::new();
    for (place, height) in heights.iter().enumerate().skip(first) {
        if row >= area.height {
            break;
        }
        placed.push((place, row, (*height).min(area.height - row)));
        row += height;
    }
    placed
}

/// How many fields are seen.
pub(super) fn rows(workshop: &Workshop, area: Area) -> usize {
    let Some(subject) = workshop.subject() else { return 0 };
    placed(workshop, subject, below_summary(workshop, subject, area)).len()
}

/// Where fields can be clicked.
pub(super) fn targets(workshop: &Workshop, area: Area, targets: &mut Vec<(Area, Target)>) {
    let Some(subject) = workshop.subject() else { return };
    let fields = below_summary(workshop, subject, area);
    for (place, row, height) in placed(workshop, subject, fields) {
        let here = line(Area { y: fields.y + row, height, ..fields }, 0);
        targets.push((here, Target::Field(place)));
    }
}
