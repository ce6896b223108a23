//! The budget over the screen: the cap and what is suggested under it, then every candidate with its points, its cost and
//! its points per cost, and below them which risks the selected one lowers.

use ratatui::layout::Position;

use super::bowtie::status_sign;
use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::budget::Budget;
use crate::app::layout::{Area, Shape};
use crate::app::workshop::Workshop;
use crate::domain::budget::{Candidate, EXACT, Measure, Method, Standing};
use crate::domain::{Priority, Status};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::formula::{points, short_band_key};
use crate::text::keys::status_key;
use crate::text::numbers;

/// How wide it is at most.
pub(super) const WIDTH: u16 = 150;
/// From so many columns inside on there is one for the status.
const ROOMY: u16 = 74;
/// From so many on there is one for the points per cost.
const RATED: u16 = 50;
/// From so many on there is one for why a candidate is left out.
const VERY_ROOMY: u16 = 96;
/// The points per so much of a measure are told.
const PER_MONEY: u64 = 1_000;
const PER_DAYS: u64 = 10;

/// Rows above the table, its heads among them.
const fn head(inside: Area) -> u16 {
    match inside.height {
        0..12 => 3,
        12..16 => 5,
        _ if inside.width < ROOMY => 8,
        _ => 7,
    }
}

/// Rows below it, with the line above them.
const fn foot(inside: Area) -> u16 {
    match inside.height {
        0..14 => 0,
        14..24 => 4,
        _ => 6,
    }
}

/// The part that lists.
pub(super) const fn list(inside: Area) -> Area {
    let (head, foot) = (head(inside), foot(inside));
    Area { y: inside.y + head, height: inside.height.saturating_sub(head + foot), ..inside }
}

/// How many candidates can be seen.
pub(super) const fn rows(inside: Area) -> u16 {
    list(inside).height
}

/// An amount of a measure: `€15,000`, `30 workdays`.
pub(super) fn amount(amount: u64, measure: Measure, currency: &str, words: &Catalogue) -> String {
    match measure {
        Measure::Money => numbers::money(amount, currency, words.lang()),
        Measure::Effort => {
            let n = i64::try_from(amount).unwrap_or(i64::MAX);
            words.format("budget-days", &[("n", Arg::Number(n))])
        }
    }
}

/// Paints it; the cursor stands on the selected candidate.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    budget: &Budget,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let right = words.text(match budget.measure {
        Measure::Money => "budget-money",
        Measure::Effort => "budget-effort",
    });
    let title = Title { left: words.text("budget-title"), right, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    totals(canvas, workshop, budget, inside);
    selected_below(canvas, workshop, budget, inside);
    let list = list(inside);
    let candidates = &budget.suggestion.candidates;
    if candidates.is_empty() {
        let text = words.text("budget-empty");
        let lines = wrap(text, usize::from(list.width.saturating_sub(2)), 4);
        for (row, text) in (0..list.height).zip(lines) {
            canvas.row(list, row).put(" ", Role::Muted).put(&text, Role::Muted);
        }
        return None;
    }
    let mut at = None;
    let first = budget.cursor.offset;
    for (row, (place, candidate)) in (0..list.height).zip(candidates.iter().enumerate().skip(first)) {
        let here = line(list, row);
        let selected = place == budget.cursor.place;
        candidate_row(canvas, workshop, budget, candidate, here, selected);
        if selected {
            at = Some(Position { x: here.x, y: here.y });
        }
    }
    let below = candidates.len().saturating_sub(first + usize::from(list.height));
    if below > 0 {
        more(canvas, list, Shape::Wide, below);
    }
    at
}

