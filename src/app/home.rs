//! The home screen: the library of sessions. The open one is listed as it is now (`open`).

pub mod found;
mod open;
mod order;

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;

use self::found::{Found, Hit};
pub use self::order::{Only, Sort};
use super::cursor::Cursor;
use super::search::{Words, folded};
use crate::domain::Uid;
use crate::domain::said::Spot;
use crate::domain::summary::Summary;

/// A file of the library.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listing {
    /// Where it lies.
    pub path: PathBuf,
    /// What is known of it, or why it cannot be read, in a sentence.
    pub summary: Result<Arc<Summary>, String>,
    /// Whether it lies in the bin.
    pub binned: bool,
    /// The file of the session it is another copy of: a conflict, or something recovered.
    pub copy_of: Option<PathBuf>,
}

impl Listing {
    /// What is searched and shown: the title, or else the name of the file.
    #[must_use]
    pub fn name(&self) -> String {
        match &self.summary {
            Ok(summary) => summary.title.to_string(),
            Err(_) => self.path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        }
    }
}

/// Which sessions are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Shelf {
    /// The library.
    #[default]
    Sessions,
    /// The bin.
    Bin,
}

/// A row of the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Shown {
    /// The place in `listings`.
    pub place: usize,
    /// Whether it is a copy that stands under its session.
    pub is_copy: bool,
    /// How many copies stand under it.
    pub copies: usize,
    /// The place of what was found in it, if this row is of that.
    pub hit: Option<usize>,
}

/// The home screen.
#[derive(Debug, Clone, Default)]
pub struct Home {
    /// Every file, newest first; `None` until the first list has come.
    pub listings: Option<Vec<Listing>>,
    /// Library or bin.
    pub shelf: Shelf,
    /// What names are searched for.
    pub filter: String,
    /// Which of them are shown.
    pub only: Only,
    /// What they are sorted by.
    pub sort: Sort,
    /// The day, which tells what is overdue.
    pub today: Date,
    /// What is shown: each session with its copies under it.
    pub shown: Vec<Shown>,
    /// How many solutions are left to do in all sessions.
    pub pending: usize,
    /// How many of them are overdue.
    pub overdue: usize,
    /// What was done in the list of follow-ups.
    pub followed_up: super::follow_ups::Done,
    /// What was found in the texts of all sessions.
    pub found: Option<Found>,
    /// How far the reading is: so many files of so many.
    pub reading: Option<(usize, usize)>,
    /// The marked files.
    pub marked: BTreeSet<PathBuf>,
    /// The selected file.
    pub selected: Option<PathBuf>,
    /// What was found in it, if that is selected.
    pub selected_spot: Option<Spot>,
    /// Its place among those shown.
    pub cursor: Cursor,
}

impl Home {
    /// The file with this place among those shown.
    #[must_use]
    pub fn shown(&self, place: usize) -> Option<&Listing> {
        self.listings.as_ref()?.get(self.shown.get(place)?.place)
    }

    /// The selected file.
    #[must_use]
    pub fn selection(&self) -> Option<&Listing> {
        self.shown(self.cursor.place).filter(|listing| Some(&listing.path) == self.selected.as_ref())
    }

    /// Takes a new list.
    pub fn list(&mut self, listings: Vec<Listing>) {
        self.marked.retain(|path| listings.iter().any(|listing| listing.path == *path));
        self.listings = Some(listings);
        self.reading = None;
        self.refresh();
    }

    /// Finds again what is shown and where the selection stands, after the list, the shelf or the filter changed.
    pub fn refresh(&mut self) {
        let listings = self.listings.as_deref().unwrap_or_default();
        self.shown = self.arranged(listings);
        let path_at = |place: usize| {
            self.shown.get(place).and_then(|row| listings.get(row.place)).map(|listing| &listing.path)
        };
        let last = self.shown.len().saturating_sub(1);
        let of_file = |place: &usize| path_at(*place) == self.selected.as_ref();
        let found = (0..self.shown.len())
            .find(|place| of_file(place) && self.spot_at(*place) == self.selected_spot)
            .or_else(|| (0..self.shown.len()).find(of_file));
        self.cursor.place = found.unwrap_or(self.cursor.place).min(last);
        self.selected_spot = self.spot_at(self.cursor.place);
        self.selected = path_at(self.cursor.place).cloned();
    }

    /// Marks the selected file, or takes its mark away, and goes on to the next one.
    pub(super) fn turn_mark(&mut self) {
        let Some(path) = self.selection().map(|listing| listing.path.clone()) else { return };
        if !self.marked.remove(&path) {
            self.marked.insert(path);
        }
        self.step(1);
    }

    /// Takes all marks away; whether there were any.
    pub(super) fn clear_marks(&mut self) -> bool {
        !std::mem::take(&mut self.marked).is_empty()
    }

    /// The marked files among those shown, with their names, or else the selected one.
    pub(super) fn chosen(&self) -> Vec<(PathBuf, String)> {
        let is_marked = |it: &&Listing| self.marked.contains(&it.path);
        let files = (0..self.shown.len()).filter(|place| self.hit_at(*place).is_none());
        let marked: Vec<&Listing> = files.filter_map(|place| self.shown(place)).filter(is_marked).collect();
        let chosen = if marked.is_empty() { self.selection().into_iter().collect() } else { marked };
        chosen.into_iter().map(|it| (it.path.clone(), it.name())).collect()
    }

    /// The marked files that are there, the oldest session first.
    pub(super) fn marked_by_age(&self) -> Vec<PathBuf> {
        let listings = self.listings.iter().flatten().rev();
        listings.map(|listing| &listing.path).filter(|path| self.marked.contains(*path)).cloned().collect()
    }

