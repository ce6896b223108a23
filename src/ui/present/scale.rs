//! The levels of a cell with their texts and the dots of revealed votes, and what the votes add up to.
//!
//! Before the reveal nothing is read of votes but how many are in.

use std::borrow::Cow;

use super::super::letters::{self, Size};
use super::super::paint::{Canvas, wide, wrap};
use super::super::theme::Role;
use super::super::{assess, votes};
use super::revealed;
use crate::app::App;
use crate::app::layout::Area;
use crate::app::workshop::Workshop;
use crate::domain::agreement;
use crate::domain::{Assessment, Cell, Level, Votes};
use crate::text::bands::level_texts;
use crate::text::catalogue::{Arg, Catalogue, Lang};

/// Most lines of the text of a level.
const LINES: usize = 3;
/// Columns of the mark and the number before the dots, in normal and in large letters.
const NUMBER: u16 = 6;
const LARGE_NUMBER: u16 = 9;
/// The same on very narrow screens, up to so many columns.
const SHORT_NUMBER: u16 = 3;
const VERY_NARROW: u16 = 50;
/// Most dots of a level on narrow and on wide screens; more votes are a number.
const DOTS: usize = 5;
const MORE_DOTS: usize = 10;
/// Columns between two large texts in a row.
const APART: u16 = 4;
/// From so many columns there is room for more dots.
const WIDE: u16 = 110;

/// The columns kept for dots, which depend on how many vote and not on how.
fn dots(workshop: &Workshop, columns: u16) -> (usize, u16) {
    let most = if columns < WIDE { DOTS } else { MORE_DOTS };
    let people = workshop.derived.voters.len().min(most);
    let width = if people == 0 { 0 } else { people + 2 };
    (most, u16::try_from(width).unwrap_or(0))
}

/// The rows of the levels of the longest cell if no text is cut, on a screen of so many columns.
pub(super) fn height(workshop: &Workshop, columns: u16, lang: Lang) -> u16 {
    let text = text_columns(workshop, columns - columns / 40 * 2);
    let lines = |cell: Cell| -> usize {
        let texts = level_texts(workshop.session(), cell, lang);
        texts.iter().map(|level| wrap(level, usize::from(text), LINES).len().max(1)).sum()
    };
    u16::try_from(Cell::ALL.into_iter().map(lines).max().unwrap_or(0)).unwrap_or(u16::MAX)
}

const fn number_width(columns: u16) -> u16 {
    if columns < VERY_NARROW { SHORT_NUMBER } else { NUMBER }
}

fn text_columns(workshop: &Workshop, columns: u16) -> u16 {
    columns.saturating_sub(number_width(columns) + dots(workshop, columns).1)
}

/// Paints the levels, each in as many rows as all can have.
pub(super) fn draw(canvas: &mut Canvas<'_>, workshop: &Workshop, area: Area) {
    let count = workshop.session().scales.levels;
    let texts = level_texts(workshop.session(), workshop.cell, canvas.look.catalogue.lang());
    let levels = u16::from(count.number());
    let each = area.height / levels.max(1);
    if each >= Size::Quarters.rows() {
        for (place, (level, text)) in (0..).zip(count.levels().zip(&texts)) {
            let here = Area { y: area.y + place * each, height: Size::Quarters.rows(), ..area };
            large(canvas, workshop, text, level, here);
        }
        return;
    }
    let columns = usize::from(text_columns(workshop, area.width));
    let texts = level_lines(&texts, columns, usize::from(area.height));
    let used: usize = texts.iter().map(Vec::len).sum();
    let apart = u16::from(used + texts.len().saturating_sub(1) <= usize::from(area.height));
    let now = workshop.selected_cell().and_then(Assessment::level).filter(|_| !workshop.blank);
    let first = assess::first_level(now, count.number(), area.height);
    let mut row = 0;
    for (level, lines) in count.levels().zip(&texts).skip(first) {
        let height = u16::try_from(lines.len()).unwrap_or(1);
        let here = Area { y: area.y + row, height: height.min(area.height.saturating_sub(row)), ..area };
        small(canvas, workshop, level, lines, here);
        row += height + apart;
    }
}

