//! What lies over the screen: a list of choices, the list of commands (palette and help), or sentences to read.

use std::collections::BTreeSet;

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

use super::action::{Action, TABLE};
use super::board::Facet;
use super::budget::Budget;
use super::changes::Log;
use super::compare::OpenCompare;
use super::cursor::Cursor;
use super::dots::DotVote;
use super::duel::Pair;
use super::event::Access;
use super::follow_ups::FollowUps;
use super::form::risk::RiskField;
use super::form::value::Value;
use super::form::{self, Editor, Field, Subject};
use super::gaps::OpenGaps;
use super::heatmap::HeatMap;
use super::input::Input;
use super::notice::{Notice, Unavailable};
use super::parking::OpenLot;
use super::paste::Preview;
use super::people::Seats;
use super::rounds::Kind;
use super::teams::TeamTable;
use super::trend::Trend;
use super::weights::Dial;
use super::{App, Place};
use crate::domain::{self, Cell, Course, Edit, Level, RiskEdit, RiskId, SolutionEdit, SolutionId};

/// What is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    /// The value of a field, or several.
    Field(Subject, Field),
    /// The risk a solution works on.
    EffectRisk(SolutionId),
    /// The cell it lowers, and how far.
    EffectLevel(SolutionId, RiskId),
    /// What comes out of the bin.
    Bin,
    /// The round that begins.
    Round,
    /// A card that was dismissed, to be seen again.
    Dismissed,
    /// The decks that cards are drawn from.
    Decks,
    /// The category of so many risks.
    Category(usize),
    /// The template of the session.
    Template,
    /// Which way a risk goes.
    Course(RiskId),
    /// What the cards of the board are filtered by.
    Cards,
}

/// A row to choose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Item {
    /// A value, and whether it is on.
    Value(Value, bool),
    /// A risk, and whether it is linked or on.
    Risk(RiskId, bool),
    /// A solution, and whether it is on.
    Solution(SolutionId, bool),
    /// A cell lowered from its level, if it has one, to another, and whether that is so now.
    Effect(Cell, Option<Level>, Level, bool),
    /// The link to a cell goes.
    NoEffect(Cell),
    /// A round.
    Round(Kind),
    /// A prompt card.
    Card(domain::Key),
    /// A deck, and whether it is drawn from.
    Deck(domain::Key, bool),
    /// A template, by its place, and whether it is the session's.
    Template(usize, bool),
    /// A way a risk can go, and whether it does.
    Course(Course, bool),
    /// So many cards fit a facet of the filter, and whether it is on.
    Cards(usize, Facet, bool),
}

/// A list of choices.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen.
    pub asked: Asked,
    /// The rows.
    pub items: Vec<Item>,
    /// Whether several can be on.
    pub many: bool,
    /// The selected row.
    pub cursor: Cursor,
}

/// The list of commands.
#[derive(Debug, Clone)]
pub struct Commands {
    /// Whether it is the help, which lists also what is not possible now.
    pub help: bool,
    /// What is searched for.
    pub input: Input,
    /// The actions found, the best first.
    pub rows: Vec<Action>,
    /// The selected row.
    pub cursor: Cursor,
}

/// What is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum About {
    /// What was told in this run, the newest first.
    Messages,
    /// What an edit outside the program changed.
    Differences,
}

/// Sentences to read, one a row, the selected one as a whole below.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// What is read.
    pub about: About,
    /// The selected row.
    pub cursor: Cursor,
}

/// What lies over the screen.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// Choices.
    Choice(Choice),
    /// Palette or help.
    Commands(Commands),
    /// Messages or differences.
    Reading(Reading),
    /// The parking lot.
    Lot(OpenLot),
    /// What a paste would add.
    Preview(Preview),
    /// What a session is prepared with.
    Prepare(Cursor),
    /// The participants and their seats.
    People(Seats),
    /// The ranking.
    Ranking(Cursor),
    /// The heat map.
    HeatMap(Box<HeatMap>),
    /// The gaps.
    Gaps(OpenGaps),
    /// The weights dial.
    Weights(Box<Dial>),
    /// Two tied risks.
    Duel(Pair),
    /// What each team said.
    Teams(Box<TeamTable>),
    /// The dot vote.
    Dots(Box<DotVote>),
    /// The bow-tie of the selected risk, at one of its parts.
    BowTie(Cursor),
    /// The budget.
    Budget(Box<Budget>),
    /// The log of changes.
    Changes(Box<Log>),
    /// Two sessions compared.
    Compare(Box<OpenCompare>),
    /// What has to be done yet in all sessions.
    FollowUps(Box<FollowUps>),
    /// A trend over sessions.
    Trend(Box<Trend>),
}

