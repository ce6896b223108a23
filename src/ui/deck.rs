//! The deck: the prompt card in hand, to be read aloud, and below it how far each category is.
//!
//! The card comes first where there is little room, then the categories, then where the card was seen.

use ratatui::layout::Position;

use super::chrome::{Title, frame, pane_key};
use super::home::more;
use super::keys as key_names;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::deck::{Tally, category_of};
use crate::app::layout::{Area, Layout, Shape};
use crate::app::workshop::{Pane, Workshop};
use crate::app::{Action, App};
use crate::domain::Card;
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::safe::Safe;

/// Rows of the card, with where it was seen, if there is room for everything.
const CARD: u16 = 4;
/// Rows above the categories: what was made of the cards, and the names of the columns.
const HEAD: u16 = 2;
/// Most rows of a card's text.
const LINES: usize = 12;
/// Columns for the two numbers of a category, with the mark between.
const NUMBERS: u16 = 9;
/// The fewest columns of a category that stands beside another.
const NARROWEST: u16 = 26;

/// How many rows the deck takes with its frame, where there is room.
pub(super) fn height(workshop: &Workshop) -> u16 {
    let rows = workshop.derived.dealt.tallies.len().saturating_sub(1).div_ceil(2);
    u16::try_from(rows).unwrap_or(u16::MAX).saturating_add(CARD + HEAD + 2)
}

/// What stands below the list where there is room for one of them only.
pub(super) fn or_details(workshop: &Workshop) -> Pane {
    match workshop.focus {
        focus @ (Pane::Coverage | Pane::Details) => focus,
        Pane::Sessions
        | Pane::Preview
        | Pane::Risks
        | Pane::Grid
        | Pane::Ranks
        | Pane::Board
        | Pane::Levels => workshop.below,
    }
}

/// Paints the deck; the cursor stands at the card if the pane has the focus.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    layout: &Layout,
) -> Option<Position> {
    let area = layout.pane(Pane::Coverage)?;
    let words = &canvas.look.catalogue;
    let card = workshop.card();
    let (left, right) = edge(workshop, card, words);
    // The footer has the keys where there is room; while text is typed they are letters.
    let has_keys = layout.shape < Shape::Middle && app.typing.is_none();
    let foot = if has_keys { keys(app, words) } else { String::new() };
    let focus = workshop.focus == Pane::Coverage;
    let title = Title { left: &left, right: &right, foot: &foot, focus };
    let inside = frame(canvas, area, layout.shape, &title);
    let text = card.map_or_else(|| none(workshop, words), |card| quoted(card, words));
    let lines = wrap(&text, usize::from(inside.width.saturating_sub(2)), LINES);
    let used = u16::try_from(lines.len()).unwrap_or(u16::MAX);
    let below = below(workshop, inside).saturating_add(HEAD);
    let room = inside.height.saturating_sub(below).max(used).min(inside.height);
    let role = if card.is_some() { Role::Title } else { Role::Muted };
    for (row, text) in (0..room).zip(&lines) {
        canvas.row(inside, row).put(" ", role).put(text, role);
    }
    if let Some(card) = card.filter(|card| used < room && !card.sources.is_empty()) {
        let source = canvas.look.catalogue.text("deck-source");
        canvas
            .row(inside, used)
            .put(" ", Role::Muted)
            .put(source, Role::Muted)
            .say(&card.sources, Role::Muted);
    }
    let rest = Area { y: inside.y + room, height: inside.height - room, ..inside };
    if layout.shape == Shape::Small && has_keys {
        // No frame has the keys there.
        canvas.row(rest, 0).put(" ", Role::Muted).put(&foot, Role::Accent);
    } else {
        summary(canvas, workshop, rest);
    }
    categories(canvas, workshop, layout, rest);
    Some(Position { x: inside.x, y: inside.y })
}

/// The rows of the categories, one or two beside each other.
fn below(workshop: &Workshop, inside: Area) -> u16 {
    let count = shown(workshop).len().div_ceil(columns(inside));
    u16::try_from(count).unwrap_or(u16::MAX)
}

fn columns(inside: Area) -> usize {
    if inside.width / 2 >= NARROWEST { 2 } else { 1 }
}

/// `Shipping & address lookup` and `31 of 84`, or what the pane is and how many categories are untouched.
fn edge(workshop: &Workshop, card: Option<&Card>, words: &Catalogue) -> (String, String) {
    let dealt = &workshop.derived.dealt;
    let Some(card) = card else {
        let missing = workshop.derived.coverage.iter().filter(|count| **count == 0).count();
        let right = match missing {
            0 => words.text("coverage-complete").to_owned(),
            n => words.format("coverage-missing", &[("n", number(n))]),
        };
        return (words.text(pane_key(Pane::Coverage)).to_owned(), right);
    };
    let session = workshop.session();
    let category = session.categories.get(category_of(session, card));
    let name = category.map_or(words.text("deck-no-category"), |category| &category.name);
    let all = workshop.hand.cards.len();
    let place = all.saturating_sub(dealt.left) + workshop.hand.passed.len() + 1;
    let right = words.format("deck-place", &[("n", number(place)), ("all", number(all))]);
    (format!("{}: {name}", words.text("deck-card")), right)
}

