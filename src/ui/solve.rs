//! Step 3: risks by rank with the appetite line. The solutions board is in [`super::board`].

use jiff::civil::Date;
use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::chrome::{Title, frame, pane_key};
use super::home::more;
use super::identify::{empty, filter_and_counts, id_columns, marks};
use super::layout::line;
use super::paint::{Canvas, Pen, band_symbol};
use super::theme::Role;
use super::{summary, value};
use crate::app::App;
use crate::app::layout::{Area, Layout, Target};
use crate::app::workshop::{Pane, Workshop};
use crate::domain::{Decision, Risk};
use crate::text::formula::points;

/// Rows of the pane that are no risks: those without a solution below, and the lines between them.
pub(super) fn ranks_other(workshop: &Workshop) -> usize {
    1 + usize::from(ranks_of(workshop).lines())
}

/// Paints the risks by rank; the cursor stands on the selected row.
pub(super) fn ranks(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    layout: &Layout,
) -> Option<Position> {
    let area = layout.pane(Pane::Ranks)?;
    let words = &canvas.look.catalogue;
    let focus = workshop.focus == Pane::Ranks;
    let rows = workshop.derived.ranked.len();
    let counts = filter_and_counts(workshop, rows, workshop.derived.counts.listed);
    let title = Title { left: words.text(pane_key(Pane::Ranks)), right: &counts, foot: "", focus };
    let inside = frame(canvas, area, layout.shape, &title);
    if rows == 0 {
        empty(canvas, workshop, inside);
        return None;
    }
    unsolved(canvas, workshop, inside);
    let mut cursor = None;
    for (row, seen) in ranks_seen(workshop, inside) {
        let here = line(inside, row);
        match seen {
            Seen::Line => appetite_line(canvas, here),
            Seen::Unscored => unscored_line(canvas, here),
            Seen::Risk(place) => {
                let Some(risk) = workshop.risk_at(place) else { break };
                let selected = place == workshop.ranks.place;
                rank_row(canvas, app, workshop, risk, place, here, selected);
                if selected {
                    cursor = Some(Position { x: here.x, y: here.y });
                }
            }
        }
    }
    let seen = ranks_seen(workshop, inside).filter(|(_, seen)| matches!(seen, Seen::Risk(_))).count();
    let below = rows.saturating_sub(workshop.ranks.offset + seen);
    if below > 0 {
        more(canvas, inside, layout.shape, below);
    }
    cursor
}

/// The rows of the pane that are seen, above the risks without a solution.
fn ranks_seen(workshop: &Workshop, area: Area) -> impl Iterator<Item = (u16, Seen)> {
    rank_rows(workshop.ranks.offset, ranks_of(workshop), area.height.saturating_sub(1))
}

fn ranks_of(workshop: &Workshop) -> Ranks {
    let derived = &workshop.derived;
    Ranks { above: derived.above_line, scored: derived.ranked_scored, all: derived.ranked.len() }
}

/// A row of the ranks.
pub(super) enum Seen {
    /// The appetite line.
    Line,
    /// What stands above those not yet scored.
    Unscored,
    /// The risk with this place.
    Risk(usize),
}

/// How many risks there are, and how many of them stand above which line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Ranks {
    /// Above the appetite line.
    pub(super) above: usize,
    /// Above those not yet scored.
    pub(super) scored: usize,
    /// All of them.
    pub(super) all: usize,
}

impl Ranks {
    /// How many lines stand between them.
    pub(super) fn lines(self) -> u16 {
        u16::from(self.scored > 0) + u16::from(self.scored < self.all)
    }
}

/// The rows that are seen: risks from the first one seen on, with the appetite line and what heads those not yet scored.
pub(super) fn rank_rows(first: usize, ranks: Ranks, rows: u16) -> impl Iterator<Item = (u16, Seen)> {
    let Ranks { above, scored, all } = ranks;
    let at = move |place: usize| {
        // As long as none is scored, none stands above or below the line.
        let line = (place == above && scored > 0).then_some(Seen::Line);
        let unscored = (place == scored && scored < all).then_some(Seen::Unscored);
        let risk = (place < all).then_some(Seen::Risk(place));
        [line, unscored, risk].into_iter().flatten()
    };
    (0..rows).zip((first..=all).flat_map(at))
}