impl App {
    /// Opens palette or help.
    pub(super) fn open_commands(&mut self, help: bool) {
        let input = Input::line("").limited(60);
        let commands = Commands { help, input, rows: Vec::new(), cursor: Cursor::default() };
        self.lay_over(Overlay::Commands(commands));
        self.search_commands();
    }

    /// Opens something to read.
    pub(super) fn open_reading(&mut self, about: About) {
        self.lay_over(Overlay::Reading(Reading { about, cursor: Cursor::default() }));
    }

    /// How many rows there are to read.
    #[must_use]
    pub fn reading_rows(&self, about: About) -> usize {
        match about {
            About::Messages => self.messages.len(),
            About::Differences => self.differences().len(),
        }
    }

    /// What the edit outside the program changed in the open session.
    #[must_use]
    pub fn differences(&self) -> &[String] {
        match self.workshop.as_ref().map(|workshop| &workshop.access) {
            Some(Access::HandEdited { differences, .. }) => differences,
            Some(Access::Full | Access::Elsewhere { .. } | Access::Barred { .. }) | None => &[],
        }
    }

    /// Fits the cursor of what is read to the rows that can be seen; whether it moved.
    pub(super) fn settle_reading(&mut self, rows: usize) -> bool {
        let Some(Overlay::Reading(reading)) = self.overlay else { return false };
        let (length, mut cursor) = (self.reading_rows(reading.about), reading.cursor);
        let moved = cursor.settle(length, rows);
        self.overlay = Some(Overlay::Reading(Reading { cursor, ..reading }));
        moved
    }

    /// Finds the commands again after the search changed.
    pub(super) fn search_commands(&mut self) {
        let Some(Overlay::Commands(commands)) = &self.overlay else { return };
        let scopes = self.base_scopes();
        let shown = |action: &Action| match self.availability(*action) {
            Ok(()) => true,
            Err(why) => commands.help && why != Unavailable::NoSuchLevel,
        };
        let mut rows: Vec<Action> = scopes
            .iter()
            .flat_map(|scope| TABLE.iter().filter(move |row| row.scopes.contains(scope)))
            .map(|row| row.action)
            .filter(shown)
            .collect();
        let mut seen = BTreeSet::new();
        rows.retain(|action| seen.insert(*action));
        if commands.help {
            let rest = TABLE.iter().map(|row| row.action).filter(|it| !rows.contains(it) && shown(it));
            rows.extend(rest.collect::<Vec<_>>());
        }
        let query = commands.input.text().to_owned();
        let rows = self.best_matches(rows, &query);
        if let Some(Overlay::Commands(commands)) = &mut self.overlay {
            commands.rows = rows;
            commands.cursor = Cursor::default();
        }
    }

    /// The actions whose label or key fits, the best first; all of them for an empty search.
    fn best_matches(&self, actions: Vec<Action>, query: &str) -> Vec<Action> {
        if query.trim().is_empty() {
            return actions;
        }
        let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
        let mut matcher = Matcher::new(Config::DEFAULT);
        let mut buffer = Vec::new();
        let mut scored: Vec<(u32, Action)> = actions
            .into_iter()
            .filter_map(|action| {
                let text = format!("{} {}", self.label(action), action.row().name);
                let score = pattern.score(Utf32Str::new(&text, &mut buffer), &mut matcher)?;
                Some((score, action))
            })
            .collect();
        scored.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
        scored.into_iter().map(|(_, action)| action).collect()
    }

    /// Opens the choices of a field.
    pub(super) fn choose_field(&mut self, subject: Subject, field: Field) {
        let Some(workshop) = &self.workshop else { return };
        let mut choices = form::choices(workshop.session(), subject, field, self.hit_tags());
        if field == Field::Risk(RiskField::SaidBy) && !workshop.arrangement.names {
            // Who said it is not shown to the room, not even by asking again.
            for (_, on) in &mut choices {
                *on = false;
            }
        }
        let place = choices.iter().position(|(_, on)| *on).unwrap_or(0);
        let many = field.editor() == Editor::Choices;
        let items = choices.into_iter().map(|(value, on)| Item::Value(value, on)).collect();
        self.choose(Asked::Field(subject, field), items, many, if many { 0 } else { place });
    }

    /// Opens the bin of the open session.
    pub(super) fn open_bin(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let session = workshop.session();
        let in_bin = |place| matches!(place, domain::Place::Bin | domain::Place::Merged { .. });
        let risks = session.risks.iter().filter(|risk| in_bin(risk.place));
        let solutions = session.solutions.iter().filter(|solution| solution.binned);
        let risks = risks.map(|risk| Item::Risk(risk.id, false));
        let items = risks.chain(solutions.map(|solution| Item::Solution(solution.id, false))).collect();
        self.choose(Asked::Bin, items, true, 0);
    }

