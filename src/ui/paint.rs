//! Paint: putting text of a role into the buffer, cut where it ends, never outside.
//!
//! What is foreign goes through [`Safe`] here, so no view can forget it.

use std::borrow::Cow;
use std::ops::Range;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Modifier, Style};
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::Look;
use super::theme::Role;
use crate::app::layout::Area;
use crate::domain::Band;
use crate::text::formula::short_band_key;
use crate::text::safe::Safe;

/// A buffer to paint on, and how things look.
pub(super) struct Canvas<'a> {
    buffer: &'a mut Buffer,
    pub(super) look: &'a Look,
}

impl<'a> Canvas<'a> {
    pub(super) const fn new(buffer: &'a mut Buffer, look: &'a Look) -> Self {
        Self { buffer, look }
    }

    /// The whole area that can be painted on.
    pub(super) const fn whole(&self) -> Area {
        let area = self.buffer.area;
        Area { x: area.x, y: area.y, width: area.width, height: area.height }
    }

    /// Lays a role over every cell of an area.
    pub(super) fn lay(&mut self, area: Area, role: Role) {
        let style = self.look.theme.style(role);
        let area = self.clipped(area);
        for row in 0..area.height {
            for cell in self.cells(area.x, area.y + row, area.width) {
                cell.set_style(style);
            }
        }
    }

    /// Empties an area, so that what lies below is not seen.
    pub(super) fn clear(&mut self, area: Area) {
        let style = self.look.theme.style(Role::Text);
        let area = self.clipped(area);
        for row in 0..area.height {
            for cell in self.cells(area.x, area.y + row, area.width) {
                cell.reset();
                cell.set_style(style);
            }
        }
    }

    /// A pen for row `row` of an area.
    pub(super) fn row(&mut self, area: Area, row: u16) -> Pen<'_, 'a> {
        let clipped = self.clipped(area);
        let inside = row < area.height && area.y.saturating_add(row) < self.buffer.area.bottom();
        let end = if inside { clipped.x + clipped.width } else { 0 };
        Pen { canvas: self, selected: false, x: area.x, y: area.y.saturating_add(row), end }
    }

    fn clipped(&self, area: Area) -> Area {
        let whole = self.buffer.area;
        let right = area.x.saturating_add(area.width).min(whole.right());
        let bottom = area.y.saturating_add(area.height).min(whole.bottom());
        let (x, y) = (area.x.max(whole.x).min(right), area.y.max(whole.y).min(bottom));
        Area { x, y, width: right - x, height: bottom - y }
    }

    fn style(&self, role: Role) -> Style {
        self.look.theme.style(role)
    }

    /// So many cells of a row from a column on; none if they are not all in the buffer.
    fn cells(&mut self, x: u16, y: u16, columns: u16) -> &mut [Cell] {
        let whole = self.buffer.area;
        if x < whole.x || y < whole.y || x.saturating_add(columns) > whole.right() || y >= whole.bottom() {
            return &mut [];
        }
        let first = usize::from(y - whole.y) * usize::from(whole.width) + usize::from(x - whole.x);
        self.buffer.content.get_mut(first..first + usize::from(columns)).unwrap_or_default()
    }
}

/// Writes along one row, from left to right, never past its end.
pub(super) struct Pen<'p, 'a> {
    canvas: &'p mut Canvas<'a>,
    /// Whether the row is the selected one; only chips and bands keep their colors there.
    selected: bool,
    x: u16,
    y: u16,
    end: u16,
}

impl Pen<'_, '_> {
    /// Makes the rest of the row the selected one, if it is.
    pub(super) fn select(&mut self, selected: bool) -> &mut Self {
        self.selected = selected;
        if selected {
            let area = Area { x: self.x, y: self.y, width: self.room(), height: 1 };
            self.canvas.lay(area, Role::Selection);
        }
        self
    }

    /// The columns still free.
    pub(super) const fn room(&self) -> u16 {
        self.end.saturating_sub(self.x)
    }

    /// The next column.
    pub(super) const fn x(&self) -> u16 {
        self.x
    }

