//! The names that fit while the name of an owner is typed: one row below the line.

use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::layout::line;
use super::paint::Canvas;
use super::theme::Role;
use super::typing;
use crate::app::layout::Area;
use crate::app::typing::Typing;
use crate::text::safe::Safe;

/// Columns between two names.
const GAP: usize = 3;

/// The rows below the line.
pub(super) fn rows_below(typing: &Typing) -> u16 {
    u16::from(typing.names.is_some())
}

/// Paints the line and the names, and says where the caret is.
pub(super) fn draw(canvas: &mut Canvas<'_>, typing: &Typing, area: Area) -> Option<Position> {
    let caret = typing::single(canvas, typing, line(area, 0));
    let names: Vec<Safe<'_>> = typing.fitting_names().into_iter().map(|name| Safe::new(name)).collect();
    let picked = typing.picked_name();
    let row = line(area, 1);
    if names.is_empty() {
        if typing.is_new_name() {
            let told = canvas.look.catalogue.text("names-none");
            canvas.row(row, 0).put(" ", Role::Muted).put(told, Role::Muted);
        }
        return caret;
    }
    let first = first_seen(&names, picked.unwrap_or(0), usize::from(area.width));
    let mut pen = canvas.row(row, 0);
    for (place, name) in names.iter().enumerate().skip(first) {
        if usize::from(pen.room()) < name.width() + GAP {
            pen.put("…", Role::Muted);
            break;
        }
        let is_picked = picked == Some(place);
        let role = if is_picked { Role::Selection } else { Role::Accent };
        pen.put(if is_picked { "►" } else { " " }, Role::Accent).put(name, role).put("  ", Role::Text);
    }
    caret
}

/// The first name that is seen, so that the picked one is.
fn first_seen(names: &[Safe<'_>], picked: usize, room: usize) -> usize {
    let width =
        |from: usize| names.iter().take(picked + 1).skip(from).map(|name| name.width() + GAP).sum::<usize>();
    (0..picked).find(|from| width(*from) < room).unwrap_or(picked)
}
