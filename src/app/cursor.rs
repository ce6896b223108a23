//! A place in a list: which row is selected, and which rows are seen.

/// Rows kept between the selection and the edge of the list.
const MARGIN: usize = 2;

/// The selected row of a list and the first one seen. Whose row it is, the owner knows by id; the place follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Cursor {
    /// The selected row, from 0.
    pub place: usize,
    /// The first row seen, from 0.
    pub offset: usize,
}

impl Cursor {
    /// Keeps the place within `length` rows, and moves the first row seen only as far as the place needs; whether anything
    /// moved.
    pub fn settle(&mut self, length: usize, rows: usize) -> bool {
        let before = *self;
        self.place = self.place.min(length.saturating_sub(1));
        if rows == 0 {
            // Not drawn: what was seen is seen again when it comes back.
            return *self != before;
        }
        let margin = MARGIN.min(rows.saturating_sub(1) / 2);
        let highest = self.place.saturating_sub(margin);
        let lowest = (self.place + margin + 1).saturating_sub(rows.max(1));
        self.offset = self.offset.min(highest).max(lowest).min(length.saturating_sub(rows));
        *self != before
    }

    /// Moves the place by so many rows, staying within `length`.
    pub fn step(&mut self, by: isize, length: usize) {
        self.place = self.place.saturating_add_signed(by).min(length.saturating_sub(1));
    }
}

/// How far a movement goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Motion {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One to the left.
    Left,
    /// One to the right.
    Right,
    /// To the first row.
    First,
    /// To the last row.
    Last,
    /// One screen up.
    PageUp,
    /// One screen down.
    PageDown,
}

impl Motion {
    /// By how many rows this moves in a list of which `rows` are seen; nothing for left and right.
    #[must_use]
    pub fn rows(self, rows: usize) -> isize {
        let page = isize::try_from(rows.max(2) - 1).unwrap_or(isize::MAX);
        match self {
            Self::Up => -1,
            Self::Down => 1,
            Self::Left | Self::Right => 0,
            Self::First => isize::MIN,
            Self::Last => isize::MAX,
            Self::PageUp => -page,
            Self::PageDown => page,
        }
    }
}
