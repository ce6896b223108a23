//! What lies over the screen: choices, palette and help; what is read is in [`super::reading`].

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::Canvas;
use super::theme::Role;
use super::{
    board, bowtie, budget, changes, compare, dots, duel, follow_ups, gaps, heatmap, keys, parking, paste,
    people, prepare, ranking, reading, rounds, teams, trend, typing, value, weights,
};
use crate::app::board::Facet;
use crate::app::form::Field;
use crate::app::form::risk::RiskField;
use crate::app::layout::{Area, Layout, Shape, Target};
use crate::app::notice::Unavailable;
use crate::app::overlay::{Asked, Choice, Commands, Item, Overlay};
use crate::app::prepare::ROWS;
use crate::app::workshop::Workshop;
use crate::app::{App, Scope};
use crate::domain::{Cell, Course, Place};
use crate::text::catalogue::{Arg, Catalogue};

/// Rows of the palette above its first command: the search and a blank.
const SEARCH: u16 = 2;

/// Where it is: in the middle, as high as it needs to be; the palette as high as it can be, so that it never jumps.
pub(super) fn area(overlay: &Overlay, body: Area) -> Area {
    let (width, height) = match overlay {
        Overlay::Choice(choice) => {
            let rows = u16::try_from(choice.items.len().max(1)).unwrap_or(u16::MAX);
            // In the bin, risks stand beside their categories.
            (if choice.asked == Asked::Bin { 78 } else { 64 }, rows.saturating_add(2))
        }
        Overlay::Commands(_) => (78, body.height),
        Overlay::Prepare(_) => (prepare::WIDTH, prepare::height()),
        Overlay::People(_) => (people::WIDTH, body.height),
        Overlay::Reading(_) => (reading::WIDTH, body.height),
        Overlay::Lot(_) => parking::size(body),
        Overlay::Ranking(_) => (ranking::WIDTH, body.height),
        Overlay::HeatMap(_) => (heatmap::WIDTH, body.height),
        Overlay::Gaps(_) => (gaps::WIDTH, body.height),
        Overlay::Weights(_) => (weights::WIDTH, body.height),
        Overlay::Duel(_) => (duel::WIDTH, body.height),
        Overlay::Teams(_) => (teams::WIDTH, body.height),
        Overlay::Dots(_) => (dots::WIDTH, body.height),
        Overlay::BowTie(_) => (bowtie::WIDTH, body.height),
        Overlay::Budget(_) => (budget::WIDTH, body.height),
        Overlay::Changes(_) => (changes::WIDTH, body.height),
        Overlay::Compare(_) => (compare::WIDTH, body.height),
        Overlay::FollowUps(_) => (follow_ups::WIDTH, body.height),
        Overlay::Trend(_) => (trend::WIDTH, body.height),
        Overlay::Preview(_) => (paste::WIDTH, body.height),
    };
    let (width, height) = (width.min(body.width), height.min(body.height));
    let (x, y) = (body.x + (body.width - width) / 2, body.y + (body.height - height) / 2);
    Area { x, y, width, height }
}

/// How many of its rows can be seen.
pub(super) fn rows(app: &App, overlay: &Overlay, area: Area) -> usize {
    let inside = area.height.saturating_sub(2);
    usize::from(match overlay {
        Overlay::Choice(_)
        | Overlay::People(_)
        | Overlay::Lot(_)
        | Overlay::HeatMap(_)
        | Overlay::Duel(_)
        | Overlay::Teams(_) => inside,
        Overlay::FollowUps(_) => follow_ups::list(super::layout::inner(area, Shape::Wide)).height,
        Overlay::Prepare(_) => prepare::rows(inside),
        Overlay::Dots(_) => dots::list(super::layout::inner(area, Shape::Wide)).height,
        Overlay::Commands(_) => inside.saturating_sub(SEARCH),
        Overlay::Reading(_) => reading::rows(inside),
        Overlay::Gaps(open) => gaps::list(open, super::layout::inner(area, Shape::Wide)).height,
        Overlay::Preview(_) => paste::rows(inside),
        Overlay::Ranking(_) => {
            let inside = super::layout::inner(area, Shape::Wide);
            app.workshop.as_ref().map_or(0, |workshop| ranking::rows(workshop, inside))
        }
        Overlay::Weights(_) => {
            let inside = super::layout::inner(area, Shape::Wide);
            app.workshop.as_ref().map_or(0, |workshop| weights::rows(workshop, inside))
        }
        Overlay::Budget(_) => budget::rows(super::layout::inner(area, Shape::Wide)),
        Overlay::Trend(_) => trend::list(super::layout::inner(area, Shape::Wide)).height,
        Overlay::Changes(_) => changes::rows(inside),
        Overlay::Compare(open) => compare::list(open, super::layout::inner(area, Shape::Wide)).height,
        Overlay::BowTie(cursor) => {
            let inside = super::layout::inner(area, Shape::Wide);
            return app.workshop.as_ref().map_or(0, |it| bowtie::rows(it, *cursor, inside));
        }
    })
}

