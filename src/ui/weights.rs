//! The weights dial over the screen: a bar and a number per criterion, what the turn moves in all, and below it the ranking
//! as it is with the rank, points and band of each risk now and with the weights dialled.
//!
//! What moves has a sign of its own (`▲2`, `▼1`, `=`, and `↑` or `↓` across the appetite line), so that no color is needed to
//! see it.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::heatmap::criterion_key;
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, Pen, band_role, band_symbol, wide};
use super::ranking::{ranks, seen};
use super::solve::{Seen, appetite_line, unscored_line};
use super::theme::Role;
use crate::app::layout::{Area, Shape, Target};
use crate::app::weights::Dial;
use crate::app::workshop::Workshop;
use crate::domain::weighing::{Changes, Crossing, crossing};
use crate::domain::{Band, Criterion, Priority, Risk, Weight};
use crate::text::catalogue::Arg;
use crate::text::formula::{formula, points, weighted};

/// How wide it is at most.
pub(super) const WIDTH: u16 = 130;
/// Rows of the dial: one per criterion.
const DIALS: u16 = 4;
/// From so many columns inside on bands are words, and numbers stand apart.
const ROOMY: u16 = 70;
/// Below so many columns inside there are none for points.
const WITH_POINTS: u16 = 50;
/// Columns of the name of a criterion, in every language.
const NAME: u16 = 22;

/// Which rows there is room for, from the top: the dial, the formula, what moves, the heads, the list, the selected risk.
struct Rows {
    formula: u16,
    heads: u16,
    foot: u16,
}

impl Rows {
    const fn of(height: u16) -> Self {
        let (formula, heads) = if height < 14 { (0, 0) } else { (1, 1) };
        Self { formula, heads, foot: if height < 18 { 0 } else { 3 } }
    }

    /// The part that lists.
    const fn list(&self, inside: Area) -> Area {
        let above = DIALS + self.formula + 1 + self.heads;
        let height = inside.height.saturating_sub(above + self.foot);
        Area { y: inside.y.saturating_add(above), height, ..inside }
    }
}

/// How many risks can be seen; the lines between them take a row each.
pub(super) fn rows(workshop: &Workshop, inside: Area) -> u16 {
    Rows::of(inside.height).list(inside).height.saturating_sub(ranks(workshop).lines())
}

/// Where its risks can be clicked.
pub(super) fn targets(workshop: &Workshop, dial: &Dial, inside: Area, targets: &mut Vec<(Area, Target)>) {
    let list = Rows::of(inside.height).list(inside);
    let length = workshop.derived.ranking.order.len();
    for (row, seen) in seen(workshop, dial.cursor, list) {
        if let Seen::Risk(place) = seen
            && place < length
        {
            targets.push((line(list, row), Target::Item(place)));
        }
    }
}

