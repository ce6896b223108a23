//! Frozen files, one per format: each loads for ever, and is never made again.
//!
//! Each has every kind of edit of its format, and every field with another value than it begins with. `format-3.ron` is
//! made up: no version of the program writes it yet.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::date;
use riskroom::app::Effect;
use riskroom::app::notice::Notice;
use riskroom::domain::{
    Agreed, Approach, Assessment, Band, Bands, CardSeen, CarriedFrom, Category, Cell, Changes, Closing,
    Decision, Duel, Edit, Effort, Evidence, Glance, History, Hit, Link, Money, Note, Origin, PersonEdit,
    Place, Risk, RiskEdit, Round, Seat, Session, SessionEdit, Sign, Solution, SolutionEdit, Status, Topic,
    TopicState, Verdict,
};
use riskroom::store::backups::{self, Before};
use riskroom::store::format::{self, Examined, Fault, MIGRATIONS};
use riskroom::store::read::read;
use riskroom::store::storage::Disk;

use crate::support::room::Room;
use crate::support::seeds::{
    at, key, level, levels, line, name, p, person, r, risk, s, scales, session_of, solution, t, title, uid,
    votes, weights,
};

fn sample(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/samples").join(name)
}

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

fn money(units: u64) -> Money {
    Money::try_from(units).unwrap()
}

fn agreed(number: u8) -> Agreed {
    Agreed { level: level(number), reason: line("Seen last week") }
}

/// A risk with something in every field.
fn rich_risk() -> Risk {
    let mut rich = Risk {
        cause: note("The import reads 1.99 for 199"),
        consequence: note("A flood\nof \"orders\"\tat a loss ✓"),
        category: Some(key("orders")),
        money: Glance::Large,
        marketing: Glance::Small,
        hit: Hit { tags: vec![name("customers"), name("data")], note: note("All of them") },
        evidence: Evidence::SeenHere,
        duty: Some(line("Consumer law")),
        owner: Some(name("Ana")),
        said_by: Some(p(2)),
        origin: Origin::Card { card: key("card-1") },
        decision: Decision::Accept { reason: line("Rare"), review: Some(date(2026, 6, 1)) },
        carried_from: Some(CarriedFrom { session: uid(77), risk: r(4), levels: levels([1, 2, 3, 4, 5]) }),
        ..risk(1)
    };
    let round = |signs, revealed| Round { votes: votes(signs), revealed };
    rich.cells.probability =
        Assessment { rounds: vec![round("1 5 ?", true), round("2 3", true)], agreed: Some(agreed(3)) };
    rich.cells.fix = Assessment { rounds: vec![round("44", false)], agreed: None };
    rich
}

/// A closed session with something in every field.
fn rich() -> Session {
    let mut session = session_of(5);
    session.id = uid(0x1234_5678_9abc_def0_1234_5678_9abc_def0);
    session.shop = line("Shop ñ 🛒");
    session.scope = note("Checkout\nnot the warehouse");
    session.revenue = Some(money(1_200_000));
    session.currency = name("CHF");
    session.demo = true;
    session.seed = u64::MAX;
    session.carried_from = Some(uid(77));
    session.closing = Some(Closing { at: at(500), reason: line("Out of time") });
    session.appetite = Band::Medium;
    session.bands = Bands { medium: 7, high: 13, critical: 21 };
    session.weights = weights([3, 2, 1, 4]);
    session.people = vec![person(1, Seat::Voter), person(2, Seat::Observer), person(3, Seat::Voter)];
    session.people[1].team = Some(name("Support"));
    session.people[1].present = false;
    let decisions = [
        Decision::Treat,
        Decision::Transfer { reason: line("Insurer") },
        Decision::Avoid { reason: line("Stop it") },
        Decision::Undecided,
    ];
    let places = [Place::Parked, Place::Bin, Place::Merged { into: r(1) }, Place::List];
    let origins = [Origin::Premortem, Origin::Headline, Origin::Import, Origin::Carried];
    session.risks = vec![Arc::new(rich_risk())];
    for (number, ((decision, place), origin)) in (2..).zip(decisions.into_iter().zip(places).zip(origins)) {
        let evidence = if number == 2 { Evidence::SeenElsewhere } else { Evidence::Guess };
        session.risks.push(Arc::new(Risk { decision, place, origin, evidence, ..risk(number) }));
    }
    let rich = Solution {
        approach: Approach::Reduce,
        changes: Changes { software: true, administrative: true, process: true },
        owner: Some(name("Ben")),
        due: Some(date(2026, 3, 1)),
        status: Status::Doing,
        cost_once: Some(money(1_000)),
        cost_yearly: Some(money(50)),
        effort: Some(Effort::XL),
        note: note("Ask first"),
        links: vec![Link { risk: r(1), lever: Cell::Probability, expected: level(2) }],
        ..solution(1)
    };
    session.solutions = vec![Arc::new(rich), Arc::new(Solution { binned: true, ..solution(2) })];
    session.topics = vec![
        Topic { id: t(1), text: title("Later"), state: TopicState::Parked },
        Topic { id: t(2), text: title("Settled"), state: TopicState::Settled },
        Topic { id: t(3), text: title("Next time"), state: TopicState::CarriedOver },
    ];
    session.cards = vec![
        CardSeen { card: key("card-1"), verdict: Verdict::Adopted { risk: r(1) } },
        CardSeen { card: key("card-2"), verdict: Verdict::Dismissed },
    ];
    session.categories.push(Category { key: key("weather"), name: name("Weather") });
    session
}

