//! A duel over the screen: two tied risks side by side, with their cells, causes and who is hit.

use super::chrome::{Title, frame};
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::duel::Pair;
use crate::app::layout::{Area, Shape};
use crate::app::workshop::Workshop;
use crate::domain::{Name, Risk, RiskId};
use crate::text::catalogue::{Arg, Catalogue};

/// How wide it is at most.
pub(super) const WIDTH: u16 = 130;
/// Most lines of a text.
const LINES: usize = 4;
/// From so many rows inside on there are blank ones between the parts.
const ROOMY: u16 = 15;
/// The keys that choose the left and the right one.
const KEYS: [&str; 2] = ["← 1", "2 →"];

/// Paints it.
pub(super) fn draw(canvas: &mut Canvas<'_>, workshop: &Workshop, pair: &Pair, area: Area) {
    let words = &canvas.look.catalogue;
    let foot = fought(workshop, pair, words);
    let title = Title { left: words.text("duel-title"), right: "", foot: &foot, focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let question = wrap(words.text("duel-question"), usize::from(inside.width.saturating_sub(2)), 2);
    for (row, text) in (0..).zip(&question) {
        canvas.row(inside, row).put(" ", Role::Accent).put(text, Role::Accent);
    }
    let blank = u16::from(inside.height >= ROOMY);
    let top = u16::try_from(question.len()).unwrap_or(0) + blank;
    let below = Area { y: inside.y + top, height: inside.height.saturating_sub(top), ..inside };
    let half = below.width.saturating_sub(1) / 2;
    for row in 0..below.height {
        canvas.row(below, row).skip(half).put("│", Role::Border);
    }
    let sides = [below.x, below.x + half + 1].map(|x| Area { x, width: half, ..below });
    let session = workshop.session();
    let (Some(left), Some(right)) = (session.risk(pair.left), session.risk(pair.right)) else { return };
    let risks = [left, right];
    for ((risk, area), key) in risks.into_iter().zip(sides).zip(KEYS) {
        head(canvas, risk.id, key, pair.chosen, area);
    }
    let mut row = 1 + blank;
    row += side_by_side(canvas, sides, row, &risks.map(|risk| risk.title.to_string()), Role::Title) + blank;
    if !workshop.blank {
        for (risk, area) in risks.into_iter().zip(sides) {
            cells(canvas, workshop, risk, area, row);
        }
        row += 1 + blank;
    }
    for (key, texts) in [
        ("field-cause", risks.map(|risk| risk.cause.to_string())),
        ("field-hit-tags", risks.map(tags)),
        ("field-consequence", risks.map(|risk| risk.consequence.to_string())),
    ] {
        if texts.iter().all(String::is_empty) {
            continue;
        }
        for area in sides {
            canvas.row(area, row).put(" ", Role::Muted).put(words.text(key), Role::Muted);
        }
        row += 1;
        row += side_by_side(canvas, sides, row, &texts, Role::Text);
    }
}

/// The key that chooses a risk, its id, and whether it was chosen.
fn head(canvas: &mut Canvas<'_>, id: RiskId, key: &str, chosen: Option<RiskId>, area: Area) {
    let words = &canvas.look.catalogue;
    let mut pen = canvas.row(area, 0);
    pen.put(" ", Role::Text).put(key, Role::Key).put("  ", Role::Text).put(&id.to_string(), Role::Muted);
    if chosen == Some(id) {
        pen.put("  ✓ ", Role::Ok).put(words.text("duel-first"), Role::Ok);
    }
}

/// Writes two texts beside each other; how many rows the longer one takes.
fn side_by_side(
    canvas: &mut Canvas<'_>,
    sides: [Area; 2],
    from: u16,
    texts: &[String; 2],
    role: Role,
) -> u16 {
    let mut most = 0;
    for (text, area) in texts.iter().zip(sides) {
        let lines = wrap(text, usize::from(area.width.saturating_sub(2)), LINES);
        for (row, line) in (from..).zip(&lines) {
            canvas.row(area, row).put(" ", role).put(line, role);
        }
        most = most.max(u16::try_from(lines.len()).unwrap_or(u16::MAX));
    }
    most
}

/// The levels of the five cells.
fn cells(canvas: &mut Canvas<'_>, workshop: &Workshop, risk: &Risk, area: Area, row: u16) {
    let count = workshop.session().scales.levels.number();
    let gap = if area.width < 30 { 0 } else { 2 };
    let mut pen = canvas.row(area, row);
    pen.put(" ", Role::Text);
    for (cell, assessment) in risk.cells.iter() {
        pen.put(cell.sign(), Role::Muted).skip(u16::from(gap > 0));
        if let Some(level) = assessment.level() {
            pen.put(&level.number().to_string(), Role::chip(level.number(), count));
        }
        pen.skip(1 + gap);
    }
}

fn tags(risk: &Risk) -> String {
    risk.hit.tags.iter().map(Name::as_str).collect::<Vec<_>>().join(", ")
}

/// What an earlier duel of the two decided.
fn fought(workshop: &Workshop, pair: &Pair, words: &Catalogue) -> String {
    let fought = workshop.session().duel_of(pair.left, pair.right).filter(|duel| duel.first == pair.left);
    fought.map_or_else(String::new, |duel| {
        let (first, second) = (duel.first.to_string(), duel.second.to_string());
        words.format("typing-duel", &[("first", Arg::Text(&first)), ("second", Arg::Text(&second))])
    })
}
