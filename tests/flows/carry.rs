//! Going on from an earlier session: what comes along, and what the room sees of last time.

use riskroom::domain::{
    CarriedFrom, Cell, Cells, Decision, Edit, EntryKind, History, Level, Origin, Place, Session, Status,
    TopicState,
};

use super::five_risks;
use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{level, r, s};

/// R1 is High with an owner, a chosen and a done solution; R3 is parked, R5 in the bin; one topic is parked.
fn last_time() -> Room {
    let mut room = five_risks();
    room.keys("g w a 'Ana, Ben, Cleo' Enter Esc Space Esc");
    room.keys("g i Home Down Down P Down Down d");
    room.keys("g a Home 4 4 4 3 3 1 1 1 1 1 g s Home");
    room.keys("a 'Log-in limit' Enter Enter L Tab Tab");
    room.keys("g s Home a 'Old fix' Enter Enter L L L L");
    room
}

fn carried(room: &Room) -> &Session {
    room.session()
}

#[test]
fn n_at_home_goes_on_from_the_selected_session() {
    let mut room = last_time();
    let before = room.session().clone();
    let path = room.path().to_owned();
    room.keys("q n");
    assert!(room.shows("parked topics of Checkout Q4"), "{}", room.screen());
    room.keys("' again' Enter");
    let session = carried(&room);
    assert_eq!((&*session.title, session.carried_from), ("Checkout Q4 again", Some(before.id)));
    assert_ne!((session.id, room.path()), (before.id, path.as_path()));
    assert!(session.check().is_empty());
    let first = session.risk(r(1)).unwrap();
    let old = before.risk(r(1)).unwrap();
    assert_eq!((first.uid, &first.title, &first.origin), (old.uid, &old.title, &Origin::Carried));
    assert_eq!(
        first.carried_from,
        Some(CarriedFrom { session: before.id, risk: r(1), levels: old.levels() })
    );
    assert!(session.risks.iter().all(|risk| risk.cells == Cells::default()), "no level and no vote");
    assert_eq!(
        session.people.iter().map(|person| person.present).collect::<Vec<_>>(),
        [true, true, true],
        "{:?}",
        before.people
    );
    let titles: Vec<&str> = session.risks.iter().map(|risk| risk.title.as_str()).collect();
    assert_eq!(titles, ["A", "B", "D", "C"], "as they stood, then parked; none from the bin");
    assert_eq!(session.risks.last().unwrap().place, Place::Parked);
    let solutions: Vec<&str> = session.solutions.iter().map(|it| it.title.as_str()).collect();
    assert_eq!(solutions, ["Log-in limit"], "what is done is part of today");
    assert_eq!(session.solution(s(1)).unwrap().links.len(), 1);
    assert_eq!(*room.on_disk().session().as_ref(), *room.session());
}

#[test]
fn last_levels_are_out_of_sight_until_the_room_has_given_its_own() {
    let mut room = last_time();
    room.keys("q n Enter g a Home");
    assert!(!room.shows("last time"), "{}", room.screen());
    room.keys("v '533' Enter");
    assert!(!room.shows("last time"), "votes run");
    room.keys("r");
    assert!(room.shows("last time 4"), "{}", room.screen());
    room.keys("5 'more bots' Enter Left");
    assert!(room.shows("last time 4, ▲ worse now"), "{}", room.screen());
    room.keys("4");
    room.keys("Enter Left");
    assert!(room.shows("last time 4, = same now"), "{}", room.screen());
}

/// The session with other levels last time.
fn with_last(session: &Session, of: impl Fn(Option<Level>) -> Option<Level>) -> History {
    let mut session = session.clone();
    for risk in &mut session.risks {
        let mut other = (**risk).clone();
        if let Some(from) = &mut other.carried_from {
            from.levels = Cells::from_fn(|cell: Cell| of(*from.levels.at(cell)));
        }
        *risk = std::sync::Arc::new(other);
    }
    History::new(session)
}

#[test]
fn no_frame_depends_on_what_the_room_has_not_reached_again() {
    let mut room = Room::new();
    room.put("demo.ron", &demo::demo_in(riskroom::text::catalogue::Lang::En));
    room.keys("g l n Enter");
    let session = room.session().clone();
    let frames = |of: fn(Option<Level>) -> Option<Level>| {
        let mut room = Room::with_session(&with_last(&session, of));
        let mut seen = Vec::new();
        for keys in [
            "g i", "Tab End", "g a", "Tab", "g s", "g r", "Esc g h", "Esc g v", "Esc g x", "Esc g e", "Esc B",
        ] {
            room.keys(keys);
            seen.push(room.frame());
        }
        room.keys("Esc g a p");
        seen.push(room.frame());
        seen
    };
    assert_eq!(frames(|_| Some(level(1))), frames(|_| Some(level(5))));
    assert_eq!(frames(|_| None), frames(|_| Some(level(5))));
}

#[test]
fn open_topics_come_along_again_and_again() {
    let mut room = last_time();
    room.keys(": 'park a topic' Enter 'Who tells the bank?' Enter Esc Esc");
    room.keys("g l n ' 2' Enter");
    assert!(room.session().carried_from.is_some(), "{}", room.screen());
    assert_eq!(room.session().topics.iter().map(|it| it.state).collect::<Vec<_>>(), [TopicState::Parked]);
    let second = room.session().id;
    room.keys("q n");
    assert!(room.shows("parked topics of Checkout Q4 2"), "{}", room.screen());
    room.keys("Enter");
    assert_eq!(room.session().carried_from, Some(second), "{}", room.screen());
    assert_eq!(room.session().topics.len(), 1);
    assert!(room.session().solutions.iter().all(|it| it.status == Status::Chosen));
    assert!(room.workshop().history.entries().is_empty(), "a new history begins");
    room.keys("g i a 'New' Enter Esc");
    let entries = room.workshop().history.entries();
    assert!(matches!(&entries[0].kind, EntryKind::Do(edits) if matches!(edits[0], Edit::AddRisk(_))));
    assert!(room.session().risks.iter().all(|risk| risk.decision == Decision::Undecided));
}

#[test]
fn comparison_and_trend_tell_nothing_the_room_has_not_reached_again() {
    let mut room = last_time();
    room.keys("q n Enter g a Home 5 g c");
    assert!(room.shows("hidden until the room has given its own levels"), "{}", room.screen());
    assert!(!room.shows("22 HIGH") && !room.shows("P 4"), "{}", room.screen());
    room.keys("h");
    let maps = room.screen();
    room.keys("h x");
    assert!(room.shows("hidden until the room has given its own levels"), "{}", room.screen());
    assert!(!room.shows("22 HIGH") && !room.shows("P 4"), "nor the other way round: {}", room.screen());
    room.keys("h");
    assert!(!room.screen().contains("R1"), "{}", room.screen());
    room.keys("Esc g t");
    assert!(room.shows("Hidden until the room has given its own levels."), "{}", room.screen());
    assert!(!maps.contains("R1"), "{maps}");
    room.keys("Esc g a Home Home 5 5 5 5 5 g c");
    assert!(room.shows("P 4 → 5"), "its own levels are there: {}", room.screen());
    room.keys("Esc Home g t");
    assert!(room.shows("CRIT"), "{}", room.screen());
}