fn session_edits() -> Vec<Edit> {
    let categories = rich().categories.into_iter().rev().collect();
    let edits = vec![
        SessionEdit::Reopen { at: at(600) },
        SessionEdit::Title(title("Another title")),
        SessionEdit::Shop(line("Another shop")),
        SessionEdit::Scope(note("All")),
        SessionEdit::Revenue(None),
        SessionEdit::Currency(name("€")),
        SessionEdit::Appetite(Band::Critical),
        SessionEdit::Bands(Bands { medium: 6, high: 12, critical: 20 }),
        SessionEdit::Weights(weights([0, 9, 1, 1])),
        SessionEdit::Scales(Arc::new(riskroom::domain::Scales {
            revenue_shares: vec![2, 4, 8, 16],
            ..scales(5)
        })),
        SessionEdit::Categories(categories),
    ];
    edits.into_iter().map(Edit::Session).collect()
}

fn person_edits() -> Vec<Edit> {
    let mut edits = vec![Edit::AddPerson(person(4, Seat::Observer)), Edit::AddPerson(person(5, Seat::Voter))];
    edits.extend(
        [
            PersonEdit::Name(name("Dora")),
            PersonEdit::Team(Some(name("IT"))),
            PersonEdit::Seat(Seat::Voter),
            PersonEdit::Present(false),
            PersonEdit::MoveBefore(Some(p(1))),
        ]
        .map(|edit| Edit::Person(p(4), edit)),
    );
    edits.push(Edit::Person(p(5), PersonEdit::Remove));
    edits
}

fn risk_edits() -> Vec<Edit> {
    let mut edits = vec![Edit::AddRisk(Box::new(risk(6)))];
    edits.extend(
        [
            RiskEdit::Title(title("Another risk")),
            RiskEdit::Cause(note("Because")),
            RiskEdit::Consequence(note("So that")),
            RiskEdit::Category(Some(key("weather"))),
            RiskEdit::Money(Glance::Small),
            RiskEdit::Marketing(Glance::Large),
            RiskEdit::Hit(Hit { tags: vec![name("site")], note: note("The shop") }),
            RiskEdit::Evidence(Evidence::SeenElsewhere),
            RiskEdit::Duty(Some(line("GDPR"))),
            RiskEdit::Owner(Some(name("Eva"))),
            RiskEdit::SaidBy(Some(p(1))),
            RiskEdit::Decision(Decision::Treat),
            RiskEdit::MoveBefore(Some(r(1))),
            RiskEdit::Agree(Cell::Impact, Some(agreed(4))),
            RiskEdit::Vote(Cell::Marketing, votes("2-5")),
            RiskEdit::Reveal(Cell::Marketing),
            RiskEdit::ReVote(Cell::Marketing),
            RiskEdit::Place(Place::Parked),
        ]
        .map(|edit| Edit::Risk(r(6), edit)),
    );
    edits
}