/// The text of each level in as many lines as it needs, as long as there are rows.
fn level_lines(levels: &[Cow<'_, str>], columns: usize, rows: usize) -> Vec<Vec<String>> {
    let first = |text: &str| vec![wrap(text, columns, 1).pop().unwrap_or_default()];
    let mut texts: Vec<Vec<String>> = levels.iter().map(|level| first(level)).collect();
    let mut spare = rows.saturating_sub(texts.len());
    for lines in 2..=LINES {
        for (text, level) in texts.iter_mut().zip(levels) {
            let longer = wrap(level, columns, lines);
            let more = longer.len().saturating_sub(text.len());
            if (1..=spare).contains(&more) {
                spare -= more;
                *text = longer;
            }
        }
    }
    texts
}

/// Whether a level is the one that stands.
fn stands(workshop: &Workshop, level: Level) -> bool {
    let now = workshop.selected_cell().and_then(Assessment::level);
    !workshop.blank && now == Some(level)
}

/// A level in normal letters.
fn small(canvas: &mut Canvas<'_>, workshop: &Workshop, level: Level, lines: &[String], here: Area) {
    let count = workshop.session().scales.levels.number();
    let stands = stands(workshop, level);
    let (most, width) = dots(workshop, here.width);
    let dots = revealed(workshop).map(|it| votes::dots_up_to(most, it, level)).unwrap_or_default();
    for (row, text) in (0..here.height).zip(lines) {
        let mut pen = canvas.row(here, row);
        if row == 0 {
            let air = u16::from(number_width(here.width) == NUMBER);
            let chip = Role::chip(level.number(), count);
            pen.put(if stands { "►" } else { " " }, Role::Accent).skip(air).fill(air, ' ', chip);
            pen.put(&level.number().to_string(), chip).fill(air, ' ', chip).skip(1);
            pen.put_in(width, &dots, Role::Accent);
        } else {
            pen.skip(number_width(here.width) + width);
        }
        pen.put(text, if stands { Role::Title } else { Role::Text });
    }
}

/// A level whose number and dots are in large letters.
fn large(canvas: &mut Canvas<'_>, workshop: &Workshop, text: &str, level: Level, here: Area) {
    let count = workshop.session().scales.levels.number();
    let stands = stands(workshop, level);
    let chip = Role::chip(level.number(), count);
    let number = letters::rows(&level.number().to_string(), Size::Quarters, 4, 1).unwrap_or_default();
    let (most, _) = dots(workshop, here.width);
    let room = large_dots(workshop, most);
    let dots = revealed(workshop).map(|it| votes::dots_up_to(most, it, level)).unwrap_or_default();
    let dots = letters::rows(&dots, Size::Quarters, room, 1).unwrap_or_default();
    let columns = here.width.saturating_sub(LARGE_NUMBER + room);
    let lines = wrap(text, usize::from(columns), usize::from(here.height));
    let above = here.height.saturating_sub(u16::try_from(lines.len()).unwrap_or(0)) / 2;
    for row in 0..here.height {
        let at = |texts: &[String], row: u16| texts.get(usize::from(row)).cloned().unwrap_or_default();
        let mut pen = canvas.row(here, row);
        pen.put(if stands && row == 1 { "►" } else { " " }, Role::Accent).skip(1);
        pen.fill(1, ' ', chip).put(&format!("{:4}", at(&number, row)), chip).skip(2);
        pen.put_in(room, &at(&dots, row), Role::Accent);
        let line = row.checked_sub(above).map(|row| at(&lines, row)).unwrap_or_default();
        pen.put(&line, if stands { Role::Title } else { Role::Text });
    }
}

/// The columns of as many large dots as can be.
fn large_dots(workshop: &Workshop, most: usize) -> u16 {
    let people = workshop.derived.voters.len().min(most);
    if people == 0 { 0 } else { u16::try_from(people * 7 / 2 + 3).unwrap_or(0) }
}

/// `4 of 6 in` in large letters; after the reveal the median and, beside it, what the room should do.
pub(super) fn tally(canvas: &mut Canvas<'_>, app: &App, workshop: &Workshop, area: Area) {
    let words = &canvas.look.catalogue;
    let (text, role) = match (votes::waiting_now(app, workshop), revealed(workshop)) {
        (Some((cast, seats)), _) => {
            let args = [("n", votes::number(cast)), ("all", votes::number(seats))];
            (words.format("present-in", &args), Role::Accent)
        }
        (None, Some(revealed)) => (votes::median(revealed, words).unwrap_or_default(), Role::Text),
        (None, None) => return,
    };
    let end = large_text(canvas, &text, role, area);
    if let Some(rule) = revealed(workshop).and_then(agreement::room_rule) {
        let free = Area { x: end + APART, width: (area.x + area.width).saturating_sub(end + APART), ..area };
        large_text(canvas, words.text(votes::short_rule_key(rule)), votes::rule_role(Some(rule)), free);
    }
}

/// Writes a line of large letters, if it fits; gives back where it ends.
fn large_text(canvas: &mut Canvas<'_>, text: &str, role: Role, here: Area) -> u16 {
    let rows = letters::rows(text, Size::Quarters, here.width, 1).unwrap_or_default();
    let mut end = here.x;
    for (row, text) in (0..here.height).zip(rows) {
        end = end.max(canvas.row(here, row).put(&text, role).x());
    }
    end
}

/// `2 don't know`, which have no dots.
fn unknown(revealed: &Votes, words: &Catalogue) -> Option<String> {
    let count = i64::try_from(revealed.unknowns()).ok().filter(|count| *count > 0)?;
    Some(words.format("present-unknown", &[("n", Arg::Number(count))]))
}

/// What the votes add up to, and what the room should do, under a line; both rounds, if there were two.
pub(super) fn foot(canvas: &mut Canvas<'_>, workshop: &Workshop, area: Area, tells_all: bool) {
    let words = &canvas.look.catalogue;
    let shown = revealed(workshop);
    let mut figures: Vec<String> = Vec::new();
    if tells_all {
        figures.extend(votes::waiting(workshop, words));
        figures.extend(shown.and_then(|it| votes::median(it, words)));
    }
    figures.extend(shown.into_iter().flat_map(|it| votes::spread(workshop, it, words)));
    figures.extend(shown.and_then(|it| unknown(it, words)));
    let rule = shown.and_then(|it| votes::rule(workshop, it, words)).unwrap_or_default();
    let line = area.height.saturating_sub(2);
    if line > 0 {
        canvas.row(area, 0).fill(area.width, '─', Role::Border);
    }
    let counted = if shown.is_some() { Role::Text } else { Role::Accent };
    canvas.row(area, line).put(&figures.join(" · "), counted);
    let advised = votes::rule_role(shown.and_then(agreement::room_rule));
    canvas.row(area, line + 1).put(&rule, advised);
    let Some(rounds) = rounds(workshop, words) else { return };
    if line > 0 {
        canvas.row(area, 0).put_last(&format!(" {rounds}"), Role::Muted);
    } else {
        let taken = u16::try_from(wide(&rule) + 2).unwrap_or(u16::MAX);
        canvas.row(area, line + 1).skip(taken).put_last(&rounds, Role::Muted);
    }
}

/// Both rounds; of one only who said what, where names are shown: its dots are beside the levels.
fn rounds(workshop: &Workshop, words: &Catalogue) -> Option<String> {
    let risk = workshop.selected_risk().filter(|_| !workshop.blank)?;
    let [first, second] = votes::rounds(workshop, risk, words);
    let tells = !second.is_empty() || workshop.arrangement.names && revealed(workshop).is_some();
    tells.then(|| format!("{first} {second}").trim_end().to_owned())
}
