//! The demo: the file that comes with the program is what its generator makes, and shows what the method can do.

use std::env;

use riskroom::domain::agreement::{RoomRule, median, room_rule};
use riskroom::domain::residual::{Counting, residuals};
use riskroom::domain::{
    Approach, Band, Decision, Edit, EntryKind, Gate, History, Origin, Place, Ranking, Session, SessionEdit,
    Status, TopicState,
};
use riskroom::store::format::{decode, encode_verified};
use riskroom::text::catalogue::Lang;

use crate::support::demo::{demo, demo_in};
use crate::support::seeds::r;

const PATHS: [(Lang, &str); 2] = [
    (Lang::En, concat!(env!("CARGO_MANIFEST_DIR"), "/assets/demo.ron")),
    (Lang::Es, concat!(env!("CARGO_MANIFEST_DIR"), "/assets/demo.es.ron")),
];

#[test]
fn the_demo_is_what_its_generator_makes() {
    for (lang, path) in PATHS {
        let made = encode_verified(&demo_in(lang)).unwrap();
        if env::var_os("UPDATE_DEMO").is_some() {
            #[expect(clippy::disallowed_methods, reason = "the source tree is under version control")]
            std::fs::write(path, &made).unwrap();
        }
        let kept = std::fs::read(path).unwrap_or_default();
        let same = String::from_utf8(kept).unwrap().replace("\r\n", "\n").into_bytes() == made;
        assert!(same, "{path} is out of date: run this test with UPDATE_DEMO=1");
    }
}

#[test]
fn the_demo_opens_without_findings() {
    for lang in Lang::ALL {
        let history = decode(&encode_verified(&demo_in(lang)).unwrap()).unwrap().history;
        assert!(history.session().demo);
        assert_eq!(history.session().check(), []);
    }
}

/// What is between the quotes of a session file, and what is around it; its first line has the checksum of the rest.
fn taken_apart(history: &History) -> (Vec<String>, Vec<String>) {
    let file = String::from_utf8(encode_verified(history).unwrap()).unwrap();
    let (_, file) = file.split_once('\n').unwrap();
    assert!(!file.contains("\\\""), "a quote within a text");
    let mut parts = (Vec::new(), Vec::new());
    for (place, part) in file.split('"').enumerate() {
        if place % 2 == 1 { parts.0.push(part.to_owned()) } else { parts.1.push(part.to_owned()) }
    }
    parts
}

#[test]
fn the_demo_is_the_same_meeting_in_both_languages() {
    let ((english, around), (spanish, otherwise)) =
        (taken_apart(&demo_in(Lang::En)), taken_apart(&demo_in(Lang::Es)));
    assert_eq!(around, otherwise);
    let mut translated = 0;
    for (english, spanish) in english.iter().zip(&spanish) {
        let words = english.split_whitespace().count();
        let is_votes = english.starts_with("P1:") || english.starts_with("P2:");
        // Ids, times, dates and keys of cards.
        let is_fact = words < 2 && english.contains(|letter: char| letter.is_ascii_digit()) || is_votes;
        assert!(!is_fact || english == spanish, "{english}: {spanish}");
        assert!(is_fact || words < 3 || english != spanish, "{english} is not translated");
        translated += usize::from(english != spanish);
    }
    assert!(translated > 150, "{translated}");
}

#[test]
fn the_demo_lasts_from_nine_to_twenty_to_eleven() {
    let history = demo();
    let times: Vec<String> = history.entries().iter().map(|entry| entry.at.to_string()).collect();
    assert!(times.is_sorted());
    assert!(times[0].starts_with("2026-01-15T09:00:"), "{}", times[0]);
    let last = times.last().unwrap();
    assert!(("2026-01-15T10:38".."2026-01-15T10:41").contains(&last.as_str()), "{last}");
}

#[test]
fn the_demo_shows_all_bands_and_gates_that_lift() {
    let history = demo();
    let session = history.session();
    let ranking = Ranking::of(session);
    let bands = |band| {
        let found =
            session.risks.iter().zip(&ranking.priorities).filter(|(_, found)| found.band == Some(band));
        found.map(|(risk, _)| risk.id.number()).collect::<Vec<_>>()
    };
    assert_eq!(bands(Band::Critical), [1, 6]);
    assert_eq!(bands(Band::High), [3, 4, 7, 8, 12]);
    assert_eq!(bands(Band::Medium), [5, 9, 11]);
    assert_eq!(bands(Band::Low), [2]);
    let gates = |number: u32| session.priority(session.risk(r(number)).unwrap()).gates;
    assert_eq!(gates(7), [Gate::WorstDamage]);
    assert_eq!(gates(8), [Gate::LegalDuty]);
    let unscored = session.priority(session.risk(r(10)).unwrap()).points;
    assert_eq!((unscored.lower, unscored.upper), (18, 26));
    assert_eq!(ranking.order.len(), 12);
    assert_eq!(ranking.ranks.iter().flatten().count(), 11);
}

