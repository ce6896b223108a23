//! The ranking over the screen: one row per risk with points, band and how firm its rank is; below it the formula of the
//! selected one, and which disputes are worth two more minutes.

use ratatui::layout::Position;

use super::assess::{points_width, scored};
use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::solve::{Ranks, Seen, appetite_line, rank_rows, unscored_line};
use super::summary::gate_reasons;
use super::theme::Role;
use crate::app::App;
use crate::app::cursor::Cursor;
use crate::app::duel::Tie;
use crate::app::layout::{Area, Shape, Target};
use crate::app::overlay::Overlay;
use crate::app::workshop::Workshop;
use crate::domain::robustness::{Standing, TOP};
use crate::domain::{Duel, Risk};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::formula::{formula, points};
use crate::text::safe::Safe;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 130;
/// From so many columns inside on there is one for how often a risk is at the top, and whether its rank is firm.
const ROOMY: u16 = 60;
/// The row of the heads.
const HEAD: u16 = 1;

/// Rows below the list, with the line above them.
const fn foot(inside: u16) -> u16 {
    if inside < 14 { 0 } else { 5 }
}

/// The part that lists.
pub(super) const fn list(inside: Area) -> Area {
    let height = inside.height.saturating_sub(HEAD + foot(inside.height));
    Area { y: inside.y + HEAD, height, ..inside }
}

/// How many risks can be seen; the lines between them take a row each.
pub(super) fn rows(workshop: &Workshop, inside: Area) -> u16 {
    list(inside).height.saturating_sub(ranks(workshop).lines())
}

/// How many risks stand above which line.
pub(super) fn ranks(workshop: &Workshop) -> Ranks {
    let derived = &workshop.derived;
    let (above, scored) = (derived.above_in_all, derived.counts.scored);
    Ranks { above, scored, all: derived.ranking.order.len() }
}

/// The rows that are seen.
pub(super) fn seen(workshop: &Workshop, cursor: Cursor, list: Area) -> impl Iterator<Item = (u16, Seen)> {
    rank_rows(cursor.offset, ranks(workshop), list.height)
}

/// Where its rows can be clicked.
pub(super) fn targets(workshop: &Workshop, cursor: Cursor, inside: Area, targets: &mut Vec<(Area, Target)>) {
    let (list, length) = (list(inside), workshop.derived.ranking.order.len());
    for (row, seen) in seen(workshop, cursor, list) {
        if let Seen::Risk(place) = seen
            && place < length
        {
            targets.push((line(list, row), Target::Item(place)));
        }
    }
}

/// Paints it; the cursor stands on the selected row.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    cursor: Cursor,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let right = scored(workshop.derived.counts, workshop.pass, words);
    let title = Title { left: words.text("ranking-title"), right: &right, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let order = &workshop.derived.ranking.order;
    if order.is_empty() {
        canvas.row(inside, 0).put(" ", Role::Muted).put(words.text("ranking-empty"), Role::Muted);
        return None;
    }
    heads(canvas, workshop, inside);
    let list = list(inside);
    let mut at = None;
    for (row, seen) in seen(workshop, cursor, list) {
        let here = line(list, row);
        match seen {
            Seen::Line => appetite_line(canvas, here),
            Seen::Unscored => unscored_line(canvas, here),
            Seen::Risk(place) => {
                let Some(risk) = order.get(place).and_then(|id| workshop.session().risk(*id)) else { break };
                let selected = place == cursor.place;
                risk_row(canvas, app, workshop, (place, risk), here, selected);
                if selected {
                    at = Some(Position { x: here.x, y: here.y });
                }
            }
        }
    }
    let shown = seen(workshop, cursor, list).filter(|(_, seen)| matches!(seen, Seen::Risk(_))).count();
    let below = order.len().saturating_sub(cursor.offset + shown);
    if below > 0 {
        more(canvas, list, Shape::Small, below);
    }
    below_list(canvas, app, workshop, inside);
    at
}

