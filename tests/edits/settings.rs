//! Edits of the session itself, its people, topics and cards.

use std::sync::Arc;

use riskroom::domain::{
    Band, Bands, CardSeen, Category, Cell, Edit, MAX_CARDS, MAX_PEOPLE, MAX_RISKS, PersonEdit, Refusal,
    RiskEdit, Seat, Session, SessionEdit, SolutionEdit, Status, Topic, TopicState, Verdict,
};

use super::{after, refuses};
use crate::support::seeds::{
    agree, at, key, level, line, name, p, person, r, s, scales, small_session, t, title, votes, weights,
};

fn close() -> Edit {
    Edit::Session(SessionEdit::Close { at: at(60), reason: line("") })
}

fn reopen() -> Edit {
    Edit::Session(SessionEdit::Reopen { at: at(120) })
}

fn set_scales(levels: u8) -> Edit {
    Edit::Session(SessionEdit::Scales(Arc::new(scales(levels))))
}

fn topic(number: u32) -> Topic {
    Topic { id: t(number), text: title("Later"), state: TopicState::Parked }
}

fn card(verdict: Verdict) -> Edit {
    Edit::Card(CardSeen { card: key("a-card"), verdict })
}

#[test]
fn weights_are_not_all_0() {
    let session = small_session();
    refuses(&session, &Edit::Session(SessionEdit::Weights(weights([0; 4]))), &Refusal::NoWeight);
    after(session, [Edit::Session(SessionEdit::Weights(weights([0, 0, 0, 1])))]);
}

#[test]
fn bands_rise_from_1_to_100() {
    let session = small_session();
    for (medium, high, critical) in [(0, 58, 75), (37, 37, 75), (37, 75, 75), (58, 37, 75), (37, 58, 101)] {
        let bands = Edit::Session(SessionEdit::Bands(Bands { medium, high, critical }));
        refuses(&session, &bands, &Refusal::BandsDoNotRise);
    }
    after(session, [Edit::Session(SessionEdit::Bands(Bands { medium: 1, high: 2, critical: 100 }))]);
}

#[test]
fn the_appetite_line_lies_above_low() {
    let session = small_session();
    refuses(&session, &Edit::Session(SessionEdit::Appetite(Band::Low)), &Refusal::BandsDoNotRise);
    after(session, [Edit::Session(SessionEdit::Appetite(Band::Critical))]);
}

#[test]
fn scales_have_a_text_per_level_and_rising_shares() {
    let session = small_session();
    let wrong = |change: fn(&mut riskroom::domain::Scales)| {
        let mut scales = scales(5);
        change(&mut scales);
        Edit::Session(SessionEdit::Scales(Arc::new(scales)))
    };
    let changes: [fn(&mut riskroom::domain::Scales); 4] = [
        |scales| scales.cells.fix.levels.truncate(4),
        |scales| scales.revenue_shares.truncate(3),
        |scales| scales.revenue_shares.reverse(),
        |scales| scales.levels = riskroom::domain::LevelCount::MAX,
    ];
    for change in changes {
        refuses(&session, &wrong(change), &Refusal::ScalesDoNotFit);
    }
}

#[test]
fn the_number_of_levels_is_fixed_once_a_level_or_a_vote_exists() {
    let session = after(small_session(), [set_scales(3), set_scales(7), set_scales(5)]);
    let with_level = after(session.clone(), [agree(r(1), Cell::Fix, 1)]);
    refuses(&with_level, &set_scales(7), &Refusal::LevelsFixed);
    after(with_level, [set_scales(5)]);
    let with_vote = after(session, [Edit::Risk(r(1), RiskEdit::Vote(Cell::Fix, votes("1")))]);
    refuses(&with_vote, &set_scales(7), &Refusal::LevelsFixed);
}

#[test]
fn scales_keep_room_for_what_links_expect() {
    let link = riskroom::domain::Link { risk: r(1), lever: Cell::Fix, expected: level(4) };
    let session = after(small_session(), [Edit::Solution(s(1), SolutionEdit::Link(link))]);
    let refusal = Refusal::AboveScale { level: level(4), worst: level(3) };
    refuses(&session, &set_scales(3), &refusal);
}

#[test]
fn a_category_in_use_stays_and_none_stands_twice() {
    let categories = |keys: &[&str]| {
        let category = |text: &&str| Category { key: key(text), name: name(text) };
        Edit::Session(SessionEdit::Categories(keys.iter().map(category).collect()))
    };
    let session = after(small_session(), [Edit::Risk(r(1), RiskEdit::Category(Some(key("orders"))))]);
    refuses(&session, &categories(&["checkout"]), &Refusal::NoCategory("orders".into()));
    refuses(&session, &categories(&["orders", "orders"]), &Refusal::Taken("orders".into()));
    after(session, [categories(&["orders", "weather"])]);
}

