//! The value that an edit touches, read from a session: before the edit the old one, after it the new one.

use jiff::civil::Date;

use crate::domain::{
    Agreed, Approach, Band, Bands, Cell, Changes, Decision, Edit, Effort, Evidence, Glance, Hit, Key, Level,
    Money, Name, Participant, PersonEdit, PersonId, Place, Risk, RiskEdit, RiskId, Seat, Session,
    SessionEdit, Sign, Solution, SolutionEdit, SolutionId, Status, TopicState, Verdict, Votes, Weights,
};

/// A value that an edit can change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// It is not there, or empty.
    Absent,
    /// It is there, and must not be told.
    Masked,
    /// It is there, and there is no more to tell than that.
    There,
    /// A text.
    Text(String),
    /// A count, or a place counted from 1.
    Number(u64),
    /// An amount of the session's currency.
    Money(Money),
    /// A day.
    Date(Date),
    /// A band.
    Band(Band),
    /// Where the bands begin.
    Bands(Bands),
    /// Weights.
    Weights(Weights),
    /// A first glance.
    Glance(Glance),
    /// How much is known.
    Evidence(Evidence),
    /// Who or what is hit.
    Hit(Hit),
    /// Where a risk is kept.
    Place(Place),
    /// What is decided of a risk.
    Decision(Decision),
    /// An agreed level with its reason.
    Agreed(Agreed),
    /// So many votes are in, of so many that can be.
    VotesIn(usize, usize),
    /// Votes the room has seen.
    Votes(Votes),
    /// A warning sign.
    Sign(Sign),
    /// What a solution does.
    Approach(Approach),
    /// What it changes.
    Changes(Changes),
    /// How far it is.
    Status(Status),
    /// How much work it is.
    Effort(Effort),
    /// A level.
    Level(Level),
    /// What became of a topic.
    Topic(TopicState),
    /// What became of a card.
    Card(Verdict),
    /// Voter or observer.
    Seat(Seat),
    /// Whether it is so.
    Yes(bool),
    /// Somebody.
    Person(PersonId),
    /// A category, by its key.
    Category(Key),
}

/// What an edit touches, as it is in a session.
#[must_use]
pub fn read(session: &Session, edit: &Edit) -> Value {
    match edit {
        Edit::Session(edit) => of_session(session, edit),
        Edit::AddPerson(person) => there(session.person(person.id)),
        Edit::Person(id, edit) => {
            session.person(*id).map_or(Value::Absent, |person| of_person(session, person, edit))
        }
        Edit::AddRisk(risk) => there(session.risk(risk.id)),
        Edit::Risk(id, edit) => session.risk(*id).map_or(Value::Absent, |risk| of_risk(session, risk, edit)),
        Edit::AddSolution(solution) => there(session.solution(solution.id)),
        Edit::Solution(id, edit) => {
            session.solution(*id).map_or(Value::Absent, |solution| of_solution(session, solution, edit))
        }
        Edit::AddTopic(topic) => there(session.topics.iter().find(|known| known.id == topic.id)),
        Edit::Topic(id, _) => {
            let topic = session.topics.iter().find(|known| known.id == *id);
            topic.map_or(Value::Absent, |topic| Value::Topic(topic.state))
        }
        Edit::Card(card) => of_card(session, &card.card),
        Edit::ForgetCard(key) => of_card(session, key),
        Edit::Duel(duel) => match session.duel_of(duel.first, duel.second) {
            Some(fought) if fought.first == duel.first => Value::Text(fought.reason.to_string()),
            Some(_) | None => Value::Absent,
        },
    }
}

fn there<T>(thing: Option<&T>) -> Value {
    if thing.is_some() { Value::There } else { Value::Absent }
}

fn text(text: &str) -> Value {
    if text.is_empty() { Value::Absent } else { Value::Text(text.to_owned()) }
}

fn name(name: Option<&Name>) -> Value {
    name.map_or(Value::Absent, |name| Value::Text(name.to_string()))
}

fn count(number: usize) -> Value {
    Value::Number(u64::try_from(number).unwrap_or(u64::MAX))
}

fn place<T: Copy + PartialEq>(ids: impl Iterator<Item = T>, id: T) -> Value {
    (1..).zip(ids).find(|(_, known)| *known == id).map_or(Value::Absent, |(at, _)| Value::Number(at))
}

fn of_card(session: &Session, card: &Key) -> Value {
    let seen = session.cards.iter().find(|seen| seen.card == *card);
    seen.map_or(Value::Absent, |seen| Value::Card(seen.verdict))
}

fn of_session(session: &Session, edit: &SessionEdit) -> Value {
    match edit {
        SessionEdit::Title(_) => text(&session.title),
        SessionEdit::Shop(_) => text(&session.shop),
        SessionEdit::Scope(_) => text(&session.scope),
        SessionEdit::Revenue(_) => session.revenue.map_or(Value::Absent, Value::Money),
        SessionEdit::Currency(_) => text(&session.currency),
        SessionEdit::Appetite(_) => Value::Band(session.appetite),
        SessionEdit::Bands(_) => Value::Bands(session.bands),
        SessionEdit::Weights(_) => Value::Weights(session.weights),
        SessionEdit::Scales(_) => Value::Number(session.scales.levels.number().into()),
        SessionEdit::Categories(_) => count(session.categories.len()),
        SessionEdit::Close { .. } | SessionEdit::Reopen { .. } => {
            session.closing.as_ref().map_or(Value::Absent, |closing| Value::Text(closing.reason.to_string()))
        }
        SessionEdit::DotsEach(_) => Value::Number(session.dots_each.into()),
    }
}