/// Cap, what the set costs and removes, how it was found, what stays chosen besides; then the heads.
fn totals(canvas: &mut Canvas<'_>, workshop: &Workshop, budget: &Budget, inside: Area) {
    let words = &canvas.look.catalogue;
    let rows = head(inside);
    let columns = usize::from(inside.width.saturating_sub(2));
    let mut lines: Vec<(String, Role)> = vec![(cap_line(workshop, budget, words), Role::Title)];
    let is_short = inside.width < ROOMY;
    let (removed, role) = removed_line(workshop, budget, is_short, words);
    lines.push((removed, role));
    if rows > 3 {
        let most = usize::from(rows) - 4;
        let method = wrap(&method_line(budget, words), columns, most);
        lines.extend(method.into_iter().map(|text| (text, Role::Muted)));
    }
    for (row, (text, role)) in (0..rows.saturating_sub(2)).zip(&lines) {
        canvas.row(inside, row).put(" ", *role).put(text, *role);
    }
    if rows > 3 {
        let (text, role) = kept_line(workshop, budget, is_short, words);
        canvas.row(inside, rows - 2).put(" ", role).put(&text, role);
    } else if let Some((text, role)) = lines.get(1) {
        canvas.row(inside, 1).put(" ", *role).put(text, *role);
    }
    heads(canvas, budget, line(inside, rows - 1));
}

/// `cap €15,000 · suggested €12,100 · left €2,900`.
fn cap_line(workshop: &Workshop, budget: &Budget, words: &Catalogue) -> String {
    let Some(cap) = budget.cap else {
        return words.text("budget-no-cap").to_owned();
    };
    let currency = &workshop.session().currency;
    let told = |it: u64| amount(it, budget.measure, currency, words);
    let spent = budget.suggestion.cost;
    let args = [("cap", told(cap)), ("cost", told(spent)), ("left", told(cap.saturating_sub(spent)))];
    words.format("budget-cap", &args.each_ref().map(|(name, text)| (*name, Arg::Text(text))))
}

/// `removes 9 of 230 points: 0.7 per €1,000 · above the line 7 → 5`.
fn removed_line(workshop: &Workshop, budget: &Budget, is_short: bool, words: &Catalogue) -> (String, Role) {
    let suggestion = &budget.suggestion;
    if budget.cap.is_none() || workshop.blank {
        return (String::new(), Role::Text);
    }
    if suggestion.removed == 0 {
        return (words.text("budget-nothing").to_owned(), Role::Warning);
    }
    let [before, after] = suggestion.above.map(|n| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX)));
    let rate = rate(suggestion.removed, Some(suggestion.cost), budget.measure, words);
    let per = per(workshop, budget.measure, words);
    let args = [
        ("removed", Arg::Number(suggestion.removed.into())),
        ("points", Arg::Number(suggestion.points.into())),
        ("rate", Arg::Text(&rate)),
        ("per", Arg::Text(&per)),
        ("before", before),
        ("after", after),
    ];
    let key = if is_short { "budget-removes.short" } else { "budget-removes" };
    (words.format(key, &args), Role::Ok)
}

/// What is measured, and whether there can be a better set.
fn method_line(budget: &Budget, words: &Catalogue) -> String {
    let priced = budget.suggestion.candidates.iter();
    let priced = priced.filter(|it| !matches!(it.standing, Standing::Unpriced | Standing::Idle)).count();
    let n = Arg::Number(i64::try_from(priced).unwrap_or(i64::MAX));
    let method = match budget.suggestion.method {
        Method::Exact if budget.cap.is_none() => String::new(),
        Method::Exact => words.format("budget-exact", &[("n", n)]),
        Method::Heuristic => {
            let most = Arg::Number(i64::try_from(EXACT).unwrap_or(i64::MAX));
            words.format("budget-heuristic", &[("n", n), ("most", most)])
        }
    };
    let cost = words.text(match budget.measure {
        Measure::Money => "budget-measure-money",
        Measure::Effort => "budget-measure-effort",
    });
    format!("{method} {} {cost}", words.text("budget-measure")).trim().to_owned()
}

