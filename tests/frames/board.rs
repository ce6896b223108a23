//! Frames of the board: by status and by approach, filtered, empty, long, and what is told while one types.

use riskroom::text::catalogue::Lang;

use super::{ALL_SIZES, SIZES, golden, golden_in_both, held};
use crate::support::room::Room;

/// A board with so many ideas for the first risk, the last one selected.
fn board_of(lang: Lang, (width, height): (u16, u16), ideas: usize) -> Room {
    let mut room = Room::speaking(lang).size(width, height);
    room.keys("a 'Checkout Q4' Enter a 'Card testing' Enter 'Coupons' Enter Esc . 4 5 3 4 3 . Home");
    for idea in 1..=ideas {
        room.keys(&format!("g a g s a 'Measure {idea} against bots' Enter 2"));
    }
    room
}

#[test]
fn the_board_stands_by_status_and_by_approach() {
    golden_in_both("board_status", &ALL_SIZES, "g s Tab Right Right", "g s Tab Right Right");
    golden_in_both("board_approach", &ALL_SIZES, "g s Tab Right w", "g s Tab Right w");
    golden_in_both("board_approach", &[(40, 12), (60, 20)], "g s Tab Right w", "g s Tab Right w");
    golden("board_filtered", Lang::En, "g s Tab F Down Down Down Down Enter");
    golden("board_filter", Lang::En, "g s Tab F Down Down Space Down");
}

#[test]
fn the_board_is_empty_or_long() {
    for size in ALL_SIZES {
        for ideas in [0, 9] {
            let mut room = board_of(Lang::En, size, ideas);
            room.keys("Up Up Up");
            held(&format!("board_of_{ideas}_{}x{}", size.0, size.1), &room);
        }
    }
    let mut room = board_of(Lang::Es, (40, 12), 9);
    room.keys("Up Up Up w");
    held("board_of_9_es_40x12", &room);
}

#[test]
fn owner_and_day_are_told_while_they_are_typed() {
    golden_in_both(
        "owner",
        &SIZES,
        "g s Tab Right o Ctrl+w Ctrl+w 'd' Down",
        "g s Tab Right o Ctrl+w Ctrl+w 'd' Down",
    );
    golden_in_both("due", &[(80, 24)], "g s Tab Home D 'fri'", "g s Tab Home D 'vie'");
}