/// Paints it; the cursor stands in the search or on the selected row.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, layout: &Layout) -> Option<Position> {
    let (overlay, area) = (app.overlay.as_ref()?, layout.overlay?);
    canvas.clear(area);
    match overlay {
        Overlay::Choice(choice) => draw_choice(canvas, app, app.workshop.as_ref()?, choice, area),
        Overlay::Commands(commands) => Some(draw_commands(canvas, app, commands, area)),
        Overlay::Reading(reading) => reading::draw(canvas, app, *reading, area),
        Overlay::Lot(open) => parking::draw(canvas, app.workshop.as_ref()?, *open, area),
        Overlay::Gaps(open) => gaps::draw(canvas, app, app.workshop.as_ref()?, open, area),
        Overlay::Preview(preview) => paste::draw(canvas, app, preview, area),
        Overlay::Weights(dial) => Some(weights::draw(canvas, app.workshop.as_ref()?, dial, area)),
        Overlay::Duel(pair) => {
            duel::draw(canvas, app.workshop.as_ref()?, pair, area);
            None
        }
        Overlay::Teams(table) => teams::draw(canvas, app.workshop.as_ref()?, table, area),
        Overlay::Dots(vote) => dots::draw(canvas, app.workshop.as_ref()?, vote, area),
        Overlay::HeatMap(map) => heatmap::draw(canvas, app.workshop.as_ref()?, map, area),
        Overlay::BowTie(cursor) => bowtie::draw(canvas, app, app.workshop.as_ref()?, *cursor, area),
        Overlay::Budget(budget) => budget::draw(canvas, app.workshop.as_ref()?, budget, area),
        Overlay::Compare(open) => compare::draw(canvas, app, open, area),
        Overlay::FollowUps(open) => follow_ups::draw(canvas, app, open, area),
        Overlay::Trend(trend) => trend::draw(canvas, app, trend, area),
        Overlay::Changes(log) => changes::draw(canvas, app, app.workshop.as_ref()?, log, area),
        Overlay::Ranking(cursor) => ranking::draw(canvas, app, app.workshop.as_ref()?, *cursor, area),
        Overlay::Prepare(cursor) => prepare::draw(canvas, app, *cursor, area),
        Overlay::People(seats) => people::draw(canvas, app.workshop.as_ref()?, *seats, area),
    }
}

fn draw_choice(
    canvas: &mut Canvas<'_>,
    app: &App,
    workshop: &Workshop,
    choice: &Choice,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let left = asked(choice.asked, words);
    let foot = match choice.asked {
        Asked::Bin => words.text("choice-bin-foot"),
        Asked::Field(_, Field::Risk(RiskField::Evidence)) => words.text("choice-evidence-foot"),
        Asked::Field(..)
        | Asked::EffectRisk(_)
        | Asked::EffectLevel(..)
        | Asked::Round
        | Asked::Dismissed
        | Asked::Decks
        | Asked::Category(_)
        | Asked::Course(_)
        | Asked::Cards
        | Asked::Template => "",
    };
    let title = Title { left: &left, foot, focus: true, ..Title::default() };
    let inside = frame(canvas, area, Shape::Wide, &title);
    if choice.items.is_empty() {
        canvas.row(inside, 0).put(" ", Role::Muted).put(words.text("choice-empty"), Role::Muted);
        return None;
    }
    let first = choice.cursor.offset;
    let mut cursor = None;
    for (row, (place, item)) in (0..inside.height).zip(choice.items.iter().enumerate().skip(first)) {
        let here = line(inside, row);
        let selected = place == choice.cursor.place;
        let (text, on) = item_text(app, workshop, item, words);
        let mut pen = canvas.row(here, 0);
        pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
        pen.put(if on { "✓ " } else { "  " }, Role::Ok);
        match binned_category(workshop, choice.asked, item) {
            Some(category) => {
                let room = pen.room();
                pen.say_in(room - room / 3, &text, Role::Text)
                    .put("  ", Role::Text)
                    .say(category, Role::Muted);
            }
            None => {
                pen.say(&text, Role::Text);
            }
        }
        if selected {
            cursor = Some(Position { x: here.x, y: here.y });
        }
    }
    let below = choice.items.len().saturating_sub(first + usize::from(inside.height));
    if below > 0 {
        more(canvas, inside, Shape::Wide, below);
    }
    cursor
}

