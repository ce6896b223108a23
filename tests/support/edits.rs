//! Arbitrary edits and steps for [`small_session`](super::seeds::small_session): about half of them are refused.
//!
//! Ids come from a small range that has ones that exist, ones that will, and ones that never do.

use std::sync::Arc;

use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use riskroom::domain::{
    Agreed, Approach, Ballot, Band, Bands, CardSeen, Category, Cell, Changes, Decision, Duel, Edit, Effort,
    Evidence, Glance, Hit, Level, Link, Money, Note, PersonEdit, PersonId, Place, RiskEdit, RiskId, Seat,
    SessionEdit, Sign, SolutionEdit, SolutionId, Status, Topic, TopicId, TopicState, Verdict, Vote, Votes,
};

use super::seeds::{at, key, level, line, name, p, person, r, risk, s, scales, solution, t, title, weights};

/// What somebody does.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    /// One action with these edits.
    Do(Vec<Edit>),
    /// New things under the next ids, which only the history knows.
    AddNext,
    Undo,
    Redo,
}

/// Steps of a meeting; most do one edit.
pub(crate) fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => edit().prop_map(|edit| Step::Do(vec![edit])),
        2 => vec(edit(), 2..5).prop_map(Step::Do),
        2 => Just(Step::AddNext),
        3 => Just(Step::Undo),
        2 => Just(Step::Redo),
    ];
    vec(step, 1..60)
}

/// Any edit, valid or not; closing is rare, as little can be done after it.
pub(crate) fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        4 => session_edit().prop_map(Edit::Session),
        1 => closing().prop_map(Edit::Session),
        2 => (1..7_u32, seat()).prop_map(|(number, seat)| Edit::AddPerson(person(number, seat))),
        4 => (person_id(), person_edit()).prop_map(|(id, edit)| Edit::Person(id, edit)),
        4 => new_risk(),
        30 => (risk_id(), risk_edit()).prop_map(|(id, edit)| Edit::Risk(id, edit)),
        3 => (1..6_u32, vec(link(), 0..3)).prop_map(|(number, links)| {
            Edit::AddSolution(Box::new(riskroom::domain::Solution { links, ..solution(number) }))
        }),
        16 => (solution_id(), solution_edit()).prop_map(|(id, edit)| Edit::Solution(id, edit)),
        2 => (topic_id(), topic_state()).prop_map(|(id, state)| {
            Edit::AddTopic(Topic { id, text: title("Later"), state })
        }),
        2 => (topic_id(), topic_state()).prop_map(|(id, state)| Edit::Topic(id, state)),
        2 => (card(), verdict()).prop_map(|(card, verdict)| Edit::Card(CardSeen { card, verdict })),
        1 => card().prop_map(Edit::ForgetCard),
        4 => (risk_id(), risk_id(), text()).prop_map(|(first, second, reason)| {
            Edit::Duel(Duel { first, second, reason: line(reason) })
        }),
    ]
}

fn session_edit() -> impl Strategy<Value = SessionEdit> {
    prop_oneof![
        text().prop_map(|text| SessionEdit::Title(title(text))),
        text().prop_map(|text| SessionEdit::Shop(line(text))),
        text().prop_map(|text| SessionEdit::Scope(note(text))),
        option::of(money()).prop_map(SessionEdit::Revenue),
        text().prop_map(|text| SessionEdit::Currency(name(text))),
        select(Band::ALL.to_vec()).prop_map(SessionEdit::Appetite),
        (0..5_u8, 3..60_u8, 50..110_u8).prop_map(|(medium, high, critical)| SessionEdit::Bands(Bands {
            medium,
            high,
            critical
        })),
        [0..3_u8, 0..3_u8, 0..3_u8, 0..3_u8].prop_map(|of| SessionEdit::Weights(weights(of))),
        (0..11_u8).prop_map(SessionEdit::DotsEach),
        (3..8_u8).prop_map(|levels| SessionEdit::Scales(Arc::new(scales(levels)))),
        vec(select(vec!["checkout", "orders", "weather"]), 0..4).prop_map(|keys| {
            let category = |text| Category { key: key(text), name: name(text) };
            SessionEdit::Categories(keys.into_iter().map(category).collect())
        }),
    ]
}

fn closing() -> impl Strategy<Value = SessionEdit> {
    prop_oneof![
        Just(SessionEdit::Close { at: at(60), reason: line("") }),
        Just(SessionEdit::Reopen { at: at(90) }),
        Just(SessionEdit::Reopen { at: at(90) }),
    ]
}

