//! The demo: a believable meeting of an online shop, held edit by edit, so that its file has a whole history.
//!
//! Here: the agenda. What is said of the risks is in [`risks`], how people vote in [`votes`], what will be done in
//! [`solutions`], and the clock of the meeting in [`meeting`]. `assets/demo.ron` is what this makes.

mod meeting;
mod risks;
mod solutions;
mod votes;

use riskroom::domain::{
    CardSeen, Edit, History, Line, Money, Note, PersonEdit, RiskEdit, Seat, SessionEdit, Topic, TopicState,
    Verdict,
};

use self::meeting::Meeting;
use super::seeds::{key, name, p, r, t, title};

/// The whole meeting, from the first seat to the last task.
pub(crate) fn demo() -> History {
    let mut meeting = Meeting::start();
    set_up(&mut meeting);
    risks::identify(&mut meeting);
    park_and_dismiss(&mut meeting);
    votes::assess(&mut meeting);
    solutions::find(&mut meeting);
    solutions::decide(&mut meeting);
    wind_up(&mut meeting);
    meeting.history
}

fn set_up(meeting: &mut Meeting) {
    meeting.time("09:00");
    let setting = |edit| vec![Edit::Session(edit)];
    meeting.acts(
        "set-shop",
        setting(SessionEdit::Shop(Line::new("Casa Olmo, home and garden, ES PT FR").unwrap())),
    );
    let scope =
        "The online shop and all it depends on, until the end of the year.\nNot the two stores in town.";
    meeting.acts("set-scope", setting(SessionEdit::Scope(Note::new(scope).unwrap())));
    let revenue = Money::try_from(5_000_000).unwrap();
    meeting.acts("set-revenue", setting(SessionEdit::Revenue(Some(revenue))));
    let people = [
        ("Marta Ruiz", "Operations", Seat::Voter),
        ("Jonas Weber", "IT", Seat::Voter),
        ("Inês Carvalho", "Marketing", Seat::Voter),
        ("Pau Serra", "IT", Seat::Voter),
        ("Claire Dubois", "Customer care", Seat::Voter),
        ("Diego Vidal", "Operations", Seat::Voter),
        ("Helena Koch", "Finance", Seat::Observer),
    ];
    for (who, team, seat) in people {
        meeting.arrives(who, team, seat);
    }
    meeting.acts("toggle-present", vec![Edit::Person(p(6), PersonEdit::Present(false))]);
}

fn park_and_dismiss(meeting: &mut Meeting) {
    meeting.time("09:27");
    meeting.acts("toggle-present", vec![Edit::Person(p(6), PersonEdit::Present(true))]);
    meeting.acts("park", vec![Edit::Risk(r(13), RiskEdit::Place(riskroom::domain::Place::Parked))]);
    for (number, text) in [
        (1, "Who tells customers when something is down?"),
        (2, "Do we want to sell on a French marketplace?"),
    ] {
        let topic = Topic { id: t(number), text: title(text), state: TopicState::Parked };
        meeting.acts("park-topic", vec![Edit::AddTopic(topic)]);
    }
    let seen = |card: &str, verdict| vec![Edit::Card(CardSeen { card: key(card), verdict })];
    meeting.acts("dismiss-card", seen("bots-buy-limited-edition", Verdict::Dismissed));
}

fn wind_up(meeting: &mut Meeting) {
    meeting.time("10:38");
    meeting.acts("settle-topic", vec![Edit::Topic(t(1), TopicState::Settled)]);
    let text = "Risks before the spring sale, with owners";
    meeting.acts("set-title", vec![Edit::Session(SessionEdit::Title(title(text)))]);
    meeting.acts("set-team", vec![Edit::Person(p(7), PersonEdit::Team(Some(name("Finance and legal"))))]);
}
