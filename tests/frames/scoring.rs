//! What lies over the scoring grid: the weights dial.

use riskroom::domain::History;

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
