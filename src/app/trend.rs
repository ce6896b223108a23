//! Trends over sessions: one risk through all the sessions that have it, or a chain of sessions as a whole.
//!
//! All of it is in the summaries of the library. A session goes on from another one; those before and after it are its
//! chain, and where it has none, the sessions of the same shop. How it is drawn is `ui::trend`'s.

use std::collections::BTreeSet;
use std::path::PathBuf;

use jiff::Timestamp;

use super::cursor::Cursor;
use super::home::Home;
use super::notice::{Notice, Unavailable};
use super::overlay::Overlay;
use super::{Action, App, Place};
use crate::domain::summary::{Standing, Summary};
use crate::domain::{Status, Target, Title, Uid};

/// What is followed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Of {
    /// A risk, by its identity and what it is called.
    Risk(Uid, Title),
    /// The chain of a session.
    Chain(Uid),
}

/// A session in a trend.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its file.
    pub path: PathBuf,
    /// What it is called.
    pub session: Title,
    /// When it was created.
    pub created: Timestamp,
    /// How the risk stood, if one is followed.
    pub standing: Option<Standing>,
    /// The risks above the line.
    pub above: usize,
    /// Their points together.
    pub points: u32,
    /// Solutions that are done.
    pub done: usize,
    /// Solutions that are overdue today.
    pub overdue: usize,
}

/// A trend on screen.
#[derive(Debug, Clone)]
pub struct Trend {
    /// What is followed.
    pub of: Of,
    /// The sessions, oldest first.
    pub rows: Vec<Row>,
    /// Whether it must not be told yet how the risk stood, since the room is about to give its own levels.
    pub hidden: bool,
    /// The selected row.
    pub cursor: Cursor,
}

impl Trend {
    /// The selected row.
    #[must_use]
    pub fn selected(&self) -> Option<&Row> {
        self.rows.get(self.cursor.place)
    }
}

impl Home {
    /// Every session of the library, oldest first, with its file.
    fn sessions(&self) -> impl Iterator<Item = (&PathBuf, &Summary)> {
        let listed = self.listings.iter().flatten().rev().filter(|it| !it.binned && it.copy_of.is_none());
        listed.filter_map(|it| Some((&it.path, it.summary.as_deref().ok()?)))
    }

    fn trend(&self, of: &Of) -> Vec<Row> {
        let row = |path: &PathBuf, summary: &Summary, standing| Row {
            path: path.clone(),
            session: summary.title.clone(),
            created: summary.created,
            standing,
            above: summary.above,
            points: summary.points_above,
            done: summary.with_status(Status::Done),
            overdue: summary.overdue(self.today),
        };
        match of {
            Of::Risk(uid, _) => self
                .sessions()
                .filter_map(|(path, summary)| {
                    let standing = summary.standings.iter().find(|standing| standing.uid == *uid)?;
                    Some(row(path, summary, Some(*standing)))
                })
                .collect(),
            Of::Chain(id) => {
                let chain = self.chain(*id);
                let shown = self.sessions().filter(|(_, summary)| chain.contains(&summary.id));
                shown.map(|(path, summary)| row(path, summary, None)).collect()
            }
        }
    }

    /// The sessions before and after this one, and it; those of the same shop if there are none.
    fn chain(&self, id: Uid) -> BTreeSet<Uid> {
        let mut chain = BTreeSet::from([id]);
        // A session is never older than the one it goes on from.
        for (_, summary) in self.sessions() {
            if summary.carried_from.is_some_and(|from| chain.contains(&from)) {
                chain.insert(summary.id);
            }
        }
        let mut back = self.session(id).and_then(|summary| summary.carried_from);
        while let Some(from) = back.filter(|from| chain.insert(*from)) {
            back = self.session(from).and_then(|summary| summary.carried_from);
        }
        let shop = self.session(id).map(|summary| &summary.shop).filter(|shop| !shop.is_empty());
        if let Some(shop) = shop.filter(|_| chain.len() == 1) {
            let same = self.sessions().filter(|(_, summary)| summary.shop == *shop);
            chain.extend(same.map(|(_, summary)| summary.id));
        }
        chain
    }
}

