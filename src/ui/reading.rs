//! What is read over the screen: the messages of this run, and what an edit outside the program changed. One sentence a
//! row, the selected one as a whole below.

use ratatui::layout::Position;

use super::banner::kept_in;
use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::notice;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use super::typing;
use crate::app::App;
use crate::app::layout::{Area, Shape};
use crate::app::message::{Message, Told};
use crate::app::overlay::{About, Reading};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;
use crate::text::safe::Safe;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 104;

/// How many rows the whole of the selected sentence has, with the line above it.
const fn below(inside: u16) -> u16 {
    let third = inside / 3;
    if third > 6 { 6 } else { third }
}

/// How many sentences can be seen.
pub(super) const fn rows(inside: u16) -> u16 {
    inside.saturating_sub(below(inside))
}

/// Paints it; the cursor stands on the selected row.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, reading: Reading, area: Area) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let (left, foot) = match reading.about {
        About::Messages => ("messages-title", words.text("messages-foot")),
        About::Differences => ("differences-title", words.text("differences-foot")),
    };
    let length = app.reading_rows(reading.about);
    let count = length.to_string();
    let title = Title { left: words.text(left), right: &count, foot, focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    if length == 0 {
        canvas.row(inside, 0).put(" ", Role::Muted).put(words.text("messages-none"), Role::Muted);
        return None;
    }
    let list = Area { height: rows(inside.height), ..inside };
    let first = reading.cursor.offset;
    let mut cursor = None;
    for (row, place) in (0..list.height).zip(first..length) {
        let here = line(list, row);
        let selected = place == reading.cursor.place;
        let (time, text) = told(app, reading.about, place, words)?;
        let mut pen = canvas.row(here, 0);
        pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent).put(&time, Role::Muted);
        pen.put(&text, Role::Text);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    whole(canvas, app, reading, inside);
    let hidden = length.saturating_sub(first + usize::from(list.height));
    if hidden > 0 {
        more(canvas, list, Shape::Wide, hidden);
    }
    cursor
}

/// The selected sentence as a whole, below a line.
fn whole(canvas: &mut Canvas<'_>, app: &App, reading: Reading, inside: Area) {
    let list = rows(inside.height);
    let words = &canvas.look.catalogue;
    let Some((_, text)) = told(app, reading.about, reading.cursor.place, words) else { return };
    canvas.row(inside, list).put(&"─".repeat(usize::from(inside.width)), Role::Border);
    let room = usize::from(inside.height.saturating_sub(list + 1));
    let lines = wrap(&text, usize::from(inside.width).saturating_sub(2), room);
    for (row, text) in (list + 1..inside.height).zip(lines) {
        canvas.row(inside, row).put(" ", Role::Text).put(&text, Role::Text);
    }
}

/// What stands in a row: the time, if it has one, and the sentence.
fn told(app: &App, about: About, place: usize, words: &Catalogue) -> Option<(String, String)> {
    match about {
        About::Messages => {
            let message = app.messages.iter().rev().nth(place)?;
            Some((format!("{}  ", dates::clock(message.at, &app.zone)), sentence(message, app, words)))
        }
        About::Differences => {
            Some((" ".to_owned(), Safe::new(app.differences().get(place)?).as_str().to_owned()))
        }
    }
}

fn sentence(message: &Message, app: &App, words: &Catalogue) -> String {
    match &message.told {
        Told::Notice(told) => notice::sentence(told, app, words).0,
        Told::Sentence(sentence) => Safe::new(sentence).as_str().to_owned(),
        Told::Kept(sentence, folder) => format!("{} {}", Safe::new(sentence), kept_in(folder, words)),
        Told::Draft(purpose) => typing::left_unfinished(*purpose, words),
        Told::Stray(name) => words.format("messages-stray", &[("name", Arg::Text(&Safe::new(name)))]),
        Told::Piece(text) => format!("  {}", Safe::new(text)),
    }
}