    pub(super) fn choose(&mut self, asked: Asked, items: Vec<Item>, many: bool, place: usize) {
        let cursor = Cursor { place, offset: 0 };
        self.lay_over(Overlay::Choice(Choice { asked, items, many, cursor }));
    }

    /// Switches the selected choice, where several can be on.
    pub(super) fn toggle_choice(&mut self) {
        let Some(Overlay::Choice(choice)) = &mut self.overlay else { return };
        match choice.items.get_mut(choice.cursor.place) {
            Some(Item::Value(value, on)) if *value != Value::Other => *on = !*on,
            Some(Item::Deck(_, on)) => *on = !*on,
            Some(Item::Cards(_, facet, on)) => *on = !*on && *facet != Facet::All,
            Some(Item::Risk(_, on) | Item::Solution(_, on)) => {
                *on = !*on;
                choice.cursor.step(1, choice.items.len());
            }
            Some(
                Item::Value(..)
                | Item::Effect(..)
                | Item::NoEffect(_)
                | Item::Template(..)
                | Item::Course(..)
                | Item::Round(_)
                | Item::Card(_),
            )
            | None => {}
        }
    }

    /// Takes the selected choice, or all that are on.
    pub(super) fn take_choice(&mut self) {
        let Some(Overlay::Choice(choice)) = self.overlay.take() else { return };
        self.overlay = self.preparing.beneath.take();
        let Some(item) = choice.items.get(choice.cursor.place).cloned() else { return };
        match (choice.asked, item) {
            (Asked::Field(subject, field), Item::Value(value, _)) => {
                self.take_values(subject, field, &choice, value);
            }
            (Asked::EffectRisk(solution), Item::Risk(risk, _)) => self.choose_effect(solution, risk),
            (Asked::EffectLevel(id, risk), Item::Effect(lever, _, expected, _)) => {
                let link = domain::Link { risk, lever, expected };
                self.commit("link", vec![Edit::Solution(id, SolutionEdit::Link(link))]);
                self.follow_up();
            }
            (Asked::EffectLevel(id, risk), Item::NoEffect(lever)) => {
                self.commit("unlink", vec![Edit::Solution(id, SolutionEdit::Unlink(risk, lever))]);
                self.follow_up();
            }
            (Asked::Bin, item) => self.restore(&choice, &item),
            (Asked::Category(_), Item::Value(Value::Category(key), _)) => self.set_category(Some(&key)),
            (Asked::Category(_), Item::Value(Value::Nothing, _)) => self.set_category(None),
            (Asked::Template, Item::Template(place, _)) => self.take_template(place),
            (Asked::Course(risk), Item::Course(course, _)) => self.take_course(risk, course),
            (Asked::Cards, Item::Cards(_, facet, _)) => self.take_cards(&choice, facet),
            (Asked::Round, Item::Round(kind)) => self.begin_round(kind),
            (Asked::Dismissed, Item::Card(card)) => self.forget_card(card),
            (Asked::Decks, Item::Deck(..)) => self.take_chosen_decks(&choice),
            _ => {}
        }
    }

    /// Takes what is on out of the bin, or else what is selected, in one entry; each goes back to where it was.
    fn restore(&mut self, choice: &Choice, selected: &Item) {
        let is_on = |item: &&Item| matches!(item, Item::Risk(_, true) | Item::Solution(_, true));
        let mut items: Vec<&Item> = choice.items.iter().filter(is_on).collect();
        if items.is_empty() {
            items.push(selected);
        }
        let edit = |item: &Item| match item {
            Item::Risk(id, _) => Some(Edit::Risk(*id, RiskEdit::Place(domain::Place::List))),
            Item::Solution(id, _) => Some(Edit::Solution(*id, SolutionEdit::Binned(false))),
            Item::Value(..)
            | Item::Effect(..)
            | Item::NoEffect(_)
            | Item::Template(..)
            | Item::Course(..)
            | Item::Round(_)
            | Item::Card(_)
            | Item::Cards(..)
            | Item::Deck(..) => None,
        };
        let edits: Vec<Edit> = items.into_iter().filter_map(edit).collect();
        let count = edits.len();
        if self.commit("restore", edits) {
            self.notice = Some(Notice::Restored(count));
        }
    }

    fn take_values(&mut self, subject: Subject, field: Field, choice: &Choice, value: Value) {
        let on = |item: &Item| if let Item::Value(value, true) = item { Some(value.clone()) } else { None };
        let other = value == Value::Other;
        let values: Vec<Value> = match (choice.many, other) {
            (true, _) => choice.items.iter().filter_map(on).collect(),
            (false, false) => vec![value],
            (false, true) => Vec::new(),
        };
        let Some(workshop) = &self.workshop else { return };
        let edit = form::chosen(workshop.session(), subject, field, &values);
        if edit.is_some_and(|edit| self.commit_quietly("edit-field", vec![edit])) {
            self.tell_set(subject, field);
        }
        if other {
            self.type_field(subject, field, Some(domain::Name::LIMIT));
        } else {
            self.follow_up();
        }
    }

