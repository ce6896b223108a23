//! What has to be done yet, across all sessions: listed by date, moved on without opening the session.
//!
//! A session that another one goes on from has handed its open solutions over; they are listed once, there. What is done
//! here is an action in the history of that session, made and saved by the world with the guarantees of any other.

use std::collections::HashSet;
use std::path::PathBuf;

use jiff::Timestamp;

use super::App;
use super::cursor::Cursor;
use super::event::{Deed, Effect};
use super::home::Home;
use super::notice::Notice;
use super::overlay::Overlay;
use crate::domain::summary::FollowUp;
use crate::domain::{Edit, Key, SolutionEdit, SolutionId, Status, Target, Title, Uid};

/// A solution of one of the sessions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The file of its session.
    pub path: PathBuf,
    /// What the session is called.
    pub session: Title,
    /// When that was created.
    pub created: Timestamp,
    /// The solution.
    pub it: FollowUp,
}

/// Which of them are shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Whose {
    /// All.
    #[default]
    All,
    /// Those that are overdue.
    Overdue,
    /// Those of one owner.
    Owner(String),
    /// Those of nobody.
    Nobody,
}

/// The list on screen.
#[derive(Debug, Clone, Default)]
pub struct FollowUps {
    /// All that is pending, soonest first.
    pub all: Vec<Pending>,
    /// The places of those that are shown.
    pub rows: Vec<usize>,
    /// Which are shown.
    pub whose: Whose,
    /// The selected row.
    pub cursor: Cursor,
    /// The session in which something was done last, to be taken back.
    pub last: Option<PathBuf>,
}

impl FollowUps {
    /// The row at a place.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&Pending> {
        self.all.get(*self.rows.get(place)?)
    }

    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Option<&Pending> {
        self.row(self.cursor.place)
    }

    fn refilter(&mut self, today: jiff::civil::Date) {
        let fits = |pending: &Pending| match &self.whose {
            Whose::All => true,
            Whose::Overdue => pending.it.is_overdue(today),
            Whose::Owner(name) => pending.it.owner.as_deref() == Some(name.as_str()),
            Whose::Nobody => pending.it.owner.is_none(),
        };
        let rows = self.all.iter().enumerate().filter(|(_, pending)| fits(pending));
        self.rows = rows.map(|(place, _)| place).collect();
        self.cursor.place = self.cursor.place.min(self.rows.len().saturating_sub(1));
    }

    /// What is shown after what is shown now: all, overdue, each owner, nobody.
    fn next(&self) -> Whose {
        let mut names: Vec<String> = self
            .all
            .iter()
            .filter_map(|pending| pending.it.owner.as_ref())
            .map(ToString::to_string)
            .collect();
        names.sort();
        names.dedup();
        let nobody = self.all.iter().any(|pending| pending.it.owner.is_none()).then_some(Whose::Nobody);
        let ring: Vec<Whose> = [Whose::All, Whose::Overdue]
            .into_iter()
            .chain(names.into_iter().map(Whose::Owner))
            .chain(nobody)
            .collect();
        let now = ring.iter().position(|it| *it == self.whose).unwrap_or(0);
        ring.into_iter().cycle().nth(now + 1).unwrap_or_default()
    }
}

impl Home {
    /// What is pending in all sessions of the library, soonest first; without those handed over to a later session.
    #[must_use]
    pub fn pending(&self) -> Vec<Pending> {
        let listed = || {
            let shown = self.listings.iter().flatten().filter(|it| !it.binned && it.copy_of.is_none());
            shown.filter_map(|it| Some((&it.path, it.summary.as_ref().ok()?)))
        };
        let handed: HashSet<Uid> = listed().filter_map(|(_, summary)| summary.carried_from).collect();
        let mut found: Vec<Pending> = listed()
            .filter(|(_, summary)| !handed.contains(&summary.id))
            .flat_map(|(path, summary)| {
                summary.follow_ups.iter().map(|it| Pending {
                    path: path.clone(),
                    session: summary.title.clone(),
                    created: summary.created,
                    it: it.clone(),
                })
            })
            .collect();
        found.sort_by(|one, other| {
            let key = |it: &Pending| (it.it.due.is_none(), it.it.due, it.created, it.it.id);
            key(one).cmp(&key(other))
        });
        found
    }
}

impl App {
    /// Opens the list of what is pending.
    pub(super) fn open_follow_ups(&mut self) {
        let mut open = FollowUps { all: self.home.pending(), ..FollowUps::default() };
        open.refilter(self.today());
        self.lay_over(Overlay::FollowUps(Box::new(open)));
        self.ask(Effect::List);
    }