#[test]
fn the_demo_touches_every_category() {
    let history = demo();
    let session = history.session();
    for category in &session.categories {
        let touched =
            |risk: &&std::sync::Arc<riskroom::domain::Risk>| risk.category.as_ref() == Some(&category.key);
        assert!(session.risks.iter().any(|risk| touched(&risk)), "{}", category.key);
    }
}

/// All revealed last rounds with their cell.
fn rounds(session: &Session) -> Vec<(Option<RoomRule>, bool, bool)> {
    let cells = session.risks.iter().flat_map(|risk| risk.cells.iter().map(|(_, cell)| cell.clone()));
    cells
        .filter_map(|cell| {
            let votes = cell.revealed()?.clone();
            let agreed = cell.agreed?;
            let overridden = median(&votes).is_some_and(|median| median.level != agreed.level);
            Some((room_rule(&votes), overridden, agreed.reason.is_empty()))
        })
        .collect()
}

#[test]
fn the_demo_shows_how_people_disagree() {
    let history = demo();
    let session = history.session();
    let rounds = rounds(session);
    let rules = |rule| rounds.iter().filter(|(found, ..)| *found == Some(rule)).count();
    assert_eq!((rules(RoomRule::Talk), rules(RoomRule::KnowledgeGap)), (1, 1));
    assert!(rules(RoomRule::Glance) >= 3);
    let overrides: Vec<bool> = rounds
        .iter()
        .filter(|(_, overridden, _)| *overridden)
        .map(|(.., unexplained)| *unexplained)
        .collect();
    assert_eq!(overrides, [false, true], "one override with a reason, then one without");
    let cells = || session.risks.iter().flat_map(|risk| risk.cells.iter());
    assert_eq!(cells().filter(|(_, cell)| cell.rounds.len() == 2).count(), 1);
    assert!(cells().all(|(_, cell)| !cell.is_voting()), "everything is revealed");
}

#[test]
fn the_demo_has_solutions_in_every_state() {
    let history = demo();
    let session = history.session();
    for status in Status::ALL {
        assert!(session.solutions.iter().any(|solution| solution.status == status), "{status:?}");
    }
    for approach in Approach::ALL {
        assert!(session.solutions.iter().any(|solution| solution.approach == approach), "{approach:?}");
    }
    let changed = |counting| {
        let risks = session.risks.iter().zip(residuals(session, counting));
        let lower = risks.filter(|(risk, left)| *left != risk.levels());
        lower.map(|(risk, _)| risk.id.number()).collect::<Vec<_>>()
    };
    assert_eq!(changed(Counting::Chosen), [1, 3, 4, 6]);
    assert_eq!(changed(Counting::Done), [6]);
}

#[test]
fn the_demo_has_something_of_everything() {
    let history = demo();
    let session = history.session();
    let accepted = |decision: &Decision| matches!(decision, Decision::Accept { review: Some(_), .. });
    assert!(session.risks.iter().any(|risk| accepted(&risk.decision)));
    assert_eq!(session.risks.iter().filter(|risk| risk.place == Place::Parked).count(), 1);
    assert!(session.risks.iter().any(|risk| matches!(risk.origin, Origin::Card { .. })));
    let states: Vec<TopicState> = session.topics.iter().map(|topic| topic.state).collect();
    assert_eq!(states, [TopicState::Settled, TopicState::Parked]);
    assert_eq!(session.cards.len(), 2);
    let kinds = history.entries().iter().map(|entry| &entry.kind);
    assert_eq!(kinds.filter(|kind| matches!(kind, EntryKind::Undo | EntryKind::Redo)).count(), 2);
}

#[test]
fn titles_of_the_demo_fit_on_a_line() {
    let meetings = Lang::ALL.map(demo_in);
    for entry in meetings.iter().flat_map(History::entries) {
        let EntryKind::Do(edits) = &entry.kind else { continue };
        for edit in edits {
            let title = match edit {
                Edit::AddRisk(risk) => Some(&risk.title),
                Edit::AddSolution(solution) => Some(&solution.title),
                Edit::AddTopic(topic) => Some(&topic.text),
                Edit::Session(SessionEdit::Title(title)) => Some(title),
                Edit::Session(_)
                | Edit::AddPerson(_)
                | Edit::Person(..)
                | Edit::Risk(..)
                | Edit::Solution(..)
                | Edit::Topic(..)
                | Edit::Card(_)
                | Edit::ForgetCard(_)
                | Edit::Duel(_) => None,
            };
            assert!(title.is_none_or(|title| title.chars().count() <= 60), "{title:?}");
        }
    }
}