/// The category of a risk in the bin.
fn binned_category<'w>(workshop: &'w Workshop, asked: Asked, item: &Item) -> Option<&'w str> {
    let Item::Risk(id, _) = item else { return None };
    let session = workshop.session();
    let key = session.risk(*id).filter(|_| asked == Asked::Bin)?.category.as_ref()?;
    session.category(key).map(|category| category.name.as_str())
}

fn asked(asked: Asked, words: &Catalogue) -> String {
    match asked {
        Asked::Field(subject, field) => typing::field_label(subject, field, words),
        Asked::EffectRisk(id) => format!("{id} · {}", words.text("choice-effect-risk")),
        Asked::EffectLevel(id, risk) => {
            let args = [("solution", id.to_string()), ("risk", risk.to_string())];
            let args = args.each_ref().map(|(name, text)| (*name, Arg::Text(text)));
            words.format("choice-effect-level", &args)
        }
        Asked::Round => words.text("choice-round").to_owned(),
        Asked::Bin => words.text("home-bin").to_owned(),
        Asked::Dismissed => words.text("choice-dismissed").to_owned(),
        Asked::Decks => words.text("choice-decks").to_owned(),
        Asked::Category(n) => {
            let n = i64::try_from(n).unwrap_or(i64::MAX);
            words.format("choice-category", &[("n", Arg::Number(n))])
        }
        Asked::Template => words.text("choice-template").to_owned(),
        Asked::Course(id) => format!("{id} · {}", words.text("choice-course")),
        Asked::Cards => words.text("choice-cards").to_owned(),
    }
}

fn item_text(app: &App, workshop: &Workshop, item: &Item, words: &Catalogue) -> (String, bool) {
    let session = workshop.session();
    let cell = |cell: Cell| format!("{} {}", cell.sign(), words.text(&format!("cell-{}", cell.name())));
    match item {
        Item::Value(chosen, on) => (value::choice(session, chosen, words), *on),
        Item::Risk(id, linked) => {
            let (title, place) = session.risk(*id).map_or(("", Place::List), |it| (&*it.title, it.place));
            let text = match place {
                Place::Merged { into } => {
                    let into = words.format("place-merged", &[("id", Arg::Text(&into.to_string()))]);
                    format!("{id} ({into}) {title}")
                }
                Place::List | Place::Parked | Place::Bin => format!("{id} {title}"),
            };
            (text, *linked)
        }
        Item::Solution(id, on) => {
            let title = session.solution(*id).map_or("", |solution| &solution.title);
            (format!("{id} {title}"), *on)
        }
        Item::Effect(lever, from, to, on) => {
            let from = from.map_or_else(|| "–".to_owned(), |level| level.number().to_string());
            (format!("{}  {from} → {}", cell(*lever), to.number()), *on)
        }
        Item::NoEffect(lever) => (format!("{}  {}", cell(*lever), words.text("choice-no-effect")), false),
        Item::Round(kind) => (rounds::choice(*kind, words), false),
        Item::Card(key) => {
            let title = app.card_called(key).map_or(key.as_str(), |card| &card.title);
            (title.to_owned(), false)
        }
        Item::Deck(key, on) => (app.deck_called(key).map_or(key.as_str(), |deck| &deck.name).to_owned(), *on),
        Item::Course(course, on) => (course_text(*course, words), *on),
        Item::Cards(n, facet, on) => (card_facet(workshop, *n, facet, words), *on),
        Item::Template(place, on) => (app.offered(*place).map_or("", |it| &it.name).to_owned(), *on),
    }
}

