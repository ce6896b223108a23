//! Edits of a risk: wording, place, levels and votes.

use std::collections::HashSet;
use std::sync::Arc;

use super::{RiskEdit, move_before};
use crate::domain::{
    Assessment, Ballot, Cell, Hit, Key, PersonId, Place, Refusal, Risk, RiskId, Round, Seat, Session, Votes,
};

impl Session {
    pub(super) fn apply_risk(&mut self, id: RiskId, edit: &RiskEdit) -> Result<(), Refusal> {
        let place = self.place_of(id).ok_or(Refusal::NoRisk(id))?;
        let risk = self.risks.get(place).ok_or(Refusal::NoRisk(id))?;
        self.check_risk_edit(risk, edit)?;
        if let RiskEdit::MoveBefore(next) = edit {
            if *next != Some(id) {
                let next = next.and_then(|next| self.place_of(next));
                move_before(&mut self.risks, Some(place), next);
            }
            return Ok(());
        }
        let risk = self.risks.get_mut(place).ok_or(Refusal::NoRisk(id))?;
        let risk = Arc::make_mut(risk);
        match edit {
            RiskEdit::Title(title) => risk.title = title.clone(),
            RiskEdit::Cause(cause) => risk.cause = cause.clone(),
            RiskEdit::Consequence(consequence) => risk.consequence = consequence.clone(),
            RiskEdit::Category(category) => risk.category.clone_from(category),
            RiskEdit::Money(glance) => risk.money = *glance,
            RiskEdit::Marketing(glance) => risk.marketing = *glance,
            RiskEdit::Hit(hit) => risk.hit = hit.clone(),
            RiskEdit::Evidence(evidence) => risk.evidence = *evidence,
            RiskEdit::Duty(duty) => risk.duty.clone_from(duty),
            RiskEdit::Owner(owner) => risk.owner.clone_from(owner),
            RiskEdit::SaidBy(person) => risk.said_by = *person,
            RiskEdit::Place(place) => risk.place = *place,
            RiskEdit::Decision(decision) => risk.decision = decision.clone(),
            RiskEdit::MoveBefore(_) => {}
            RiskEdit::Agree(cell, agreed) => risk.cells.at_mut(*cell).agreed.clone_from(agreed),
            RiskEdit::Vote(cell, votes) => vote(risk.cells.at_mut(*cell), votes),
            RiskEdit::Reveal(cell) => {
                if let Some(round) = risk.cells.at_mut(*cell).rounds.last_mut() {
                    round.revealed = true;
                }
            }
            RiskEdit::ReVote(cell) => {
                let round = Round { votes: Votes::default(), revealed: false };
                risk.cells.at_mut(*cell).rounds.push(round);
            }
            RiskEdit::Sign(sign) => risk.sign.clone_from(sign),
            RiskEdit::Dots(dots) => risk.dots = *dots,
        }
        Ok(())
    }

    /// Refuses what would break the session, before anything changes.
    fn check_risk_edit(&self, risk: &Risk, edit: &RiskEdit) -> Result<(), Refusal> {
        let cell = |cell: Cell| risk.cells.at(cell);
        match edit {
            RiskEdit::Category(Some(key)) => self.check_category(key),
            RiskEdit::Hit(hit) => check_tags(hit),
            RiskEdit::SaidBy(Some(person)) => self.check_person(*person),
            RiskEdit::Place(Place::Merged { into }) => self.check_merge(risk.id, *into),
            RiskEdit::MoveBefore(Some(next)) => self.risk(*next).map(|_| ()).ok_or(Refusal::NoRisk(*next)),
            RiskEdit::Agree(_, Some(agreed)) => self.level_fits(agreed.level),
            RiskEdit::Vote(at, votes) => {
                if cell(*at).rounds.last().is_some_and(|round| round.revealed) {
                    return Err(Refusal::Revealed);
                }
                self.check_votes(votes, Voting::Now)
            }
            RiskEdit::Reveal(at) => match cell(*at).rounds.last() {
                Some(round) if !round.revealed && !round.votes.0.is_empty() => Ok(()),
                Some(round) if round.revealed => Err(Refusal::Revealed),
                Some(_) | None => Err(Refusal::NoVotes),
            },
            RiskEdit::ReVote(at) => {
                let rounds = &cell(*at).rounds;
                let open = rounds.last().is_none_or(|round| !round.revealed);
                if open || rounds.len() >= Assessment::ROUNDS { Err(Refusal::NoReVote) } else { Ok(()) }
            }
            RiskEdit::Title(_)
            | RiskEdit::Cause(_)
            | RiskEdit::Consequence(_)
            | RiskEdit::Category(None)
            | RiskEdit::Money(_)
            | RiskEdit::Marketing(_)
            | RiskEdit::Evidence(_)
            | RiskEdit::Duty(_)
            | RiskEdit::Owner(_)
            | RiskEdit::SaidBy(None)
            | RiskEdit::Place(Place::List | Place::Parked | Place::Bin)
            | RiskEdit::Decision(_)
            | RiskEdit::MoveBefore(None)
            | RiskEdit::Agree(_, None)
            | RiskEdit::Sign(_)
            | RiskEdit::Dots(_) => Ok(()),
        }
    }