impl App {
    /// Follows the selected risk; at Home, the chain of the selected session.
    pub(super) fn open_trend(&mut self) {
        let risk = self.workshop.as_ref().filter(|_| self.place == Place::Workshop);
        let risk = risk.and_then(|workshop| workshop.selected_risk());
        let of = match (risk, self.place) {
            (Some(risk), _) => Some(Of::Risk(risk.uid, risk.title.clone())),
            (None, Place::Workshop) => {
                self.workshop.as_ref().map(|workshop| Of::Chain(workshop.history.session().id))
            }
            (None, Place::Home) => {
                let summary = self.home.selection().and_then(|listing| listing.summary.as_deref().ok());
                summary.map(|summary| Of::Chain(summary.id))
            }
        };
        match of {
            Some(of) => {
                self.follow_trend(of);
                self.ask(super::Effect::List);
            }
            None => {
                self.notice = Some(Notice::Unavailable(Action::GoTrend, Unavailable::NothingSelected));
            }
        }
    }

    fn follow_trend(&mut self, of: Of) {
        let rows = self.home.trend(&of);
        let cursor = Cursor { place: rows.len().saturating_sub(1), offset: 0 };
        let hidden = self.is_about_to_score(&of);
        self.lay_over(Overlay::Trend(Box::new(Trend { of, rows, hidden, cursor })));
    }

    /// Whether the risk that is followed was carried into the open session, and has not all its levels there yet.
    fn is_about_to_score(&self, of: &Of) -> bool {
        let (Of::Risk(uid, _), Some(workshop)) = (of, &self.workshop) else { return false };
        let session = workshop.history.session();
        let risk = session.risks.iter().find(|risk| risk.uid == *uid);
        let carried = risk.filter(|risk| risk.carried_from.is_some() && !session.is_closed());
        carried.is_some_and(|risk| risk.levels().iter().any(|(_, level)| level.is_none()))
    }

    /// Takes what a new list of sessions tells.
    pub(super) fn refresh_trend(&mut self) {
        let Some(Overlay::Trend(trend)) = &self.overlay else { return };
        let rows = self.home.trend(&trend.of);
        if let Some(Overlay::Trend(trend)) = &mut self.overlay {
            let was_last = trend.cursor.place + 1 >= trend.rows.len();
            trend.rows = rows;
            if was_last {
                trend.cursor.place = trend.rows.len().saturating_sub(1);
            }
        }
    }

    /// How many sessions are in it.
    pub(super) fn followed_through(&self) -> usize {
        let Some(Overlay::Trend(trend)) = &self.overlay else { return 0 };
        trend.rows.len()
    }

    /// Follows the chain of the selected session instead of the risk, or the selected risk again.
    pub(super) fn turn_trend(&mut self) {
        let Some(Overlay::Trend(trend)) = &self.overlay else { return };
        let of = match &trend.of {
            Of::Risk(..) => {
                let id = trend.selected().and_then(|row| {
                    self.home.sessions().find(|(path, _)| **path == row.path).map(|(_, summary)| summary.id)
                });
                id.map(Of::Chain)
            }
            Of::Chain(_) => {
                let risk = self.workshop.as_ref().and_then(|workshop| workshop.selected_risk());
                risk.map(|risk| Of::Risk(risk.uid, risk.title.clone()))
            }
        };
        match of {
            Some(of) => self.follow_trend(of),
            None => self.notice = Some(Notice::Unavailable(Action::TurnTrend, Unavailable::NothingSelected)),
        }
    }

    /// Goes to the risk in the selected session, or to that session.
    pub(super) fn open_trended(&mut self) {
        let Some(Overlay::Trend(trend)) = &self.overlay else { return };
        let Some(row) = trend.selected() else { return };
        let path = row.path.clone();
        match row.standing {
            Some(standing) => self.jump_to(path, Target::Risk(standing.id, None)),
            None => self.jump_to(path, Target::Cards),
        }
    }
}
