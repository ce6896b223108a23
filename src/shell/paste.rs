//! Reading a pasted text: what `exchange` finds, as the program takes it.

use super::words::Words;
use crate::app::Event;
use crate::app::paste::{Pasted, PastedRow};
use crate::domain::Category;
use crate::exchange::paste::{self, Found, Named};

/// The answer to a paste: the risks in it, or why it cannot be read.
#[must_use]
pub fn read(text: &str, categories: &[Category], words: &Words) -> Event {
    let outcome = paste::read(text, categories).map_err(|fault| words.paste_fault(&fault));
    Event::PasteRead(outcome.map(|sheet| Pasted {
        rows: sheet.rows.into_iter().map(row).collect(),
        table: sheet.table,
        empty: sheet.empty,
    }))
}

fn row(found: Found) -> PastedRow {
    let Found { line, title, category, note } = found;
    let (category, unknown) = match category {
        Named::Nothing => (None, None),
        Named::Known(key) => (Some(key), None),
        Named::Unknown(name) => (None, Some(name)),
    };
    PastedRow { line, title, category, unknown, note }
}