    /// Refuses a risk that does not fit into this session.
    pub(in crate::domain) fn check_risk(&self, risk: &Risk) -> Result<(), Refusal> {
        if let Some(key) = &risk.category {
            self.check_category(key)?;
        }
        check_tags(&risk.hit)?;
        if let Some(person) = risk.said_by {
            self.check_person(person)?;
        }
        if let Place::Merged { into } = risk.place {
            self.check_merge(risk.id, into)?;
        }
        if let Some(from) = &risk.carried_from {
            from.levels
                .iter()
                .filter_map(|(_, level)| *level)
                .try_for_each(|level| self.level_fits(level))?;
        }
        for (_, assessment) in risk.cells.iter() {
            assessment.level().map_or(Ok(()), |level| self.level_fits(level))?;
            self.check_rounds(&assessment.rounds)?;
        }
        Ok(())
    }

    /// Refuses rounds that could not have come from votes, reveals and re-votes.
    pub(in crate::domain) fn check_rounds(&self, rounds: &[Round]) -> Result<(), Refusal> {
        let hidden = rounds.iter().rev().skip(1).any(|round| !round.revealed);
        if rounds.len() > Assessment::ROUNDS || hidden {
            return Err(Refusal::NoReVote);
        }
        if rounds.iter().any(|round| round.revealed && round.votes.0.is_empty()) {
            return Err(Refusal::NoVotes);
        }
        rounds.iter().try_for_each(|round| self.check_votes(&round.votes, Voting::Past))
    }

    fn check_votes(&self, votes: &Votes, voting: Voting) -> Result<(), Refusal> {
        let mut seen = HashSet::new();
        for vote in &votes.0 {
            let person = self.person(vote.who).ok_or(Refusal::NoPerson(vote.who))?;
            if voting == Voting::Now && person.seat != Seat::Voter {
                return Err(Refusal::NotAVoter(vote.who));
            }
            if !seen.insert(vote.who) {
                return Err(Refusal::VotesTwice(vote.who));
            }
            if let Ballot::Level(level) = vote.ballot {
                self.level_fits(level)?;
            }
        }
        Ok(())
    }

    fn check_category(&self, key: &Key) -> Result<(), Refusal> {
        self.category(key).map(|_| ()).ok_or_else(|| Refusal::NoCategory(key.to_string()))
    }

    fn check_person(&self, id: PersonId) -> Result<(), Refusal> {
        self.person(id).map(|_| ()).ok_or(Refusal::NoPerson(id))
    }

    /// A risk is merged into one that is on the list, so merges never go in circles.
    fn check_merge(&self, id: RiskId, into: RiskId) -> Result<(), Refusal> {
        let target = self.risk(into).ok_or(Refusal::NoRisk(into))?;
        if into == id || target.place != Place::List { Err(Refusal::CannotMerge(into)) } else { Ok(()) }
    }
}

/// Whether votes are cast now, or stand there from when their owners were voters.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Voting {
    Now,
    Past,
}

fn vote(assessment: &mut Assessment, votes: &Votes) {
    match assessment.rounds.last_mut() {
        Some(round) => round.votes = votes.clone(),
        None => assessment.rounds.push(Round { votes: votes.clone(), revealed: false }),
    }
}

/// Refuses a tag that stands there twice.
pub(in crate::domain) fn check_tags(hit: &Hit) -> Result<(), Refusal> {
    let mut seen = HashSet::new();
    match hit.tags.iter().find(|&tag| !seen.insert(tag)) {
        Some(tag) => Err(Refusal::TagTwice(tag.to_string())),
        None => Ok(()),
    }
}
