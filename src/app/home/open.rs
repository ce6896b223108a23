//! The open session in the library: it is listed as it is, whatever its file holds by now.
//!
//! The list is read while the file may still be on its way to the disk; coming home from an hour of work must not show the
//! figures of an hour ago. What other files hold is the world's to tell.

use std::sync::Arc;

use super::Listing;
use crate::app::App;
use crate::app::event::Effect;
use crate::app::notice::Notice;
use crate::domain::summary::Summary;

impl App {
    /// Puts the selected session into the bin, or takes it out; an open one is closed first.
    pub(in crate::app) fn bin_selected(&mut self) {
        let Some(listing) = self.home.selection() else { return };
        let (path, name) = (listing.path.clone(), listing.name());
        if self.workshop.as_ref().is_some_and(|workshop| workshop.path == path) {
            if self.must_stay() {
                return;
            }
            self.workshop = None;
            self.ask(Effect::Close(path.clone()));
        }
        self.notice = Some(Notice::SessionBinned(name));
        self.ask(Effect::Bin(path));
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
