//! Step 1: the risk list. The card in hand and the coverage of the categories are in [`super::deck`].

use ratatui::layout::Position;

use super::chrome::{Title, frame, pane_key};
use super::home::more;
use super::layout::line;
use super::paint::Canvas;
use super::theme::Role;
use crate::app::layout::{Area, Layout, Target};
use crate::app::workshop::{Pane, Workshop};
use crate::domain::{Glance, Risk};

/// Paints the risk list; the cursor stands on the selected row.
pub(super) fn list(canvas: &mut Canvas<'_>, workshop: &Workshop, layout: &Layout) -> Option<Position> {
    let area = layout.pane(Pane::Risks)?;
    let words = &canvas.look.catalogue;
    let (rows, all) = (workshop.derived.listed.len(), workshop.derived.counts.listed);
    let counts = filter_and_counts(workshop, rows, all);
    let parked = super::parking::counted(workshop.derived.lot.undecided, words);
    let title = Title {
        left: words.text(pane_key(Pane::Risks)),
        right: &counts,
        foot: &parked,
        focus: workshop.focus == Pane::Risks,
    };
    let inside = frame(canvas, area, layout.shape, &title);
    if rows == 0 {
        empty(canvas, workshop, inside);
        return None;
    }
    let first = workshop.list.offset;
    let mut cursor = None;
    for (row, place) in (0..inside.height).zip(first..) {
        let Some(risk) = workshop.risk_at(place) else { break };
        let here = line(inside, row);
        let selected = place == workshop.list.place;
        risk_row(canvas, workshop, risk, here, selected);
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    let below = rows.saturating_sub(first + usize::from(inside.height));
    if below > 0 {
        more(canvas, inside, layout.shape, below);
    }
    cursor
}

/// `/search · 3/10` for the edge of a list.
pub(super) fn filter_and_counts(workshop: &Workshop, rows: usize, all: usize) -> String {
    if workshop.filter.is_empty() {
        format!("{rows}/{all}")
    } else {
        format!("/{} · {rows}/{all}", workshop.filter)
    }
}

/// What an empty list says: how to begin, or that the search finds nothing.
pub(super) fn empty(canvas: &mut Canvas<'_>, workshop: &Workshop, area: Area) {
    let key = match (workshop.filter.is_empty(), workshop.access.is_full()) {
        (false, _) => "risks-none-found",
        (true, true) => "risks-empty",
        (true, false) => "recovery-no-risks",
    };
    let width = usize::from(area.width.saturating_sub(2));
    let lines = super::paint::wrap(canvas.look.catalogue.text(key), width, 8);
    for (row, text) in (1..area.height).zip(lines) {
        canvas.row(area, row).put(" ", Role::Muted).put(&text, Role::Muted);
    }
}

fn risk_row(canvas: &mut Canvas<'_>, workshop: &Workshop, risk: &Risk, here: Area, selected: bool) {
    let mut pen = canvas.row(here, 0);
    pen.select(selected);
    marks(&mut pen, workshop, risk, selected);
    pen.put_in(5, &risk.id.to_string(), Role::Muted);
    if risk.has_hidden_votes() {
        // Kept as the prior, and out of sight of those who vote.
        pen.put_in(6, "?  ?", Role::Muted);
    } else {
        pen.put_in(3, glance(risk.money, ["·", "€", "€€"]), Role::Accent);
        pen.put_in(3, glance(risk.marketing, ["·", "◎", "◎◎"]), Role::Accent);
    }
    pen.say(&risk.title, Role::Text);
}

/// The first two columns of a row: selected, marked.
pub(super) fn marks(pen: &mut super::paint::Pen<'_, '_>, workshop: &Workshop, risk: &Risk, selected: bool) {
    pen.put(if selected { "►" } else { " " }, Role::Accent);
    pen.put(if workshop.marks.contains(&risk.id) { "✓" } else { " " }, Role::Ok);
}

const fn glance(glance: Glance, signs: [&'static str; 3]) -> &'static str {
    let [none, small, large] = signs;
    match glance {
        Glance::Nothing => none,
        Glance::Small => small,
        Glance::Large => large,
    }
}

/// Where risks can be clicked.
pub(super) fn targets(workshop: &Workshop, area: Area, targets: &mut Vec<(Area, Target)>) {
    for (row, place) in (0..area.height).zip(workshop.list.offset..) {
        let Some(risk) = workshop.risk_at(place) else { break };
        targets.push((line(area, row), Target::Risk(risk.id)));
    }
}
