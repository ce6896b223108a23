//! The log over the screen: everything that was changed in the session, to be filtered, and left for what was changed.
//!
//! What changed is `domain::change`'s, found once per change of the session, so that a frame reads only; the words are
//! `text::changes`', and how it is drawn is `ui::changes`'.

use super::App;
use super::cursor::Cursor;
use super::event::Effect;
use super::overlay::Overlay;
use super::parking::OpenLot;
use super::replay::is_of_cell;
use super::search::{Words, folded};
use super::workshop::{Pane, Step, Workshop};
use crate::domain::change::{Change, Facet, Value, changes};
use crate::domain::{Cell, RiskId, Target};

/// Which changes are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Those of one kind.
    pub facet: Option<Facet>,
    /// Those of one risk.
    pub risk: Option<RiskId>,
    /// Those of one cell.
    pub cell: Option<(RiskId, Cell)>,
    /// Those with these words in a name or a text.
    pub words: String,
}

/// The log on screen.
#[derive(Debug, Clone)]
pub struct Log {
    /// All changes, oldest first.
    pub all: Vec<Change>,
    /// The places of those that fit the filter.
    pub rows: Vec<usize>,
    /// Which are shown.
    pub filter: Filter,
    /// The selected row.
    pub cursor: Cursor,
    revision: u64,
}

impl Log {
    fn of(workshop: &Workshop, filter: Filter) -> Self {
        let all = changes(&workshop.history);
        let revision = workshop.history.revision();
        let mut log = Self { all, rows: Vec::new(), filter, cursor: Cursor::default(), revision };
        log.refilter();
        log.cursor.place = log.rows.len().saturating_sub(1);
        log
    }

    /// The selected change.
    #[must_use]
    pub fn selected(&self) -> Option<&Change> {
        self.all.get(*self.rows.get(self.cursor.place)?)
    }

    /// The change of a row.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&Change> {
        self.all.get(*self.rows.get(place)?)
    }

    /// Finds again which rows are shown; the selection stays on its change, or on the nearest one before it.
    fn refilter(&mut self) {
        let selected = self.rows.get(self.cursor.place).copied();
        let words = Words::of(&self.filter.words);
        let fits = |change: &Change| {
            self.filter.facet.is_none_or(|facet| change.facet == facet)
                && self.filter.risk.is_none_or(|risk| is_of(change, risk))
                && self.filter.cell.is_none_or(|(risk, cell)| is_of_cell(change, risk, cell))
                && (words.is_empty() || words.are_in_lines(&texts(change)))
        };
        let rows = self.all.iter().enumerate().filter(|(_, change)| fits(change)).map(|(place, _)| place);
        self.rows = rows.collect();
        if let Some(selected) = selected {
            let before = self.rows.partition_point(|place| *place <= selected);
            self.cursor.place = before.saturating_sub(1);
        }
    }
}

fn is_of(change: &Change, risk: RiskId) -> bool {
    matches!(change.about, Target::Risk(id, _) if id == risk)
}

/// What a change is searched in, folded: id, name, and texts before and after.
fn texts(change: &Change) -> String {
    let id = match change.about {
        Target::Session | Target::Cards => String::new(),
        Target::Person(id) => id.to_string(),
        Target::Risk(id, _) => id.to_string(),
        Target::Solution(id) => id.to_string(),
        Target::Topic(id) => id.to_string(),
    };
    let mut lines = vec![id, change.name.clone()];
    for value in [&change.old, &change.new] {
        match value {
            Value::Text(text) => lines.push(text.clone()),
            Value::Agreed(agreed) => lines.push(agreed.reason.to_string()),
            Value::Decision(decision) => lines.push(decision.reason().to_owned()),
            Value::Hit(hit) => lines.extend(hit.tags.iter().map(ToString::to_string)),
            Value::Sign(sign) => lines.extend([sign.watched.to_string(), sign.threshold.to_string()]),
            Value::Absent
            | Value::Masked
            | Value::There
            | Value::Number(_)
            | Value::Money(_)
            | Value::Date(_)
            | Value::Band(_)
            | Value::Bands(_)
            | Value::Weights(_)
            | Value::Glance(_)
            | Value::Evidence(_)
            | Value::Place(_)
            | Value::VotesIn(..)
            | Value::Votes(_)
            | Value::Approach(_)
            | Value::Changes(_)
            | Value::Status(_)
            | Value::Effort(_)
            | Value::Level(_)
            | Value::Topic(_)
            | Value::Card(_)
            | Value::Seat(_)
            | Value::Yes(_)
            | Value::Person(_)
            | Value::Category(_) => {}
        }
    }
    folded(&lines.join("\n"))
}