#[test]
fn a_closed_session_takes_follow_ups_only() {
    let session = after(small_session(), [close()]);
    refuses(&session, &Edit::Session(SessionEdit::Title(title("New"))), &Refusal::Closed);
    refuses(&session, &Edit::Risk(r(1), RiskEdit::Owner(None)), &Refusal::Closed);
    refuses(&session, &Edit::Solution(s(1), SolutionEdit::Title(title("New"))), &Refusal::Closed);
    refuses(&session, &Edit::Person(p(1), PersonEdit::Present(false)), &Refusal::Closed);
    refuses(&session, &Edit::AddTopic(topic(1)), &Refusal::Closed);
    refuses(&session, &card(Verdict::Dismissed), &Refusal::Closed);
    refuses(&session, &close(), &Refusal::Closed);
    let follow_ups = [
        SolutionEdit::Status(Status::Done),
        SolutionEdit::Due(None),
        SolutionEdit::Owner(Some(name("Ana"))),
        SolutionEdit::Note(riskroom::domain::Note::default()),
    ];
    let session = after(session, follow_ups.map(|edit| Edit::Solution(s(1), edit)));
    assert!(!after(session, [reopen()]).is_closed());
}

#[test]
fn an_open_session_cannot_be_reopened() {
    refuses(&small_session(), &reopen(), &Refusal::NotClosed);
}

#[test]
fn a_participant_who_is_not_there_is_refused() {
    let session = small_session();
    refuses(&session, &Edit::Person(p(9), PersonEdit::Present(true)), &Refusal::NoPerson(p(9)));
    refuses(&session, &Edit::Person(p(9), PersonEdit::Remove), &Refusal::NoPerson(p(9)));
    refuses(&session, &Edit::Person(p(1), PersonEdit::MoveBefore(Some(p(9)))), &Refusal::NoPerson(p(9)));
    refuses(&session, &Edit::AddPerson(person(1, Seat::Voter)), &Refusal::Taken("P1".into()));
}

#[test]
fn a_participant_whose_votes_or_words_are_kept_stays() {
    let vote = Edit::Risk(r(1), RiskEdit::Vote(Cell::Fix, votes("3")));
    let said = Edit::Risk(r(1), RiskEdit::SaidBy(Some(p(2))));
    let session = after(small_session(), [vote, said]);
    for number in [1, 2] {
        let remove = Edit::Person(p(number), PersonEdit::Remove);
        refuses(&session, &remove, &Refusal::PersonIsNeeded(p(number)));
    }
    after(session, [Edit::Person(p(3), PersonEdit::Remove)]);
}

#[test]
fn votes_stay_valid_when_their_owner_only_watches_from_now_on() {
    let vote = |signs| Edit::Risk(r(1), RiskEdit::Vote(Cell::Fix, votes(signs)));
    let session = after(small_session(), [vote("334"), Edit::Person(p(1), PersonEdit::Seat(Seat::Observer))]);
    refuses(&session, &vote("434"), &Refusal::NotAVoter(p(1)));
}

#[test]
fn a_seat_moves_before_another_or_to_the_last() {
    let seats = |next| {
        let session = after(small_session(), [Edit::Person(p(2), PersonEdit::MoveBefore(next))]);
        session.people.iter().map(|person| person.id.number()).collect::<Vec<_>>()
    };
    assert_eq!(seats(Some(p(1))), [2, 1, 3, 4]);
    assert_eq!(seats(Some(p(2))), [1, 2, 3, 4]);
    assert_eq!(seats(None), [1, 3, 4, 2]);
}

#[test]
fn the_room_and_the_parking_lot_have_an_end() {
    let mut session = small_session();
    session.people = (1..).take(MAX_PEOPLE).map(|number| person(number, Seat::Voter)).collect();
    session.topics = (1..).take(MAX_RISKS).map(topic).collect();
    refuses(&session, &Edit::AddPerson(person(9999, Seat::Voter)), &Refusal::Full { limit: MAX_PEOPLE });
    refuses(&session, &Edit::AddTopic(topic(20_000)), &Refusal::Full { limit: MAX_RISKS });
}

#[test]
fn a_topic_is_added_once_and_settled_if_it_is_there() {
    let session = after(small_session(), [Edit::AddTopic(topic(1))]);
    refuses(&session, &Edit::AddTopic(topic(1)), &Refusal::Taken("T1".into()));
    refuses(&session, &Edit::Topic(t(2), TopicState::Settled), &Refusal::NoTopic(t(2)));
    let session = after(session, [Edit::Topic(t(1), TopicState::Settled)]);
    assert_eq!(session.topics[0].state, TopicState::Settled);
}

#[test]
fn a_card_is_seen_once_with_the_last_verdict() {
    let session = small_session();
    refuses(&session, &card(Verdict::Adopted { risk: r(9) }), &Refusal::NoRisk(r(9)));
    let session = after(session, [card(Verdict::Dismissed), card(Verdict::Adopted { risk: r(1) })]);
    assert_eq!(session.cards, [CardSeen { card: key("a-card"), verdict: Verdict::Adopted { risk: r(1) } }]);
    let forgotten: Session = after(session, [Edit::ForgetCard(key("a-card")), Edit::ForgetCard(key("none"))]);
    assert_eq!(forgotten.cards, []);
}

#[test]
fn the_cards_have_an_end() {
    let mut session = small_session();
    let seen = |number: usize| CardSeen { card: key(&format!("c{number}")), verdict: Verdict::Dismissed };
    session.cards = (0..MAX_CARDS).map(seen).collect();
    refuses(&session, &card(Verdict::Dismissed), &Refusal::Full { limit: MAX_CARDS });
}
