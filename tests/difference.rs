//! What distinguishes two sessions: nothing if they are equal, always something otherwise.

use std::sync::Arc;

use proptest::prelude::*;
use riskroom::store::difference::{Difference, differences};

use crate::support::seeds::{r, risk, small_session, title};
use crate::support::sessions::{histories, small};

fn lines(found: &[Difference]) -> Vec<String> {
    found.iter().map(Difference::line).collect()
}

#[test]
fn a_value_is_told_by_the_id_of_what_it_belongs_to() {
    let old = small_session();
    let mut new = old.clone();
    new.risks.swap(0, 2);
    Arc::make_mut(&mut new.risks[1]).title = title("Another");
    Arc::make_mut(&mut new.risks[0]).owner = Some(riskroom::domain::Name::new("Ana").unwrap());
    let told = lines(&differences(&old, &new));
    assert_eq!(
        told,
        ["risks[R2].title: Risk 2 → Another", "risks[R3].owner: – → Ana", "risks: R1, R2, R3 → R3, R2, R1"]
    );
}

#[test]
fn what_was_added_and_what_is_gone_is_called_by_its_title() {
    let old = small_session();
    let mut new = old.clone();
    new.risks.remove(0);
    let mut added = risk(9);
    added.id = r(9);
    new.risks.push(Arc::new(added));
    assert_eq!(lines(&differences(&old, &new)), ["risks[R1]: Risk 1 → –", "risks[R9]: – → Risk 9"]);
}

#[test]
fn a_line_is_clean_and_not_too_long() {
    let path = "shop".to_owned();
    let hostile = Difference { path, old: Some("\u{1b}[2J\nx".to_owned()), new: Some("y".repeat(5000)) };
    let line = hostile.line();
    assert!(!line.chars().any(char::is_control) && line.chars().count() < 200, "{line}");
}

proptest! {
    #[test]
    fn there_is_a_difference_exactly_if_the_sessions_are_not_equal(one in histories(), other in histories()) {
        prop_assert!(differences(one.session(), one.session()).is_empty());
        let (one, other) = (one.session(), other.session());
        prop_assert_eq!(differences(one, other).is_empty(), one == other);
        let first = differences(one, other);
        prop_assert_eq!(first, differences(one, other));
        prop_assert_eq!(differences(small().session(), other).is_empty(), small().session() == other);
    }
}