/// `= accept: live with it`.
fn course_text(course: Course, words: &Catalogue) -> String {
    let key = match course {
        Course::Undecided => "course-undecided",
        Course::Treat => "course-treat",
        Course::Accept => "course-accept",
        Course::Transfer => "course-transfer",
        Course::Avoid => "course-avoid",
    };
    format!("{} {}", value::course_sign(course), words.text(key))
}

/// `software · 3`; of a risk also its title.
fn card_facet(workshop: &Workshop, n: usize, facet: &Facet, words: &Catalogue) -> String {
    let name = board::facet_name(workshop, facet, words);
    let key = match facet {
        Facet::All => return format!("{name} · {n}"),
        Facet::Late(_) => "facet-by-date",
        Facet::Change(_) => "facet-by-change",
        Facet::Owner(_) => "facet-by-owner",
        Facet::Risk(_) => "facet-by-risk",
    };
    let title = match facet {
        Facet::Risk(id) => workshop.session().risk(*id).map_or("", |risk| &risk.title),
        Facet::All | Facet::Late(_) | Facet::Change(_) | Facet::Owner(_) => "",
    };
    format!("{} {name} · {n}  {title}", words.text(key))
}

fn draw_commands(canvas: &mut Canvas<'_>, app: &App, commands: &Commands, area: Area) -> Position {
    let words = &canvas.look.catalogue;
    let left = words.text(if commands.help { "help-title" } else { "palette-title" });
    let count = commands.rows.len().to_string();
    let title = Title { left, right: &count, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let mut pen = canvas.row(inside, 0);
    pen.put(" / ", Role::Accent).say(commands.input.text(), Role::Text);
    let caret = u16::try_from(commands.input.columns_before_cursor()).unwrap_or(0);
    let cursor = Position { x: (inside.x + 3 + caret).min(inside.x + inside.width), y: inside.y };
    if commands.input.is_empty() {
        pen.put(words.text("palette-search"), Role::Muted);
    }
    let first = commands.cursor.offset;
    let rows = commands.rows.iter().enumerate().skip(first);
    for (row, (place, action)) in (SEARCH..inside.height).zip(rows) {
        let here = line(inside, row);
        let possible = app.availability(*action);
        let keys: Vec<String> =
            app.keymap.keys(*action).take(2).map(|it| keys::sequence(it, words)).collect();
        let role = if possible.is_ok() { Role::Text } else { Role::Muted };
        let mut pen = canvas.row(here, 0);
        let selected = place == commands.cursor.place;
        pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
        pen.put_in(16, &keys.join(" · "), Role::Key).put(words.text(action.label_key()), role);
        let scope = action.row().scopes.first().map_or("", |scope| words.text(scope_key(*scope)));
        if possible != Err(Unavailable::NotHere) || commands.help {
            pen.put_last(&format!("  {scope} "), Role::Muted);
        }
    }
    if commands.rows.is_empty() {
        canvas.row(inside, SEARCH).put(" ", Role::Muted).put(words.text("palette-none"), Role::Muted);
    }
    let below = commands.rows.len().saturating_sub(first + rows_seen(inside));
    if below > 0 {
        more(canvas, inside, Shape::Wide, below);
    }
    cursor
}

const fn rows_seen(inside: Area) -> usize {
    inside.height.saturating_sub(SEARCH) as usize
}

const fn scope_key(scope: Scope) -> &'static str {
    match scope {
        Scope::Everywhere => "scope-everywhere",
        Scope::Workshop => "scope-workshop",
        Scope::Home => "scope-home",
        Scope::Identify => "step-identify",
        Scope::Assess => "step-assess",
        Scope::Solve => "step-solve",
        Scope::Details => "pane-details",
        Scope::Choice => "scope-choice",
        Scope::Effect => "scope-effect",
        Scope::Commands => "scope-commands",
        Scope::Reading => "scope-reading",
        Scope::ParkingLot => "scope-parking-lot",
        Scope::Preview => "scope-preview",
        Scope::Prepare => "scope-prepare",
        Scope::People => "scope-people",
        Scope::Ranking => "scope-ranking",
        Scope::HeatMap => "scope-heat-map",
        Scope::Gaps => "scope-gaps",
        Scope::Weights => "scope-weights",
        Scope::Over | Scope::Onward => "scope-over",
        Scope::Duel => "scope-duel",
        Scope::Teams => "scope-teams",
        Scope::Dots => "scope-dots",
        Scope::BowTie => "scope-bow-tie",
        Scope::Budget => "scope-budget",
        Scope::Changes => "scope-changes",
        Scope::Compare => "scope-compare",
        Scope::FollowUps => "scope-follow-ups",
        Scope::Trend => "scope-trend",
        Scope::Replay => "scope-replay",
        Scope::Text => "scope-text",
        Scope::Names => "scope-names",
        Scope::Votes => "scope-votes",
    }
}

