//! What has to be done yet across all sessions: when, what, how far, who, and in which session.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::{count, more};
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::App;
use crate::app::follow_ups::{FollowUps, Pending, Whose};
use crate::app::layout::{Area, Shape};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;
use crate::text::keys::status_key;
use crate::text::safe::Safe;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 150;
/// From so many columns inside on, the session stands in the row.
const WIDE: u16 = 100;
/// From so many columns inside on, the owner does.
const MIDDLE: u16 = 60;
/// Rows of the selected one, with the line above them.
const DETAIL: u16 = 3;
/// From so many rows inside on, the selected one is told in full.
const ROOMY: u16 = 9;

/// The rows that list: above the selected one.
pub(super) fn list(inside: Area) -> Area {
    let below = if inside.height >= ROOMY { DETAIL } else { 0 };
    Area { height: inside.height - below, ..inside }
}

/// Paints it; the cursor stands on the selected row.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, open: &FollowUps, area: Area) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let right = shown(open, words);
    let title = Title { left: words.text("follow-ups-title"), right: &right, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    if open.rows.is_empty() {
        let key = if open.all.is_empty() { "follow-ups-none" } else { "follow-ups-none-shown" };
        let lines = wrap(words.text(key), usize::from(inside.width.saturating_sub(2)), 4);
        for (row, text) in (0..inside.height).zip(lines) {
            canvas.row(inside, row).put(" ", Role::Ok).put(&text, Role::Ok);
        }
        return None;
    }
    let list = list(inside);
    let first = open.cursor.offset;
    let mut cursor = None;
    for (row, place) in (0..list.height).zip(first..open.rows.len()) {
        let Some(pending) = open.row(place) else { break };
        let here = line(list, row);
        let selected = place == open.cursor.place;
        draw_row(canvas, app, pending, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    if let Some(pending) = open.selected().filter(|_| list.height < inside.height) {
        detail(canvas, app, pending, Area { y: list.y + list.height, height: DETAIL, ..inside });
    }
    let below = open.rows.len().saturating_sub(first + usize::from(list.height));
    if below > 0 {
        more(canvas, list, Shape::Wide, below);
    }
    cursor
}

/// The selected one in full: what is to be done, who does it, and which session says so.
fn detail(canvas: &mut Canvas<'_>, app: &App, pending: &Pending, area: Area) {
    let words = &canvas.look.catalogue;
    canvas.row(area, 0).put(&"─".repeat(usize::from(area.width)), Role::Border);
    canvas.row(area, 1).put(" ", Role::Title).say(&pending.it.title, Role::Title);
    let owner = pending.it.owner.as_deref().unwrap_or_else(|| words.text("no-owner"));
    let date = dates::date(pending.created.to_zoned(app.zone.clone()).date(), words);
    let mut pen = canvas.row(area, 2);
    pen.put(" ", Role::Text).say(owner, Role::Text).put(&format!(" · {date} · "), Role::Muted);
    pen.say(&pending.session, Role::Muted);
}

/// `overdue · 3/12`.
fn shown(open: &FollowUps, words: &Catalogue) -> String {
    let whose = match &open.whose {
        Whose::All => None,
        Whose::Overdue => Some(words.text("follow-ups-overdue").to_owned()),
        Whose::Owner(name) => Some(Safe::new(name).to_string()),
        Whose::Nobody => Some(words.text("no-owner").to_owned()),
    };
    let (rows, all) = (open.rows.len(), open.all.len());
    let number = |n| count(n, words);
    let count = if rows == all { number(open.left()) } else { format!("{}/{}", number(rows), number(all)) };
    whose.map_or_else(|| count.clone(), |whose| format!("{whose} · {count}"))
}

fn draw_row(canvas: &mut Canvas<'_>, app: &App, pending: &Pending, here: Area, selected: bool) {
    let words = &canvas.look.catalogue;
    let it = &pending.it;
    let late = it.is_overdue(app.today());
    let mut pen = canvas.row(here, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    let due = it.due.map_or_else(|| "–".to_owned(), |due| dates::date(due, words));
    pen.put_in(12, &due, if late { Role::Problem } else { Role::Text });
    if here.width >= MIDDLE {
        pen.put_in(8, if late { words.text("follow-ups-late") } else { "" }, Role::Problem);
        pen.put_in(5, &it.id.to_string(), Role::Muted);
    } else {
        pen.put_in(2, if late { "!" } else { "" }, Role::Problem);
    }
    let role = if it.is_pending() { Role::Accent } else { Role::Ok };
    pen.put_in(10, words.text(status_key(it.status)), role);
    if here.width >= MIDDLE {
        let wide = here.width >= WIDE;
        let (owner, session) = if wide { (pen.room() / 6, pen.room() / 4 + 1) } else { (pen.room() / 3, 0) };
        let title = pen.room().saturating_sub(owner + session + 1);
        pen.say_in(title, &it.title, Role::Text).put(" ", Role::Text);
        match &it.owner {
            Some(name) => pen.say_in(owner, name, Role::Text),
            None => pen.put_in(owner, words.text("no-owner"), Role::Warning),
        };
        if wide {
            pen.put(" ", Role::Text).say(&pending.session, Role::Muted);
        }
    } else {
        pen.say(&it.title, Role::Text);
    }
}

/// `12 follow-ups, 3 overdue`, for the home screen; nothing if nothing is left to do.
pub(super) fn pending(app: &App, words: &Catalogue) -> Option<(String, Role)> {
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let (all, overdue) = (app.home.pending, app.home.overdue);
    let count = (all > 0).then(|| words.format("follow-ups-count", &[("n", number(all))]))?;
    Some(if overdue == 0 {
        (count, Role::Muted)
    } else {
        let late = [("count", Arg::Text(&count)), ("overdue", number(overdue))];
        (words.format("follow-ups-count-late", &late), Role::Warning)
    })
}
