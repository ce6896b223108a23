//! The timer in the first row: `18:20 of 30:00 ▓▓▓▓▓▓░░░░`, shorter where there is no room.
//!
//! The bar goes first, then the whole length; the remaining time stays as long as it fits. Paused it has a `■`, after the
//! end a `+`: no color says it alone. It never takes more columns or fewer because time goes by.

use unicode_width::UnicodeWidthStr;

use super::paint::Pen;
use super::theme::Role;
use crate::app::timer::{Reading, Timer};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;

/// Cells of the bar.
const BAR: u16 = 10;
/// A bar of fewer cells says nothing.
const SHORTEST_BAR: u16 = 4;

/// How much of the timer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Form {
    /// Whether the whole length is.
    whole: bool,
    /// Cells of the bar, with the word that stands there when it pauses or is over.
    bar: u16,
}

/// The columns of the time alone, with its sign.
pub(super) fn shortest(timer: &Timer) -> u16 {
    1 + number(timer)
}

/// As much as fits into so many columns.
pub(super) fn form(timer: &Timer, words: &Catalogue, columns: u16) -> Form {
    let whole = shortest(timer) + columns_of(&whole_length(timer, words));
    let bar = columns.saturating_sub(whole + 1).min(BAR);
    Form { whole: columns >= whole, bar: if bar < SHORTEST_BAR { 0 } else { bar } }
}

/// The columns that a form takes.
pub(super) fn width(timer: &Timer, words: &Catalogue, form: Form) -> u16 {
    let whole = if form.whole { columns_of(&whole_length(timer, words)) } else { 0 };
    let bar = if form.bar > 0 { 1 + form.bar } else { 0 };
    shortest(timer) + whole + bar
}

/// Writes it.
pub(super) fn write(pen: &mut Pen<'_, '_>, timer: &Timer, words: &Catalogue, form: Form) {
    let (sign, seconds, role) = match timer.reading() {
        Reading::Left(seconds) if timer.is_running() => (" ", seconds, Role::Title),
        Reading::Left(seconds) => ("■", seconds, Role::Muted),
        Reading::Over(seconds) => ("+", seconds, Role::Warning),
    };
    // The sign stands at the number, whatever is blank before it.
    let time = format!("{sign}{}", dates::timer(seconds));
    pen.put_right(shortest(timer), &time, role);
    let is_over = timer.is_over();
    if form.whole {
        let text =
            if is_over { format!(" {}", words.text("timer-over")) } else { whole_length(timer, words) };
        pen.put_in(columns_of(&whole_length(timer, words)), &text, if is_over { role } else { Role::Muted });
    }
    if form.bar == 0 {
        return;
    }
    pen.put(" ", Role::Text);
    let paused = words.text("timer-paused");
    if !timer.is_running() && columns_of(paused) <= form.bar {
        pen.put_in(form.bar, paused, Role::Muted);
    } else {
        let (left, role) =
            (timer.cells_left(form.bar), if timer.is_running() { Role::Accent } else { Role::Muted });
        pen.fill(left, '▓', role).fill(form.bar - left, '░', Role::Muted);
    }
}

/// ` of 30:00`, or what takes its place at the end, if that is wider.
fn whole_length(timer: &Timer, words: &Catalogue) -> String {
    let all = dates::timer(timer.seconds());
    let text = words.format("timer-of", &[("all", Arg::Text(&all))]);
    let over = words.text("timer-over").width();
    format!(" {text:<over$}")
}

/// The columns of the number: those of the longest that there can be.
fn number(timer: &Timer) -> u16 {
    columns_of(&dates::timer(timer.seconds())).max(5)
}

fn columns_of(text: &str) -> u16 {
    u16::try_from(text.width()).unwrap_or(u16::MAX)
}