/// Where its rows can be clicked.
pub(super) fn targets(app: &App, overlay: &Overlay, area: Area, targets: &mut Vec<(Area, Target)>) {
    let mut inside = super::layout::inner(area, Shape::Wide);
    let (start, first, length) = match overlay {
        Overlay::Reading(reading) => {
            inside.height = reading::rows(inside.height);
            (0, reading.cursor.offset, app.reading_rows(reading.about))
        }
        Overlay::Lot(open) => (0, open.cursor.offset, app.lot_rows()),
        Overlay::Gaps(open) => {
            inside = gaps::list(open, inside);
            (0, open.cursor.offset, open.rows.len())
        }
        Overlay::Dots(vote) => {
            let (list, first) = (dots::list(inside), vote.cursor.offset);
            for (row, place) in (0..list.height).zip(first..app.dot_rows()) {
                targets.push((line(list, row), Target::Item(place)));
            }
            return;
        }
        Overlay::Duel(_) | Overlay::Teams(_) => return,
        Overlay::HeatMap(_) => {
            if let Some(workshop) = &app.workshop {
                heatmap::targets(workshop, inside, targets);
            }
            return;
        }
        Overlay::Weights(dial) => {
            if let Some(workshop) = &app.workshop {
                weights::targets(workshop, dial, inside, targets);
            }
            return;
        }
        Overlay::Ranking(cursor) => {
            if let Some(workshop) = &app.workshop {
                ranking::targets(workshop, *cursor, inside, targets);
            }
            return;
        }
        Overlay::BowTie(cursor) => {
            if let Some(workshop) = &app.workshop {
                bowtie::targets(workshop, *cursor, inside, targets);
            }
            return;
        }
        Overlay::Budget(budget) => {
            inside = budget::list(inside);
            (0, budget.cursor.offset, budget.suggestion.candidates.len())
        }
        Overlay::FollowUps(open) => {
            inside = follow_ups::list(inside);
            (0, open.cursor.offset, open.rows.len())
        }
        Overlay::Trend(trend) => {
            inside = trend::list(inside);
            (0, trend.cursor.offset, trend.rows.len())
        }
        Overlay::Compare(open) => {
            inside = compare::list(open, inside);
            (0, open.cursor.offset, open.rows.len())
        }
        Overlay::Changes(log) => {
            inside.height = changes::rows(inside.height);
            (0, log.cursor.offset, log.rows.len())
        }
        Overlay::Preview(preview) => {
            inside.height = paste::rows(inside.height);
            (0, preview.cursor.offset, preview.rows.len())
        }
        Overlay::Choice(choice) => (0, choice.cursor.offset, choice.items.len()),
        Overlay::Prepare(cursor) => {
            inside.height = prepare::rows(inside.height);
            (0, cursor.offset, ROWS.len())
        }
        Overlay::People(seats) => {
            let people = app.workshop.as_ref().map_or(0, |it| it.session().people.len());
            (0, seats.cursor.offset, people)
        }
        Overlay::Commands(commands) => (SEARCH, commands.cursor.offset, commands.rows.len()),
    };
    for (row, place) in (start..inside.height).zip(first..length) {
        targets.push((line(inside, row), Target::Item(place)));
    }
}
