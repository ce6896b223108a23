//! The risks in a pasted text: lines with or without bullets, or a table as spreadsheets paste it.
//!
//! Here: [`read`], which decides what the text is. How a table is cut into cells is in [`cells`]. Not here: which risks
//! are duplicates or too long, which only the session can say (`app::paste`).
//!
//! # What is a table
//!
//! 1. A text with a tab between two cells is one, whatever else is in it: nobody types tabs.
//! 2. Otherwise a text is one, by `;` or by `,`, if its first row is a header: two cells or more, each with the name of a
//!    column and none twice.
//! 3. Or if it has two rows or more, all with the same two or three cells, and every second cell is empty or a category of
//!    the session, at least once a category.
//! 4. Anything else is lines: a sentence with a comma stays one title.
//!
//! A row of a header names its columns in any order; without one they are title, category and note.

pub mod cells;

use thiserror::Error;

use self::cells::{Cell, Record, records};
use crate::domain::similar::words::fold;
use crate::domain::{Category, Key};
use crate::text::catalogue::Lang;
use crate::text::template::template;

/// The most rows of one paste.
pub const MAX_ROWS: usize = 2_000;
/// The most bytes of one paste.
pub const MAX_BYTES: usize = 1_000_000;

/// Why a pasted text is not read. Nothing of it is taken then.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Fault {
    /// The quote of a cell is never closed.
    #[error("line {line}, column {column}: the quote that begins here is never closed")]
    OpenQuote {
        /// Line from 1.
        line: usize,
        /// Character of the line, from 1.
        column: usize,
    },
    /// Something stands behind a quoted cell.
    #[error("line {line}, column {column}: after a quoted cell only a separator can follow")]
    AfterQuote {
        /// Line from 1.
        line: usize,
        /// Character of the line, from 1.
        column: usize,
    },
    /// More cells than the header has columns.
    #[error("line {line}, column {column}: more cells than the header names")]
    Surplus {
        /// Line from 1.
        line: usize,
        /// Character of the line, from 1.
        column: usize,
    },
    /// A header without a column for the title.
    #[error("line {line}, column 1: no column is called title")]
    NoTitle {
        /// Line from 1.
        line: usize,
    },
    /// More rows than one paste can have.
    #[error("line {line}: more than {MAX_ROWS} rows")]
    TooMany {
        /// The line of the first row too many.
        line: usize,
    },
    /// More bytes than one paste can have.
    #[error("line {line}: more than {MAX_BYTES} bytes")]
    TooLarge {
        /// The line the last byte allowed is in.
        line: usize,
    },
}

/// What was found in a pasted text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    /// The risks, one a row.
    pub rows: Vec<Found>,
    /// Whether it is a table rather than lines.
    pub table: bool,
    /// How many lines are empty.
    pub empty: usize,
}

/// A risk in a pasted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// The line it begins in, from 1.
    pub line: usize,
    /// What happens; may be blank in a table.
    pub title: String,
    /// Its category.
    pub category: Named,
    /// What stands beside it.
    pub note: String,
}

/// What stands where a category is expected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Named {
    /// Nothing.
    Nothing,
    /// A category of the session.
    Known(Key),
    /// Something else.
    Unknown(String),
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Title,
    Category,
    Note,
}

/// Reads the risks in a pasted text; `categories` are those of the session, found by key or name in either language.
///
/// # Errors
/// A [`Fault`] with its line, and its column where there is one.
pub fn read(text: &str, categories: &[Category]) -> Result<Sheet, Fault> {
    if text.len() > MAX_BYTES {
        return Err(Fault::TooLarge { line: line_of(text, MAX_BYTES) });
    }
    let known = Known::of(categories);
    let sheet = match table(text, &known)? {
        Some(records) => rows(&records, &known)?,
        None => lines(text),
    };
    match sheet.rows.get(MAX_ROWS) {
        Some(row) => Err(Fault::TooMany { line: row.line }),
        None => Ok(sheet),
    }
}

fn line_of(text: &str, byte: usize) -> usize {
    let breaks = cells::lines(text).scan(0, |at, line| {
        *at += line.len() + 1;
        Some(*at)
    });
    1 + breaks.take_while(|end| *end <= byte).count()
}

/// The records of the text if it is a table, by the rules above.
fn table(text: &str, known: &Known) -> Result<Option<Vec<Record>>, Fault> {
    if cells::lines(text).any(|line| line.trim().contains('\t')) {
        return records(text, '\t').map(Some);
    }
    for separator in [';', ','] {
        let first = cells::lines(text).find(|line| !line.trim().is_empty()).unwrap_or_default();
        let header = records(first, separator).ok().and_then(|records| header(records.first()?));
        if header.is_some_and(|columns| columns.len() > 1) {
            return records(text, separator).map(Some);
        }
        if let Ok(records) = records(text, separator)
            && is_regular(&records, known)
        {
            return Ok(Some(records));
        }
    }
    Ok(None)
}