/// Paints what heads the risks not yet scored.
pub(super) fn unscored_line(canvas: &mut Canvas<'_>, here: Area) {
    let name = canvas.look.catalogue.text("ranks-unscored");
    let mut pen = canvas.row(here, 0);
    pen.put("── ", Role::Muted).put(name, Role::Muted).put(" ", Role::Muted);
    pen.fill(pen.room(), '─', Role::Muted);
}

pub(super) fn appetite_line(canvas: &mut Canvas<'_>, here: Area) {
    let name = canvas.look.catalogue.text("appetite-line");
    let mut pen = canvas.row(here, 0);
    pen.put("── ", Role::Warning).put(name, Role::Warning).put(" ", Role::Warning);
    pen.fill(pen.room(), '─', Role::Warning);
}

fn unsolved(canvas: &mut Canvas<'_>, workshop: &Workshop, area: Area) {
    let words = &canvas.look.catalogue;
    let here = line(area, area.height.saturating_sub(1));
    let without = &workshop.derived.unsolved;
    let mut pen = canvas.row(here, 0);
    if without.is_empty() {
        pen.put(" ", Role::Ok).put(words.text("ranks-all-solved"), Role::Ok);
        return;
    }
    pen.put(" ", Role::Warning).put(words.text("ranks-unsolved"), Role::Warning);
    for (told, id) in without.iter().enumerate() {
        let (name, rest) = (format!(" {id}"), format!(" +{}", without.len() - told));
        let last = told + 1 == without.len();
        let room = usize::from(pen.room()).saturating_sub(if last { 0 } else { rest.width() });
        if name.width() > room {
            pen.put(&rest, Role::Warning);
            break;
        }
        pen.put(&name, Role::Warning);
    }
}

fn rank_row(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    risk: &Risk,
    place: usize,
    here: Area,
    selected: bool,
) {
    let at = workshop.derived.ranked.get(place).copied().unwrap_or(usize::MAX);
    let words = &canvas.look.catalogue;
    let owner = risk.owner.as_ref().map_or_else(|| words.text("no-owner").to_owned(), ToString::to_string);
    let owner = if workshop.blank { String::new() } else { owner };
    let owner_role = if risk.owner.is_some() { Role::Muted } else { Role::Warning };
    let wide = here.width >= 34;
    let mut pen = canvas.row(here, 0);
    pen.select(selected);
    marks(&mut pen, workshop, risk, selected);
    pen.put_in(id_columns(workshop, 4), &risk.id.to_string(), Role::Muted);
    let priority = workshop.derived.ranking.priorities.get(at).filter(|_| !workshop.blank);
    let end = pen.x() + 8;
    if let Some(priority) = priority {
        match priority.band {
            Some(band) if priority.scored => pen.band(band),
            Some(band) => pen.put("≥", Role::Muted).band(band),
            None => pen.put("--", Role::Muted),
        };
    }
    pen.skip(end.saturating_sub(pen.x()));
    let after = workshop.derived.after.get(at).and_then(Option::as_ref).filter(|_| !workshop.blank);
    let now = priority.map(points).unwrap_or_default();
    let points = match after {
        Some(after) => {
            let band = after.chosen.band.map_or("", band_symbol);
            format!("{now}→{} {band}", points(&after.chosen))
        }
        None => now,
    };
    pen.put_in(8, &points, Role::Text);
    decided(&mut pen, &risk.decision, app.today());
    if wide {
        pen.put(" ", Role::Text);
        let room = pen.room();
        let owner_width = room.min(10);
        pen.say_in(room - owner_width, &risk.title, Role::Text).put(" ", Role::Text);
        pen.say(&owner, owner_role);
    }
}

/// The sign of a decision, with a mark if it has to be looked at again; two columns.
fn decided(pen: &mut Pen<'_, '_>, decision: &Decision, today: Date) {
    pen.put(value::course_sign(decision.course()), Role::Accent);
    pen.put(if summary::is_overdue(decision, today) { "!" } else { " " }, Role::Problem);
}

/// Where risks can be clicked.
pub(super) fn rank_targets(workshop: &Workshop, area: Area, targets: &mut Vec<(Area, Target)>) {
    for (row, seen) in ranks_seen(workshop, area) {
        if let Seen::Risk(place) = seen
            && let Some(risk) = workshop.risk_at(place)
        {
            targets.push((line(area, row), Target::Risk(risk.id)));
        }
    }
}
