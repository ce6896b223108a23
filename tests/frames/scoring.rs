//! What lies over the scoring grid and on its edges: the weights dial, the pace.

use riskroom::domain::History;
use riskroom::text::catalogue::Lang;

use super::{golden_in_both, hold};
use crate::support::generate::history_with;
use crate::support::room::Room;
use crate::support::seeds::session_of;

#[test]
fn the_weights_dial_shows_ranks_before_and_after() {
    let keys = "g a g g w Right Right Down Left Down 3 Tab";
    golden_in_both("weights", &[(40, 12), (60, 20), (80, 24), (120, 36)], keys, keys);
    let mut room = Room::with_session(&history_with(300, 0, 3)).size(80, 24);
    room.keys("g a w 9 Tab PgDn PgDn PgDn");
    hold("weights_many_80x24", &room);
    let mut room = Room::with_session(&History::new(session_of(5))).size(80, 24);
    room.keys("g a w");
    hold("weights_none_80x24", &room);
}

#[test]
fn the_pace_stands_on_the_edges_of_the_grid() {
    for (sign, lang) in [("", Lang::En), ("_es", Lang::Es)] {
        for (width, height) in [(60, 20), (80, 24), (120, 36)] {
            let mut room = Room::speaking(lang).size(width, height);
            room.keys("a 'Caja' Enter a 'A' Enter 'B' Enter 'C' Enter Esc Home g a");
            room.keys("3 4 2 3 1 3 3 2 2 4").wait(40);
            hold(&format!("pace{sign}_{width}x{height}"), &room);
        }
    }
}