/// Whether records without a header are a table all the same.
fn is_regular(records: &[Record], known: &Known) -> bool {
    let mut filled = records.iter().filter(|record| !record.is_blank());
    let Some(first) = filled.next() else { return false };
    let named = |record: &Record| record.cells.get(1).map(|cell| known.named(&cell.text));
    let fits = |record: &Record| {
        record.cells.len() == first.cells.len() && !matches!(named(record), Some(Named::Unknown(_)) | None)
    };
    let names_one = |record: &&Record| matches!(named(record), Some(Named::Known(_)));
    let all = || records.iter().filter(|record| !record.is_blank());
    all().count() > 1
        && (2..=3).contains(&first.cells.len())
        && all().all(fits)
        && all().any(|record| names_one(&record))
}

/// The columns a record names, if it is a header.
fn header(record: &Record) -> Option<Vec<Column>> {
    let mut columns = Vec::new();
    for cell in &record.cells {
        let column = match fold(&cell.text).as_str() {
            "title" | "risk" | "event" | "risks" | "riesgo" | "riesgos" | "titulo" | "suceso" => {
                Column::Title
            }
            "category" | "categoria" => Column::Category,
            "note" | "notes" | "comment" | "consequence" | "nota" | "notas" | "comentario"
            | "consecuencia" => Column::Note,
            _ => return None,
        };
        if columns.contains(&column) {
            return None;
        }
        columns.push(column);
    }
    Some(columns)
}

/// Makes risks of records.
fn rows(records: &[Record], known: &Known) -> Result<Sheet, Fault> {
    let mut sheet = Sheet { table: true, ..Sheet::default() };
    let mut filled = records.iter().filter(|record| !record.is_blank()).peekable();
    let named = filled.peek().and_then(|first| header(first));
    let columns = match named {
        Some(columns) => {
            let line = filled.next().map_or(1, |record| record.line);
            if !columns.contains(&Column::Title) {
                return Err(Fault::NoTitle { line });
            }
            columns
        }
        None => vec![Column::Title, Column::Category, Column::Note],
    };
    for record in filled {
        sheet.rows.push(row(record, &columns, known)?);
    }
    sheet.empty = records.iter().filter(|record| record.is_blank()).count();
    Ok(sheet)
}

fn row(record: &Record, columns: &[Column], known: &Known) -> Result<Found, Fault> {
    let surplus = record.cells.iter().skip(columns.len()).find(|cell| !cell.text.trim().is_empty());
    if let Some(cell) = surplus {
        return Err(Fault::Surplus { line: cell.line, column: cell.column });
    }
    let text = |wanted: Column| {
        let place = columns.iter().position(|column| *column == wanted);
        place.and_then(|place| record.cells.get(place)).map_or("", |cell: &Cell| cell.text.trim())
    };
    Ok(Found {
        line: record.line,
        title: text(Column::Title).to_owned(),
        category: known.named(text(Column::Category)),
        note: text(Column::Note).to_owned(),
    })
}

/// One risk a line, without its bullet.
fn lines(text: &str) -> Sheet {
    let mut sheet = Sheet::default();
    let inner = text.trim_end_matches(['\r', '\n']);
    for (line, text) in (1..).zip(cells::lines(inner)) {
        let title = without_bullet(text.trim());
        if title.is_empty() {
            sheet.empty += 1;
        } else {
            let (category, note) = (Named::Nothing, String::new());
            sheet.rows.push(Found { line, title: title.to_owned(), category, note });
        }
    }
    sheet
}

/// A line without `- `, `* `, `• `, `1.` or `1)` in front.
fn without_bullet(line: &str) -> &str {
    let signs = ['-', '*', '•', '–', '—', '·', '‣', '▪', '●', '○', '◦'];
    let after_sign = line.strip_prefix(signs);
    let numbered = line.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = line.len() - numbered.len();
    let after_number = numbered.strip_prefix(['.', ')']).filter(|_| (1..=4).contains(&digits));
    match after_sign.or(after_number) {
        Some("") => "",
        Some(rest) if rest.starts_with(char::is_whitespace) => rest.trim_start(),
        Some(_) | None => line,
    }
}

/// The categories of a session under every name they are known by.
struct Known(Vec<(String, Key)>);

impl Known {
    fn of(categories: &[Category]) -> Self {
        let own =
            categories.iter().flat_map(|category| [(&*category.name, category), (&*category.key, category)]);
        let mut names: Vec<(String, Key)> = own.map(|(name, it)| (fold(name), it.key.clone())).collect();
        for template in Lang::ALL.into_iter().filter_map(|lang| template(lang).ok()) {
            let of_session = |it: &&Category| categories.iter().any(|known| known.key == it.key);
            names.extend(
                template.categories.iter().filter(of_session).map(|it| (fold(&it.name), it.key.clone())),
            );
        }
        Self(names)
    }

    fn named(&self, text: &str) -> Named {
        let folded = fold(text);
        if text.trim().is_empty() {
            return Named::Nothing;
        }
        match self.0.iter().find(|(name, _)| *name == folded) {
            Some((_, key)) => Named::Known(key.clone()),
            None => Named::Unknown(text.trim().to_owned()),
        }
    }
}
