//! Two sessions compared.

use super::{ALL_SIZES, golden_in_both};

#[test]
fn a_meeting_and_the_next_one_are_compared() {
    let keys = "g l n ' 2' Enter g a g g 5 3 5 4 4 3 2 1 1 2 4 5 4 3 4 g i g g a 'Bots' Enter Esc g c";
    golden_in_both("compare", &ALL_SIZES, keys, keys);
    let maps = format!("{keys} h");
    golden_in_both("compare_maps", &[(80, 24), (120, 36)], &maps, &maps);
    golden_in_both("compare_small", &[(40, 12)], keys, keys);
}
