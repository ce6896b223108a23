//! How it looks: layouts and drawing. Everything here reads; nothing changes.
//!
//! [`layout`] says where things are, [`draw`] paints them, [`theme`] says in which colors. What is selected and what
//! follows from a session is `app`'s.

pub mod theme;

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Size};

use self::theme::Theme;
use crate::app::{App, Layout};
use crate::text::catalogue::Catalogue;

/// How everything looks: colors and language.
pub struct Look {
    /// The colors.
    pub theme: Theme,
    /// The texts.
    pub catalogue: Catalogue,
}

/// Where things are for a state and a size.
#[must_use]
pub fn layout(_app: &App, _size: Size) -> Layout {
    Layout::default()
}

/// Paints a state, and says where the terminal's cursor belongs, if it is shown.
pub fn draw(_app: &App, _look: &Look, _layout: &Layout, _buffer: &mut Buffer) -> Option<Position> {
    None
}