    /// Writes our own text.
    pub(super) fn put(&mut self, text: &str, role: Role) -> &mut Self {
        let room = usize::from(self.room());
        if room == 0 || text.is_empty() {
            return self;
        }
        let text = cut(text, room);
        let style = self.style(role);
        if is_plain(&text) {
            let columns = u16::try_from(text.len()).unwrap_or(u16::MAX);
            for (cell, letter) in self.canvas.cells(self.x, self.y, columns).iter_mut().zip(text.chars()) {
                cell.set_char(letter).set_style(style);
            }
            self.x += columns;
        } else {
            (self.x, _) = self.canvas.buffer.set_stringn(self.x, self.y, &text, room, style);
        }
        self
    }

    /// Repeats a sign that is one column wide, so many times.
    pub(super) fn fill(&mut self, columns: u16, sign: char, role: Role) -> &mut Self {
        let columns = columns.min(self.room());
        let style = self.style(role);
        for cell in self.canvas.cells(self.x, self.y, columns) {
            cell.set_char(sign).set_style(style);
        }
        self.x += columns;
        self
    }

    fn style(&self, role: Role) -> Style {
        let style = self.canvas.style(if self.selected { role.selected() } else { role });
        match (self.selected, role.is_chip()) {
            (true, false) => style.patch(self.canvas.style(Role::Selection)),
            (true, true) => style.remove_modifier(Modifier::REVERSED),
            (false, _) => style,
        }
    }

    /// Writes a text that came from outside.
    pub(super) fn say(&mut self, text: &str, role: Role) -> &mut Self {
        self.put(&Safe::new(text), role)
    }

    /// Writes a text that came from outside, these ranges of its bytes set apart.
    pub(super) fn say_found(&mut self, text: &str, found: &[Range<usize>], role: Role) -> &mut Self {
        let safe = Safe::new(text);
        let safe: &str = &safe;
        if found.is_empty() || safe != text {
            return self.put(safe, role);
        }
        let shown = cut(text, usize::from(self.room()));
        // What is cut ends in a sign of its own.
        let whole = if *shown == *text { text.len() } else { shown.len().saturating_sub('…'.len_utf8()) };
        let mut done = 0;
        for range in found {
            let (start, end) = (range.start.min(whole), range.end.min(whole));
            self.put(shown.get(done..start).unwrap_or_default(), role);
            self.put(shown.get(start..end).unwrap_or_default(), Role::Found);
            done = end;
        }
        self.put(shown.get(done..).unwrap_or_default(), role)
    }

    /// Writes a text that came from outside into so many columns, filled with blanks.
    pub(super) fn say_in(&mut self, columns: u16, text: &str, role: Role) -> &mut Self {
        self.put_in(columns, &Safe::new(text), role)
    }

    /// Writes our own text into so many columns, filled with blanks.
    pub(super) fn put_in(&mut self, columns: u16, text: &str, role: Role) -> &mut Self {
        let end = self.x.saturating_add(columns).min(self.end);
        let after = std::mem::replace(&mut self.end, end);
        self.put(text, role);
        (self.x, self.end) = (end.max(self.x), after);
        self
    }

    /// Writes our own text at the right end of so many columns.
    pub(super) fn put_right(&mut self, columns: u16, text: &str, role: Role) -> &mut Self {
        let blank = usize::from(columns).saturating_sub(text.width());
        self.skip(u16::try_from(blank).unwrap_or(0));
        self.put_in(columns.saturating_sub(u16::try_from(blank).unwrap_or(0)), text, role)
    }

    /// Writes our own text so that it ends with the row, if there is room for it.
    pub(super) fn put_last(&mut self, text: &str, role: Role) -> &mut Self {
        let width = u16::try_from(text.width()).unwrap_or(u16::MAX);
        if width <= self.room() {
            self.x = self.end - width;
            self.put(text, role);
        }
        self
    }

    /// Leaves columns as they are.
    pub(super) fn skip(&mut self, columns: u16) -> &mut Self {
        self.x = self.x.saturating_add(columns).min(self.end.max(self.x));
        self
    }

    /// Writes a band with its symbol, in words of at most four letters.
    pub(super) fn band(&mut self, band: Band) -> &mut Self {
        let word = self.canvas.look.catalogue.text(short_band_key(band));
        let text = format!("{} {word}", band_symbol(band));
        self.put(&text, band_role(band))
    }
}

