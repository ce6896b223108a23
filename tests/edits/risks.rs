//! Edits of risks, their levels and votes.

use std::sync::Arc;

use riskroom::domain::{
    Agreed, Cell, Cells, Edit, Hit, MAX_RISKS, Place, Refusal, RiskEdit, Round, Session, Votes,
};

use super::{after, refuses};
use crate::support::seeds::{agree, key, level, levels, line, name, p, r, risk, small_session, uid, votes};

fn edit(number: u32, edit: RiskEdit) -> Edit {
    Edit::Risk(r(number), edit)
}

fn vote(signs: &str) -> Edit {
    edit(1, RiskEdit::Vote(Cell::Fix, votes(signs)))
}

fn reveal() -> Edit {
    edit(1, RiskEdit::Reveal(Cell::Fix))
}

fn re_vote() -> Edit {
    edit(1, RiskEdit::ReVote(Cell::Fix))
}

fn add(change: impl FnOnce(&mut riskroom::domain::Risk)) -> Edit {
    let mut new = risk(9);
    change(&mut new);
    Edit::AddRisk(Box::new(new))
}

fn above() -> Refusal {
    Refusal::AboveScale { level: level(6), worst: level(5) }
}

#[test]
fn a_risk_that_is_not_there_is_refused() {
    let session = small_session();
    refuses(&session, &edit(9, RiskEdit::Owner(None)), &Refusal::NoRisk(r(9)));
    refuses(&session, &edit(1, RiskEdit::MoveBefore(Some(r(9)))), &Refusal::NoRisk(r(9)));
    refuses(&session, &edit(1, RiskEdit::Place(Place::Merged { into: r(9) })), &Refusal::NoRisk(r(9)));
}

#[test]
fn an_id_or_identity_is_taken_once() {
    let session = small_session();
    refuses(&session, &Edit::AddRisk(Box::new(risk(1))), &Refusal::Taken("R1".into()));
    refuses(&session, &add(|new| new.uid = uid(1001)), &Refusal::Taken("R9".into()));
}

#[test]
fn a_category_must_be_one_of_the_session() {
    let session = small_session();
    let refusal = Refusal::NoCategory("weather".into());
    refuses(&session, &edit(1, RiskEdit::Category(Some(key("weather")))), &refusal);
    refuses(&session, &add(|new| new.category = Some(key("weather"))), &refusal);
    after(session, [edit(1, RiskEdit::Category(Some(key("orders"))))]);
}

#[test]
fn who_said_it_must_take_part() {
    let session = small_session();
    refuses(&session, &edit(1, RiskEdit::SaidBy(Some(p(9)))), &Refusal::NoPerson(p(9)));
    refuses(&session, &add(|new| new.said_by = Some(p(9))), &Refusal::NoPerson(p(9)));
}

#[test]
fn a_tag_stands_once() {
    let session = small_session();
    let hit = Hit { tags: vec![name("data"), name("site"), name("data")], ..Hit::default() };
    refuses(&session, &edit(1, RiskEdit::Hit(hit.clone())), &Refusal::TagTwice("data".into()));
    refuses(&session, &add(|new| new.hit = hit), &Refusal::TagTwice("data".into()));
}

#[test]
fn a_level_above_the_scale_is_refused() {
    let session = small_session();
    refuses(&session, &agree(r(1), Cell::Impact, 6), &above());
    refuses(&session, &vote("346"), &above());
    let agreed = Agreed { level: level(6), reason: line("") };
    refuses(&session, &add(|new| new.cells.fix.agreed = Some(agreed)), &above());
    let carried =
        riskroom::domain::CarriedFrom { session: uid(7), risk: r(7), levels: levels([0, 6, 0, 0, 0]) };
    refuses(&session, &add(|new| new.carried_from = Some(carried)), &above());
}

#[test]
fn a_merge_goes_into_another_risk_on_the_list() {
    let merge = |from, into| edit(from, RiskEdit::Place(Place::Merged { into: r(into) }));
    let session = small_session();
    refuses(&session, &merge(1, 1), &Refusal::CannotMerge(r(1)));
    for place in [Place::Parked, Place::Bin, Place::Merged { into: r(3) }] {
        let session = after(session.clone(), [edit(2, RiskEdit::Place(place))]);
        refuses(&session, &merge(1, 2), &Refusal::CannotMerge(r(2)));
    }
    let session = after(session, [merge(1, 2), merge(2, 3)]);
    refuses(&session, &merge(3, 1), &Refusal::CannotMerge(r(1)));
}

