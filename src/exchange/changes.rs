//! The log of changes on paper: [`markdown`], a table for each day.
//!
//! Votes nobody has seen are counted only, as everywhere. Not here: where the file goes.

use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::domain::History;
use crate::domain::change::changes;
use crate::text::catalogue::Catalogue;
use crate::text::changes::told;
use crate::text::dates;
use crate::text::safe::Safe;

/// Signs that mean something in Markdown.
const SIGNS: [char; 17] =
    ['\\', '`', '*', '_', '{', '}', '[', ']', '<', '>', '(', ')', '#', '+', '!', '|', '~'];

/// Every change of a session, oldest first: time, what it is about, what changed; what was taken back is struck through.
#[must_use]
pub fn markdown(history: &History, words: &Catalogue, zone: &TimeZone) -> String {
    let title = escaped(&Safe::new(&history.session().title));
    let mut page = format!("# {title}\n\n{}\n", words.text("changes-title"));
    let mut day: Option<Date> = None;
    for change in changes(history) {
        let today = change.at.to_zoned(zone.clone()).date();
        if day != Some(today) {
            page.extend(["\n## ", &dates::date(today, words), "\n\n| | | |\n|---|---|---|\n"]);
            day = Some(today);
        }
        let told = told(&change, history, words);
        let about = [told.id.as_str(), told.name.as_str()];
        let about = about.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
        let values = escaped(&told.values());
        let values =
            if change.undone { format!("~~{values}~~ {}", words.text("changes-undone")) } else { values };
        let time = dates::clock(change.at, zone);
        page.extend(["| ", &time, " | ", &escaped(&about), " | ", &values, " |\n"]);
    }
    page
}

/// A text of one line that means nothing but itself.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            '\n' | '\r' => safe.push(' '),
            sign => {
                if SIGNS.contains(&sign) {
                    safe.push('\\');
                }
                safe.push(sign);
            }
        }
    }
    safe
}
