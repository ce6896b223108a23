//! The clock and the hand of the facilitator: every action takes some seconds and is one entry.

use jiff::Timestamp;
use riskroom::domain::{
    Agreed, Cell, Edit, EntryKind, History, Line, Name, Participant, RiskEdit, RiskId, Seat, Session, Uid,
    Votes,
};
use riskroom::text::catalogue::Lang;
use riskroom::text::template::template;

use crate::support::seeds::{key, level, name, title, votes};

/// What is said in the meeting, in English and in Spanish.
pub(super) type Text = [&'static str; 2];

pub(crate) struct Meeting {
    lang: Lang,
    pub(crate) history: History,
    now: Timestamp,
}

impl Meeting {
    /// The session as the facilitator made it the evening before.
    pub(crate) fn start(lang: Lang) -> Self {
        let created: Timestamp = "2026-01-15T08:20:00Z".parse().unwrap();
        let id = Uid::from_bits(0x2f6d_91c4_7be0_4a3d_8e15_b7c2_6a09_d3f1);
        let template = template(lang).unwrap();
        let called = ["Risks before the spring sale", "Riesgos antes de la campaña de primavera"];
        let called = title(said(lang, called));
        let mut base = Session::new(id, called, created, 20_260_115, &template);
        base.demo = true;
        Self { lang, history: History::new(base), now: created }
    }

    /// A text in the language of the meeting.
    pub(super) fn says(&self, text: Text) -> &'static str {
        said(self.lang, text)
    }

    /// A tag of the template, by its English name.
    pub(super) fn tag(&self, english: &str) -> Name {
        let is_it = |tag: &Name| **tag == *english;
        let place = template(Lang::En).unwrap().hit_tags.iter().position(is_it).unwrap();
        template(self.lang).unwrap().hit_tags[place].clone()
    }

    /// Waits until this time of the day, `09:27`.
    pub(crate) fn time(&mut self, time: &str) {
        let then: Timestamp = format!("2026-01-15T{time}:00Z").parse().unwrap();
        assert!(then > self.now, "{time} is over: it is {}", self.now);
        self.now = then;
    }

    /// The time now.
    pub(crate) fn now(&self) -> Timestamp {
        self.now
    }

    /// An identity no other risk or solution has.
    pub(crate) fn uid(&self) -> Uid {
        let step = u128::from(self.history.revision()) + 1;
        Uid::from_bits(step.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835) >> 1)
    }

    /// One action.
    pub(crate) fn acts(&mut self, action: &str, edits: Vec<Edit>) {
        self.now += jiff::SignedDuration::from_secs(seconds(self.history.revision()));
        let accepted = self.history.commit(self.now, key(action), edits);
        assert_eq!(accepted, Ok(()), "{action} in entry {}", self.history.revision() + 1);
    }

    /// Something is undone, looked at, and done again.
    pub(crate) fn undoes_and_redoes(&mut self) {
        self.now += jiff::SignedDuration::from_secs(4);
        self.history.undo(self.now, key("undo")).unwrap();
        self.now += jiff::SignedDuration::from_secs(9);
        self.history.redo(self.now, key("redo")).unwrap();
        assert!(matches!(self.history.entries().last().unwrap().kind, EntryKind::Redo));
    }

    pub(crate) fn arrives(&mut self, who: &str, team: Text, seat: Seat) {
        let id = self.history.next_person();
        let team = Some(name(self.says(team)));
        let person = Participant { id, name: name(who), team, seat, present: true };
        self.acts("add-person", vec![Edit::AddPerson(person)]);
    }

    /// A round of votes on a cell, typed in the order of the seats, then shown.
    pub(crate) fn votes(&mut self, risk: RiskId, cell: Cell, signs: &str) {
        let votes: Votes = votes(signs);
        self.acts("enter-votes", vec![Edit::Risk(risk, RiskEdit::Vote(cell, votes))]);
        self.acts("reveal", vec![Edit::Risk(risk, RiskEdit::Reveal(cell))]);
    }

    pub(crate) fn votes_again(&mut self, risk: RiskId, cell: Cell, signs: &str) {
        self.acts("re-vote", vec![Edit::Risk(risk, RiskEdit::ReVote(cell))]);
        self.votes(risk, cell, signs);
    }

    pub(crate) fn agrees(&mut self, risk: RiskId, cell: Cell, number: u8, reason: Text) {
        let reason = Line::new(self.says(reason)).unwrap();
        let agreed = Agreed { level: level(number), reason };
        self.acts("set-level", vec![Edit::Risk(risk, RiskEdit::Agree(cell, Some(agreed)))]);
    }
}

fn said(lang: Lang, [english, spanish]: Text) -> &'static str {
    match lang {
        Lang::En => english,
        Lang::Es => spanish,
    }
}

/// How long the facilitator takes for an action: 3 to 7 seconds.
fn seconds(step: u64) -> i64 {
    i64::try_from(step * 7 % 5).unwrap() + 3
}
