//! The choke point: [`Session::apply`], and the edits of the session itself, its people, topics and cards.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Edit, PersonEdit, SessionEdit, move_before};
use crate::domain::check::{appetite_fits, dots_each_fit, scales_fit};
use crate::domain::session::{MAX_CARDS, MAX_CATEGORIES, MAX_PEOPLE, MAX_RISKS, MAX_SOLUTIONS, MAX_TOPICS};
use crate::domain::{
    CardSeen, Category, Closing, Duel, Key, MAX_DUELS, Participant, PersonId, Refusal, Scales, Session,
    Topic, TopicId, TopicState, Verdict,
};

impl Session {
    /// Carries out one edit; the only way a session changes.
    ///
    /// # Errors
    /// A [`Refusal`] if the edit is not possible; the session is unchanged then.
    pub fn apply(&mut self, edit: &Edit) -> Result<(), Refusal> {
        if self.is_closed() && !edit.is_follow_up() {
            return Err(Refusal::Closed);
        }
        match edit {
            Edit::Session(edit) => self.apply_session(edit),
            Edit::AddPerson(person) => self.add_person(person),
            Edit::Person(id, edit) => self.apply_person(*id, edit),
            Edit::AddRisk(risk) => {
                room_for_one(self.risks.len(), MAX_RISKS)?;
                if self.risk(risk.id).is_some() || self.risks.iter().any(|known| known.uid == risk.uid) {
                    return Err(Refusal::Taken(risk.id.to_string()));
                }
                self.check_risk(risk)?;
                self.risks.push(Arc::new((**risk).clone()));
                Ok(())
            }
            Edit::Risk(id, edit) => self.apply_risk(*id, edit),
            Edit::AddSolution(solution) => {
                room_for_one(self.solutions.len(), MAX_SOLUTIONS)?;
                if self.solution(solution.id).is_some()
                    || self.solutions.iter().any(|known| known.uid == solution.uid)
                {
                    return Err(Refusal::Taken(solution.id.to_string()));
                }
                self.check_solution(solution)?;
                self.solutions.push(Arc::new((**solution).clone()));
                Ok(())
            }
            Edit::Solution(id, edit) => self.apply_solution(*id, edit),
            Edit::AddTopic(topic) => self.add_topic(topic),
            Edit::Topic(id, state) => self.set_topic(*id, *state),
            Edit::Card(card) => self.see_card(card),
            Edit::ForgetCard(key) => {
                self.cards.retain(|seen| seen.card != *key);
                Ok(())
            }
            Edit::Duel(duel) => self.fight(duel),
        }
    }

    fn apply_session(&mut self, edit: &SessionEdit) -> Result<(), Refusal> {
        match edit {
            SessionEdit::Title(title) => self.title = title.clone(),
            SessionEdit::Shop(shop) => self.shop = shop.clone(),
            SessionEdit::Scope(scope) => self.scope = scope.clone(),
            SessionEdit::Revenue(revenue) => self.revenue = *revenue,
            SessionEdit::Currency(currency) => self.currency = currency.clone(),
            SessionEdit::Appetite(band) => {
                if !appetite_fits(*band) {
                    return Err(Refusal::BandsDoNotRise);
                }
                self.appetite = *band;
            }
            SessionEdit::Bands(bands) => {
                if !bands.is_rising() {
                    return Err(Refusal::BandsDoNotRise);
                }
                self.bands = *bands;
            }
            SessionEdit::Weights(weights) => {
                if weights.sum() == 0 {
                    return Err(Refusal::NoWeight);
                }
                self.weights = *weights;
            }
            SessionEdit::DotsEach(dots) => {
                if !dots_each_fit(*dots) {
                    return Err(Refusal::BadDots);
                }
                self.dots_each = *dots;
            }
            SessionEdit::Scales(scales) => self.set_scales(scales)?,
            SessionEdit::Categories(categories) => self.set_categories(categories)?,
            SessionEdit::Close { at, reason } => {
                self.closing = Some(Closing { at: *at, reason: reason.clone() });
            }
            SessionEdit::Reopen { .. } => {
                if self.closing.take().is_none() {
                    return Err(Refusal::NotClosed);
                }
            }
        }
        Ok(())
    }

    fn set_scales(&mut self, scales: &Arc<Scales>) -> Result<(), Refusal> {
        if !scales_fit(scales) {
            return Err(Refusal::ScalesDoNotFit);
        }
        if scales.levels != self.scales.levels && self.has_levels() {
            return Err(Refusal::LevelsFixed);
        }
        let worst = scales.levels.worst();
        let expected = self.solutions.iter().flat_map(|solution| &solution.links).map(|link| link.expected);
        let carried = self.risks.iter().filter_map(|risk| risk.carried_from.as_ref());
        let carried = carried.flat_map(|from| from.levels.iter().filter_map(|(_, level)| *level));
        if let Some(level) = expected.chain(carried).find(|&level| level > worst) {
            return Err(Refusal::AboveScale { level, worst });
        }
        self.scales = Arc::clone(scales);
        Ok(())
    }