fn person_edit() -> impl Strategy<Value = PersonEdit> {
    prop_oneof![
        text().prop_map(|text| PersonEdit::Name(name(text))),
        option::of(text()).prop_map(|text| PersonEdit::Team(text.map(name))),
        seat().prop_map(PersonEdit::Seat),
        any::<bool>().prop_map(PersonEdit::Present),
        option::of(person_id()).prop_map(PersonEdit::MoveBefore),
        Just(PersonEdit::Remove),
    ]
}

fn new_risk() -> impl Strategy<Value = Edit> {
    (1..8_u32, 1..8_u32, option::of(category()), option::of(person_id()), place()).prop_map(
        |(number, identity, category, said_by, place)| {
            let mut new = risk(number);
            (new.category, new.said_by, new.place) = (category, said_by, place);
            new.uid = risk(identity).uid;
            Edit::AddRisk(Box::new(new))
        },
    )
}

fn risk_edit() -> impl Strategy<Value = RiskEdit> {
    let wording = prop_oneof![
        text().prop_map(|text| RiskEdit::Title(title(text))),
        text().prop_map(|text| RiskEdit::Cause(note(text))),
        text().prop_map(|text| RiskEdit::Consequence(note(text))),
        option::of(category()).prop_map(RiskEdit::Category),
        select(Glance::ALL.to_vec()).prop_map(RiskEdit::Money),
        select(Glance::ALL.to_vec()).prop_map(RiskEdit::Marketing),
        hit().prop_map(RiskEdit::Hit),
    ];
    let standing = prop_oneof![
        1 => select(Evidence::ALL.to_vec()).prop_map(RiskEdit::Evidence),
        1 => option::of(text()).prop_map(|text| RiskEdit::Duty(text.map(line))),
        1 => option::of(text()).prop_map(|text| RiskEdit::Owner(text.map(name))),
        1 => option::of(person_id()).prop_map(RiskEdit::SaidBy),
        4 => place().prop_map(RiskEdit::Place),
        1 => decision().prop_map(RiskEdit::Decision),
        1 => option::of(risk_id()).prop_map(RiskEdit::MoveBefore),
        1 => option::of((text(), option::of(text()))).prop_map(|sign| RiskEdit::Sign(sign.map(|(text, watcher)| {
            Sign { watched: line(text), threshold: line(text), watcher: watcher.map(name) }
        }))),
        1 => any::<u16>().prop_map(RiskEdit::Dots),
    ];
    let assessing = prop_oneof![
        3 => (prop_oneof![cell(), few_cells()], option::weighted(0.8, any_level())).prop_map(|(cell, level)| {
            RiskEdit::Agree(cell, level.map(|level| Agreed { level, reason: line("") }))
        }),
        4 => (few_cells(), votes()).prop_map(|(cell, votes)| RiskEdit::Vote(cell, votes)),
        3 => few_cells().prop_map(RiskEdit::Reveal),
        2 => few_cells().prop_map(RiskEdit::ReVote),
    ];
    prop_oneof![1 => wording, 2 => standing, 4 => assessing]
}

fn solution_edit() -> impl Strategy<Value = SolutionEdit> {
    let wording = prop_oneof![
        text().prop_map(|text| SolutionEdit::Title(title(text))),
        select(Approach::ALL.to_vec()).prop_map(SolutionEdit::Approach),
        any::<[bool; 3]>().prop_map(|[software, administrative, process]| {
            SolutionEdit::Changes(Changes { software, administrative, process })
        }),
        option::of(text()).prop_map(|text| SolutionEdit::Owner(text.map(name))),
        text().prop_map(|text| SolutionEdit::Note(note(text))),
        option::of(0..28_i8).prop_map(|day| SolutionEdit::Due(day.map(|day| jiff::civil::date(
            2026,
            2,
            day + 1
        )))),
    ];
    let planning = prop_oneof![
        4 => select(Status::ALL.to_vec()).prop_map(SolutionEdit::Status),
        1 => option::of(money()).prop_map(SolutionEdit::CostOnce),
        1 => option::of(money()).prop_map(SolutionEdit::CostYearly),
        1 => option::of(select(Effort::ALL.to_vec())).prop_map(SolutionEdit::Effort),
        1 => any::<bool>().prop_map(SolutionEdit::Binned),
        1 => option::of(solution_id()).prop_map(SolutionEdit::MoveBefore),
    ];
    let linking = prop_oneof![
        3 => link().prop_map(SolutionEdit::Link),
        1 => (risk_id(), few_cells()).prop_map(|(risk, lever)| SolutionEdit::Unlink(risk, lever)),
    ];
    prop_oneof![1 => wording, 2 => planning, 3 => linking]
}

