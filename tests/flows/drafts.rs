//! Texts left unfinished: on disk within a second, taken up again, never lost without a word.

use std::path::PathBuf;

use proptest::prelude::*;
use proptest::sample::select;
use riskroom::app::banner::Offer;
use riskroom::app::form::risk::RiskField;
use riskroom::app::form::{Field, Subject};
use riskroom::app::overlay::Overlay;
use riskroom::app::typing::purpose::{Part, Purpose};
use riskroom::app::workshop::Pane;
use riskroom::app::{Access, Effect, Event, Welcome};
use riskroom::domain::budget::Measure;
use riskroom::domain::{Cell, Course, PersonId, RiskId, SolutionId};

use super::five_risks;
use crate::support::demo;
use crate::support::room::Room;

fn all_fields() -> Vec<Purpose> {
    let subjects = [
        Subject::Session,
        Subject::Risk(RiskId::new(7).unwrap()),
        Subject::Solution(SolutionId::new(70).unwrap()),
        Subject::Person(PersonId::new(7).unwrap()),
    ];
    let fields = subjects
        .into_iter()
        .flat_map(|subject| subject.fields().iter().map(move |field| Purpose::Field(subject, *field)));
    let reason = |cell| Purpose::Field(subjects[1], Field::Risk(RiskField::Reason(cell)));
    let rest = [
        Purpose::NewWorkshop,
        Purpose::NewRisk,
        Purpose::NewSolution(None),
        Purpose::NewTopic,
        Purpose::SetTimer,
        Purpose::Cap(Measure::Money),
        Purpose::Cap(Measure::Effort),
        Purpose::Find,
        Purpose::NewPerson,
    ];
    let rest = rest.into_iter().chain(Part::ALL.map(Purpose::Guided)).chain([Purpose::Paste]);
    fields.chain(Cell::ALL.map(reason)).chain(rest).chain([Purpose::GoToRisk]).collect()
}

proptest! {
    #[test]
    fn a_purpose_is_found_again_by_its_name(number in 1_u32.., purpose in select(all_fields())) {
        let subject = |subject| match subject {
            Subject::Session => Subject::Session,
            Subject::Risk(_) => Subject::Risk(RiskId::new(number).unwrap()),
            Subject::Solution(_) => Subject::Solution(SolutionId::new(number).unwrap()),
            Subject::Person(_) => Subject::Person(PersonId::new(number).unwrap()),
        };
        let purpose = if let Purpose::Field(of, field) = purpose { Purpose::Field(subject(of), field) } else { purpose };
        prop_assert_eq!(Purpose::parse(&purpose.name()), Some(purpose));
        let solution = Purpose::NewSolution(RiskId::new(number));
        prop_assert_eq!(Purpose::parse(&solution.name()), Some(solution));
        for cell in Cell::ALL {
            let votes = Purpose::Votes(RiskId::new(number).unwrap(), cell);
            prop_assert_eq!(Purpose::parse(&votes.name()), Some(votes));
        }
        let risk = RiskId::new(number).unwrap();
        let decisions = Course::ALL.map(|course| Purpose::Decision(risk, course));
        for purpose in decisions.into_iter().chain([Purpose::Review(risk)]) {
            prop_assert_eq!(Purpose::parse(&purpose.name()), Some(purpose));
        }
    }
}

#[test]
fn names_are_what_they_were() {
    let risk = Subject::Risk(RiskId::new(5).unwrap());
    let table = [
        (Purpose::NewSolution(RiskId::new(5)), "new-solution R5"),
        (Purpose::NewTopic, "new-topic"),
        (Purpose::Guided(Part::Consequence), "guided consequence"),
        (Purpose::Paste, "paste"),
        (Purpose::Votes(RiskId::new(5).unwrap(), Cell::Probability), "votes R5 probability"),
        (Purpose::Field(risk, Field::Risk(RiskField::Cause)), "risk R5 cause"),
        (Purpose::Field(risk, Field::Risk(RiskField::Reason(Cell::Fix))), "risk R5 reason-fix"),
        (Purpose::Field(Subject::Session, Subject::Session.fields()[0]), "session title"),
    ];
    for (purpose, name) in table {
        assert_eq!(purpose.name(), name);
    }
    for name in [
        "",
        "risk R5",
        "risk R0 cause",
        "risk S5 cause",
        "risk R5 nothing",
        "new-risk R5",
        "votes R5",
        "votes R5 cause",
    ] {
        assert_eq!(Purpose::parse(name), None, "{name}");
    }
}

/// What the disk was asked to keep, each time.
fn kept(room: &Room) -> Vec<Vec<(String, String)>> {
    let drafts = |effect: &Effect| {
        if let Effect::Drafts { drafts, .. } = effect { Some(drafts.clone()) } else { None }
    };
    room.world.asked.iter().filter_map(drafts).collect()
}

fn draft(name: &str, text: &str) -> (String, String) {
    (name.to_owned(), text.to_owned())
}

#[test]
fn what_is_typed_is_on_disk_a_second_later() {
    let mut room = five_risks();
    room.world.asked.clear();
    room.keys("a").burst("'Half'");
    assert!(kept(&room).is_empty());
    room.wait(1);
    assert_eq!(kept(&room), [vec![draft("new-risk", "Half")]]);
    room.wait(60);
    assert_eq!(kept(&room).len(), 1);
    room.burst("Enter");
    assert_eq!(kept(&room).last().unwrap(), &vec![]);
}

