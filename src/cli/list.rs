//! `riskroom list`: one tab-separated line per session, newest first.
//!
//! Date, state, risks, solutions, the most serious band, how many solutions are overdue, title, shop, path, and for a
//! session that has some, how many copies of it follow it. States and bands are words for programs, the same in every
//! language.

use super::{Exit, Surroundings};
use crate::domain::Band;
use crate::store::index::Index;
use crate::store::library::{Listing, Trouble};
use crate::store::paths::Places;
use crate::store::sentence;
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::safe::Safe;

/// Stands for a figure that is not known.
const UNKNOWN: &str = "-";

pub(super) fn run(places: &Places, catalogue: &Catalogue, around: &mut Surroundings<'_>) -> Exit {
    let listings = Index::default().scan(around.storage, places, &[], around.now, |_, _| {});
    let shown: Vec<&Listing> = listings.iter().filter(|listing| !listing.binned).collect();
    let copies_of = |of: &Listing| {
        let copies = shown.iter().copied().filter(|it| it.copy_of.as_deref() == Some(&*of.path));
        copies.collect::<Vec<_>>()
    };
    let mut lines = String::new();
    for listing in shown.iter().filter(|listing| listing.copy_of.is_none()) {
        let copies = copies_of(listing);
        let mut columns = line(listing, catalogue, around);
        if let Some(count) = i64::try_from(copies.len()).ok().filter(|count| *count > 0) {
            columns.push('\t');
            columns.push_str(&catalogue.format("cli-list-copies", &[("count", Arg::Number(count))]));
        }
        for columns in std::iter::once(columns).chain(copies.iter().map(|it| line(it, catalogue, around))) {
            lines.push_str(&columns);
            lines.push('\n');
        }
    }
    around.print(&lines)
}

const fn band_name(band: Band) -> &'static str {
    match band {
        Band::Low => "low",
        Band::Medium => "medium",
        Band::High => "high",
        Band::Critical => "critical",
    }
}

fn line(listing: &Listing, catalogue: &Catalogue, around: &Surroundings<'_>) -> String {
    let date = listing.date().to_zoned(around.zone.clone()).date();
    let path = sentence::path(&listing.path);
    match &listing.outcome {
        Ok(summary) => {
            let state = if summary.is_closed() { "closed" } else { "open" };
            let today = around.now.to_zoned(around.zone.clone()).date();
            let (risks, solutions, overdue) = (summary.risks, summary.solutions(), summary.overdue(today));
            let band = summary.top_band.map_or(UNKNOWN, band_name);
            let (title, shop) = (Safe::new(&summary.title), Safe::new(&summary.shop));
            let shop = if shop.is_empty() { UNKNOWN } else { shop.as_str() };
            format!("{date}\t{state}\t{risks}\t{solutions}\t{band}\t{overdue}\t{title}\t{shop}\t{path}")
        }
        Err(trouble) => {
            let (state, reason) = match trouble {
                Trouble::Unread(error) => ("unreadable", sentence::read_error(error, catalogue)),
                Trouble::Format(error) if error.is_newer() => {
                    ("newer", sentence::format_error(error, catalogue))
                }
                Trouble::Format(error) => ("damaged", sentence::format_error(error, catalogue)),
            };
            format!(
                "{date}\t{state}\t{UNKNOWN}\t{UNKNOWN}\t{UNKNOWN}\t{UNKNOWN}\t{reason}\t{UNKNOWN}\t{path}"
            )
        }
    }
}
