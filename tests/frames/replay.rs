//! Replay, how a cell got its level, and review.

use super::{ALL_SIZES, golden_in_both};

#[test]
fn the_bar_stands_below_the_session_as_it_was() {
    golden_in_both("replay", &ALL_SIZES, "g y v PgUp PgUp PgUp Enter", "g y v PgUp PgUp PgUp Enter");
    golden_in_both("replay_small", &[(40, 12), (60, 20)], "g y Left", "g y Left");
}

#[test]
fn a_cell_tells_how_it_got_its_level() {
    golden_in_both("cell_history", &[(80, 24), (120, 36)], "g a g g Right Right H", "g a g g Right Right H");
}

#[test]
fn a_session_under_review_says_so() {
    golden_in_both("under_review", &[(80, 24), (120, 36)], "g l V g a g g", "g l V g a g g");
}

#[test]
fn a_carried_session_shows_last_levels_after_its_own() {
    golden_in_both("carry_title", &[(80, 24)], "g l n", "g l n");
    let keys = "g l n Enter g a g g 3 Left";
    golden_in_both("carried", &[(80, 24), (120, 36)], keys, keys);
}