    fn set_categories(&mut self, categories: &[Category]) -> Result<(), Refusal> {
        if categories.len() > MAX_CATEGORIES {
            return Err(Refusal::Full { limit: MAX_CATEGORIES });
        }
        let mut keys = HashSet::new();
        if let Some(category) = categories.iter().find(|category| !keys.insert(&category.key)) {
            return Err(Refusal::Taken(category.key.to_string()));
        }
        let is_there = |key: &Key| keys.contains(key);
        if let Some(key) =
            self.risks.iter().filter_map(|risk| risk.category.as_ref()).find(|key| !is_there(key))
        {
            return Err(Refusal::NoCategory(key.to_string()));
        }
        self.categories = categories.to_vec();
        Ok(())
    }

    fn add_person(&mut self, person: &Participant) -> Result<(), Refusal> {
        room_for_one(self.people.len(), MAX_PEOPLE)?;
        if self.person(person.id).is_some() {
            return Err(Refusal::Taken(person.id.to_string()));
        }
        self.people.push(person.clone());
        Ok(())
    }

    fn apply_person(&mut self, id: PersonId, edit: &PersonEdit) -> Result<(), Refusal> {
        let place_of = |id: PersonId| self.people.iter().position(|person| person.id == id);
        let from = place_of(id).ok_or(Refusal::NoPerson(id))?;
        if let PersonEdit::MoveBefore(Some(next)) = edit {
            place_of(*next).ok_or(Refusal::NoPerson(*next))?;
        }
        if matches!(edit, PersonEdit::Remove) && self.is_needed(id) {
            return Err(Refusal::PersonIsNeeded(id));
        }
        let to = match edit {
            PersonEdit::MoveBefore(Some(next)) => place_of(*next),
            PersonEdit::MoveBefore(None)
            | PersonEdit::Name(_)
            | PersonEdit::Team(_)
            | PersonEdit::Seat(_)
            | PersonEdit::Present(_)
            | PersonEdit::Remove => None,
        };
        let person = self.people.get_mut(from).ok_or(Refusal::NoPerson(id))?;
        match edit {
            PersonEdit::Name(name) => person.name = name.clone(),
            PersonEdit::Team(team) => person.team.clone_from(team),
            PersonEdit::Seat(seat) => person.seat = *seat,
            PersonEdit::Present(present) => person.present = *present,
            PersonEdit::MoveBefore(next) if *next == Some(id) => {}
            PersonEdit::MoveBefore(_) => move_before(&mut self.people, Some(from), to),
            PersonEdit::Remove => self.people.retain(|person| person.id != id),
        }
        Ok(())
    }

    /// Whether votes or words belong to this participant.
    fn is_needed(&self, id: PersonId) -> bool {
        self.risks.iter().any(|risk| {
            let voted = |votes: &crate::domain::Votes| votes.of(id).is_some();
            risk.said_by == Some(id)
                || risk.cells.iter().any(|(_, cell)| cell.rounds.iter().any(|round| voted(&round.votes)))
        })
    }

    fn add_topic(&mut self, topic: &Topic) -> Result<(), Refusal> {
        room_for_one(self.topics.len(), MAX_TOPICS)?;
        if self.place_of_topic(topic.id).is_some() {
            return Err(Refusal::Taken(topic.id.to_string()));
        }
        self.topics.push(topic.clone());
        Ok(())
    }

    fn set_topic(&mut self, id: TopicId, state: TopicState) -> Result<(), Refusal> {
        let place = self.place_of_topic(id).ok_or(Refusal::NoTopic(id))?;
        let topic = self.topics.get_mut(place).ok_or(Refusal::NoTopic(id))?;
        topic.state = state;
        Ok(())
    }

    fn see_card(&mut self, card: &CardSeen) -> Result<(), Refusal> {
        match card.verdict {
            Verdict::Adopted { risk } => self.risk(risk).map(|_| ()).ok_or(Refusal::NoRisk(risk))?,
            Verdict::Dismissed => {}
        }
        if let Some(seen) = self.cards.iter_mut().find(|seen| seen.card == card.card) {
            seen.verdict = card.verdict;
        } else {
            room_for_one(self.cards.len(), MAX_CARDS)?;
            self.cards.push(card.clone());
        }
        Ok(())
    }

    /// Refuses a duel of risks that are no tied neighbours, so that no other pair changes places.
    fn fight(&mut self, duel: &Duel) -> Result<(), Refusal> {
        room_for_one(self.duels.len(), MAX_DUELS)?;
        for id in [duel.first, duel.second] {
            self.risk(id).ok_or(Refusal::NoRisk(id))?;
        }
        if !self.are_tied_neighbours(duel.first, duel.second) {
            return Err(Refusal::NoTie(duel.first, duel.second));
        }
        if self.duel_of(duel.first, duel.second) == Some(duel) {
            return Err(Refusal::NothingChanges);
        }
        self.duels.push(duel.clone());
        Ok(())
    }
}

const fn room_for_one(length: usize, limit: usize) -> Result<(), Refusal> {
    if length < limit { Ok(()) } else { Err(Refusal::Full { limit }) }
}
