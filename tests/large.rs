//! Large sessions are whole, ranked and the same for the same seed.

use riskroom::domain::{Ranking, score::is_scored};

use crate::support::generate::{history_with, session_with};

#[test]
fn a_generated_session_is_whole() {
    let session = session_with(300, 12, 1);
    assert_eq!((session.risks.len(), session.people.len(), session.solutions.len()), (300, 12, 20));
    assert_eq!(session.check(), []);
    assert!(session.risks.iter().all(|risk| is_scored(&risk.levels())));
    let voted = |votes: &riskroom::domain::Votes| votes.0.len() == 12;
    assert!(
        session
            .risks
            .iter()
            .all(|risk| risk.cells.iter().all(|(_, cell)| cell.revealed().is_some_and(voted)))
    );
    assert!(session.solutions.iter().all(|solution| !solution.links.is_empty()));
}

#[test]
fn the_same_seed_gives_the_same_session_and_another_seed_another() {
    let one = history_with(40, 6, 7);
    let again = history_with(40, 6, 7);
    assert_eq!((one.session(), one.entries()), (again.session(), again.entries()));
    assert_ne!(one.session(), history_with(40, 6, 8).session());
}

#[test]
fn a_generated_session_has_risks_in_every_band() {
    let ranking = Ranking::of(&session_with(300, 12, 1));
    for band in riskroom::domain::Band::ALL {
        let found = ranking.priorities.iter().filter(|priority| priority.band == Some(band)).count();
        assert!(found >= 10, "{found} risks are {band:?}");
    }
}

#[test]
fn a_meeting_may_have_no_voters_and_no_risks() {
    assert_eq!(session_with(0, 0, 1).check(), []);
    assert_eq!(session_with(3, 0, 1).check(), []);
    assert_eq!(session_with(3, 40, 1).check(), []);
}
