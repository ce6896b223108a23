//! What has to be done yet, across all sessions: listed by date, moved on without opening the session.
//!
//! A session that another one goes on from has handed its open solutions over; they are listed once, there. What is done
//! here is an action in the history of that session, made and saved by the world with the guarantees of any other.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::cursor::Cursor;
use super::event::{Access, Deed, Effect};
use super::form::solution::SolutionField;
use super::form::value;
use super::home::Home;
use super::names::Names;
use super::notice::{Notice, Unavailable};
use super::overlay::Overlay;
use super::typing::Typing;
use super::typing::purpose::Purpose;
use super::{Action, App};
use crate::domain::summary::{FollowUp, FollowUpEdit, Summary};
use crate::domain::{Edit, Key, Name, Status, Target, Title, Uid};

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
    /// The solution whose owner or date is typed, as it was then.
    edited: Option<Pending>,
}

/// What was done by this list, to be taken back.
#[derive(Debug, Clone, Default)]
pub struct Done {
    /// In which session, as the entry of which number; the newest last.
    entries: Vec<(PathBuf, u64)>,
    /// How many answers of the disk are awaited.
    asked: usize,
}

impl FollowUps {
    /// The row at a place.
    #[must_use]
    pub fn row(&self, place: usize) -> Option<&Pending> {
        self.all.get(*self.rows.get(place)?)
    }

    /// How many of all are left to do.
    #[must_use]
    pub fn left(&self) -> usize {
        self.all.iter().filter(|pending| pending.it.is_pending()).count()
    }

    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Option<&Pending> {
        self.row(self.cursor.place)
    }

