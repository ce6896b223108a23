//! A new session from an earlier one: what comes along, and what begins again.
//!
//! Risks, solutions and topics get new ids; risks and solutions keep their identity across
//! sessions, so that one of them can be followed. Not here: making and naming the file.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::{
    CarriedFrom, Cells, Link, Origin, Participant, Place, Risk, RiskId, Session, Solution, SolutionId,
    Status, Title, Topic, TopicId, TopicState, Uid,
};

impl Session {
    /// A session that goes on from this one under a title, with the seed of its draws.
    ///
    /// Along come the shop, its scale, weights, bands, categories and people, who are all present again; the risks on the
    /// list, then the parked ones, as they are worded, with their decisions, which stand until others are made;
    /// solutions that are neither done nor dropped, with their links; topics that are not settled. Levels begin again:
    /// the last ones are kept with each risk, to be shown after the room has given its own. Votes, dots, duels and prompt
    /// cards begin again, too.
    #[must_use]
    pub fn carried(&self, id: Uid, title: Title, now: Timestamp, seed: u64) -> Self {
        let places = self.places_carried();
        let ids: HashMap<RiskId, RiskId> = places
            .iter()
            .zip(1..)
            .filter_map(|(place, number)| Some((self.risks.get(*place)?.id, RiskId::after(number - 1))))
            .collect();
        let risks = places.iter().filter_map(|place| self.risks.get(*place));
        let risks =
            risks.filter_map(|risk| Some(Arc::new(carried_risk(risk, *ids.get(&risk.id)?, self.id, now))));
        let open = self.solutions.iter().filter(|solution| {
            !solution.binned && !matches!(solution.status, Status::Done | Status::Dropped)
        });
        let solutions = open.zip(0..).map(|(solution, number)| {
            let links = solution.links.iter();
            let links =
                links.filter_map(|link| Some(Link { risk: *ids.get(&link.risk)?, ..*link })).collect();
            Arc::new(Solution { id: SolutionId::after(number), links, ..(**solution).clone() })
        });
        let topics = self.topics.iter().filter(|topic| topic.state != TopicState::Settled);
        let topics = topics.zip(0..).map(|(topic, number)| Topic {
            id: TopicId::after(number),
            text: topic.text.clone(),
            state: TopicState::Parked,
        });
        let people = self.people.iter().map(|person| Participant { present: true, ..person.clone() });
        Self {
            id,
            created: now,
            title,
            demo: false,
            seed,
            carried_from: Some(self.id),
            closing: None,
            people: people.collect(),
            risks: risks.collect(),
            solutions: solutions.collect(),
            topics: topics.collect(),
            cards: Vec::new(),
            duels: Vec::new(),
            ..self.clone()
        }
    }

    /// The places of the risks that come along: those on the list as they stand there, for their last ranks would tell the
    /// last levels; then parked ones.
    fn places_carried(&self) -> Vec<usize> {
        let of = |kept: Place| {
            let risks = self.risks.iter().enumerate();
            risks.filter(move |(_, risk)| risk.place == kept).map(|(place, _)| place)
        };
        of(Place::List).chain(of(Place::Parked)).collect()
    }
}

fn carried_risk(risk: &Risk, id: RiskId, session: Uid, now: Timestamp) -> Risk {
    let from = CarriedFrom { session, risk: risk.id, levels: risk.levels() };
    Risk {
        id,
        origin: Origin::Carried,
        added: now,
        cells: Cells::default(),
        carried_from: Some(from),
        dots: 0,
        ..risk.clone()
    }
}