    /// Moves in the open overlay by so many rows.
    pub(super) fn step_overlay(&mut self, by: isize) {
        let length = match &self.overlay {
            Some(Overlay::Reading(reading)) => self.reading_rows(reading.about),
            Some(Overlay::Lot(_)) => self.lot_rows(),
            Some(Overlay::Ranking(_)) => self.ranked(),
            Some(Overlay::Dots(_)) => self.dot_rows(),
            Some(Overlay::BowTie(_)) => self.bow_tie_parts(),
            Some(Overlay::Budget(_)) => self.budgeted(),
            Some(Overlay::Changes(_)) => self.logged(),
            Some(Overlay::Compare(_)) => self.compared_rows(),
            Some(Overlay::FollowUps(open)) => open.rows.len(),
            Some(Overlay::Trend(_)) => self.followed_through(),
            Some(Overlay::People(_)) => return self.step_people(by),
            Some(Overlay::HeatMap(_)) => return self.step_on_heat_map(by),
            Some(Overlay::Gaps(open)) => open.rows.len(),
            Some(Overlay::Weights(_)) => return self.step_on_dial(by),
            Some(Overlay::Teams(_)) => return self.step_teams(by),
            Some(
                Overlay::Choice(_)
                | Overlay::Commands(_)
                | Overlay::Preview(_)
                | Overlay::Prepare(_)
                | Overlay::Duel(_),
            )
            | None => 0,
        };
        match &mut self.overlay {
            Some(Overlay::Reading(reading)) => reading.cursor.step(by, length),
            Some(Overlay::Lot(open)) => open.cursor.step(by, length),
            Some(Overlay::Choice(choice)) => choice.cursor.step(by, choice.items.len()),
            Some(Overlay::Commands(commands)) => commands.cursor.step(by, commands.rows.len()),
            Some(Overlay::Preview(preview)) => preview.cursor.step(by, preview.rows.len()),
            Some(Overlay::Dots(vote)) => vote.cursor.step(by, length),
            Some(Overlay::Ranking(cursor) | Overlay::BowTie(cursor)) => cursor.step(by, length),
            Some(Overlay::Budget(budget)) => budget.cursor.step(by, length),
            Some(Overlay::Changes(log)) => log.cursor.step(by, length),
            Some(Overlay::Compare(open)) => open.cursor.step(by, length),
            Some(Overlay::FollowUps(open)) => open.cursor.step(by, length),
            Some(Overlay::Trend(trend)) => trend.cursor.step(by, length),
            Some(Overlay::Prepare(cursor)) => cursor.step(by, super::prepare::ROWS.len()),
            Some(Overlay::Gaps(open)) => open.step(by),
            Some(
                Overlay::People(_)
                | Overlay::HeatMap(_)
                | Overlay::Weights(_)
                | Overlay::Duel(_)
                | Overlay::Teams(_),
            )
            | None => {}
        }
    }

    /// The scopes behind the overlay, the narrowest first.
    #[must_use]
    pub fn base_scopes(&self) -> &'static [super::Scope] {
        use super::Scope::{Assess, Details, Everywhere, Home, Identify, Replay, Solve, Workshop};
        use super::workshop::{Pane, Step};
        match (self.place, &self.workshop) {
            (Place::Workshop, Some(workshop)) if workshop.replay.is_some() => {
                match (workshop.step, workshop.focus == Pane::Details) {
                    (Step::Identify, false) => &[Replay, Identify, Workshop, Everywhere],
                    (Step::Identify, true) => &[Replay, Details, Identify, Workshop, Everywhere],
                    (Step::Assess, false) => &[Replay, Assess, Workshop, Everywhere],
                    (Step::Assess, true) => &[Replay, Details, Assess, Workshop, Everywhere],
                    (Step::Solve, false) => &[Replay, Solve, Workshop, Everywhere],
                    (Step::Solve, true) => &[Replay, Details, Solve, Workshop, Everywhere],
                }
            }
            (Place::Workshop, Some(workshop)) => match (workshop.step, workshop.focus == Pane::Details) {
                (Step::Identify, false) => &[Identify, Workshop, Everywhere],
                (Step::Identify, true) => &[Details, Identify, Workshop, Everywhere],
                (Step::Assess, false) => &[Assess, Workshop, Everywhere],
                (Step::Assess, true) => &[Details, Assess, Workshop, Everywhere],
                (Step::Solve, false) => &[Solve, Workshop, Everywhere],
                (Step::Solve, true) => &[Details, Solve, Workshop, Everywhere],
            },
            _ => &[Home, Everywhere],
        }
    }
}
