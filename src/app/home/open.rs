//! The open session in the library: it is listed as it is, whatever its file holds by now.
//!
//! The list is read while the file may still be on its way to the disk; coming home from an hour of work must not show the
//! figures of an hour ago. What other files hold is the world's to tell.

use jiff::civil::Date;

use super::{Listing, Summary};
use crate::app::App;
use crate::app::event::Effect;
use crate::app::notice::Notice;
use crate::app::workshop::Workshop;
use crate::domain::{Risk, Solution, Status};

/// How many risks stand in a preview.
const TOP: usize = 5;

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
        let today = self.today();
        if let Some(workshop) = self.workshop.as_ref().filter(|it| it.access.is_full()) {
            let is_it = |listing: &&mut Listing| listing.path == workshop.path;
            if let Some(Ok(summary)) = listings.iter_mut().find(is_it).map(|listing| &mut listing.summary) {
                *summary = of_open(workshop, today);
            }
        }
        self.home.list(listings);
    }
}

/// The figures of an open session.
fn of_open(workshop: &Workshop, today: Date) -> Summary {
    let (session, derived) = (workshop.session(), &workshop.derived);
    let ranked = || {
        let placed = derived.order.iter();
        placed.filter_map(|at| Some((session.risks.get(*at)?, derived.ranking.priorities.get(*at)?)))
    };
    let board = || session.solutions.iter().filter(|solution| !solution.binned);
    let is_overdue = |it: &Solution| {
        matches!(it.status, Status::Chosen | Status::Doing) && it.due.is_some_and(|due| due < today)
    };
    let title = |risk: &Risk| risk.title.clone();
    Summary {
        id: session.id,
        created: session.created,
        title: session.title.clone(),
        shop: session.shop.to_string(),
        people: session.people.len(),
        risks: derived.counts.listed,
        scored: derived.counts.scored,
        solutions: board().count(),
        overdue: board().filter(|it| is_overdue(it)).count(),
        top_band: ranked().filter(|(_, priority)| priority.scored).filter_map(|(_, it)| it.band).max(),
        top_risks: ranked().take(TOP).map(|(risk, priority)| (priority.band, title(risk))).collect(),
        closed: session.is_closed(),
    }
}