#[test]
fn a_revealed_round_changes_only_by_a_re_vote() {
    let session = after(small_session(), [vote("344"), vote("345"), reveal()]);
    refuses(&session, &vote("333"), &Refusal::Revealed);
    refuses(&session, &reveal(), &Refusal::Revealed);
    let session = after(session, [re_vote(), vote("444")]);
    let cell = &session.risk(r(1)).unwrap().cells.fix;
    assert_eq!(cell.revealed(), Some(&votes("345")), "the second round is still hidden");
    let session = after(session, [reveal()]);
    assert_eq!(session.risk(r(1)).unwrap().cells.fix.revealed(), Some(&votes("444")));
    assert_eq!(session.risk(r(1)).unwrap().cells.fix.rounds.len(), 2, "both rounds are kept");
}

#[test]
fn only_votes_can_be_revealed() {
    let session = small_session();
    refuses(&session, &reveal(), &Refusal::NoVotes);
    let session = after(session, [vote("---")]);
    refuses(&session, &reveal(), &Refusal::NoVotes);
    let revealed = Round { votes: Votes::default(), revealed: true };
    refuses(&session, &add(|new| new.cells.impact.rounds = vec![revealed]), &Refusal::NoVotes);
}

#[test]
fn one_re_vote_follows_a_revealed_round() {
    let session = small_session();
    refuses(&session, &re_vote(), &Refusal::NoReVote);
    let session = after(session, [vote("344")]);
    refuses(&session, &re_vote(), &Refusal::NoReVote);
    let session = after(session, [reveal(), re_vote()]);
    refuses(&session, &re_vote(), &Refusal::NoReVote);
    let session = after(session, [vote("444"), reveal()]);
    refuses(&session, &re_vote(), &Refusal::NoReVote);
}

#[test]
fn only_the_last_round_of_a_new_risk_may_be_hidden() {
    let session = small_session();
    let round = |revealed| Round { votes: votes("333"), revealed };
    let with = |rounds: Vec<Round>| add(|new| new.cells.impact.rounds = rounds);
    refuses(&session, &with(vec![round(false), round(true)]), &Refusal::NoReVote);
    refuses(&session, &with(vec![round(true), round(true), round(true)]), &Refusal::NoReVote);
    after(session, [with(vec![round(true), round(false)])]);
}

#[test]
fn votes_are_cast_once_by_voters_who_take_part() {
    let session = small_session();
    refuses(&session, &vote("3334"), &Refusal::NotAVoter(p(4)));
    refuses(&session, &vote("333-4"), &Refusal::NoPerson(p(5)));
    let twice = RiskEdit::Vote(Cell::Fix, "P1:3 P2:3 P1:?".parse().unwrap());
    refuses(&session, &edit(1, twice), &Refusal::VotesTwice(p(1)));
}

#[test]
fn votes_never_change_an_agreed_level() {
    let session = after(small_session(), [agree(r(1), Cell::Fix, 2), vote("555"), reveal()]);
    assert_eq!(session.risk(r(1)).unwrap().levels().fix, Some(level(2)));
}

#[test]
fn the_list_has_an_end() {
    let mut session = small_session();
    let more = (10..).take(MAX_RISKS - session.risks.len()).map(|number| Arc::new(risk(number)));
    session.risks.extend(more);
    refuses(&session, &add(|_| {}), &Refusal::Full { limit: MAX_RISKS });
}

#[test]
fn a_risk_moves_before_another_or_to_the_end() {
    let ids = |session: &Session| session.risks.iter().map(|risk| risk.id.number()).collect::<Vec<_>>();
    let moved = |number, next| ids(&after(small_session(), [edit(number, RiskEdit::MoveBefore(next))]));
    assert_eq!(moved(3, Some(r(1))), [3, 1, 2]);
    assert_eq!(moved(1, None), [2, 3, 1]);
    assert_eq!(moved(2, Some(r(2))), [1, 2, 3]);
}

#[test]
fn a_new_risk_knows_nothing_of_its_cells() {
    assert_eq!(risk(1).levels(), Cells::default());
}
