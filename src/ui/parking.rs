//! The parking lot over the screen: what waits, and below it, muted, what is decided.

use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::layout::{Area, Shape};
use crate::app::parking::{OpenLot, Parked};
use crate::app::workshop::Workshop;
use crate::domain::TopicState;
use crate::text::catalogue::{Arg, Catalogue};

/// How wide it is at most.
const WIDTH: u16 = 90;
/// How high it is where there is room enough around it; it never changes with what is in it.
const HEIGHT: u16 = 20;

/// How wide and high it is in this body.
pub(super) const fn size(body: Area) -> (u16, u16) {
    (WIDTH, if body.height < HEIGHT + 8 { body.height } else { HEIGHT })
}

/// Paints it; the cursor stands on the selected row.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    open: OpenLot,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let lot = &workshop.derived.lot;
    let count = counted(lot.undecided, words);
    let title = Title { left: words.text("parking-title"), right: &count, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    if lot.rows.is_empty() {
        let lines = wrap(words.text("parking-empty"), usize::from(inside.width.saturating_sub(2)), 4);
        for (row, text) in (0..inside.height).zip(lines) {
            canvas.row(inside, row).put(" ", Role::Muted).put(&text, Role::Muted);
        }
        return None;
    }
    let first = open.cursor.offset;
    let mut cursor = None;
    for (row, (place, parked)) in (0..inside.height).zip(lot.rows.iter().enumerate().skip(first)) {
        let here = line(inside, row);
        let selected = place == open.cursor.place;
        lot_row(canvas, workshop, *parked, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    let below = lot.rows.len().saturating_sub(first + usize::from(inside.height));
    if below > 0 {
        more(canvas, inside, Shape::Wide, below);
    }
    cursor
}

fn lot_row(canvas: &mut Canvas<'_>, workshop: &Workshop, parked: Parked, here: Area, selected: bool) {
    let words = &canvas.look.catalogue;
    let session = workshop.session();
    let (title, state) = match parked {
        Parked::Risk(id) => {
            let is_carried = session.is_closed();
            (session.risk(id).map_or("", |risk| &risk.title), is_carried.then_some(TopicState::CarriedOver))
        }
        Parked::Topic(id, state) => {
            let topic = session.topics.iter().find(|topic| topic.id == id);
            (topic.map_or("", |topic| &topic.text), Some(state))
        }
    };
    let state = match state {
        Some(TopicState::Settled) => words.text("parking-settled"),
        Some(TopicState::CarriedOver) => words.text("parking-carried-over"),
        Some(TopicState::Parked) | None => "",
    };
    let role = if state.is_empty() { Role::Text } else { Role::Muted };
    let mut pen = canvas.row(here, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    pen.put_in(5, &parked.id(), Role::Muted);
    let room = pen.room().saturating_sub(u16::try_from(state.width()).unwrap_or(0) + 3);
    pen.say_in(room, title, role).put_last(&format!("{state} "), Role::Muted);
}

/// `parked 3`; nothing if nothing is.
pub(super) fn counted(parked: usize, words: &Catalogue) -> String {
    if parked == 0 {
        return String::new();
    }
    let n = Arg::Number(i64::try_from(parked).unwrap_or(i64::MAX));
    words.format("parking-count", &[("n", n)])
}