fn risk_id() -> impl Strategy<Value = RiskId> {
    prop_oneof![6 => 1..4_u32, 1 => 4..8_u32].prop_map(r)
}

fn solution_id() -> impl Strategy<Value = SolutionId> {
    prop_oneof![6 => 1..3_u32, 1 => 3..5_u32].prop_map(s)
}

fn person_id() -> impl Strategy<Value = PersonId> {
    (1..7_u32).prop_map(p)
}

fn topic_id() -> impl Strategy<Value = TopicId> {
    (1..4_u32).prop_map(t)
}

fn text() -> impl Strategy<Value = &'static str> {
    select(vec!["a", "b", "Ünïcode 🚀 \u{202e}x", "(a: \"b\")"])
}

fn note(text: &str) -> Note {
    Note::new(format!("{text}\n{text}")).unwrap()
}

fn money() -> impl Strategy<Value = Money> {
    (0..=Money::MAX).prop_map(|units| Money::try_from(units).unwrap())
}

fn seat() -> impl Strategy<Value = Seat> {
    prop_oneof![3 => Just(Seat::Voter), 1 => Just(Seat::Observer)]
}

fn category() -> impl Strategy<Value = riskroom::domain::Key> {
    select(vec!["checkout", "orders", "weather"]).prop_map(key)
}

fn card() -> impl Strategy<Value = riskroom::domain::Key> {
    select(vec!["card-1", "card-2"]).prop_map(key)
}

fn hit() -> impl Strategy<Value = Hit> {
    let tags = vec(select(vec!["data", "site", "stock"]), 0..3);
    tags.prop_map(|tags| Hit { tags: tags.into_iter().map(name).collect(), note: Note::default() })
}

fn place() -> impl Strategy<Value = Place> {
    prop_oneof![
        5 => Just(Place::List),
        1 => Just(Place::Parked),
        1 => Just(Place::Bin),
        2 => risk_id().prop_map(|into| Place::Merged { into }),
    ]
}

fn decision() -> impl Strategy<Value = Decision> {
    prop_oneof![
        Just(Decision::Undecided),
        Just(Decision::Treat),
        text().prop_map(|text| Decision::Accept { reason: line(text), review: None }),
        text().prop_map(|text| Decision::Transfer { reason: line(text) }),
        text().prop_map(|text| Decision::Avoid { reason: line(text) }),
    ]
}

fn topic_state() -> impl Strategy<Value = TopicState> {
    select(vec![TopicState::Parked, TopicState::Settled, TopicState::CarriedOver])
}

fn verdict() -> impl Strategy<Value = Verdict> {
    prop_oneof![Just(Verdict::Dismissed), risk_id().prop_map(|risk| Verdict::Adopted { risk })]
}

fn cell() -> impl Strategy<Value = Cell> {
    select(Cell::ALL.to_vec())
}

/// So few that votes, reveals and links meet.
fn few_cells() -> impl Strategy<Value = Cell> {
    select(vec![Cell::Financial, Cell::Fix])
}

fn any_level() -> impl Strategy<Value = Level> {
    prop_oneof![12 => 1..6_u8, 1 => 6..8_u8].prop_map(level)
}

fn link() -> impl Strategy<Value = Link> {
    (risk_id(), few_cells(), any_level()).prop_map(|(risk, lever, expected)| Link { risk, lever, expected })
}

/// Votes of P1, P2, … or now and then of anybody.
fn votes() -> impl Strategy<Value = Votes> {
    let ballot = || prop_oneof![4 => any_level().prop_map(Ballot::Level), 1 => Just(Ballot::DontKnow)];
    let in_order = vec(ballot(), 0..4).prop_map(|ballots| {
        Votes((1..).zip(ballots).map(|(number, ballot)| Vote { who: p(number), ballot }).collect())
    });
    let anybody = vec((person_id(), ballot()), 0..4)
        .prop_map(|votes| Votes(votes.into_iter().map(|(who, ballot)| Vote { who, ballot }).collect()));
    prop_oneof![5 => in_order, 1 => anybody]
}
