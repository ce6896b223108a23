//! The pace on the edges of the scoring grid: `14 of 40 scored, 2:10 each, done 11:55` above, `1:32 on R4` below.
//!
//! Where there is no room the end goes first, then the time for each; a part is there as a whole or not at all. That a risk
//! takes long is said in words, and nothing more.

use super::assess;
use super::identify::filter_and_counts;
use super::paint::wide;
use crate::app::App;
use crate::app::pass::Pass;
use crate::app::workshop::Workshop;
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;

/// Columns of an edge that its ends, the mark of the focus and a gap take.
const EDGE: usize = 7;
/// Columns kept for how many more rows there are.
const MORE: usize = 15;

/// How many risks are scored, how long each takes, and when all are done: as much as fits beside a title.
pub(super) fn scored(app: &App, workshop: &Workshop, words: &Catalogue, columns: u16, title: &str) -> String {
    let counts = workshop.derived.counts;
    let mut text = assess::scored(counts, workshop.pass, words);
    if !workshop.filter.is_empty() {
        let rows = workshop.derived.listed.len();
        text = format!("{} · {text}", filter_and_counts(workshop, rows, counts.listed));
    }
    let room = usize::from(columns).saturating_sub(wide(title) + EDGE);
    for part in parts(app, words) {
        if wide(&text) + 2 + wide(&part) > room {
            break;
        }
        text = format!("{text}, {part}");
    }
    text
}

/// `2:10 each` and `done 11:55`, as far as they are known.
fn parts(app: &App, words: &Catalogue) -> Vec<String> {
    let Some(pace) = app.pace() else { return Vec::new() };
    let each = dates::minutes(pace.each().unsigned_abs().as_secs());
    let each = words.format("pace-each", &[("time", Arg::Text(&each))]);
    let done = pace.done(app.now).map(|at| {
        let at = dates::moment(at, app.now, &app.zone, words);
        words.format("pace-done", &[("time", Arg::Text(&at))])
    });
    [Some(each), done].into_iter().flatten().collect()
}

/// Where the grid goes on, and how long the room has been on the selected risk; if there is no room for both, only that.
pub(super) fn foot(
    app: &App,
    workshop: &Workshop,
    words: &Catalogue,
    columns: u16,
    has_more: bool,
) -> String {
    let direction = words.text(assess::way_key(workshop));
    let Some(on) = app.on_risk() else { return direction.to_owned() };
    let (time, risk) = (dates::minutes(on.seconds), on.risk.to_string());
    let args = [("time", Arg::Text(&time)), ("risk", Arg::Text(&risk))];
    let long = words.format("pace-long", &args);
    let short = words.format("pace-on-risk", &args);
    let told = if on.is_long { &long } else { &short };
    let room = usize::from(columns).saturating_sub(2 + if has_more { MORE } else { 0 });
    let both = format!("{direction} · {told}");
    let all = match workshop.pass {
        Pass::Full => [both, told.clone(), short],
        // That the pass is the quick one is never out of sight.
        Pass::Quick => [both, format!("{direction} · {short}"), direction.to_owned()],
    };
    all.into_iter().find(|text| wide(text) <= room).unwrap_or_else(|| direction.to_owned())
}
