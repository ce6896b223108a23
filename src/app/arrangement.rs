//! How the risks are arranged on the list: sorted, grouped by category, with or without who said them.
//!
//! This is how they are looked at, not part of the session: it ends with the run. The grid of step 2 follows the same
//! order, without the heads of groups: no level changes what is sorted by, so that nothing moves while the room
//! scores. What is listed is put together in [`super::derived`].

use std::cmp::Reverse;

use super::search::folded;
use crate::domain::{Risk, Session};

/// What the list is sorted by. Risks that are alike stay in the order of entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Sort {
    /// As they were entered and moved.
    #[default]
    Entry,
    /// By category, in the order of the session's; those without one last.
    Category,
    /// By first glance, the larger first: money, then marketing.
    Glance,
    /// By title, whatever the case and the accents.
    Title,
}

impl Sort {
    /// Every order, each followed by the next.
    pub const ALL: [Self; 4] = [Self::Entry, Self::Category, Self::Glance, Self::Title];

    /// The next order, round and round.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Entry => Self::Category,
            Self::Category => Self::Glance,
            Self::Glance => Self::Title,
            Self::Title => Self::Entry,
        }
    }

    /// How many orders are passed before that of entry is back.
    #[must_use]
    pub const fn steps_to_entry(self) -> usize {
        match self {
            Self::Entry => 0,
            Self::Category => 3,
            Self::Glance => 2,
            Self::Title => 1,
        }
    }
}

/// How the list is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Arrangement {
    /// What it is sorted by.
    pub sort: Sort,
    /// Whether it is grouped by category.
    pub grouped: bool,
    /// Whether it is shown who said what.
    pub names: bool,
}

impl Arrangement {
    /// Whether the risks stand as they were entered, so that they can be moved.
    #[must_use]
    pub fn is_of_entry(self) -> bool {
        self.sort == Sort::Entry && !self.grouped
    }

    /// Sorts places of risks that are in the order of entry.
    pub(super) fn sort(self, session: &Session, places: &mut [usize]) {
        let risk = |place: &usize| session.risks.get(*place).map(|risk| &**risk);
        match self.sort {
            Sort::Entry => {}
            Sort::Category => places.sort_by_cached_key(|place| group_of(session, risk(place))),
            Sort::Glance => {
                places.sort_by_key(|place| risk(place).map(|it| (Reverse(it.money), Reverse(it.marketing))));
            }
            Sort::Title => places.sort_by_cached_key(|place| risk(place).map(|it| spelling(&it.title))),
        }
        if self.grouped {
            places.sort_by_cached_key(|place| group_of(session, risk(place)));
        }
    }
}

/// A title as it is sorted: from its first letter or digit on.
fn spelling(title: &str) -> String {
    folded(title.trim_start_matches(|letter: char| !letter.is_alphanumeric()))
}

/// The place of a risk's category among the session's; behind the last for none.
fn group_of(session: &Session, risk: Option<&Risk>) -> usize {
    let key = risk.and_then(|risk| risk.category.as_ref());
    let place = key.and_then(|key| session.categories.iter().position(|it| it.key == *key));
    place.unwrap_or(session.categories.len())
}

/// The risks of one category on the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Group {
    /// The place of the category in the session; `None` for the risks without one.
    pub category: Option<usize>,
    /// The place of its first risk on the list.
    pub first: usize,
    /// How many there are.
    pub count: usize,
}

/// A row of the grouped list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// The head of a group, by its place.
    Head(usize),
    /// A risk, by its place on the list.
    Risk(usize),
    /// The categories without risks.
    Missing,
}

/// The list in groups; without rows while it is not grouped.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Groups {
    /// The groups in the order of the session's categories, the risks without one last.
    pub heads: Vec<Group>,
    /// The places of categories without any risk.
    pub missing: Vec<usize>,
    /// Heads and risks as they are seen, from the top.
    pub rows: Vec<Row>,
}

impl Groups {
    /// The groups of a list that is sorted into them. The categories without risks are told unless a search leaves out
    /// some risks.
    pub(super) fn of(session: &Session, listed: &[usize], is_whole: bool) -> Self {
        let mut it = Self::default();
        for (at, place) in listed.iter().enumerate() {
            let group = group_of(session, session.risks.get(*place).map(|risk| &**risk));
            let category = (group < session.categories.len()).then_some(group);
            match it.heads.last_mut() {
                Some(last) if last.category == category => last.count += 1,
                Some(_) | None => {
                    it.rows.push(Row::Head(it.heads.len()));
                    it.heads.push(Group { category, first: at, count: 1 });
                }
            }
            it.rows.push(Row::Risk(at));
        }
        if is_whole {
            let has_risks = |place: &usize| it.heads.iter().any(|group| group.category == Some(*place));
            it.missing = (0..session.categories.len()).filter(|place| !has_risks(place)).collect();
            it.rows.extend((!it.missing.is_empty()).then_some(Row::Missing));
        }
        it
    }

    /// The row of the risk at this place on the list.
    #[must_use]
    pub fn row_of(&self, place: usize) -> usize {
        place + self.heads.partition_point(|group| group.first <= place)
    }

    /// The place on the list that is so many rows from another: heads are stepped over.
    pub(super) fn stepped(&self, place: usize, by: isize) -> usize {
        let last = self.rows.len().saturating_sub(1);
        let row = self.row_of(place).saturating_add_signed(by).min(last);
        let (before, after) = self.rows.split_at_checked(row).unwrap_or_default();
        let risk = |row: &Row| if let Row::Risk(place) = row { Some(*place) } else { None };
        let above = || before.iter().rev().find_map(risk);
        let below = || after.iter().find_map(risk);
        let at = after.first().and_then(risk);
        let beside = if by < 0 { above().or_else(below) } else { below().or_else(above) };
        at.or(beside).unwrap_or(0)
    }
}
