//! One risk shown to the room: votes hidden, typed and revealed, and the other two steps.

use riskroom::text::catalogue::Lang;

use super::{golden_of_votes, meeting};

#[test]
fn one_risk_is_shown_to_the_room() {
    golden_of_votes("present_hidden", "p v '23?5' Enter");
    golden_of_votes("present_typed", "p v '23'");
    golden_of_votes("present_revealed", "p v '23?551' r");
    let mut room = meeting(Lang::En).size(200, 60);
    room.keys("g a g g n p v '23?551' r");
    insta::assert_snapshot!("present_revealed_200x60", room.frame());
    for (step, keys) in [("identify", "g i g g p"), ("solve", "g s g g p")] {
        for (width, height) in [(80, 24), (120, 36)] {
            let mut room = meeting(Lang::Es).size(width, height);
            room.keys(keys);
            insta::assert_snapshot!(format!("present_{step}_es_{width}x{height}"), room.frame());
        }
    }
}