/// What the room has chosen and the set leaves out.
fn kept_line(workshop: &Workshop, budget: &Budget, is_short: bool, words: &Catalogue) -> (String, Role) {
    let (count, cost) = budget.suggestion.chosen_left_out();
    if count == 0 || budget.cap.is_none() {
        return (String::new(), Role::Text);
    }
    let currency = &workshop.session().currency;
    let together = amount(budget.suggestion.cost.saturating_add(cost), budget.measure, currency, words);
    let n = Arg::Number(i64::try_from(count).unwrap_or(i64::MAX));
    let key = if is_short { "budget-kept.short" } else { "budget-kept" };
    (words.format(key, &[("n", n), ("together", Arg::Text(&together))]), Role::Warning)
}

fn heads(canvas: &mut Canvas<'_>, budget: &Budget, here: Area) {
    let words = &canvas.look.catalogue;
    let roomy = here.width >= ROOMY;
    let mut pen = canvas.row(here, 0);
    pen.put_in(4, "", Role::Header).put_in(5, "", Role::Header);
    if roomy {
        pen.put_in(11, words.text("budget-head-status"), Role::Header);
    }
    pen.put_right(8, words.text("budget-head-points"), Role::Header);
    pen.put_right(13, words.text("budget-head-cost"), Role::Header);
    let per = match budget.measure {
        Measure::Money => "budget-head-per-money",
        Measure::Effort => "budget-head-per-effort",
    };
    if here.width >= RATED {
        pen.put_right(11, words.text(per), Role::Header);
    }
    pen.put("  ", Role::Header);
    pen.put(words.text("field-solution"), Role::Header);
}

