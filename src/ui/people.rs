//! The participants and their seats: number, initials, name, team, vote, presence.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::layout::{Area, Shape};
use crate::app::people::Seats;
use crate::app::workshop::Workshop;
use crate::domain::{Participant, Seat};
use crate::text::catalogue::{Arg, Catalogue};

/// Columns it takes if there is room.
pub(super) const WIDTH: u16 = 78;
/// From so many columns inside on there is one for teams.
const WITH_TEAM: u16 = 56;

/// Paints them; the cursor stands on the selected one.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    seats: Seats,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let people = &workshop.session().people;
    let right = counts(people, words);
    let title = Title { left: words.text("people-title"), right: &right, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    if people.is_empty() {
        let width = usize::from(inside.width.saturating_sub(2));
        for (row, text) in (1..inside.height).zip(wrap(words.text("people-none"), width, 6)) {
            canvas.row(inside, row).put(" ", Role::Muted).put(&text, Role::Muted);
        }
        return None;
    }
    let first = seats.cursor.offset;
    let shown = people.iter().zip(&workshop.derived.initials).enumerate().skip(first);
    let mut cursor = None;
    for (row, (place, (person, initials))) in (0..inside.height).zip(shown) {
        let here = line(inside, row);
        let selected = Some(person.id) == seats.person;
        seat(canvas, (place, person, initials), here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    let below = people.len().saturating_sub(first + usize::from(inside.height));
    if below > 0 {
        more(canvas, inside, Shape::Wide, below);
    }
    cursor
}

fn seat(canvas: &mut Canvas<'_>, seat: (usize, &Participant, &str), here: Area, selected: bool) {
    let (place, person, initials) = seat;
    let words = &canvas.look.catalogue;
    let role = if person.present { Role::Text } else { Role::Muted };
    let vote = match person.seat {
        Seat::Voter => words.text("people-votes"),
        Seat::Observer => words.text("people-observes"),
    };
    let sign = if person.present { "●" } else { "○" };
    let word = words.text(if person.present { "people-here" } else { "people-absent" });
    let is_wide = here.width >= WITH_TEAM;
    let present = if is_wide { format!("{sign} {word}") } else { sign.to_owned() };
    let (vote_width, present_width) = (10, if is_wide { 10 } else { 2 });
    let mut pen = canvas.row(here, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    pen.put_right(3, &(place + 1).to_string(), Role::Muted).put(" ", role);
    pen.say_in(5, initials, if person.present { Role::Accent } else { Role::Muted });
    let rest = pen.room().saturating_sub(vote_width + present_width);
    if is_wide {
        pen.say_in(rest * 3 / 5, &person.name, role).put(" ", role);
        let team = person.team.as_ref().map_or("", |team| team.as_str());
        pen.say_in(rest - rest * 3 / 5 - 2, team, Role::Muted).put(" ", role);
    } else {
        pen.say_in(rest.saturating_sub(1), &person.name, role).put(" ", role);
    }
    pen.put_in(vote_width, vote, role);
    pen.put_in(present_width, &present, role);
}

/// `5 here · 4 vote`.
fn counts(people: &[Participant], words: &Catalogue) -> String {
    let count = |is_it: fn(&Participant) -> bool| {
        Arg::Number(i64::try_from(people.iter().filter(|it| is_it(it)).count()).unwrap_or(i64::MAX))
    };
    let here = count(|it| it.present);
    let voting = count(|it| it.present && it.seat == Seat::Voter);
    words.format("people-counts", &[("here", here), ("voting", voting)])
}
