//! Where things are on the screen, as plain numbers: made by `ui::layout`, read by clicks and paging.

use super::workshop::{Pane, Step};
use crate::domain::{Cell, RiskId, SolutionId};

/// A rectangle of cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Area {
    /// Leftmost column.
    pub x: u16,
    /// Topmost row.
    pub y: u16,
    /// Columns.
    pub width: u16,
    /// Rows.
    pub height: u16,
}

impl Area {
    /// Whether this column and row lie inside.
    #[must_use]
    pub const fn contains(self, column: u16, row: u16) -> bool {
        column >= self.x && row >= self.y && column - self.x < self.width && row - self.y < self.height
    }
}

/// How much fits side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord)]
pub enum Shape {
    /// Below 40×12: one line that says so.
    #[default]
    Tiny,
    /// 40–59 columns or under 20 rows: the list only, no borders.
    Small,
    /// 60–79 columns: one pane and a row of tabs.
    Narrow,
    /// 80–109 columns: two panes, details below.
    Middle,
    /// From 110 columns: up to three panes.
    Wide,
}

/// What a click at a place means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Target {
    /// A pane.
    Pane(Pane),
    /// A step in the header.
    Step(Step),
    /// A session, by its place in the list shown.
    Session(usize),
    /// A risk.
    Risk(RiskId),
    /// A cell of a risk.
    Cell(RiskId, Cell),
    /// A solution.
    Solution(SolutionId),
    /// A field of the details, by its place.
    Field(usize),
    /// A row of the open overlay, by its place.
    Item(usize),
}

/// How many rows of each list can be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rows {
    /// Sessions at home.
    pub sessions: usize,
    /// Risks of the list in front: list, grid or ranks.
    pub risks: usize,
    /// Cards of a column of the board.
    pub cards: usize,
    /// Columns of the board side by side.
    pub columns: usize,
    /// Fields of the details.
    pub fields: usize,
    /// Rows of the open overlay.
    pub items: usize,
}

/// The layout of one frame.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Layout {
    /// How much fits side by side.
    pub shape: Shape,
    /// The panes that are drawn.
    pub panes: Vec<(Pane, Area)>,
    /// The strip of a round, if one is under way.
    pub strip: Option<Area>,
    /// Where one risk is shown to the room, if it is; then there are no panes.
    pub stage: Option<Area>,
    /// Where text is typed, if it is.
    pub typing: Option<Area>,
    /// The open overlay.
    pub overlay: Option<Area>,
    /// The bar of a replay.
    pub timeline: Option<Area>,
    /// The lines lists can show.
    pub rows: Rows,
    /// What can be clicked, the topmost first; empty while the mouse is off.
    pub targets: Vec<(Area, Target)>,
}

impl Layout {
    /// Where a pane is, if it is drawn.
    #[must_use]
    pub fn pane(&self, pane: Pane) -> Option<Area> {
        self.panes.iter().find(|(known, _)| *known == pane).map(|(_, area)| *area)
    }

    /// What lies at this column and row.
    #[must_use]
    pub fn target(&self, column: u16, row: u16) -> Option<Target> {
        self.targets.iter().find(|(area, _)| area.contains(column, row)).map(|(_, target)| *target)
    }
}