    /// Takes what a new list of sessions tells; the selection stays on its solution.
    pub(super) fn refresh_follow_ups(&mut self) {
        let (all, today) = (self.home.pending(), self.today());
        self.home.overdue = all.iter().filter(|pending| pending.it.is_overdue(today)).count();
        let Some(Overlay::FollowUps(open)) = &mut self.overlay else { return };
        let selected = open.selected().map(|pending| (pending.path.clone(), pending.it.id));
        open.all = all;
        open.refilter(today);
        if let Some((path, id)) = selected {
            let is_it = |place: &usize| {
                open.row(*place).is_some_and(|pending| pending.path == path && pending.it.id == id)
            };
            open.cursor.place = (0..open.rows.len()).find(is_it).unwrap_or(open.cursor.place);
        }
    }

    /// How many are shown.
    pub(super) fn followed_up(&self) -> usize {
        let Some(Overlay::FollowUps(open)) = &self.overlay else { return 0 };
        open.rows.len()
    }

    /// Shows others.
    pub(super) fn turn_whose(&mut self) {
        let today = self.today();
        if let Some(Overlay::FollowUps(open)) = &mut self.overlay {
            open.whose = open.next();
            open.refilter(today);
        }
    }

    /// Goes to the selected solution in its session.
    pub(super) fn open_pending(&mut self) {
        let Some(Overlay::FollowUps(open)) = &self.overlay else { return };
        if let Some((path, id)) = open.selected().map(|pending| (pending.path.clone(), pending.it.id)) {
            self.jump_to(path, Target::Solution(id));
        }
    }

    /// Moves the selected solution to the status before or after.
    pub(super) fn move_pending(&mut self, action: &str, by: isize) {
        let Some(Overlay::FollowUps(open)) = &mut self.overlay else { return };
        let Some(pending) = open.selected() else { return };
        let now = Status::ALL.iter().position(|status| *status == pending.it.status).unwrap_or(0);
        let next = now.checked_add_signed(by).and_then(|at| Status::ALL.get(at)).copied();
        let Some(status) = next.filter(|status| *status != Status::Dropped) else {
            self.notice = Some(Notice::EndReached);
            return;
        };
        let (path, id) = (pending.path.clone(), pending.it.id);
        open.last = Some(path.clone());
        let edits = vec![Edit::Solution(id, SolutionEdit::Status(status))];
        self.follow_up_in(path, action, edits, id, status);
    }

    fn follow_up_in(&mut self, path: PathBuf, action: &str, edits: Vec<Edit>, id: SolutionId, to: Status) {
        let is_open = self.workshop.as_ref().is_some_and(|workshop| workshop.path == path);
        if is_open && self.is_written_here() {
            if self.commit_quietly(action, edits) {
                self.notice = Some(Notice::FollowedUp(id, to));
                self.ask(Effect::List);
            }
        } else if let Ok(action) = Key::new(action) {
            self.ask(Effect::FollowUp { path, step: Deed::Edits(action, edits), told: Some((id, to)) });
        }
    }

    /// Whether the open session can be written from anywhere in the program.
    fn is_written_here(&self) -> bool {
        self.workshop.as_ref().is_some_and(|it| it.access.is_full() && it.replay.is_none())
    }

    /// Takes the last action of the session back in which something was done here.
    pub(super) fn undo_pending(&mut self, action: &str) {
        let Some(Overlay::FollowUps(open)) = &mut self.overlay else { return };
        let Some(path) = open.last.take() else {
            self.notice = Some(Notice::Unavailable(
                super::Action::UndoPending,
                super::notice::Unavailable::NothingToUndo,
            ));
            return;
        };
        let is_open = self.workshop.as_ref().is_some_and(|workshop| workshop.path == path);
        if is_open && self.is_written_here() {
            self.undo(action);
            self.ask(Effect::List);
        } else if let Ok(action) = Key::new(action) {
            self.ask(Effect::FollowUp { path, step: Deed::Undo(action), told: None });
        }
    }

    /// Tells that something was done in a session that is not open.
    pub(super) fn was_followed_up(&mut self, told: Option<(SolutionId, Status)>) {
        self.notice = Some(match told {
            Some((id, status)) => Notice::FollowedUp(id, status),
            None => Notice::TakenBackThere,
        });
        self.ask(Effect::List);
    }
}