    /// The file of the session with this identity, if it is in the library.
    pub(super) fn path_of(&self, id: Uid) -> Option<PathBuf> {
        let is_it = |listing: &&Listing| {
            !listing.binned
                && listing.copy_of.is_none()
                && listing.summary.as_ref().is_ok_and(|it| it.id == id)
        };
        self.listings.iter().flatten().find(is_it).map(|listing| listing.path.clone())
    }

    /// Sorts by what comes next.
    pub(super) fn turn_sort(&mut self) {
        self.sort = self.sort.next();
        self.refresh();
    }

    /// Shows other sessions.
    pub(super) fn turn_only(&mut self) {
        self.only = self.only.next();
        self.refresh();
    }

    /// Shows all sessions again; whether some were left out.
    pub(super) fn clear_filters(&mut self) -> bool {
        let was = !self.filter.is_empty() || self.only != Only::All;
        self.filter.clear();
        self.only = Only::All;
        if was {
            self.refresh();
        }
        was
    }

    /// The listing of a session in the library.
    #[must_use]
    pub fn session(&self, id: Uid) -> Option<&Summary> {
        let mut listed = self.listings.iter().flatten().filter(|it| !it.binned && it.copy_of.is_none());
        listed.find_map(|it| it.summary.as_deref().ok().filter(|summary| summary.id == id))
    }

    /// The sessions that go on from this one, oldest first.
    pub fn going_on_from(&self, id: Uid) -> impl Iterator<Item = &Summary> {
        let listed = self.listings.iter().flatten().rev().filter(|it| !it.binned && it.copy_of.is_none());
        let summaries = listed.filter_map(|it| it.summary.as_deref().ok());
        summaries.filter(move |summary| summary.carried_from == Some(id))
    }

    /// What was found in a session, if a row is of that.
    #[must_use]
    pub fn hit_at(&self, place: usize) -> Option<&Hit> {
        self.found.as_ref()?.hits.get(self.shown.get(place)?.hit?)
    }

    fn spot_at(&self, place: usize) -> Option<Spot> {
        self.hit_at(place).map(|hit| hit.spot)
    }

    /// Takes what was found, unless something else is searched for by now.
    pub(super) fn take_found(&mut self, found: Found) {
        if found.words == self.filter {
            self.found = Some(found);
            self.refresh();
        }
    }

    /// What was found for what is searched for now.
    fn hits(&self) -> &[Hit] {
        let current = self.found.as_ref().filter(|found| found.words == self.filter);
        current.map_or(&[], |found| &found.hits)
    }

    /// How many conflict copies the selected session has.
    #[must_use]
    pub fn copies(&self) -> usize {
        self.shown.get(self.cursor.place).map_or(0, |row| row.copies)
    }

    /// Moves the selection by so many rows.
    pub fn step(&mut self, by: isize) {
        self.cursor.step(by, self.shown.len());
        self.selected_spot = self.spot_at(self.cursor.place);
        self.selected = self.shown(self.cursor.place).map(|listing| listing.path.clone());
    }
}

impl Home {
    /// The rows of the shelf: each session in the order chosen, its copies under it. One that fits the search brings its
    /// copies or its session along; a copy whose session is not there, or is a copy itself, stands alone.
    fn arranged(&self, listings: &[Listing]) -> Vec<Shown> {
        let is_here = |it: &Listing| it.binned == (self.shelf == Shelf::Bin);
        let of_shelf = || listings.iter().enumerate().filter(|(_, it)| is_here(it));
        let roots = of_shelf().filter(|(_, it)| it.copy_of.is_none());
        let roots: HashMap<&Path, usize> = roots.map(|(place, it)| (it.path.as_path(), place)).collect();
        let root_of = |it: &Listing| it.copy_of.as_deref().and_then(|path| roots.get(path).copied());
        let mut copies: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, listing) in of_shelf() {
            if let Some(root) = root_of(listing) {
                copies.entry(root).or_default().push(place);
            }
        }
        let wanted = Words::of(&self.filter);
        let named = |listing: &Listing| wanted.is_empty() || wanted.are_in_lines(&folded(&listing.name()));
        let mut found: HashMap<&Path, Vec<usize>> = HashMap::new();
        for (at, hit) in self.hits().iter().enumerate() {
            let under = found.entry(&hit.path).or_default();
            // What the session is called stands there already.
            if hit.spot != Spot::Session || !hit.text.is_empty() {
                under.push(at);
            }
        }
        let fits = |listing: &Listing| {
            let is_wanted = || named(listing) || found.contains_key(listing.path.as_path());
            self.only.fits(listing, self.today) && is_wanted()
        };
        let mut places: Vec<usize> =
            of_shelf().filter(|(_, it)| root_of(it).is_none()).map(|(place, _)| place).collect();
        self.sort.arrange(listings, &mut places, self.today);
        let mut shown = Vec::new();
        for place in places {
            let under = copies.get(&place).map(Vec::as_slice).unwrap_or_default();
            let copy_fits = || under.iter().filter_map(|at| listings.get(*at)).any(fits);
            if listings.get(place).is_some_and(fits) || copy_fits() {
                let row = |place, is_copy, copies, hit| Shown { place, is_copy, copies, hit };
                shown.push(row(place, false, under.len(), None));
                let path = listings.get(place).map(|listing| listing.path.as_path());
                let hits = path.and_then(|path| found.get(path)).into_iter().flatten();
                shown.extend(hits.map(|at| row(place, false, 0, Some(*at))));
                shown.extend(under.iter().map(|at| row(*at, true, 0, None)));
            }
        }
        shown
    }
}