/// Paints it; the cursor stands on the criterion that is turned.
pub(super) fn draw(canvas: &mut Canvas<'_>, workshop: &Workshop, dial: &Dial, area: Area) -> Position {
    let words = &canvas.look.catalogue;
    let is_set = dial.weighing.weights == workshop.session().weights;
    let right = words.text(if is_set { "weights-as-set" } else { "weights-not-set" });
    let title = Title { left: words.text("weights-title"), right, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let rows = Rows::of(inside.height);
    let mut cursor = Position { x: inside.x, y: inside.y };
    for (row, criterion) in (0..).zip(Criterion::ALL) {
        let here = line(inside, row);
        let selected = criterion == dial.criterion;
        turned(canvas, workshop, dial, criterion, here);
        if selected {
            cursor.y = here.y;
        }
    }
    let below = Area { y: inside.y + DIALS, height: inside.height.saturating_sub(DIALS), ..inside };
    if rows.formula > 0 {
        sum(canvas, workshop, dial, line(below, 0));
    }
    moves(canvas, workshop, dial, line(below, rows.formula));
    if !workshop.blank {
        if rows.heads > 0 && !workshop.derived.ranking.order.is_empty() {
            heads(canvas, line(below, rows.formula + 1));
        }
        list(canvas, workshop, dial, rows.list(inside));
        selected(
            canvas,
            workshop,
            dial,
            Area { y: inside.y + inside.height - rows.foot, height: rows.foot, ..inside },
        );
    }
    cursor
}

/// One criterion: `► P Probability   ▓▓▓░░░░░░ 3  was 2`.
fn turned(canvas: &mut Canvas<'_>, workshop: &Workshop, dial: &Dial, criterion: Criterion, here: Area) {
    let words = &canvas.look.catalogue;
    let [now, was] =
        [dial.weighing.weights, workshop.session().weights].map(|weights| weights.of(criterion).number());
    // Where there is room, two cells a step.
    let step = if here.width < ROOMY { 1 } else { 2 };
    let most = step * u16::from(Weight::MAX.number());
    let is_selected = criterion == dial.criterion;
    let mut pen = canvas.row(here, 0);
    pen.select(is_selected).put(if is_selected { "►" } else { " " }, Role::Accent);
    pen.put_in(3, &format!(" {}", criterion.sign()), Role::Header);
    let was_text = words.format("weights-was", &[("weight", Arg::Number(was.into()))]);
    let behind = most + 4 + u16::try_from(wide(&was_text)).unwrap_or(0);
    let name = pen.room().saturating_sub(behind + 1).min(NAME);
    pen.put_in(name, words.text(criterion_key(criterion)), Role::Text).put(" ", Role::Text);
    let full = step * u16::from(now);
    pen.fill(full, '▓', Role::Accent).fill(most - full, '░', Role::Muted);
    pen.put(&format!(" {now}  "), Role::Title);
    if now != was {
        pen.put(&was_text, Role::Warning);
    }
}

/// The formula with these weights, and the one before it if there is room: `2·P + 2·D + I + F → 3·P + 2·D + I + F`.
fn sum(canvas: &mut Canvas<'_>, workshop: &Workshop, dial: &Dial, here: Area) {
    let (was, is) = (workshop.session().weights, dial.weighing.weights);
    let mut pen = canvas.row(here, 0);
    pen.put(" ", Role::Text);
    let both = format!("{} → ", weighted(was));
    if was != is && wide(&both) + wide(&weighted(is)) <= usize::from(pen.room()) {
        pen.put(&both, Role::Muted);
    }
    pen.put(&weighted(is), Role::Accent);
}

/// How many risks the turn moves.
fn moves(canvas: &mut Canvas<'_>, workshop: &Workshop, dial: &Dial, here: Area) {
    let words = &canvas.look.catalogue;
    let Changes { ranks, bands, above, below } = dial.weighing.changes;
    let role = if ranks + bands > 0 { Role::Title } else { Role::Muted };
    let room = usize::from(here.width.saturating_sub(1));
    let text = if workshop.blank {
        words.text("weights-blank").to_owned()
    } else if workshop.derived.ranking.order.is_empty() {
        words.text("ranking-empty").to_owned()
    } else if dial.weighing.weights == workshop.session().weights {
        words.text("weights-turn").to_owned()
    } else {
        let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
        let args = [ranks, bands, above, below].map(number);
        let args: Vec<_> = ["ranks", "bands", "above", "below"].into_iter().zip(args).collect();
        let long = words.format("weights-moves", &args);
        if wide(&long) <= room { long } else { words.format("weights-moves.short", &args) }
    };
    canvas.row(here, 0).put(" ", role).put(&text, role);
}

fn heads(canvas: &mut Canvas<'_>, here: Area) {
    let words = &canvas.look.catalogue;
    let columns = Columns::of(here.width);
    let mut pen = canvas.row(here, 0);
    let both = columns.ranks() - columns.movement;
    let key = if columns.has_words() { "weights-rank" } else { "weights-rank.short" };
    pen.skip(1 + columns.id).put_right(both, words.text(key), Role::Muted).skip(columns.movement);
    if columns.points > 0 {
        pen.put_right(columns.points, words.text("ranking-points"), Role::Muted).put(" ", Role::Muted);
    }
    pen.put(words.text("ranking-band"), Role::Muted);
}

/// The widths of the columns of the list.
struct Columns {
    id: u16,
    rank: u16,
    arrow: &'static str,
    movement: u16,
    points: u16,
    band: u16,
}

impl Columns {
    const fn of(width: u16) -> Self {
        match width {
            ROOMY.. => Self { id: 6, rank: 4, arrow: " → ", movement: 6, points: 9, band: 18 },
            WITH_POINTS.. => Self { id: 5, rank: 3, arrow: "→", movement: 5, points: 7, band: 6 },
            _ => Self { id: 5, rank: 3, arrow: "→", movement: 5, points: 0, band: 6 },
        }
    }

    /// The columns of both ranks with the movement.
    fn ranks(&self) -> u16 {
        2 * self.rank + u16::try_from(wide(self.arrow)).unwrap_or(0) + self.movement
    }

    const fn has_words(&self) -> bool {
        self.band > 6
    }
}

fn list(canvas: &mut Canvas<'_>, workshop: &Workshop, dial: &Dial, list: Area) {
    let order = &workshop.derived.ranking.order;
    for (row, seen) in seen(workshop, dial.cursor, list) {
        let here = line(list, row);
        match seen {
            Seen::Line if order.is_empty() => {}
            Seen::Line => appetite_line(canvas, here),
            Seen::Unscored => unscored_line(canvas, here),
            Seen::Risk(place) => {
                let Some(risk) = order.get(place).and_then(|id| workshop.session().risk(*id)) else { break };
                risk_row(canvas, workshop, dial, risk, here);
            }
        }
    }
    let below = order.len().saturating_sub(
        dial.cursor.offset + usize::from(list.height.saturating_sub(ranks(workshop).lines())),
    );
    if below > 0 {
        more(canvas, list, Shape::Small, below);
    }
}

fn risk_row(canvas: &mut Canvas<'_>, workshop: &Workshop, dial: &Dial, risk: &Risk, here: Area) {
    let columns = Columns::of(here.width);
    let at = workshop.session().place_of(risk.id).unwrap_or(usize::MAX);
    let [now, then] = [&workshop.derived.ranking, &dial.weighing.ranking];
    let [was, is] = [now, then].map(|ranking| ranking.ranks.get(at).copied().flatten());
    let selected = dial.risk == Some(risk.id);
    let role = match (was != is, selected) {
        (true, _) => Role::Accent,
        (false, true) => Role::Title,
        (false, false) => Role::Muted,
    };
    let rank = |rank: Option<u32>| rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
    let mut pen = canvas.row(here, 0);
    pen.put(if selected { "►" } else { " " }, Role::Accent);
    pen.put_in(columns.id, &risk.id.to_string(), Role::Muted).put_right(columns.rank, &rank(was), role);
    pen.put(columns.arrow, role).put_right(columns.rank, &rank(is), role);
    pen.put_in(columns.movement, &format!(" {}", movement(was, is)), role);
    if let (Some(was), Some(is)) = (now.priorities.get(at), then.priorities.get(at)) {
        both_points(&mut pen, &columns, was, is);
        both_bands(&mut pen, &columns, was, is, crossing(was, is, workshop.session()));
    }
    pen.say(&risk.title, if selected { Role::Title } else { Role::Text });
}

/// `▲2` for two places up, `▼1` for one down, `=` for the same; nothing without a rank.
fn movement(was: Option<u32>, is: Option<u32>) -> String {
    match was.zip(is) {
        Some((was, is)) if is < was => format!("▲{}", was - is),
        Some((was, is)) if is > was => format!("▼{}", is - was),
        Some(_) => "=".to_owned(),
        None => String::new(),
    }
}

/// `25 → 29`, or the range with the weights dialled while cells are empty.
fn both_points(pen: &mut Pen<'_, '_>, columns: &Columns, was: &Priority, is: &Priority) {
    if columns.points == 0 {
        return;
    }
    let text = if is.scored && was.points != is.points {
        format!("{}{}{:>2}", points(was), columns.arrow, points(is))
    } else {
        points(is)
    };
    pen.put_right(columns.points, &text, if is.scored { Role::Text } else { Role::Muted })
        .put(" ", Role::Text);
}

/// `■ CRIT → ▲ HIGH ↓`, or the one band if both are the same.
fn both_bands(
    pen: &mut Pen<'_, '_>,
    columns: &Columns,
    was: &Priority,
    is: &Priority,
    crosses: Option<Crossing>,
) {
    let end = pen.x() + columns.band;
    if was.band != is.band && is.scored {
        one_band(pen, columns, was.band, true);
        pen.put(columns.arrow, Role::Muted);
    }
    one_band(pen, columns, is.band, is.scored);
    match crosses {
        Some(Crossing::Up) => pen.put(" ↑", Role::Title),
        Some(Crossing::Down) => pen.put(" ↓", Role::Title),
        None => pen.skip(0),
    };
    pen.skip(end.saturating_sub(pen.x()));
}

fn one_band(pen: &mut Pen<'_, '_>, columns: &Columns, band: Option<Band>, scored: bool) {
    let Some(band) = band else {
        pen.put("--", Role::Muted);
        return;
    };
    if !scored {
        pen.put("≥", Role::Muted);
    }
    if columns.has_words() {
        pen.band(band);
    } else {
        pen.put(band_symbol(band), band_role(band));
    }
}

/// The title of the selected risk, and its formula now and with the weights dialled.
fn selected(canvas: &mut Canvas<'_>, workshop: &Workshop, dial: &Dial, area: Area) {
    let session = workshop.session();
    let found = dial.risk.and_then(|id| Some((session.place_of(id)?, session.risk(id)?)));
    let Some((at, risk)) = found.filter(|_| area.height > 0) else { return };
    let words = &canvas.look.catalogue;
    let lines = [
        ("weights-now", session.weights, &workshop.derived.ranking),
        ("weights-then", dial.weighing.weights, &dial.weighing.ranking),
    ];
    let name = lines.iter().map(|(key, ..)| wide(words.text(key))).max().unwrap_or(0);
    let name = u16::try_from(name).unwrap_or(0) + 1;
    let mut pen = canvas.row(area, 0);
    pen.put("─ ", Role::Border).put(&risk.id.to_string(), Role::Muted).put(" ", Role::Border);
    pen.say(&risk.title, Role::Title).put(" ", Role::Border);
    pen.fill(pen.room(), '─', Role::Border);
    for (row, (key, weights, ranking)) in (1..area.height).zip(lines) {
        let Some(priority) = ranking.priorities.get(at) else { continue };
        let text = formula(&risk.levels(), weights, priority, words);
        let role = if weights == session.weights { Role::Text } else { Role::Accent };
        let mut pen = canvas.row(area, row);
        pen.put(" ", role).put_in(name, words.text(key), Role::Muted).put(&text, role);
    }
}