fn solution_edits() -> Vec<Edit> {
    let mut edits = vec![Edit::AddSolution(Box::new(solution(3)))];
    edits.extend(
        [
            SolutionEdit::Title(title("Another solution")),
            SolutionEdit::Approach(Approach::Fix),
            SolutionEdit::Changes(Changes { software: true, administrative: false, process: true }),
            SolutionEdit::Owner(Some(name("Gus"))),
            SolutionEdit::Due(Some(date(2026, 4, 1))),
            SolutionEdit::Status(Status::Chosen),
            SolutionEdit::CostOnce(Some(money(7))),
            SolutionEdit::CostYearly(Some(money(0))),
            SolutionEdit::Effort(Some(Effort::XS)),
            SolutionEdit::Note(note("Soon")),
            SolutionEdit::Link(Link { risk: r(1), lever: Cell::Probability, expected: level(1) }),
            SolutionEdit::Unlink(r(1), Cell::Probability),
            SolutionEdit::MoveBefore(Some(s(1))),
            SolutionEdit::Binned(true),
        ]
        .map(|edit| Edit::Solution(s(3), edit)),
    );
    edits
}

fn other_edits() -> Vec<Edit> {
    vec![
        Edit::AddTopic(Topic { id: t(4), text: title("Lunch"), state: TopicState::Parked }),
        Edit::Topic(t(4), TopicState::Settled),
        Edit::Card(CardSeen { card: key("card-3"), verdict: Verdict::Dismissed }),
        Edit::ForgetCard(key("card-3")),
    ]
}

/// What is in the sample of format 1.
fn format_1() -> History {
    let edits = [session_edits(), person_edits(), risk_edits(), solution_edits(), other_edits()].concat();
    history_of(rich(), edits)
}

/// The closed session of format 1, with what format 2 adds: R5 and R7 are tied, and had their duel.
fn richer() -> Session {
    let mut session = rich();
    let mut first = (*session.risks[0]).clone();
    first.sign = Some(Sign {
        watched: line("Prices below cost"),
        threshold: line("more than \"3\" an hour"),
        watcher: Some(name("Ana")),
    });
    first.dots = 7;
    session.risks[0] = Arc::new(first);
    for number in [7, 8] {
        let mut tied = Risk { dots: 1, ..risk(number) };
        for (cell, level) in levels([3, 3, 2, 4, 1]).iter() {
            let agreed = level.map(|level| Agreed { level, reason: line("") });
            *tied.cells.at_mut(cell) = Assessment { agreed, rounds: Vec::new() };
        }
        session.risks.push(Arc::new(tied));
    }
    session.duels = vec![Duel { first: r(8), second: r(7), reason: line("It hits \"more\" people") }];
    session.dots_each = 5;
    session
}

/// The kinds of edit that format 2 adds.
fn newer_edits() -> Vec<Edit> {
    let sign = Sign { watched: line("Queue"), threshold: line("> 100"), watcher: None };
    vec![
        Edit::Session(SessionEdit::DotsEach(4)),
        Edit::Risk(r(6), RiskEdit::Sign(Some(sign))),
        Edit::Risk(r(6), RiskEdit::Dots(12)),
        Edit::Duel(Duel { first: r(7), second: r(8), reason: line("") }),
    ]
}

/// What is in the sample of format 2.
fn format_2() -> History {
    let edits = [session_edits(), person_edits(), risk_edits(), solution_edits(), other_edits()];
    history_of(richer(), [edits.concat(), newer_edits()].concat())
}

/// A base and a history of one entry per edit, with undo, redo, an accepted hand edit and a closing.
fn history_of(base: Session, edits: Vec<Edit>) -> History {
    let mut history = History::new(base.clone());
    let action = || key("sample");
    for edit in edits {
        history
            .commit(at(700), action(), vec![edit.clone()])
            .unwrap_or_else(|why| panic!("{edit:?}: {why:?}"));
    }
    history.undo(at(701), action()).unwrap();
    history.redo(at(702), action()).unwrap();
    history.replace(at(703), key("accept"), Session { title: title("By hand"), ..base }).unwrap();
    history.undo(at(704), action()).unwrap();
    let close = SessionEdit::Close { at: at(800), reason: line("Done") };
    history.commit(at(800), action(), vec![Edit::Session(close)]).unwrap();
    history
}

