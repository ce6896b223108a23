//! The open session in the library: it is listed as it is, whatever its file holds by now.
//!
//! The list is read while the file may still be on its way to the disk; coming home from an hour of work must not show the
//! figures of an hour ago. What other files hold is the world's to tell.

use std::path::PathBuf;
use std::sync::Arc;

use super::Listing;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::notice::Notice;
use crate::domain::summary::Summary;

impl App {
    /// Puts the marked sessions into the bin, or else the selected one; an open one is closed first.
    pub(in crate::app) fn bin_selected(&mut self) {
        let chosen = self.home.chosen();
        let is_open = |path: &PathBuf| self.workshop.as_ref().is_some_and(|it| it.path == *path);
        if let Some(path) = chosen.iter().map(|(path, _)| path).find(|path| is_open(path)) {
            if self.must_stay() {
                return;
            }
            self.workshop = None;
            self.ask(Effect::Close(path.clone()));
        }
        self.notice = Some(told(&chosen, Notice::SessionBinned, Notice::SessionsBinned));
        self.effects.extend(chosen.into_iter().map(|(path, _)| Effect::Bin(path)));
    }

    /// Brings the marked sessions back from the bin, or else the selected one.
    pub(in crate::app) fn restore_selected(&mut self) {
        let chosen = self.home.chosen();
        self.notice = Some(told(&chosen, Notice::SessionRestored, Notice::SessionsRestored));
        self.effects.extend(chosen.into_iter().map(|(path, _)| Effect::Restore(path)));
    }

    /// Takes a new list of files.
    pub(in crate::app) fn listed(&mut self, mut listings: Vec<Listing>) {
        if let Some(workshop) = self.workshop.as_ref().filter(|it| it.access.is_full()) {
            let is_it = |listing: &&mut Listing| listing.path == workshop.path;
            if let Some(Ok(summary)) = listings.iter_mut().find(is_it).map(|listing| &mut listing.summary) {
                *summary = Arc::new(Summary::of(&workshop.history));
            }
        }
        self.home.today = self.today();
        self.home.list(listings);
        self.refresh_follow_ups();
        self.refresh_trend();
    }
}

/// One session is told by its name, several by their number.
fn told(chosen: &[(PathBuf, String)], one: fn(String) -> Notice, several: fn(usize) -> Notice) -> Notice {
    match chosen {
        [(_, name)] => one(name.clone()),
        _ => several(chosen.len()),
    }
}
