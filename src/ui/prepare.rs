//! The form a session is prepared with: its rows, and what the revenue makes of the financial damage.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use super::value;
use crate::app::App;
use crate::app::cursor::Cursor;
use crate::app::form::session::SessionField;
use crate::app::form::{Field, Subject};
use crate::app::layout::{Area, Shape};
use crate::app::prepare::{ROWS, Row};
use crate::app::typing::purpose::Purpose;
use crate::app::workshop::Workshop;
use crate::text::bands::money_bands;
use crate::text::catalogue::{Arg, Catalogue};

/// Columns it takes if there is room.
pub(super) const WIDTH: u16 = 78;
/// Rows below those of the form: a blank, and the bands of the financial damage.
const FOOT: usize = 4;
/// Columns of the names.
const NAME: u16 = 18;

/// How many rows it takes with its frame.
pub(super) fn height() -> u16 {
    u16::try_from(ROWS.len() + FOOT + 2).unwrap_or(u16::MAX)
}

/// How many rows of the form are seen.
pub(super) fn rows(inside: u16) -> u16 {
    inside.min(u16::try_from(ROWS.len()).unwrap_or(u16::MAX))
}

/// Paints it; the cursor stands on the selected row.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, cursor: Cursor, area: Area) -> Option<Position> {
    let workshop = app.workshop.as_ref()?;
    let words = &canvas.look.catalogue;
    let left = words.text("prepare-title");
    let is_new = workshop.session().risks.is_empty();
    let foot_key = if is_new { "prepare-foot" } else { "prepare-foot-later" };
    let title = Title { left, right: "", foot: words.text(foot_key), focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let mut found = None;
    for (row, place) in (0..rows(inside.height)).zip(cursor.offset..) {
        let Some(shown) = ROWS.get(place) else { break };
        let here = line(inside, row);
        let selected = place == cursor.place;
        let (name, text, is_draft) = told(app, workshop, *shown, words);
        let mut pen = canvas.row(here, 0);
        pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
        pen.put_in(NAME, words.text(&name), Role::Muted).put(" ", Role::Text);
        if is_draft {
            pen.put(words.text("details-draft"), Role::Warning).put(" ", Role::Text);
        }
        pen.say(&text, Role::Text);
        if selected {
            found = Some(Position { x: here.x, y: here.y });
        }
    }
    foot(canvas, workshop, inside);
    found
}

/// The key of a row's name, what stands in it, and whether a text was left unfinished there.
fn told(app: &App, workshop: &Workshop, row: Row, words: &Catalogue) -> (String, String, bool) {
    let session = workshop.session();
    match row {
        Row::Field(field) => {
            let it = Field::Session(field);
            let text = value::of(workshop, Subject::Session, it, words);
            let text = match (field, text.is_empty()) {
                (SessionField::Revenue, true) => words.text("prepare-no-revenue").to_owned(),
                (SessionField::Scope, false) => text.lines().collect::<Vec<_>>().join(" · "),
                (_, _) => text,
            };
            let draft = app.draft(Purpose::Field(Subject::Session, it)).is_some();
            (format!("field-{}", it.name()), text, draft)
        }
        Row::Template => {
            let name = app.template_of(session).map_or(words.text("template-own"), |it| &it.name);
            let levels = i64::from(session.scales.levels.number());
            let args = [("name", Arg::Text(name)), ("levels", Arg::Number(levels))];
            let text = words.format("prepare-template-of", &args);
            let fixed = if session.has_levels() { words.text("prepare-template-fixed") } else { "" };
            ("prepare-template".to_owned(), format!("{text}{fixed}"), false)
        }
        Row::People if workshop.blank => ("prepare-people".to_owned(), "·".to_owned(), false),
        Row::People => {
            let count = Arg::Number(i64::try_from(session.people.len()).unwrap_or(i64::MAX));
            let names: Vec<&str> = session.people.iter().map(|person| person.name.as_str()).collect();
            let text = words.format("prepare-people-count", &[("n", count)]);
            let names = if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) };
            ("prepare-people".to_owned(), text + &names, false)
        }
    }
}

/// What the levels of financial damage are in money, below the rows, if there is room.
fn foot(canvas: &mut Canvas<'_>, workshop: &Workshop, inside: Area) {
    let words = &canvas.look.catalogue;
    let session = workshop.session();
    let text = match session.revenue {
        Some(revenue) => {
            let shares = &session.scales.revenue_shares;
            let bands = money_bands(revenue.units(), shares, &session.currency, words.lang());
            words.format("prepare-bands", &[("bands", Arg::Text(&bands.join(" · ")))])
        }
        None => words.text("prepare-bands-none").to_owned(),
    };
    let above = u16::try_from(ROWS.len() + 1).unwrap_or(u16::MAX);
    let width = usize::from(inside.width.saturating_sub(2));
    for (row, text) in (above..inside.height).zip(wrap(&text, width, FOOT - 1)) {
        canvas.row(inside, row).put(" ", Role::Muted).put(&text, Role::Muted);
    }
}