    fn refilter(&mut self, today: jiff::civil::Date) {
        let fits = |pending: &Pending| match &self.whose {
            Whose::All => true,
            Whose::Overdue => pending.it.due.is_some_and(|due| due < today),
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
    /// What is pending in all sessions of the library, with its session; without those handed over to a later one.
    fn each_pending(&self) -> impl Iterator<Item = (&Path, &Summary, &FollowUp)> {
        let listed = || {
            let shown = self.listings.iter().flatten().filter(|it| !it.binned && it.copy_of.is_none());
            shown.filter_map(|it| Some((it.path.as_path(), &**it.summary.as_ref().ok()?)))
        };
        let handed: HashSet<Uid> = listed().filter_map(|(_, summary)| summary.carried_from).collect();
        let here = listed().filter(move |(_, summary)| !handed.contains(&summary.id));
        here.flat_map(|(path, summary)| summary.follow_ups.iter().map(move |it| (path, summary, it)))
    }

    /// The same as a list, soonest first.
    #[must_use]
    pub fn all_pending(&self) -> Vec<Pending> {
        let pending = |(path, summary, it): (&Path, &Summary, &FollowUp)| Pending {
            path: path.to_owned(),
            session: summary.title.clone(),
            created: summary.created,
            it: it.clone(),
        };
        let mut found: Vec<Pending> = self.each_pending().map(pending).collect();
        sort(&mut found);
        found
    }
}

/// Soonest first, those without a date last.
fn sort(pending: &mut [Pending]) {
    pending.sort_by(|one, other| {
        let key = |it: &Pending| (it.it.due.is_none(), it.it.due, it.created, it.it.id);
        key(one).cmp(&key(other))
    });
}

impl App {
    /// Opens the list of what is pending.
    pub(super) fn open_follow_ups(&mut self) {
        let mut open = FollowUps { all: self.home.all_pending(), ..FollowUps::default() };
        open.refilter(self.today());
        self.lay_over(Overlay::FollowUps(Box::new(open)));
        self.ask(Effect::List);
    }

    /// Takes what a new list of sessions tells; the selection stays on its solution. What was done here stays in sight until
    /// the list is left, so that nothing jumps and the next key does not meet another one.
    pub(super) fn refresh_follow_ups(&mut self) {
        let today = self.today();
        let late = self.home.each_pending().map(|(.., it)| it.is_overdue(today));
        let (all, overdue) = late.fold((0, 0), |(all, overdue), late| (all + 1, overdue + usize::from(late)));
        (self.home.pending, self.home.overdue) = (all, overdue);
        let Some(Overlay::FollowUps(open)) = &mut self.overlay else { return };
        let all = self.home.all_pending();
        let selected = open.selected().map(|pending| (pending.path.clone(), pending.it.id));
        let is_listed = |it: &Pending| all.iter().any(|new| new.path == it.path && new.it.id == it.it.id);
        let kept =
            std::mem::take(&mut open.all).into_iter().filter(|it| !it.it.is_pending() && !is_listed(it));
        let kept: Vec<Pending> = kept.collect();
        open.all = all;
        open.all.extend(kept);
        sort(&mut open.all);
        open.refilter(today);
        if let Some((path, id)) = selected {
            let is_it = |place: &usize| {
                open.row(*place).is_some_and(|pending| pending.path == path && pending.it.id == id)
            };
            open.cursor.place = (0..open.rows.len()).find(is_it).unwrap_or(open.cursor.place);
        }
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
        let (path, was) = (pending.path.clone(), pending.it.clone());
        self.follow_up_with(path, was, action, FollowUpEdit::Status(status));
    }

    /// Asks who does the selected solution, or until when.
    pub(super) fn edit_pending(&mut self, field: SolutionField) {
        let Some(Overlay::FollowUps(open)) = &mut self.overlay else { return };
        let Some(pending) = open.selected().cloned() else { return };
        let (saved, names, limit) = if field == SolutionField::Owner {
            let listed = self.home.listings.iter().flatten().find(|it| it.path == pending.path);
            let people = listed.and_then(|it| it.summary.as_ref().ok()).into_iter().flat_map(|it| &it.people);
            let owners = open.all.iter().filter_map(|it| it.it.owner.as_ref());
            let saved = pending.it.owner.as_ref().map(ToString::to_string);
            (saved, Some(Names::from(people.chain(owners))), Name::LIMIT)
        } else {
            (pending.it.due.map(|due| due.to_string()), None, 40)
        };
        let purpose = Purpose::FollowUp(pending.it.id, field);
        open.edited = Some(pending);
        let typing = Typing::new(purpose, &saved.unwrap_or_default(), None, Some(limit));
        self.typing = Some(Typing { names, ..typing });
    }

    /// Takes what was typed about a solution; whether it can be taken.
    pub(super) fn set_pending(&mut self, field: SolutionField, text: &str) -> bool {
        let read = if field == SolutionField::Owner {
            value::name(text).map(FollowUpEdit::Owner)
        } else {
            value::date(text, self.today()).map(FollowUpEdit::Due)
        };
        let edit = match read {
            Ok(edit) => edit,
            Err(notice) => {
                self.notice = Some(notice);
                return false;
            }
        };
        let Some(Overlay::FollowUps(open)) = &mut self.overlay else { return true };
        if let Some(pending) = open.edited.take().filter(|it| it.it.with(&edit) != it.it) {
            self.follow_up_with(pending.path, pending.it, "edit-field", edit);
        }
        true
    }

    fn follow_up_with(&mut self, path: PathBuf, was: FollowUp, action: &str, edit: FollowUpEdit) {
        if self.is_open_here(&path) {
            self.edit_in_open_session(&was, action, edit);
        } else if let Ok(action) = Key::new(action) {
            self.foresee(&path, was.with(&edit));
            self.ask_to_follow_up(path, Deed::Edit { was, edit }, action);
        }
    }

    fn edit_in_open_session(&mut self, was: &FollowUp, action: &str, edit: FollowUpEdit) {
        let Some(workshop) = &self.workshop else { return };
        let path = workshop.path.clone();
        if !was.is_still_in(workshop.session()) {
            self.notice = Some(Notice::ChangedMeanwhile);
        } else if self.commit_quietly(action, vec![Edit::Solution(was.id, edit.clone().into())]) {
            self.foresee(&path, was.with(&edit));
            self.note_done(path);
            self.notice = Some(Notice::FollowedUp(was.id, edit));
        }
        self.ask(Effect::List);
    }

    /// Keeps what was done in the open session, to be taken back here.
    fn note_done(&mut self, path: PathBuf) {
        let seq = self.workshop.as_ref().map_or(0, |workshop| workshop.history.revision());
        self.home.followed_up.entries.push((path, seq));
    }

    /// Shows a solution as it will be once that is on disk, so that the next key goes on from there.
    fn foresee(&mut self, path: &Path, then: FollowUp) {
        let Some(Overlay::FollowUps(open)) = &mut self.overlay else { return };
        if let Some(pending) = open.all.iter_mut().find(|it| it.path == path && it.it.id == then.id) {
            pending.it = then;
        }
    }

    fn ask_to_follow_up(&mut self, path: PathBuf, step: Deed, action: Key) {
        self.home.followed_up.asked += 1;
        self.ask(Effect::FollowUp { path, step, action });
    }

    fn is_open_here(&self, path: &Path) -> bool {
        self.workshop.as_ref().is_some_and(|workshop| workshop.path == path)
    }

    /// Takes back what was done here last, in its session.
    pub(super) fn undo_pending(&mut self, action: &str) {
        let Some((path, seq)) = self.home.followed_up.entries.pop() else { return };
        if !self.is_open_here(&path) {
            if let Ok(action) = Key::new(action) {
                self.ask_to_follow_up(path, Deed::Undo(seq), action);
            }
            return;
        }
        let last = self.workshop.as_ref().and_then(|workshop| workshop.history.last_done());
        if last.is_some_and(|entry| entry.seq == seq) {
            self.undo(action);
        } else {
            self.notice = Some(Notice::ChangedMeanwhile);
        }
        self.ask(Effect::List);
    }

    /// Why nothing can be done with the selected solution, or taken back, now.
    pub(super) fn takes_follow_up(&self, action: Action) -> Result<(), Unavailable> {
        let Some(Overlay::FollowUps(open)) = &self.overlay else { return Err(Unavailable::NotHere) };
        let done = &self.home.followed_up;
        let path = if action != Action::UndoPending {
            &open.selected().ok_or(Unavailable::NothingSelected)?.path
        } else if done.asked > 0 {
            return Err(Unavailable::StillSaving);
        } else {
            done.entries.last().map(|(path, _)| path).ok_or(Unavailable::NothingToUndo)?
        };
        if action == Action::OpenPending {
            return Ok(());
        }
        let Some(workshop) = self.workshop.as_ref().filter(|it| it.path == *path) else { return Ok(()) };
        match &workshop.access {
            Access::Full if workshop.replay.is_some() => Err(Unavailable::Replaying),
            Access::Full => Ok(()),
            Access::HandEdited { .. } => Err(Unavailable::HandEdited),
            Access::Elsewhere { .. } | Access::Barred { .. } => Err(Unavailable::OnlyRead),
        }
    }

    /// Tells what was done in a session that is not open.
    pub(super) fn was_followed_up(&mut self, path: PathBuf, step: &Deed, seq: u64) {
        self.notice = Some(match step {
            Deed::Edit { was, edit } => Notice::FollowedUp(was.id, edit.clone()),
            Deed::Undo(_) => Notice::TakenBackThere,
        });
        let done = &mut self.home.followed_up;
        done.asked = done.asked.saturating_sub(1);
        if matches!(step, Deed::Edit { .. }) {
            done.entries.push((path, seq));
        }
        self.ask(Effect::List);
    }

    /// Tells why nothing was done; the list shows again how things are.
    pub(super) fn was_not_followed_up(&mut self, sentence: String) {
        self.notice = Some(Notice::Sentence(sentence));
        let done = &mut self.home.followed_up;
        done.asked = done.asked.saturating_sub(1);
        self.ask(Effect::List);
    }
}
