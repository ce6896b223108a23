//! Cutting a table into records and cells.
//!
//! By hand rather than by the `csv` crate, which takes a quote that is never closed as it comes, joins what follows a
//! closing quote, and knows no columns: here each of them is a fault with its place.

use super::Fault;

/// A row of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The line it begins in, from 1.
    pub line: usize,
    /// Its cells, at least one.
    pub cells: Vec<Cell>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// The line it begins in, from 1.
    pub line: usize,
    /// The character of that line it begins with, from 1.
    pub column: usize,
    /// What is in it, without its quotes.
    pub text: String,
}

impl Record {
    /// Whether nothing is in any cell.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells.iter().all(|cell| cell.text.trim().is_empty())
    }
}

/// The lines of a text, whatever ends them: terminals paste CR, other programs LF or both.
pub fn lines(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let now = rest?;
        let Some((line, after)) = now.split_once(['\r', '\n']) else {
            rest = None;
            return Some(now);
        };
        let was_return = now.get(line.len()..).is_some_and(|it| it.starts_with('\r'));
        rest = Some(after.strip_prefix('\n').filter(|_| was_return).unwrap_or(after));
        Some(line)
    })
}

/// Cuts a text into records at its line breaks, and those into cells. A cell that begins with a quote ends with one, and
/// may hold separators, line breaks and doubled quotes. Between tabs a cell may also begin with a quoted word: spreadsheets
/// put only such cells into quotes that need it.
///
/// # Errors
/// A [`Fault`] where a quote is never closed, or something follows the closing one.
pub fn records(text: &str, separator: char) -> Result<Vec<Record>, Fault> {
    let text = text.strip_suffix(['\r', '\n']).map_or(text, |rest| rest.strip_suffix('\r').unwrap_or(rest));
    let mut reader = Reader { rest: text, line: 1, column: 1 };
    let mut records = Vec::new();
    loop {
        let mut record = Record { line: reader.line, cells: Vec::new() };
        while {
            record.cells.push(reader.cell(separator)?);
            reader.skip(separator)
        } {}
        records.push(record);
        if !reader.skip_break() {
            return Ok(records);
        }
    }
}

/// What is still to be read, and where that is.
struct Reader<'t> {
    rest: &'t str,
    line: usize,
    column: usize,
}

impl Reader<'_> {
    fn cell(&mut self, separator: char) -> Result<Cell, Fault> {
        let (line, column) = (self.line, self.column);
        let quoted = if self.rest.starts_with('"') { self.quoted(separator)? } else { None };
        let text = quoted.unwrap_or_else(|| {
            let end = self.rest.find([separator, '\r', '\n']).unwrap_or(self.rest.len());
            self.take(end)
        });
        Ok(Cell { line, column, text })
    }

    /// The content of the quoted cell that begins here; `None` if the quote belongs to the text.
    fn quoted(&mut self, separator: char) -> Result<Option<String>, Fault> {
        let mut content = String::new();
        let mut at = 1;
        loop {
            let after = self.rest.get(at..).unwrap_or_default();
            let Some(close) = after.find('"') else {
                return Err(Fault::OpenQuote { line: self.line, column: self.column });
            };
            content.push_str(after.get(..close).unwrap_or_default());
            at += close + 1;
            let behind = self.rest.get(at..).unwrap_or_default();
            if behind.starts_with('"') {
                content.push('"');
                at += 1;
            } else if behind.is_empty() || behind.starts_with([separator, '\r', '\n']) {
                self.take(at);
                return Ok(Some(content));
            } else if separator == '\t' {
                return Ok(None);
            } else {
                self.take(at);
                return Err(Fault::AfterQuote { line: self.line, column: self.column });
            }
        }
    }

    /// Goes on by so many bytes, and gives them back.
    fn take(&mut self, bytes: usize) -> String {
        let (taken, rest) = self.rest.split_at_checked(bytes).unwrap_or((self.rest, ""));
        self.rest = rest;
        let breaks = lines(taken).count() - 1;
        let last = lines(taken).last().unwrap_or_default().chars().count();
        self.column = if breaks > 0 { 1 } else { self.column } + last;
        self.line += breaks;
        taken.to_owned()
    }

    fn skip(&mut self, separator: char) -> bool {
        let rest = self.rest.strip_prefix(separator);
        self.rest = rest.unwrap_or(self.rest);
        self.column += usize::from(rest.is_some());
        rest.is_some()
    }

    fn skip_break(&mut self) -> bool {
        let rest = self.rest.strip_prefix("\r\n").or_else(|| self.rest.strip_prefix(['\r', '\n']));
        self.rest = rest.unwrap_or(self.rest);
        if rest.is_some() {
            (self.line, self.column) = (self.line + 1, 1);
        }
        rest.is_some()
    }
}