impl App {
    /// Opens the log at the last change.
    pub(super) fn open_changes(&mut self) {
        self.open_changes_of(Filter::default());
    }

    /// Opens the log of what fits.
    pub(super) fn open_changes_of(&mut self, filter: Filter) {
        let Some(workshop) = &self.workshop else { return };
        let log = Log::of(workshop, filter);
        self.lay_over(Overlay::Changes(Box::new(log)));
    }

    /// Follows what changes in the session.
    pub(super) fn settle_changes(&mut self) {
        if let (Some(Overlay::Changes(log)), Some(workshop)) = (&mut self.overlay, &self.workshop)
            && log.revision != workshop.history.revision()
        {
            **log = Log::of(workshop, std::mem::take(&mut log.filter));
        }
    }

    /// Shows the changes of the next kind, after the last of all kinds.
    pub(super) fn turn_facet(&mut self) {
        let Some(Overlay::Changes(log)) = &mut self.overlay else { return };
        log.filter.facet = match log.filter.facet {
            None => Facet::ALL.first().copied(),
            Some(facet) => Facet::ALL.into_iter().find(|next| *next > facet),
        };
        log.refilter();
    }

    /// Shows the changes of the risk in the selected row only, or else of the one selected on the screen behind; or of all
    /// again.
    pub(super) fn turn_only_risk(&mut self) {
        let Some(Overlay::Changes(log)) = &mut self.overlay else { return };
        let selected = log.selected().and_then(|change| match change.about {
            Target::Risk(id, _) => Some(id),
            Target::Session | Target::Person(_) | Target::Solution(_) | Target::Topic(_) | Target::Cards => {
                None
            }
        });
        let behind = self.workshop.as_ref().and_then(|workshop| workshop.risk);
        let is_narrow = log.filter.risk.is_some() || log.filter.cell.is_some();
        log.filter.cell = None;
        log.filter.risk = if is_narrow { None } else { selected.or(behind) };
        log.refilter();
    }

    /// Searches the log for words.
    pub(super) fn search_changes(&mut self, words: String) {
        let Some(Overlay::Changes(log)) = &mut self.overlay else { return };
        log.filter.words = words;
        log.refilter();
    }

    /// Writes the whole log into a file.
    pub(super) fn export_changes(&mut self) {
        if let Some(workshop) = &self.workshop {
            let (path, history) = (workshop.path.clone(), Box::new(workshop.history.clone()));
            self.ask(Effect::ExportChanges { path, history });
        }
    }

    /// How many changes are listed.
    pub(super) fn logged(&self) -> usize {
        let Some(Overlay::Changes(log)) = &self.overlay else { return 0 };
        log.rows.len()
    }

    /// Goes to what was changed.
    pub(super) fn open_changed(&mut self) {
        let Some(Overlay::Changes(log)) = &self.overlay else { return };
        if let Some(about) = log.selected().map(|change| change.about) {
            self.show_target(about);
        }
    }

    /// Goes to what an edit was about, on the step where it is seen.
    pub(super) fn show_target(&mut self, target: Target) {
        match target {
            Target::Session => self.open_prepare(),
            Target::Person(_) => self.open_people(),
            Target::Topic(_) => self.lay_over(Overlay::Lot(OpenLot::default())),
            Target::Risk(id, Some(cell)) => self.show_cell(id, cell),
            Target::Risk(id, None) => {
                let on_list =
                    self.workshop.as_ref().and_then(|it| it.session().risk(id).map(|risk| risk.place));
                match on_list {
                    Some(crate::domain::Place::Bin) => self.open_bin(),
                    Some(crate::domain::Place::Parked) => {
                        self.lay_over(Overlay::Lot(OpenLot::default()));
                    }
                    Some(crate::domain::Place::List | crate::domain::Place::Merged { .. }) | None => {
                        self.show_in(Step::Identify, Pane::Risks);
                        if let Some(workshop) = &mut self.workshop {
                            workshop.select_risk(workshop.kept(id));
                        }
                    }
                }
            }
            Target::Solution(id) => {
                let binned =
                    self.workshop.as_ref().and_then(|it| it.session().solution(id).map(|it| it.binned));
                if binned == Some(true) { self.open_bin() } else { self.show_card(id) }
            }
            Target::Cards => self.show_in(Step::Identify, Pane::Risks),
        }
    }
}