#[test]
fn the_sample_of_format_2_loads_and_is_written_as_it_was() {
    let bytes = fs::read(sample("format-2.ron")).unwrap();
    let loaded = format::decode(&bytes).unwrap();
    assert_eq!(loaded.format, 2);
    assert_same(&loaded.history, &format_2());
    assert_eq!(format::encode(&loaded.history).unwrap(), bytes);
}

fn assert_same(found: &History, expected: &History) {
    assert_eq!(found.base(), expected.base());
    assert_eq!(found.entries(), expected.entries());
    assert_eq!(found.session(), expected.session());
    assert_eq!(found.counters(), expected.counters());
}

#[test]
fn the_sample_of_format_1_loads_and_its_next_file_is_one_of_format_2() {
    let bytes = fs::read(sample("format-1.ron")).unwrap();
    assert!(format::findings(&bytes).is_empty());
    let loaded = format::decode_with(&bytes, MIGRATIONS).unwrap();
    assert_eq!(loaded.format, 1);
    assert_same(&loaded.history, &format_1());
    let written = format::encode_verified(&loaded.history).unwrap();
    assert_same(&format::decode(&written).unwrap().history, &format_1());
}

#[test]
fn a_file_of_format_1_is_converted_when_it_is_opened_and_kept_as_it_was() {
    let mut room = Room::new();
    let path = room.world.places.sessions.join("older.ron");
    fs::create_dir_all(&room.world.places.sessions).unwrap();
    fs::copy(sample("format-1.ron"), &path).unwrap();
    room.ask(Effect::List);
    let listed = room.app().home.listings.clone().unwrap();
    assert!(listed[0].summary.is_ok(), "{listed:?}");
    room.open(&path);
    assert_eq!(room.world.welcome.news, ["Converted from format 1; original kept."]);
    assert_eq!(fs::read(&path).unwrap(), format::encode(&format_1()).unwrap());
    let backups = backups::list(&Disk, &room.world.places.backups_of(&format_1().session().id.to_string()));
    assert_eq!(backups[0].before, Before::Migration(1));
    assert!(fs::read(&backups[0].path).unwrap() == fs::read(sample("format-1.ron")).unwrap());
}

#[test]
fn a_hand_edit_of_a_file_of_format_1_is_told_as_one_and_can_be_accepted() {
    let text = fs::read_to_string(sample("format-1.ron")).unwrap();
    let hand = text.replacen("title: \"Another title\"", "title: \"By another hand\"", 1);
    let (_, body) = hand.split_once('\n').unwrap();
    for edited in [hand.as_str(), body] {
        let Ok(Examined::Edited(found)) = format::examine(edited.as_bytes(), MIGRATIONS) else { panic!() };
        assert_eq!(found.session.title.as_str(), "By another hand");
        assert_same(&found.history.unwrap(), &format_1());
        assert!(matches!(found.error.fault, Fault::Checksum | Fault::NoChecksum), "{}", found.error);
    }
    let broken = text.replacen("appetite: Critical", "appetite: Low", 1);
    let findings = format::findings(broken.as_bytes());
    assert_eq!(findings[0].path, "session.appetite");
    let line = findings[0].position.unwrap().line;
    assert!(broken.lines().nth(line - 1).unwrap().contains("appetite: Low"));
}

#[test]
fn a_file_of_a_newer_format_is_refused_and_not_touched() {
    let mut room = Room::new();
    let path = room.world.places.sessions.join("newer.ron");
    fs::create_dir_all(&room.world.places.sessions).unwrap();
    fs::copy(sample("format-3.ron"), &path).unwrap();
    let before = read(&Disk, &path).unwrap();
    room.open(&path);
    let Some(Notice::Sentence(sentence)) = room.notice() else { panic!() };
    assert!(
        sentence.contains("Saved by a newer version (format 3; this one knows 2). Unchanged."),
        "{sentence}"
    );
    room.ask(Effect::Accept(path.clone()));
    room.ask(Effect::TakeOver(path.clone()));
    room.ask(Effect::Follow(path.clone()));
    room.ask(Effect::List);
    assert_eq!(read(&Disk, &path).unwrap(), before);
    assert!(!room.world.places.state.exists());
}
