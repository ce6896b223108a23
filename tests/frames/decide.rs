//! Frames of decisions, the bow-tie and the budget.

use super::{ALL_SIZES, golden_in_both};

/// With a small projector with large letters.
const SIZES: [(u16, u16); 2] = [(60, 20), (40, 12)];

#[test]
fn a_decision_is_asked_for_and_told() {
    let keys = "g s Down Down A";
    golden_in_both("course", &ALL_SIZES, keys, keys);
    let english = "g s A Down Enter 'Too rare to matter' Enter '+6m'";
    golden_in_both("review", &ALL_SIZES, english, "g s A Down Enter 'Pasa muy poco' Enter '+6m'");
    golden_in_both("accepted", &ALL_SIZES, "g s g 2 Enter", "g s g 2 Enter");
}

#[test]
fn the_bow_tie_stands_side_by_side_where_there_is_room() {
    let keys = "g s g 3 Enter B Right Right Right";
    golden_in_both("bow_tie", &ALL_SIZES, keys, keys);
    golden_in_both("bow_tie", &SIZES, keys, keys);
    golden_in_both(
        "bow_tie_bare",
        &ALL_SIZES,
        "g i a 'Flood' Enter Esc End B",
        "g i a 'Riada' Enter Esc End B",
    );
}

#[test]
fn the_budget_tells_what_it_suggests_and_what_it_leaves_out() {
    let keys = "g s m '9000' Enter Down";
    golden_in_both("budget", &ALL_SIZES, keys, keys);
    golden_in_both("budget", &SIZES, keys, keys);
    golden_in_both("budget_cap", &ALL_SIZES, "g s m Esc m '40'", "g s m Esc m '40'");
}