/// The symbol of a band.
pub(super) const fn band_symbol(band: Band) -> &'static str {
    match band {
        Band::Low => "○",
        Band::Medium => "●",
        Band::High => "▲",
        Band::Critical => "■",
    }
}

/// The role of a band.
pub(super) const fn band_role(band: Band) -> Role {
    match band {
        Band::Low => Role::Low,
        Band::Medium => Role::Medium,
        Band::High => Role::High,
        Band::Critical => Role::Critical,
    }
}

/// Whether every byte of a text is a sign of its own that takes one column.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~'))
}

/// The columns a text takes. Most texts are plain, and need not be looked up.
pub(super) fn wide(text: &str) -> usize {
    if is_plain(text) { text.len() } else { text.width() }
}

/// A text cut to so many columns, not inside a number; what is cut ends in `…`.
pub(super) fn cut(text: &str, columns: usize) -> Cow<'_, str> {
    if wide(text) <= columns {
        return Cow::Borrowed(text);
    }
    let room = columns.saturating_sub(1);
    let mut width = 0;
    let fits = |grapheme: &&str| {
        width += grapheme.width();
        width <= room
    };
    let mut kept: String = match text.get(..room) {
        Some(plain) if is_plain(text) => plain.to_owned(),
        Some(_) | None => text.graphemes(true).take_while(fits).collect(),
    };
    let rest = text.get(kept.len()..).unwrap_or_default();
    let is_digit = |c: char| c.is_ascii_digit();
    let is_sign = |c: char| matches!(c, '.' | ',');
    if rest.trim_start_matches(is_sign).starts_with(is_digit) && kept.ends_with(|c| is_digit(c) || is_sign(c))
    {
        // A number is never cut inside, nor at its decimal or thousands sign.
        kept.truncate(kept.trim_end_matches(|c| is_digit(c) || is_sign(c)).len());
    }
    Cow::Owned(if columns == 0 { kept } else { kept + "…" })
}

/// A text that came from outside, wrapped at words into lines of so many columns; at most `most` lines, the last one
/// ending in `…` if there is more.
pub(super) fn wrap(text: &str, columns: usize, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    // More than this can never be seen, whatever the width of its characters.
    let enough = columns.max(1).saturating_mul(most + 2).saturating_mul(2);
    for paragraph in text.lines() {
        let end = paragraph.char_indices().nth(enough).map_or(paragraph.len(), |(at, _)| at);
        let paragraph = Safe::new(paragraph.get(..end).unwrap_or_default());
        let (mut line, mut used) = (String::new(), 0);
        for word in words(&paragraph) {
            let blanks = word.len() - word.trim_end_matches(' ').len();
            let all = wide(word);
            if used + all - blanks <= columns {
                line.push_str(word);
                used += all;
                continue;
            }
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
            }
            line = break_word(word, columns, &mut lines);
            used = line.width();
            if lines.len() > most {
                break;
            }
        }
        lines.push(line.trim_end().to_owned());
        if lines.len() > most {
            break;
        }
    }
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last} ……"), columns.min(last.width() + 2)).into_owned();
        }
    }
    lines
}

/// The words of a text, each with the blanks after it; a percent sign belongs to the number before it.
fn words(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let is_end = |end: &usize| !rest.get(*end..).is_some_and(|after| after.starts_with('%'));
        let end = rest.match_indices(' ').map(|(at, _)| at + 1).find(is_end).unwrap_or(rest.len());
        let (word, after) = rest.split_at_checked(end)?;
        rest = after;
        (!word.is_empty()).then_some(word)
    })
}

/// Breaks a word that is wider than a line into full lines, and gives back what is left of it.
fn break_word(word: &str, columns: usize, lines: &mut Vec<String>) -> String {
    if word.trim_end().width() <= columns {
        return word.to_owned();
    }
    let mut line = String::new();
    for grapheme in word.graphemes(true) {
        if line.trim_end().width() + grapheme.width() > columns.max(1) && !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        line.push_str(grapheme);
    }
    line
}
