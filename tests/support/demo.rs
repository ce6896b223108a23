//! The demo: a believable meeting of an online shop, held edit by edit, so that its file has a whole history.
//!
//! Here: the agenda. What is said of the risks is in [`risks`], how people vote in [`votes`], what will be done in
//! [`solutions`], and the clock of the meeting in [`meeting`]. What is said is there in both languages,
//! what is done is the same: `assets/demo.ron` and `assets/demo.es.ron` are what this makes.

mod meeting;
mod risks;
mod solutions;
mod votes;

use riskroom::domain::{
    CardSeen, Edit, History, Money, Note, PersonEdit, RiskEdit, Seat, SessionEdit, Topic, TopicState, Verdict,
};

use riskroom::text::catalogue::Lang;

use self::meeting::Meeting;
use super::seeds::{key, line, name, p, r, t, title};

/// The whole meeting in English, from the first seat to the last task.
pub(crate) fn demo() -> History {
    demo_in(Lang::En)
}

/// The same meeting, held in this language.
pub(crate) fn demo_in(lang: Lang) -> History {
    let mut meeting = Meeting::start(lang);
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
        setting(SessionEdit::Shop(line(
            meeting.says(["Casa Olmo, home and garden, ES PT FR", "Casa Olmo, hogar y jardín, ES PT FR"]),
        ))),
    );
    let scope = [
        "The online shop and all it depends on, until the end of the year.\nNot the two stores in town.",
        "La tienda en línea y todo de lo que depende, hasta fin de año.\nLas dos tiendas físicas quedan fuera.",
    ];
    meeting.acts("set-scope", setting(SessionEdit::Scope(Note::new(meeting.says(scope)).unwrap())));
    let revenue = Money::try_from(5_000_000).unwrap();
    meeting.acts("set-revenue", setting(SessionEdit::Revenue(Some(revenue))));
    let people = [
        ("Marta Ruiz", ["Operations", "Operaciones"], Seat::Voter),
        ("Jonas Weber", ["IT", "Informática"], Seat::Voter),
        ("Inês Carvalho", ["Marketing", "Marketing"], Seat::Voter),
        ("Pau Serra", ["IT", "Informática"], Seat::Voter),
        ("Claire Dubois", ["Customer care", "Atención al cliente"], Seat::Voter),
        ("Diego Vidal", ["Operations", "Operaciones"], Seat::Voter),
        ("Helena Koch", ["Finance", "Finanzas"], Seat::Observer),
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
        (
            1,
            [
                "Who tells customers when something is down?",
                "¿Quién avisa a los clientes cuando algo se cae?",
            ],
        ),
        (2, ["Do we want to sell on a French marketplace?", "¿Queremos vender en un marketplace francés?"]),
    ] {
        let topic = Topic { id: t(number), text: title(meeting.says(text)), state: TopicState::Parked };
        meeting.acts("park-topic", vec![Edit::AddTopic(topic)]);
    }
    let seen = |card: &str, verdict| vec![Edit::Card(CardSeen { card: key(card), verdict })];
    meeting.acts("dismiss-card", seen("bots-buy-limited-edition", Verdict::Dismissed));
}

fn wind_up(meeting: &mut Meeting) {
    meeting.time("10:38");
    meeting.acts("settle-topic", vec![Edit::Topic(t(1), TopicState::Settled)]);
    let text = [
        "Risks before the spring sale, with owners",
        "Riesgos antes de la campaña de primavera, con responsables",
    ];
    meeting.acts("set-title", vec![Edit::Session(SessionEdit::Title(title(meeting.says(text))))]);
    meeting.acts(
        "set-team",
        vec![Edit::Person(
            p(7),
            PersonEdit::Team(Some(name(meeting.says(["Finance and legal", "Finanzas y legal"])))),
        )],
    );
}
