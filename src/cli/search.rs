//! `riskroom search WORDS…`: what is said in all sessions, one tab-separated line each, the newest session first.
//!
//! Date, session, id, what it is called, the line it was found in, path.

use super::{Exit, Surroundings};
use crate::domain::said::Spot;
use crate::shell::search::search;
use crate::store::index::Index;
use crate::store::paths::Places;
use crate::store::sentence;
use crate::text::safe::Safe;

pub(super) fn run(words: &[String], places: &Places, around: &mut Surroundings<'_>) -> Exit {
    let mut index = Index::default();
    let _ = index.scan(around.storage, places, &[], around.now, |_, _| {});
    let wanted = words.join(" ");
    let found = search(&index, around.storage, places, &wanted, || true).unwrap_or_default();
    let mut text = String::new();
    for hit in found.hits {
        let date = hit.created.to_zoned(around.zone.clone()).date().to_string();
        let id = match hit.spot {
            Spot::Session => String::new(),
            Spot::Risk(id) => id.to_string(),
            Spot::Solution(id) => id.to_string(),
            Spot::Topic(id) => id.to_string(),
            Spot::Person(id) => id.to_string(),
        };
        let [session, title] = [&*hit.session, &*hit.title].map(|text| Safe::new(text).to_string());
        let columns = [&date, &session, &id, &title, &hit.text, &sentence::path(&hit.path)];
        text.push_str(&columns.map(|column| column.replace('\t', " ")).join("\t"));
        text.push('\n');
    }
    around.print(&text)
}
