//! What is said in a session, to be searched: every title with the texts that belong to it.
//!
//! Votes are no texts, and what lies in the bin is not searched.

use serde::{Deserialize, Serialize};

use super::{Cell, Name, PersonId, Place, Risk, RiskId, Session, SolutionId, Target, TopicId};

/// Where something is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Spot {
    /// Of the session as such.
    Session,
    /// Of a risk.
    Risk(RiskId),
    /// Of a solution.
    Solution(SolutionId),
    /// Of a topic.
    Topic(TopicId),
    /// A participant.
    Person(PersonId),
}

impl From<Spot> for Target {
    fn from(spot: Spot) -> Self {
        match spot {
            Spot::Session => Self::Session,
            Spot::Risk(id) => Self::Risk(id, None),
            Spot::Solution(id) => Self::Solution(id),
            Spot::Topic(id) => Self::Topic(id),
            Spot::Person(id) => Self::Person(id),
        }
    }
}

/// A title with what belongs to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// Where.
    pub spot: Spot,
    /// What it is called.
    pub title: String,
    /// The texts that belong to it, each a line or several.
    pub rest: String,
}

/// All that is said in a session: of it, of its risks, solutions, topics and people, in this order.
#[must_use]
pub fn said(session: &Session) -> Vec<Said> {
    let closing = session.closing.as_ref().map_or("", |closing| &*closing.reason);
    let mut found = vec![of(Spot::Session, &session.title, [&*session.shop, &*session.scope, closing])];
    let risks = session.risks.iter().filter(|risk| risk.place != Place::Bin);
    found.extend(risks.map(|risk| of(Spot::Risk(risk.id), &risk.title, of_risk(session, risk))));
    let board = session.solutions.iter().filter(|solution| !solution.binned);
    found.extend(board.map(|it| {
        let owner = it.owner.as_deref().unwrap_or_default();
        of(Spot::Solution(it.id), &it.title, [&*it.note, owner])
    }));
    found.extend(session.topics.iter().map(|topic| of(Spot::Topic(topic.id), &topic.text, [])));
    found.extend(session.people.iter().map(|person| {
        let team = person.team.as_deref().unwrap_or_default();
        of(Spot::Person(person.id), &person.name, [team])
    }));
    found
}

fn of<'a>(spot: Spot, title: &str, texts: impl IntoIterator<Item = &'a str>) -> Said {
    let texts: Vec<&str> = texts.into_iter().filter(|text| !text.is_empty()).collect();
    Said { spot, title: title.to_owned(), rest: texts.join("\n") }
}

fn of_risk<'a>(session: &'a Session, risk: &'a Risk) -> Vec<&'a str> {
    let category = risk.category.as_ref().and_then(|key| session.category(key));
    let mut texts: Vec<&str> = vec![&risk.cause, &risk.consequence, &risk.hit.note];
    texts.extend(category.map(|category| category.name.as_str()));
    texts.extend(risk.hit.tags.iter().map(Name::as_str));
    texts.extend(risk.duty.as_deref());
    texts.extend(risk.owner.as_deref());
    if let Some(sign) = &risk.sign {
        texts.extend([&*sign.watched, &*sign.threshold, sign.watcher.as_deref().unwrap_or_default()]);
    }
    let reasons = Cell::ALL.into_iter().filter_map(|cell| risk.cells.at(cell).agreed.as_ref());
    texts.extend(reasons.map(|agreed| &*agreed.reason));
    texts.push(risk.decision.reason());
    let won = session.duels.iter().filter(|duel| duel.first == risk.id);
    texts.extend(won.map(|duel| &*duel.reason));
    texts
}