#[test]
fn an_action_is_handed_over_before_the_text_it_was_made_of_ends() {
    let mut room = five_risks();
    room.keys("a").burst("'Half'");
    room.wait(1);
    room.world.kept.clear();
    room.burst("Enter 'Other' Enter");
    let kept = &room.world.kept;
    assert!(matches!(&kept[..], [Effect::Save { .. }, Effect::Drafts { drafts, .. }] if drafts.is_empty()));
}

#[test]
fn a_text_that_is_left_goes_to_disk_at_once_with_the_others() {
    let mut room = five_risks();
    room.world.asked.clear();
    room.keys("a").burst("'Half' Esc");
    assert_eq!(kept(&room), [vec![draft("new-risk", "Half")]]);
    room.keys("e").burst("'bc' Esc");
    assert_eq!(kept(&room).last().unwrap(), &vec![draft("new-risk", "Half"), draft("risk R1 event", "Abc")]);
    room.keys("/").burst("'zz' Esc");
    assert_eq!(kept(&room).len(), 2);
}

#[test]
fn the_end_keeps_the_text_first() {
    let mut room = five_risks();
    room.world.asked.clear();
    room.keys("a").burst("'Half'");
    room.happens(Event::Terminate);
    assert!(room.has_left());
    assert_eq!(kept(&room), [vec![draft("new-risk", "Half")]]);
}

#[test]
fn another_session_keeps_the_text_of_the_one_before() {
    let mut room = five_risks();
    let path = room.path().to_owned();
    room.world.asked.clear();
    room.keys("a").burst("'Half'");
    reopen(&mut room, "/far/away.ron", Access::Full, &[]);
    let Some(Effect::Drafts { path: of, drafts }) = room.world.asked.first() else { panic!() };
    assert_eq!((of, drafts), (&path, &vec![draft("new-risk", "Half")]));
}

fn reopen(room: &mut Room, path: &str, access: Access, drafts: &[(&str, &str)]) {
    let drafts = drafts.iter().map(|(name, text)| draft(name, text)).collect();
    let welcome = Box::new(Welcome { access, news: Vec::new(), drafts });
    let history = Box::new(demo::demo());
    room.happens(Event::Opened { path: PathBuf::from(path), history, welcome });
}

#[test]
fn a_text_left_unfinished_is_gone_on_with() {
    let mut room = Room::new();
    reopen(&mut room, "/far/away.ron", Access::Full, &[("risk R5 cause", "Nobody looks")]);
    assert!(room.shows("An unfinished text was kept (R5 · Cause)."));
    assert!(matches!(room.app().offer(), Some(Offer::GoOn(_))));
    room.keys("g o");
    assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "Nobody looks");
    assert_eq!((room.workshop().focus, room.workshop().field.place), (Pane::Details, 1));
    assert_eq!(room.app().banner(), None);
    room.keys("Ctrl+s");
    assert_eq!(room.risk(5).cause.to_string(), "Nobody looks");
    assert_eq!(kept(&room).last().unwrap(), &vec![]);
    for name in ["new-risk", "new-solution R5", "solution S1 note", "risk R5 reason-fix", "session title"] {
        let mut room = Room::new();
        reopen(&mut room, "/far/away.ron", Access::Full, &[(name, "again")]);
        room.keys("g o");
        assert_eq!(room.app().typing.as_ref().map(|it| it.purpose), Purpose::parse(name), "{name}");
        assert_eq!(room.app().typing.as_ref().unwrap().input.text(), "again");
    }
}

#[test]
fn a_text_of_a_person_or_of_the_session_is_gone_on_with_where_it_belongs() {
    let mut room = Room::new();
    reopen(&mut room, "/far/away.ron", Access::Full, &[("person P3 name", "Again")]);
    let name = room.session().people[2].name.to_string();
    room.keys("g o");
    assert_eq!(room.app().selected_person().unwrap().name.to_string(), name);
    room.keys("Enter");
    assert_eq!(room.session().people[2].name.to_string(), "Again");
    let mut room = Room::new();
    reopen(&mut room, "/far/away.ron", Access::Full, &[("session shop", "Again")]);
    room.keys("g o");
    assert!(matches!(room.app().overlay, Some(Overlay::Prepare(_))));
    room.keys("Enter");
    assert_eq!(room.session().shop.to_string(), "Again");
}

#[test]
fn a_text_without_a_place_is_told_and_kept_until_it_was_read() {
    let mut room = Room::new();
    let stray = [("risk R999 cause", "Nobody looks\nat it"), ("dream", "of sheep")];
    reopen(&mut room, "/far/away.ron", Access::Full, &stray);
    assert!(room.shows("2 unfinished texts"));
    room.keys("g i a").burst("'Half' Esc");
    assert_eq!(kept(&room).last().unwrap().len(), 3);
    room.keys("g m");
    for text in ["risk R999 cause", "Nobody looks", "at it", "dream", "of sheep"] {
        assert!(room.shows(text), "{text}");
    }
    assert_eq!(kept(&room).last().unwrap(), &vec![draft("new-risk", "Half")]);
}

#[test]
fn the_texts_of_another_window_are_left_to_it() {
    let access = Access::Elsewhere { sentence: "Open elsewhere.".to_owned() };
    let mut room = Room::new();
    reopen(&mut room, "/far/away.ron", access, &[("new-risk", "Theirs")]);
    assert!(room.app().drafts.is_empty());
    room.keys("/ 'x' Esc").wait(5);
    assert!(kept(&room).is_empty());
    reopen(&mut room, "/far/away.ron", Access::Full, &[("new-risk", "Theirs")]);
    assert_eq!(room.app().drafts.len(), 1);
}