fn heads(canvas: &mut Canvas<'_>, workshop: &Workshop, inside: Area) {
    let words = &canvas.look.catalogue;
    let mut pen = canvas.row(inside, 0);
    pen.put_right(5, "#", Role::Muted).put(" ", Role::Muted);
    let points = points_width(workshop.session()) + 1;
    pen.put_in(6, "", Role::Muted).put_right(points, words.text("ranking-points"), Role::Muted);
    pen.put(" ", Role::Muted).put_in(8, words.text("ranking-band"), Role::Muted);
    pen.put_in(9, words.text("ranking-ranks"), Role::Muted);
    if inside.width >= ROOMY {
        let count = Arg::Number(i64::from(TOP));
        pen.put_in(16, &words.format("ranking-top", &[("count", count)]), Role::Muted);
    }
}

fn risk_row(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    (at, risk): (usize, &Risk),
    here: Area,
    selected: bool,
) {
    let words = &canvas.look.catalogue;
    let ranking = &workshop.derived.ranking;
    let place = workshop.session().place_of(risk.id).unwrap_or(usize::MAX);
    let rank = ranking.ranks.get(place).copied().flatten();
    let rank = rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let mut pen = canvas.row(here, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    let (sign, role) = tie_sign(workshop, at);
    if rank.len() < 4 {
        pen.put(sign, role).put_right(3, &rank, Role::Title)
    } else {
        pen.put_right(4, &rank, Role::Title)
    };
    pen.put(" ", Role::Text);
    pen.put_in(6, &risk.id.to_string(), Role::Muted);
    if let Some(priority) = ranking.priorities.get(place).filter(|_| !workshop.blank) {
        pen.put_right(points_width(workshop.session()) + 1, &points(priority), Role::Text)
            .put(" ", Role::Text);
        let end = pen.x() + 8;
        match priority.band {
            Some(band) if priority.scored => pen.band(band),
            Some(band) => pen.put("≥", Role::Muted).band(band),
            None => pen.put("--", Role::Muted),
        };
        pen.skip(end.saturating_sub(pen.x()));
        let standing = app.robustness().map(|robustness| robustness.standing(risk.id));
        let (range, top, firm) = match standing {
            Some(Some(standing)) => (range(standing), format!("{} %", standing.top), standing.firm),
            // It is being drawn.
            None if priority.scored => ("…".to_owned(), String::new(), false),
            None | Some(None) => (String::new(), String::new(), false),
        };
        pen.put_in(9, &range, Role::Text);
        if here.width >= ROOMY {
            pen.put_right(6, &top, Role::Text).put("  ", Role::Text);
            pen.put_in(8, if firm { words.text("ranking-firm") } else { "" }, Role::Ok);
        }
    } else {
        pen.skip(if here.width >= ROOMY { 40 } else { 24 });
    }
    pen.say(&risk.title, Role::Text);
}

/// `=` beside a risk that is tied with one beside it, `✓` once duels have decided all its ties.
fn tie_sign(workshop: &Workshop, place: usize) -> (&'static str, Role) {
    let ties = workshop.ties_at(place);
    if workshop.blank || ties == [None, None] {
        (" ", Role::Text)
    } else if ties.contains(&Some(Tie::Open)) {
        ("=", Role::Warning)
    } else {
        ("✓", Role::Ok)
    }
}

/// How the ties of the selected risk stand: who it is tied with, or what a duel decided and why.
fn ties(app: &App, workshop: &Workshop, words: &Catalogue) -> Option<(String, Role)> {
    let Some(Overlay::Ranking(Cursor { place, .. })) = app.overlay else { return None };
    let ties = workshop.ties_at(place);
    let order = &workshop.derived.ranking.order;
    let beside = [place.checked_sub(1), place.checked_add(1)].map(|at| order.get(at?));
    let open = ties.iter().zip(beside).filter(|(tie, _)| **tie == Some(Tie::Open));
    let others: Vec<String> = open.filter_map(|(_, id)| id).map(ToString::to_string).collect();
    let undecided = (!others.is_empty())
        .then(|| words.format("ranking-tied", &[("others", Arg::Text(&others.join(", ")))]));
    let fought = ties.into_iter().flatten().filter_map(|tie| match tie {
        Tie::Fought(place) => workshop.session().duels.get(place),
        Tie::Open => None,
    });
    let role = if undecided.is_some() { Role::Warning } else { Role::Ok };
    let parts: Vec<String> = undecided.into_iter().chain(fought.map(|duel| told(duel, words))).collect();
    (!parts.is_empty()).then(|| (parts.join(" · "), role))
}

/// `R5 before R3: it hits more people`.
fn told(duel: &Duel, words: &Catalogue) -> String {
    let (first, second) = (duel.first.to_string(), duel.second.to_string());
    let who = words.format("typing-duel", &[("first", Arg::Text(&first)), ("second", Arg::Text(&second))]);
    let reason = Safe::new(&duel.reason);
    format!("{who}: {}", if reason.is_empty() { words.text("duel-no-reason") } else { &reason })
}

/// `2–6`, or `3` where they are the same.
pub(super) fn range(standing: &Standing) -> String {
    if standing.best == standing.worst {
        standing.best.to_string()
    } else {
        format!("{}–{}", standing.best, standing.worst)
    }
}

/// The title, formula and gates of the selected risk, and the disputes worth two more minutes.
fn below_list(canvas: &mut Canvas<'_>, app: &App, workshop: &Workshop, inside: Area) {
    let height = foot(inside.height);
    if height == 0 || workshop.blank {
        return;
    }
    let words = &canvas.look.catalogue;
    let area = Area { y: inside.y + inside.height - height, height, ..inside };
    canvas.row(area, 0).put(&"─".repeat(usize::from(area.width)), Role::Border);
    let session = workshop.session();
    let selected = app.selected_rank().and_then(|id| Some((session.place_of(id)?, session.risk(id)?)));
    if let Some((place, risk)) = selected
        && let Some(priority) = workshop.derived.ranking.priorities.get(place)
    {
        let name = format!(" {} ", risk.id);
        canvas.row(area, 1).put(&name, Role::Muted).say(&risk.title, Role::Title);
        let formula = formula(&risk.levels(), session.weights, priority, words);
        let reasons = gate_reasons(priority, words);
        let mut pen = canvas.row(area, 2);
        pen.put(" ", Role::Text)
            .put(&formula, Role::Accent)
            .put("  ", Role::Text)
            .put(&reasons, Role::Warning);
    }
    let (text, role) = worth(app, words);
    let (lines, tied) = match ties(app, workshop, words) {
        Some(tied) => (1, Some(tied)),
        None => (2, None),
    };
    let lines = wrap(&text, usize::from(area.width.saturating_sub(2)), lines);
    for (row, text) in (3..area.height).zip(lines) {
        canvas.row(area, row).put(" ", role).put(&text, role);
    }
    if let Some((text, role)) = tied {
        canvas.row(area, 4).put(" ", role).put(&text, role);
    }
}

/// `Worth two more minutes: R4 D◎ · R7 P`.
fn worth(app: &App, words: &Catalogue) -> (String, Role) {
    let Some(robustness) = app.robustness() else {
        return (words.text("ranking-drawing").to_owned(), Role::Muted);
    };
    let cells: Vec<String> =
        robustness.worth.iter().take(5).map(|it| format!("{} {}", it.risk, it.cell.sign())).collect();
    if cells.is_empty() {
        return (words.text("ranking-no-dispute").to_owned(), Role::Muted);
    }
    (words.format("ranking-worth", &[("cells", Arg::Text(&cells.join(" · ")))]), Role::Accent)
}
