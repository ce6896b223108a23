//! The log of changes.

use super::{ALL_SIZES, golden_in_both};

#[test]
fn the_log_stands_over_the_screen() {
    golden_in_both("changes", &ALL_SIZES, "g e", "g e");
    golden_in_both("changes_levels", &[(80, 24)], "g e F F", "g e F F");
    golden_in_both("changes_small", &[(40, 12)], "g e", "g e");
}
