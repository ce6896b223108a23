//! What the first and the last step tell the room of a risk: cause and consequence, points and solutions.

use ratatui::layout::Position;

use super::super::paint::{Canvas, wrap};
use super::super::theme::Role;
use super::super::{summary, value};
use super::title;
use super::zones::{Wants, zones};
use crate::app::App;
use crate::app::form::risk::RiskField;
use crate::app::form::{Field, Subject};
use crate::app::layout::Area;
use crate::app::workshop::Workshop;
use crate::domain::{Risk, Solution};
use crate::text::catalogue::Catalogue;
use crate::text::dates;
use crate::text::keys::{approach_key, status_key};

/// Columns of the names of what is told, with a blank.
const LABEL: u16 = 16;
/// Most lines of a text.
const LINES: usize = 6;

/// A text with its name, and how it looks.
pub(super) struct Part {
    label: String,
    text: String,
    role: Role,
}

impl Part {
    /// The columns before the text: none without a name.
    const fn indent(&self) -> u16 {
        if self.label.is_empty() { 0 } else { LABEL }
    }
}

/// Paints the title and below it what is told.
pub(super) fn draw(canvas: &mut Canvas<'_>, risk: &Risk, parts: &[Part], area: Area) -> Position {
    let width = area.width - area.width / 40 * 2;
    let columns = |part: &Part| usize::from(width.saturating_sub(part.indent()));
    let lines = |most| parts.iter().map(|part| wrap(&part.text, columns(part), most)).collect::<Vec<_>>();
    let rows = |texts: &[Vec<String>]| texts.iter().map(Vec::len).sum::<usize>();
    let count = u16::try_from(parts.len()).unwrap_or(0);
    let body = u16::try_from(rows(&lines(LINES))).unwrap_or(u16::MAX);
    let wants = Wants { title: &risk.title, body, parts: count, ..Wants::default() };
    let zones = zones(area, &wants);
    canvas.row(zones.head, 0).put(&risk.id.to_string(), Role::Header);
    title(canvas, risk, &zones);
    let here = zones.body;
    let height = usize::from(here.height);
    let texts = (1..=LINES).rev().map(lines).find(|texts| rows(texts) <= height).unwrap_or_else(|| lines(1));
    let apart = u16::from(rows(&texts) + texts.len().saturating_sub(1) <= height);
    let mut row = 0;
    for (part, lines) in parts.iter().zip(texts) {
        for (place, text) in lines.iter().enumerate() {
            let mut pen = canvas.row(here, row);
            pen.put_in(part.indent(), if place == 0 { &part.label } else { "" }, Role::Muted);
            pen.put(text, part.role);
            row += 1;
        }
        row += apart;
    }
    Position { x: zones.head.x, y: zones.head.y }
}

/// Cause, consequence, category, first glance and evidence, as far as they are there.
pub(super) fn identified(workshop: &Workshop, risk: &Risk, words: &Catalogue) -> Vec<Part> {
    let fields = [
        RiskField::Cause,
        RiskField::Consequence,
        RiskField::Category,
        RiskField::Money,
        RiskField::Marketing,
        RiskField::HitTags,
        RiskField::Evidence,
    ];
    let part = |field: RiskField| Part {
        label: words.text(&format!("field-{}", field.name())).to_owned(),
        text: value::of(workshop, Subject::Risk(risk.id), Field::Risk(field), words),
        role: Role::Text,
    };
    fields.into_iter().map(part).filter(|part| !part.text.trim().is_empty()).collect()
}

/// Points now and after the solutions, the decision, and the solutions.
pub(super) fn solved(app: &App, workshop: &Workshop, risk: &Risk, words: &Catalogue) -> Vec<Part> {
    let place = workshop.session().place_of(risk.id);
    let linked = place.and_then(|place| workshop.derived.solutions.get(place)).into_iter().flatten();
    let solutions: Vec<&Solution> =
        linked.filter_map(|place| workshop.session().solutions.get(*place)).map(|it| &**it).collect();
    let summary = summary::lines(app, workshop, Subject::Risk(risk.id), words, 0).into_iter().enumerate();
    // The line with the ids of the solutions is not needed where these are told.
    let needed = summary.filter(|(place, _)| *place != 1 || solutions.is_empty());
    let told = needed.map(|(_, spans)| {
        let role = spans.first().map_or(Role::Text, |(_, role)| *role);
        let text = spans.into_iter().map(|(text, _)| text).collect();
        Part { label: String::new(), text, role }
    });
    let mut parts: Vec<Part> = told.collect();
    parts.extend(solutions.into_iter().map(|solution| solution_part(workshop, solution, words)));
    parts
}

/// `S1 chosen   Limit log-ins · prevent · Ana · 12 Dec`
fn solution_part(workshop: &Workshop, solution: &Solution, words: &Catalogue) -> Part {
    let owner = match &solution.owner {
        _ if workshop.blank => None,
        Some(owner) => Some(owner.to_string()),
        None => Some(words.text("no-owner").to_owned()),
    };
    let due = solution.due.map(|due| dates::date(due, words));
    let approach = words.text(approach_key(solution.approach)).to_owned();
    let details = [Some(approach), owner, due].into_iter().flatten();
    let text = [solution.title.to_string()].into_iter().chain(details).collect::<Vec<_>>().join(" · ");
    Part {
        label: format!("{} {}", solution.id, words.text(status_key(solution.status))),
        text,
        role: Role::Text,
    }
}
