//! Step 1: the risk list. The card in hand and the coverage of the categories are in [`super::deck`].

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, cut};
use super::theme::Role;
use crate::app::arrangement::{Row, Sort};
use crate::app::layout::{Area, Layout, Target};
use crate::app::workshop::{Pane, Workshop};
use crate::domain::{Glance, Risk};
use crate::text::catalogue::Arg;

/// Columns of a search in the frame of a list.
const SEARCH: usize = 18;

/// Paints the risk list; the cursor stands on the selected row.
pub(super) fn list(canvas: &mut Canvas<'_>, workshop: &Workshop, layout: &Layout) -> Option<Position> {
    let area = layout.pane(Pane::Risks)?;
    let words = &canvas.look.catalogue;
    let (rows, all) = (workshop.derived.listed.len(), workshop.derived.counts.listed);
    let counts = filter_and_counts(workshop, rows, all);
    let parked = super::parking::counted(workshop.derived.lot.undecided, words);
    let counts = match workshop.marks.len() {
        0 => counts,
        n => {
            let n = i64::try_from(n).unwrap_or(i64::MAX);
            format!("{} · {counts}", words.format("list-marked", &[("n", Arg::Number(n))]))
        }
    };
    let title = Title {
        left: words.text(sort_key(workshop.arrangement.sort)),
        right: &counts,
        foot: &parked,
        focus: workshop.focus == Pane::Risks,
    };
    let inside = frame(canvas, area, layout.shape, &title);
    if rows == 0 {
        empty(canvas, workshop, inside);
        return None;
    }
    let mut cursor = None;
    let mut last = 0;
    for (row, shown) in (0..inside.height).zip(rows_from_offset(workshop)) {
        let here = line(inside, row);
        match shown {
            Row::Head(group) => head(canvas, workshop, group, here),
            Row::Missing => missing(canvas, workshop, here),
            Row::Risk(place) => {
                let Some(risk) = workshop.risk_at(place) else { break };
                let selected = place == workshop.list.place;
                risk_row(canvas, workshop, (place, risk), here, selected);
                if selected {
                    cursor = Some(Position { x: here.x, y: here.y });
                }
                last = place;
            }
        }
    }
    let below = rows.saturating_sub(last + 1);
    if below > 0 {
        more(canvas, inside, layout.shape, below);
    }
    cursor
}

/// The rows of the list from the first one seen: risks, and heads of groups if there are groups.
fn rows_from_offset(workshop: &Workshop) -> Box<dyn Iterator<Item = Row> + '_> {
    if workshop.is_in_groups() {
        Box::new(workshop.derived.groups.rows.iter().skip(workshop.grouped.offset).copied())
    } else {
        Box::new((workshop.list.offset..workshop.derived.listed.len()).map(Row::Risk))
    }
}

/// `Payments 3`.
fn head(canvas: &mut Canvas<'_>, workshop: &Workshop, group: usize, here: Area) {
    let Some(group) = workshop.derived.groups.heads.get(group) else { return };
    let category = group.category.and_then(|place| workshop.session().categories.get(place));
    let name = category.map_or(canvas.look.catalogue.text("group-none"), |category| &category.name);
    let mut pen = canvas.row(here, 0);
    pen.say(name, Role::Header).put(" ", Role::Header).put(&group.count.to_string(), Role::Muted);
}

/// The categories without a risk, in one row.
fn missing(canvas: &mut Canvas<'_>, workshop: &Workshop, here: Area) {
    let categories = &workshop.session().categories;
    let names = workshop.derived.groups.missing.iter().filter_map(|place| categories.get(*place));
    let names: Vec<&str> = names.map(|category| category.name.as_str()).collect();
    let text = canvas.look.catalogue.format("group-missing", &[("names", Arg::Text(&names.join(", ")))]);
    canvas.row(here, 0).say(&text, Role::Muted);
}

/// The key of a list's name in this order.
const fn sort_key(sort: Sort) -> &'static str {
    match sort {
        Sort::Entry => "list-sort-entry",
        Sort::Category => "list-sort-category",
        Sort::Glance => "list-sort-glance",
        Sort::Title => "list-sort-title",
    }
}

/// The key of the grid's name in this order.
pub(super) const fn grid_key(sort: Sort) -> &'static str {
    match sort {
        Sort::Entry => "grid-sort-entry",
        Sort::Category => "grid-sort-category",
        Sort::Glance => "grid-sort-glance",
        Sort::Title => "grid-sort-title",
    }
}

/// `/search · 3/10` for the edge of a list.
pub(super) fn filter_and_counts(workshop: &Workshop, rows: usize, all: usize) -> String {
    if workshop.filter.is_empty() {
        format!("{rows}/{all}")
    } else {
        format!("/{} · {rows}/{all}", cut(&workshop.filter, SEARCH))
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

/// The columns of an id and the blank behind it: at least so many, and more once there are longer ids.
pub(super) fn id_columns(workshop: &Workshop, least: u16) -> u16 {
    let longest = workshop.history.next_risk().to_string().len();
    u16::try_from(longest + 1).unwrap_or(least).max(least)
}

fn risk_row(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    (place, risk): (usize, &Risk),
    here: Area,
    selected: bool,
) {
    let mut pen = canvas.row(here, 0);
    pen.select(selected);
    marks(&mut pen, workshop, risk, selected);
    pen.put_in(id_columns(workshop, 5), &risk.id.to_string(), Role::Muted);
    if risk.has_hidden_votes() {
        // Kept as the prior, and out of sight of those who vote.
        pen.put_in(6, "?  ?", Role::Muted);
    } else {
        pen.put_in(3, glance(risk.money, ["·", "€", "€€"]), Role::Accent);
        pen.put_in(3, glance(risk.marketing, ["·", "◎", "◎◎"]), Role::Accent);
    }
    let found = workshop.derived.found.get(place).map(Vec::as_slice).unwrap_or_default();
    pen.say_found(&risk.title, found, Role::Text);
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
    for (row, shown) in (0..area.height).zip(rows_from_offset(workshop)) {
        let Row::Risk(place) = shown else { continue };
        let Some(risk) = workshop.risk_at(place) else { break };
        targets.push((line(area, row), Target::Risk(risk.id)));
    }
}