fn candidate_row(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    budget: &Budget,
    candidate: &Candidate,
    here: Area,
    selected: bool,
) {
    let words = &canvas.look.catalogue;
    let session = workshop.session();
    let roomy = here.width >= ROOMY;
    let title = session.solution(candidate.solution).map_or("", |solution| &solution.title);
    let (sign, role, why) = standing(candidate.standing, budget.cap.is_some());
    let mut pen = canvas.row(here, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    pen.put_in(3, &format!(" {sign}"), role);
    pen.put_in(5, &candidate.solution.to_string(), Role::Muted);
    if roomy {
        let status = if candidate.chosen { Status::Chosen } else { Status::Idea };
        let (sign, role) = status_sign(status);
        pen.put_in(11, &format!("{sign} {}", words.text(status_key(status))), role);
    }
    let hidden = |text: String| if workshop.blank { "·".to_owned() } else { text };
    pen.put_right(8, &hidden(candidate.alone.to_string()), Role::Text);
    let cost = candidate.cost.map_or_else(
        || words.text("budget-unpriced").to_owned(),
        |cost| amount(cost, budget.measure, &session.currency, words),
    );
    pen.put_right(13, &cost, if candidate.cost.is_some() { Role::Text } else { Role::Warning });
    let rate = rate(candidate.alone, candidate.cost, budget.measure, words);
    if here.width >= RATED {
        pen.put_right(11, &hidden(rate), Role::Text);
    }
    pen.put("  ", Role::Text);
    let why = why.filter(|_| here.width >= VERY_ROOMY).map(|key| words.text(key));
    let why = why.map_or_else(String::new, |why| format!("  {why} "));
    let width = u16::try_from(super::paint::wide(&why)).unwrap_or(0);
    let room = pen.room().saturating_sub(width);
    pen.say_in(room, title, Role::Text).put(&why, Role::Muted);
}

/// The sign of a standing, and the key of why it is left out.
const fn standing(standing: Standing, has_cap: bool) -> (&'static str, Role, Option<&'static str>) {
    match standing {
        Standing::Taken => ("✓", Role::Ok, None),
        Standing::NoRoom if !has_cap => (" ", Role::Muted, None),
        Standing::NoRoom => ("·", Role::Muted, Some("budget-no-room")),
        Standing::AboveCap => ("·", Role::Muted, Some("budget-above-cap")),
        Standing::AddsNothing => ("·", Role::Muted, Some("budget-adds-nothing")),
        Standing::Unpriced => ("?", Role::Warning, Some("budget-left-out")),
        Standing::Idle => ("-", Role::Muted, Some("budget-idle")),
    }
}

/// The points per 1,000 of money or per 10 workdays, with a decimal.
fn rate(points: u32, cost: Option<u64>, measure: Measure, words: &Catalogue) -> String {
    let unit = match measure {
        Measure::Money => PER_MONEY,
        Measure::Effort => PER_DAYS,
    };
    match cost {
        None => "–".to_owned(),
        Some(0) => words.text("budget-free").to_owned(),
        Some(cost) => {
            let hundredths = u128::from(points) * u128::from(unit) * 100 / u128::from(cost);
            let (whole, rest) = (u64::try_from(hundredths / 100).unwrap_or(u64::MAX), hundredths % 100);
            let sign = numbers::decimal_sign(words.lang());
            format!("{}{sign}{rest:02}", numbers::number(whole, words.lang()))
        }
    }
}

/// What the points are told per: `€1,000`, `10 workdays`.
fn per(workshop: &Workshop, measure: Measure, words: &Catalogue) -> String {
    let unit = match measure {
        Measure::Money => PER_MONEY,
        Measure::Effort => PER_DAYS,
    };
    amount(unit, measure, &workshop.session().currency, words)
}

/// The title of the selected candidate, what it adds to the set, and how its risks stand without and with the whole set.
fn selected_below(canvas: &mut Canvas<'_>, workshop: &Workshop, budget: &Budget, inside: Area) {
    let height = foot(inside);
    let Some(candidate) = budget.selected().filter(|_| height > 0) else { return };
    let words = &canvas.look.catalogue;
    let session = workshop.session();
    let area = Area { y: inside.y + inside.height - height, height, ..inside };
    canvas.row(area, 0).put(&"─".repeat(usize::from(area.width)), Role::Border);
    let Some(solution) = session.solution(candidate.solution) else { return };
    let title = format!(" {} ", solution.id);
    canvas.row(area, 1).put(&title, Role::Muted).say(&solution.title, Role::Title);
    if workshop.blank {
        return;
    }
    let effects = budget.suggestion.effects.iter();
    let effects = effects.filter(|effect| solution.links.iter().any(|link| link.risk == effect.risk));
    let effects: Vec<String> = effects
        .map(|effect| {
            let (before, after) = (stands(&effect.before, words), stands(&effect.after, words));
            format!("{} {before} → {after}", effect.risk)
        })
        .collect();
    let adds = Arg::Number(candidate.adds.into());
    let adds = words.format(
        match candidate.standing {
            Standing::Taken => "budget-loses",
            Standing::NoRoom => "budget-adds",
            Standing::AboveCap => "budget-adds-above-cap",
            Standing::AddsNothing => "budget-adds-none",
            Standing::Unpriced => "budget-unpriced-how",
            Standing::Idle => "budget-idle-how",
        },
        &[("n", adds)],
    );
    let is_idle = matches!(candidate.standing, Standing::Unpriced | Standing::Idle);
    let adds = if budget.cap.is_some() || is_idle { adds } else { String::new() };
    let text = if effects.is_empty() || budget.cap.is_none() || is_idle {
        adds
    } else {
        format!("{adds} {}: {}", words.text("budget-with-set"), effects.join(" · "))
    };
    let lines = wrap(text.trim(), usize::from(area.width.saturating_sub(2)), usize::from(height - 2));
    for (row, text) in (2..height).zip(lines) {
        canvas.row(area, row).put(" ", Role::Accent).put(&text, Role::Accent);
    }
}

/// `24 CRIT`, with the signs of the gates that lift its band.
fn stands(priority: &Priority, words: &Catalogue) -> String {
    let band = priority.band.map_or("--", |band| words.text(short_band_key(band)));
    let gates = priority.gates.iter().map(|gate| gate.sign());
    let points = points(priority);
    [&*points, band].into_iter().chain(gates).collect::<Vec<_>>().join(" ")
}
