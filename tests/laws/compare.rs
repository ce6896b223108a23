//! Two sessions compared: nothing with itself, mirrored the other way round, a cause for all that differs.

use std::collections::BTreeMap;

use proptest::prelude::*;
use riskroom::domain::compare::{Comparison, Pairing, Row, Verdict};
use riskroom::domain::{Place, RiskId, Session};

use super::{config, history_after};
use crate::support::edits::steps;
use crate::support::seeds::{at, title, uid};

fn compare(before: &Session, after: &Session) -> Comparison {
    Comparison::of(before, after, &Pairing::default(), None)
}

type Ids = (Option<RiskId>, Option<RiskId>);

fn ids(row: &Row) -> Ids {
    (row.before.as_ref().map(|side| side.id), row.after.as_ref().map(|side| side.id))
}

fn listed(session: &Session) -> Vec<RiskId> {
    let mut ids: Vec<RiskId> =
        session.risks.iter().filter(|risk| risk.place == Place::List).map(|risk| risk.id).collect();
    ids.sort_unstable();
    ids
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_session_compared_with_itself_is_the_same(steps in steps()) {
        let session = history_after(&steps).session().clone();
        let comparison = compare(&session, &session);
        prop_assert!(comparison.is_empty(), "{comparison:?}");
        prop_assert!(comparison.rows.iter().all(|row| row.verdict == Verdict::Same && row.causes.is_empty()));
    }

    #[test]
    fn a_comparison_mirrors_the_other_way_round(first in steps(), second in steps(), carry in any::<bool>()) {
        let (one, other) = pair(&first, &second, carry);
        let (there, back) = (compare(&one, &other), compare(&other, &one));
        let mirrored: BTreeMap<Ids, Verdict> =
            back.rows.iter().map(|row| { let (a, b) = ids(row); ((b, a), row.verdict.mirrored()) }).collect();
        let told: BTreeMap<Ids, Verdict> = there.rows.iter().map(|row| (ids(row), row.verdict)).collect();
        prop_assert_eq!(told, mirrored);
        prop_assert_eq!(there.is_empty(), back.is_empty());
        prop_assert_eq!(there.settings.joined, back.settings.left);
        prop_assert_eq!(there.work.len(), back.work.len());
    }

    #[test]
    fn every_difference_has_a_cause_and_every_listed_risk_one_row(
        first in steps(), second in steps(), carry in any::<bool>()
    ) {
        let (one, other) = pair(&first, &second, carry);
        let comparison = compare(&one, &other);
        for row in &comparison.rows {
            prop_assert_eq!(row.is_change(), !row.causes.is_empty(), "{:?}", row);
        }
        let side = |of: fn(&Row) -> Option<RiskId>| {
            let mut ids: Vec<RiskId> = comparison.rows.iter().filter_map(of).collect();
            ids.sort_unstable();
            ids
        };
        prop_assert_eq!(side(|row| ids(row).0), listed(&one));
        prop_assert_eq!(side(|row| ids(row).1), listed(&other));
    }
}

/// Two sessions: the second one goes on from the first, or from the same beginning.
fn pair(
    first: &[crate::support::edits::Step],
    second: &[crate::support::edits::Step],
    carry: bool,
) -> (Session, Session) {
    let one = history_after(first).session().clone();
    let other = if carry {
        let mut history = riskroom::domain::History::new(one.carried(uid(99), title("Next"), at(1_000), 7));
        for step in second {
            super::take(&mut history, step);
        }
        history.session().clone()
    } else {
        history_after(second).session().clone()
    };
    ((*one).clone(), (*other).clone())
}
