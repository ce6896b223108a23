//! A whole meeting in keys: eight people, five cells, two risks, one re-vote, one override, and the undo of each.

use riskroom::app::notice::Notice;
use riskroom::app::votes::Told;
use riskroom::domain::{Cell, Level, Session};

use crate::support::room::Room;
use crate::support::seeds::{levels, r, votes};

/// Eight people, of whom Cleo is away and Finn only watches, and two risks, all of it entered.
fn meeting() -> Room {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("g w a").paste("Ana\nBen\nCleo\nDora\nEmil\nFinn\nGita\nHugo\n").keys("Enter Esc");
    room.keys("g g Down Down Space Down Down Down v Esc");
    room.keys("a 'Card testing' Enter 'Supplier API outage' Enter Esc . g g");
    assert_eq!(room.session().people.len(), 8);
    assert_eq!(room.workshop().derived.voters.len(), 6);
    room
}

/// What was done, one entry each, with the state that followed.
struct Done(Vec<(&'static str, Session)>);

impl Done {
    fn keys(&mut self, room: &mut Room, what: &'static str, keys: &str) {
        let before = room.workshop().history.revision();
        room.keys(keys);
        assert_eq!(room.workshop().history.revision(), before + 1, "{what} is one entry: {keys}");
        self.0.push((what, room.session().clone()));
    }
}

#[test]
fn eight_people_vote_on_five_cells_of_two_risks_and_each_step_is_undone() {
    let mut room = meeting();
    let begin = room.session().clone();
    let mut done = Done(Vec::new());
    // The first risk: everybody agrees more or less, and the median is taken.
    for (signs, median) in [("445544", 4), ("333333", 3), ("2?2222", 2), ("444555", 4), ("343434", 3)] {
        let cell = room.workshop().cell;
        done.keys(&mut room, "votes", &format!("v '{signs}' Enter"));
        assert!(room.risk(1).cells.at(cell).is_voting());
        assert!(!room.shows("consensus"), "masked until the reveal: {}", room.screen());
        done.keys(&mut room, "reveal", "r");
        assert!(room.shows("consensus"), "{}", room.screen());
        done.keys(&mut room, "median", "Enter");
        assert_eq!(room.risk(1).cells.at(cell).level().map(Level::number), Some(median));
    }
    assert_eq!(room.risk(1).levels(), levels([4, 3, 2, 4, 3]));
    // The second one: the room is split, talks, and votes once more.
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(2)), Cell::Probability));
    done.keys(&mut room, "votes", "v '112455' Enter");
    done.keys(&mut room, "reveal", "r");
    assert!(room.shows("talk: lowest and highest speak first"), "{}", room.screen());
    done.keys(&mut room, "re-vote", "R");
    done.keys(&mut room, "second votes", "'333444' Enter");
    done.keys(&mut room, "second reveal", "r");
    done.keys(&mut room, "median", "Enter");
    let rounds = &room.risk(2).cells.probability.rounds;
    assert_eq!((&rounds[0].votes, &rounds[1].votes), (&votes("11-24-55"), &votes("33-34-44")));
    // One override: another level than the median, with its reason.
    done.keys(&mut room, "votes", "v '222222' Enter");
    done.keys(&mut room, "reveal", "r");
    done.keys(&mut room, "override", "4");
    done.keys(&mut room, "reason", "'the supplier said so' Enter");
    let agreed = room.risk(2).cells.impact.agreed.clone().unwrap();
    assert_eq!((agreed.level.number(), agreed.reason.as_str()), (4, "the supplier said so"));
    for signs in ["333333", "222222", "555555"] {
        done.keys(&mut room, "votes", &format!("v '{signs}' Enter"));
        done.keys(&mut room, "reveal", "r");
        done.keys(&mut room, "median", "Enter");
    }
    assert_eq!(room.risk(2).levels(), levels([3, 4, 3, 2, 5]));
    assert!(room.shows("2 of 2 scored"), "{}", room.screen());

    undo_each_and_redo(&mut room, &begin, &done);
    // All of it is on disk.
    let end = room.session().clone();
    assert_eq!(*room.reload().session(), end);
}

fn undo_each_and_redo(room: &mut Room, begin: &Session, Done(done): &Done) {
    let before = |place: usize| place.checked_sub(1).and_then(|it| done.get(it)).map_or(begin, |it| &it.1);
    for (place, (what, _)) in done.iter().enumerate().rev() {
        room.keys("u");
        assert_eq!(room.session(), before(place), "{what} is undone");
        assert!(matches!(room.notice(), Some(Notice::Undone(..))), "{what}: {:?}", room.notice());
        if *what == "reveal" {
            assert!(!room.shows("consensus"), "an undone reveal masks again: {}", room.screen());
        }
    }
    for (what, after) in done {
        room.keys("U");
        assert_eq!(room.session(), after, "{what} is done again");
    }
}

#[test]
fn an_override_without_its_reason_stands_and_is_told() {
    let mut room = meeting();
    room.keys("v '222222' r 4 Enter");
    assert_eq!(room.notice(), Some(&Notice::Votes(Told::ReasonMissing(r(1), Cell::Probability))));
    room.keys("u");
    assert_eq!(room.risk(1).levels(), levels([0; 5]));
}
