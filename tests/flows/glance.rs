//! The first glance: out of sight while votes run, kept as the prior, shown beside what the room says.

use riskroom::app::notice::{Notice, Unavailable};
use riskroom::domain::{Cell, Edit, Glance, History, RiskEdit};

use crate::support::room::Room;
use crate::support::seeds::{agree, r, small_session, votes};
use crate::support::sessions::commit;

/// Votes of P1 and P2 on a cell of R1, whose first glance is large and small.
fn voting(cell: Cell) -> History {
    let mut history = History::new(small_session());
    let glance = [RiskEdit::Money(Glance::Large), RiskEdit::Marketing(Glance::Small)];
    commit(&mut history, glance.map(|edit| Edit::Risk(r(1), edit)).to_vec());
    commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Vote(cell, votes("32")))]);
    history
}

#[test]
fn it_is_hidden_in_list_and_details_while_votes_run() {
    for (width, height) in [(120, 36), (80, 24), (60, 20), (40, 12)] {
        let mut room = Room::with_session(&voting(Cell::Impact)).size(width, height);
        room.keys("g i g g");
        assert!(room.shows("R1   ?  ?  Risk 1"), "{}", room.screen());
        assert!(room.shows("R2   ·  ·  Risk 2"), "{}", room.screen());
        room.keys("Enter Down Down Down Down Down");
        assert!(room.shows("First glance € ? while votes run"), "{}", room.screen());
        assert!(!room.shows("€€") && !room.shows("large"), "{}", room.screen());
        room.keys("Esc g a Enter");
        assert!(!room.shows("large"), "{}", room.screen());
    }
}

#[test]
fn it_cannot_be_changed_while_votes_run() {
    let mut room = Room::with_session(&voting(Cell::Fix));
    let before = room.workshop().history.revision();
    for keys in ["g i g g v", "r", "Enter Down Down Down Down Enter", "Down e"] {
        room.keys(keys);
        assert!(matches!(room.notice(), Some(Notice::Unavailable(_, Unavailable::VotesRun))), "{keys}");
        assert!(room.app().overlay.is_none(), "{keys}");
    }
    assert_eq!(room.workshop().history.revision(), before);
    room.keys("Esc Down v");
    assert_eq!(room.risk(2).money, Glance::Small, "no votes run on this one");
}

#[test]
fn it_comes_back_with_the_reveal_beside_the_damage() {
    for (width, height) in [(120, 36), (80, 24), (200, 60)] {
        let mut history = voting(Cell::Financial);
        commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Reveal(Cell::Financial))]);
        let mut room = Room::with_session(&history).size(width, height);
        room.keys("g a g g Enter");
        assert!(room.shows("first glance: € large ◎ small"), "{}", room.screen());
        room.keys("Esc b");
        assert!(!room.shows("first glance: €"), "{}", room.screen());
        room.keys("b g i g g");
        assert!(room.shows("R1   €€ ◎  Risk 1"), "{}", room.screen());
    }
}

#[test]
fn a_level_agreed_of_the_damage_is_enough_but_no_other() {
    for (cell, is_shown) in [(Cell::Marketing, true), (Cell::Probability, false)] {
        let mut history = voting(Cell::Impact);
        commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Reveal(Cell::Impact)), agree(r(1), cell, 2)]);
        let mut room = Room::with_session(&history);
        room.keys("g a g g Enter");
        assert_eq!(room.shows("first glance: € large ◎ small"), is_shown, "{}", room.screen());
    }
}
