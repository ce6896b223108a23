//! A session full of what steers a terminal, on every screen: nothing of it arrives.

use riskroom::domain::{
    Approach, Edit, History, Hit, Line, Name, Note, Participant, RiskEdit, Seat, SessionEdit, Solution,
    SolutionEdit, Title, Topic, TopicState,
};
use riskroom::text::safe::is_hidden;

use crate::support::broken::TEXTS;
use crate::support::room::Room;
use crate::support::seeds::{person, r, risk, s, session_of, t, uid};
use crate::support::sessions::commit;

const SCREENS: [&str; 10] =
    ["g l", "g i", "g i Enter", "g a", "g a Enter", "g s", "g s Tab", "g s Tab Enter", "g i u", "g i P g p"];

/// A meeting in which every text is one of the bad ones.
fn hostile() -> History {
    let mut history = History::new(session_of(5));
    let settings = |text: &str| {
        [
            SessionEdit::Title(Title::new(text).unwrap()),
            SessionEdit::Shop(Line::new(text).unwrap()),
            SessionEdit::Scope(Note::new(text).unwrap()),
            SessionEdit::Currency(Name::new(text).unwrap()),
        ]
    };
    commit(&mut history, settings(TEXTS[0]).map(Edit::Session).to_vec());
    for (number, text) in (1..).zip(TEXTS) {
        let (title, note) = (Title::new(text).unwrap(), Note::new(format!("{text}\n{text}")).unwrap());
        let name = Name::new(text).unwrap();
        let person =
            Participant { name: name.clone(), team: Some(name.clone()), ..person(number, Seat::Voter) };
        commit(&mut history, vec![Edit::AddPerson(person)]);
        let mut risk = risk(number);
        (risk.title, risk.cause, risk.consequence) = (title.clone(), note.clone(), note.clone());
        risk.hit = Hit { tags: vec![name.clone()], note: note.clone() };
        (risk.owner, risk.duty) = (Some(name.clone()), Some(Line::new(text).unwrap()));
        commit(&mut history, vec![Edit::AddRisk(Box::new(risk))]);
        let topic = Topic { id: t(number), text: title.clone(), state: TopicState::Parked };
        commit(&mut history, vec![Edit::AddTopic(topic)]);
        let mut solution = Solution::new(s(number), uid(1000 + u128::from(number)), title, Approach::Fix);
        (solution.owner, solution.note) = (Some(name), note);
        commit(&mut history, vec![Edit::AddSolution(Box::new(solution))]);
    }
    commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Title(Title::new(TEXTS[3]).unwrap()))]);
    let binned = SolutionEdit::Title(Title::new(TEXTS[5]).unwrap());
    commit(&mut history, vec![Edit::Solution(s(1), binned)]);
    history
}

#[test]
fn no_screen_shows_what_steers_a_terminal() {
    let history = hostile();
    for (width, height) in [(80, 24), (120, 36), (40, 12), (200, 60)] {
        for keys in SCREENS {
            let mut room = Room::with_session(&history).size(width, height);
            room.keys(keys);
            let screen = room.screen();
            let hidden = screen.chars().find(|&c| is_hidden(c) && c != '\n');
            assert_eq!(hidden, None, "{keys} at {width}×{height}: {screen:?}");
        }
    }
}
