//! In which order the library stands, and which of its sessions are shown.

use std::cmp::Reverse;

use jiff::civil::Date;

use super::Listing;

/// What the sessions are sorted by; the newest stands first among equals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// When they were created, the newest first.
    #[default]
    Date,
    /// When they were changed for the last time, the latest first.
    Changed,
    /// What they are called.
    Title,
    /// The shop they are about.
    Shop,
    /// The most serious band, and how many risks are above the line.
    Band,
    /// How many solutions are overdue, the most first.
    Overdue,
}

impl Sort {
    /// As they follow each other.
    pub const ALL: [Self; 6] =
        [Self::Date, Self::Changed, Self::Title, Self::Shop, Self::Band, Self::Overdue];

    pub(super) fn next(self) -> Self {
        let after = Self::ALL.into_iter().cycle().skip_while(|sort| *sort != self).nth(1);
        after.unwrap_or_default()
    }

    /// Puts places of listings, newest first, into this order; what cannot be read stands last.
    pub(super) fn arrange(self, listings: &[Listing], places: &mut [usize], today: Date) {
        let summary = |place: &usize| listings.get(*place).and_then(|it| it.summary.as_ref().ok());
        match self {
            Self::Date => {}
            Self::Changed => places.sort_by_key(|it| Reverse(summary(it).map(|summary| summary.changed))),
            Self::Title => places.sort_by_cached_key(|it| {
                let title = summary(it).map(|summary| summary.title.to_lowercase());
                (title.is_none(), title)
            }),
            Self::Shop => places.sort_by_cached_key(|it| {
                let shop = summary(it).map(|summary| summary.shop.to_lowercase()).filter(|it| !it.is_empty());
                (shop.is_none(), shop)
            }),
            Self::Band => {
                places
                    .sort_by_key(|it| Reverse(summary(it).map(|summary| (summary.top_band, summary.above))));
            }
            Self::Overdue => {
                places.sort_by_cached_key(|it| Reverse(summary(it).map(|summary| summary.overdue(today))));
            }
        }
    }
}

/// Which sessions are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Only {
    /// All.
    #[default]
    All,
    /// Those that are open.
    Open,
    /// Those that are closed.
    Closed,
    /// Those with solutions overdue.
    Overdue,
    /// Files that cannot be read, and copies.
    Broken,
}

impl Only {
    /// As they follow each other.
    pub const ALL: [Self; 5] = [Self::All, Self::Open, Self::Closed, Self::Overdue, Self::Broken];

    pub(super) fn next(self) -> Self {
        Self::ALL.into_iter().cycle().skip_while(|only| *only != self).nth(1).unwrap_or_default()
    }

    pub(super) fn fits(self, listing: &Listing, today: Date) -> bool {
        match (self, &listing.summary) {
            (Self::All, _) => true,
            (Self::Open, Ok(summary)) => !summary.is_closed(),
            (Self::Closed, Ok(summary)) => summary.is_closed(),
            (Self::Overdue, Ok(summary)) => summary.overdue(today) > 0,
            (Self::Broken, outcome) => outcome.is_err() || listing.copy_of.is_some(),
            (Self::Open | Self::Closed | Self::Overdue, Err(_)) => false,
        }
    }
}