fn of_person(session: &Session, person: &Participant, edit: &PersonEdit) -> Value {
    match edit {
        PersonEdit::Name(_) => text(&person.name),
        PersonEdit::Team(_) => name(person.team.as_ref()),
        PersonEdit::Seat(_) => Value::Seat(person.seat),
        PersonEdit::Present(_) => Value::Yes(person.present),
        PersonEdit::MoveBefore(_) => place(session.people.iter().map(|known| known.id), person.id),
        PersonEdit::Remove => Value::There,
    }
}

fn of_risk(session: &Session, risk: &Risk, edit: &RiskEdit) -> Value {
    match edit {
        RiskEdit::Title(_) => text(&risk.title),
        RiskEdit::Cause(_) => text(&risk.cause),
        RiskEdit::Consequence(_) => text(&risk.consequence),
        RiskEdit::Category(_) => risk.category.clone().map_or(Value::Absent, Value::Category),
        RiskEdit::Money(_) => Value::Glance(risk.money),
        RiskEdit::Marketing(_) => Value::Glance(risk.marketing),
        RiskEdit::Hit(_) if risk.hit == Hit::default() => Value::Absent,
        RiskEdit::Hit(_) => Value::Hit(risk.hit.clone()),
        RiskEdit::Evidence(_) => Value::Evidence(risk.evidence),
        RiskEdit::Duty(_) => risk.duty.as_ref().map_or(Value::Absent, |duty| Value::Text(duty.to_string())),
        RiskEdit::Owner(_) => name(risk.owner.as_ref()),
        RiskEdit::SaidBy(_) => risk.said_by.map_or(Value::Absent, Value::Person),
        RiskEdit::Place(_) => Value::Place(risk.place),
        RiskEdit::Decision(_) if risk.decision == Decision::Undecided => Value::Absent,
        RiskEdit::Decision(_) => Value::Decision(risk.decision.clone()),
        RiskEdit::MoveBefore(_) => place(session.risks.iter().map(|known| known.id), risk.id),
        RiskEdit::Agree(cell, _) => agreed(risk, *cell),
        RiskEdit::Vote(cell, _) => votes_in(session, risk, *cell),
        RiskEdit::Reveal(cell) => {
            let last = risk.cells.at(*cell).rounds.last().filter(|round| round.revealed);
            last.map_or(Value::Absent, |round| Value::Votes(round.votes.clone()))
        }
        RiskEdit::ReVote(cell) => count(risk.cells.at(*cell).rounds.len()),
        RiskEdit::Sign(_) => risk.sign.clone().map_or(Value::Absent, Value::Sign),
        RiskEdit::Dots(_) => Value::Number(risk.dots.into()),
    }
}

fn agreed(risk: &Risk, cell: Cell) -> Value {
    risk.cells.at(cell).agreed.clone().map_or(Value::Absent, Value::Agreed)
}

/// How many votes of the last round are in, whatever they say.
fn votes_in(session: &Session, risk: &Risk, cell: Cell) -> Value {
    let Some(round) = risk.cells.at(cell).rounds.last() else { return Value::Absent };
    let votes = |person: &&Participant| {
        (person.seat == Seat::Voter && person.present) || round.votes.of(person.id).is_some()
    };
    Value::VotesIn(round.votes.0.len(), session.people.iter().filter(votes).count())
}

fn of_solution(session: &Session, solution: &Solution, edit: &SolutionEdit) -> Value {
    let link = |risk: RiskId, cell: Cell| {
        solution.link(risk, cell).map_or(Value::Absent, |link| Value::Level(link.expected))
    };
    match edit {
        SolutionEdit::Title(_) => text(&solution.title),
        SolutionEdit::Approach(_) => Value::Approach(solution.approach),
        SolutionEdit::Changes(_) if solution.changes == Changes::default() => Value::Absent,
        SolutionEdit::Changes(_) => Value::Changes(solution.changes),
        SolutionEdit::Owner(_) => name(solution.owner.as_ref()),
        SolutionEdit::Due(_) => solution.due.map_or(Value::Absent, Value::Date),
        SolutionEdit::Status(_) => Value::Status(solution.status),
        SolutionEdit::CostOnce(_) => solution.cost_once.map_or(Value::Absent, Value::Money),
        SolutionEdit::CostYearly(_) => solution.cost_yearly.map_or(Value::Absent, Value::Money),
        SolutionEdit::Effort(_) => solution.effort.map_or(Value::Absent, Value::Effort),
        SolutionEdit::Note(_) => text(&solution.note),
        SolutionEdit::Link(new) => link(new.risk, new.lever),
        SolutionEdit::Unlink(risk, cell) => link(*risk, *cell),
        SolutionEdit::Binned(_) => Value::Yes(solution.binned),
        SolutionEdit::MoveBefore(_) => {
            let ids = session.solutions.iter().map(|known| -> SolutionId { known.id });
            place(ids, solution.id)
        }
    }
}