/// `n next card   A adopt   D not relevant`, as far as it is possible now.
fn keys(app: &App, words: &Catalogue) -> String {
    let actions = [Action::DrawCard, Action::AdoptCard, Action::DismissCard];
    let possible = actions.into_iter().filter(|action| app.availability(*action).is_ok());
    let hint = |action: Action| {
        Some(format!("{} {}", key_names::of_action(app, action, words)?, words.text(action.hint_key())))
    };
    possible.filter_map(hint).collect::<Vec<_>>().join("   ")
}

/// What is read aloud.
fn quoted(card: &Card, words: &Catalogue) -> String {
    words.format("deck-quote", &[("text", Arg::Text(&Safe::new(&card.text)))])
}

/// How a card is drawn, or that there is none left.
fn none(workshop: &Workshop, words: &Catalogue) -> String {
    let key = match (workshop.hand.cards.is_empty(), workshop.derived.dealt.left) {
        (true, _) => "deck-none",
        (false, 0) => "deck-all-dealt",
        (false, _) => "deck-draw",
    };
    words.text(key).to_owned()
}

/// What the room has made of the cards.
fn summary(canvas: &mut Canvas<'_>, workshop: &Workshop, area: Area) {
    let dealt = &workshop.derived.dealt;
    let touched = shown(workshop).iter().filter(|(_, tally)| tally.is_touched()).count();
    let args = [
        ("adopted", number(dealt.adopted)),
        ("dismissed", number(dealt.dismissed)),
        ("left", number(dealt.left)),
        ("touched", number(touched)),
        ("all", number(shown(workshop).len())),
    ];
    let text = canvas.look.catalogue.format("deck-summary", &args);
    canvas.row(area, 0).put(" ", Role::Muted).put(&text, Role::Accent);
}

/// The categories with what they have come to; cards of no category are the last, if there are any.
fn shown(workshop: &Workshop) -> Vec<(Option<usize>, Tally)> {
    let count = workshop.session().categories.len();
    let tallies = workshop.derived.dealt.tallies.iter().copied().enumerate();
    let placed = tallies.map(|(place, tally)| ((place < count).then_some(place), tally));
    placed.filter(|(place, tally)| place.is_some() || *tally != Tally::default()).collect()
}

fn categories(canvas: &mut Canvas<'_>, workshop: &Workshop, layout: &Layout, area: Area) {
    let (side_by_side, shown) = (columns(area), shown(workshop));
    let width = area.width / u16::try_from(side_by_side).unwrap_or(1);
    let rows = shown.len().div_ceil(side_by_side).max(1);
    let body = Area { y: area.y + 1.min(area.height), height: area.height.saturating_sub(1), ..area };
    let head = [canvas.look.catalogue.text("deck-risks"), canvas.look.catalogue.text("deck-left")].join(" ");
    for column in 0..side_by_side {
        let x = area.x + u16::try_from(column).unwrap_or(0) * width;
        let mut pen = canvas.row(Area { x, width: width.saturating_sub(1), ..body }, 0);
        pen.put_last(&head, Role::Muted);
    }
    let body = Area { y: body.y + 1.min(body.height), height: body.height.saturating_sub(1), ..body };
    for (at, (place, tally)) in shown.iter().enumerate() {
        let (column, row) = (at / rows, u16::try_from(at % rows).unwrap_or(u16::MAX));
        let x = area.x + u16::try_from(column).unwrap_or(0) * width;
        let name = match place.and_then(|place| workshop.session().categories.get(place)) {
            Some(category) => category.name.to_string(),
            None => canvas.look.catalogue.text("deck-no-category").to_owned(),
        };
        category(canvas, &name, *tally, Area { x, width: width.saturating_sub(1), ..body }, row);
    }
    let hidden = rows.saturating_sub(usize::from(body.height)) * side_by_side;
    if hidden > 0 && body.height > 0 {
        more(canvas, body, layout.shape, hidden);
    }
}

/// `Catalogue & pricing   3 ✓    7`.
fn category(canvas: &mut Canvas<'_>, name: &str, tally: Tally, area: Area, row: u16) {
    let mut pen = canvas.row(area, row);
    pen.put(" ", Role::Text).say_in(area.width.saturating_sub(NUMBERS + 1), name, Role::Text);
    match tally.risks {
        0 => pen.put_right(3, "–", if tally.is_touched() { Role::Muted } else { Role::Warning }),
        n => pen.put_right(3, &n.to_string(), Role::Text),
    };
    pen.put(if tally.is_touched() { " ✓" } else { "  " }, Role::Ok);
    pen.put_right(4, &tally.left.to_string(), Role::Muted);
}

fn number(count: usize) -> Arg<'static> {
    Arg::Number(i64::try_from(count).unwrap_or(i64::MAX))
}
