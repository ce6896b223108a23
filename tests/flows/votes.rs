//! Votes without devices: typed by seat, masked until the reveal, one re-vote, overrides with and without a reason.

use proptest::prelude::*;
use riskroom::app::banner::Offer;
use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::typing::purpose::Purpose;
use riskroom::app::votes::Told;
use riskroom::app::workshop::Step;
use riskroom::app::{Action, Event};
use riskroom::domain::{
    Assessment, Cell, Edit, Glance, History, PersonEdit, RiskEdit, Seat, Session, SessionEdit,
};

use crate::support::room::Room;
use crate::support::seeds::{at, levels, p, person, r, risk, session_of, votes};
use crate::support::sessions::commit;

/// Eight people, of whom P3 is away and P6 only watches: six seats, P1 P2 P4 P5 P7 P8. Two risks.
pub(crate) fn eight_people() -> History {
    let mut history = History::new(session_of(5));
    let seat = |number| if number == 6 { Seat::Observer } else { Seat::Voter };
    let people = (1..=8).map(|number| Edit::AddPerson(person(number, seat(number)))).collect();
    commit(&mut history, people);
    commit(&mut history, (1..=2).map(|number| Edit::AddRisk(Box::new(risk(number)))).collect());
    commit(&mut history, vec![Edit::Person(p(3), PersonEdit::Present(false))]);
    history
}

fn room() -> Room {
    let mut room = Room::with_session(&eight_people());
    room.keys("g a g g");
    room
}

fn cell(room: &Room, number: u32, cell: Cell) -> &Assessment {
    room.risk(number).cells.at(cell)
}

fn why(room: &Room) -> Option<Unavailable> {
    if let Some(Notice::Unavailable(_, why)) = room.notice() { Some(*why) } else { None }
}

#[test]
fn two_risks_are_voted_on_from_the_first_cell_to_the_last() {
    let mut room = room();
    room.keys("v '44 5 544' Enter");
    assert_eq!(cell(&room, 1, Cell::Probability).hidden(), Some(&votes("44-55-44")));
    assert_eq!(room.notice(), Some(&Notice::Votes(Told::In(6, 6))));
    room.keys("r Enter v '333333' r Enter v '2?2222' r Enter v '444555' r Enter v '343434' r Enter");
    assert_eq!(room.risk(1).levels(), levels([4, 3, 2, 4, 3]));
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(2)), Cell::Probability));
    // One re-vote.
    room.keys("v '112455' r");
    assert!(room.shows("talk: lowest and highest speak first"), "{}", room.screen());
    room.keys("R '333444' r Enter");
    let rounds = &cell(&room, 2, Cell::Probability).rounds;
    assert_eq!(rounds[0].votes, votes("11-24-55"));
    assert_eq!(rounds[1].votes, votes("33-34-44"));
    room.keys("Left");
    assert!(room.shows("round 1 1·1·2·4·5·5") && room.shows("→ round 2 3·3·3·4·4·4"), "{}", room.screen());
    // One override with its reason, and one without.
    room.keys("Right v '222222' r 4 'the supplier said so' Enter");
    assert_eq!(room.workshop().cell, Cell::Financial);
    let agreed = cell(&room, 2, Cell::Impact).agreed.clone().unwrap();
    assert_eq!((agreed.level.number(), agreed.reason.as_str()), (4, "the supplier said so"));
    room.keys("v '222222' r 5 Enter");
    assert_eq!(room.notice(), Some(&Notice::Votes(Told::ReasonMissing(r(2), Cell::Financial))));
    room.keys("Left");
    assert!(room.shows("Reason missing"), "{}", room.screen());
    room.keys("Right v '1---' r 3 Esc");
    assert_eq!(room.notice(), Some(&Notice::Votes(Told::ReasonMissing(r(2), Cell::Marketing))));
    assert_eq!(room.workshop().cell, Cell::Fix);
    room.keys("5");
    assert!(room.app().typing.is_none(), "without votes there is no median to differ from");
    assert_eq!(room.risk(2).levels(), levels([3, 4, 5, 3, 5]));
}

#[test]
fn seats_are_those_who_are_here_and_vote() {
    let mut room = room();
    room.keys("v");
    assert!(room.shows("0 of 6 in"), "{}", room.screen());
    for initials in ["P1", "P2", "P4", "P5", "P7", "P8"] {
        assert!(room.shows(initials), "{initials}: {}", room.screen());
        room.keys("Right");
    }
    room.keys("Home '334?20' Enter");
    assert_eq!(cell(&room, 1, Cell::Probability).hidden(), Some(&votes("33-4?-2?")));
}

#[test]
fn a_seat_is_corrected_before_the_reveal_and_not_after_it() {
    let mut room = room();
    room.keys("v '33' Enter");
    assert_eq!(cell(&room, 1, Cell::Probability).hidden(), Some(&votes("33")));
    room.keys("v '45' Home Right 1 End Backspace 5 Left Left Left Delete Enter");
    assert_eq!(cell(&room, 1, Cell::Probability).hidden(), Some(&votes("31-4---5")));
    room.keys("v Home - Enter");
    assert_eq!(cell(&room, 1, Cell::Probability).hidden(), Some(&votes("-1-4---5")));
    room.keys("v Backspace Ctrl+z Enter");
    assert_eq!(cell(&room, 1, Cell::Probability).hidden(), Some(&votes("-1-4---5")));
    room.keys("r v");
    assert_eq!(why(&room), Some(Unavailable::ReVoteFirst));
    room.keys("R Esc v 2 Enter r R");
    assert_eq!(why(&room), Some(Unavailable::ReVoteUsed));
    room.keys("v");
    assert_eq!(why(&room), Some(Unavailable::RoundsOver));
}

#[test]
fn what_is_no_vote_or_too_many_is_refused_and_nothing_is_lost() {
    let mut room = room();
    room.keys("v '33'");
    for wrong in ["6", "7", "x", "R", ":", "."] {
        room.keys(wrong);
        assert!(
            matches!(room.notice(), Some(Notice::Votes(Told::NotAVote(_)))),
            "{wrong}: {:?}",
            room.notice()
        );
    }
    room.paste("12345");
    assert_eq!(room.notice(), Some(&Notice::Votes(Told::NoMoreSeats(6))));
    room.paste("12a");
    assert!(matches!(room.notice(), Some(Notice::Votes(Told::NotAVote(_)))));
    room.paste("1 2\n3 4\n");
    assert_eq!(room.notice(), None);
    room.keys("5");
    assert_eq!(room.notice(), Some(&Notice::Votes(Told::NoMoreSeats(6))));
    room.keys("Enter");
    assert_eq!(cell(&room, 1, Cell::Probability).hidden(), Some(&votes("33-12-34")));
}

#[test]
fn each_is_undone_and_an_undone_reveal_masks_again() {
    let mut room = room();
    let begin = room.session().clone();
    room.keys("v '334?2' r");
    assert!(room.shows("consensus"), "{}", room.screen());
    room.keys("u");
    assert!(!room.shows("consensus") && room.shows("5 of 6 in"), "{}", room.screen());
    assert!(cell(&room, 1, Cell::Probability).is_voting());
    room.keys("u");
    assert_eq!(*room.session(), begin, "entering is one entry");
    room.keys("U U R '4444' r Enter");
    let whole = room.session().clone();
    room.keys("u u u u");
    assert_eq!(cell(&room, 1, Cell::Probability).rounds.len(), 1);
    room.keys("U U U U");
    assert_eq!(*room.session(), whole);
    room.keys("v '2222' r 5 'why' Enter u u");
    assert_eq!(cell(&room, 1, Cell::Impact).agreed, None);
}

#[test]
fn typed_votes_left_with_esc_are_gone_on_with() {
    let mut room = room();
    room.keys("v '33' Esc");
    assert_eq!(room.notice(), Some(&Notice::DraftKept));
    assert!(cell(&room, 1, Cell::Probability).rounds.is_empty());
    room.keys("r");
    assert_eq!(room.notice(), Some(&Notice::Votes(Told::NotStored)));
    assert!(room.shows("2 of 6 in"), "{}", room.screen());
    room.keys("4 r");
    assert_eq!(cell(&room, 1, Cell::Probability).revealed(), Some(&votes("33-4")));
    // Esc without a change leaves nothing behind.
    room.keys("Right v Esc");
    assert_eq!((room.notice(), room.app().drafts.len()), (None, 0));
}

#[test]
fn a_draft_is_of_people_and_not_of_seats() {
    let mut room = room();
    room.keys("v '12345' Esc g w Space Esc");
    assert!(!room.session().people[0].present);
    room.keys("v");
    assert!(room.shows("4 of 5 in + 1 away"), "{}", room.screen());
    room.keys("Enter");
    assert_eq!(cell(&room, 1, Cell::Probability).hidden(), Some(&votes("12-34-5")));
}

#[test]
fn somebody_who_leaves_keeps_their_vote() {
    let mut room = room();
    room.keys("v '123456' Esc v '123451' Enter g w Down Space Esc v");
    assert!(room.shows("5 of 5 in + 1 away"), "{}", room.screen());
    room.keys("5 Enter");
    assert_eq!(cell(&room, 1, Cell::Probability).hidden(), Some(&votes("52-34-51")));
}

#[test]
fn with_nobody_to_vote_people_are_offered() {
    let mut room = Room::with_workshop("Checkout");
    room.keys("a 'A' Enter Esc . v");
    assert_eq!(why(&room), Some(Unavailable::NobodyVotes));
    assert!(room.shows("g w"), "{}", room.screen());
    room.keys("r");
    assert_eq!(why(&room), Some(Unavailable::NothingToReveal));
    room.keys("R");
    assert_eq!(why(&room), Some(Unavailable::NotRevealed));
}

#[test]
fn a_closed_session_takes_no_votes() {
    let mut history = eight_people();
    commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Vote(Cell::Probability, votes("33")))]);
    let close = SessionEdit::Close { at: at(9), reason: crate::support::seeds::line("") };
    commit(&mut history, vec![Edit::Session(close)]);
    let mut room = Room::with_session(&history);
    room.keys("g a g g");
    for key in ["v", "r", "R"] {
        room.keys(key);
        assert_eq!(why(&room), Some(Unavailable::Closed), "{key}");
    }
    room.keys("N");
    assert_eq!(room.notice(), Some(&Notice::NothingDisputed), "looking is possible");
}

#[test]
fn the_next_disputed_cell_is_found_by_row_and_by_column() {
    let mut room = room();
    room.keys("v '111555' r Right Right v '?3?333' r Down v '135135' r g g Left Left N");
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(1)), Cell::Financial));
    room.keys("N");
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(2)), Cell::Financial));
    room.keys("N");
    assert_eq!((room.workshop().risk, room.workshop().cell), (Some(r(1)), Cell::Probability));
    assert!(room.shows("–!"), "{}", room.screen());
}

#[test]
fn a_knowledge_gap_asks_who_could_tell() {
    let mut room = room();
    room.keys("v '33?3?3' r");
    assert!(room.shows("who could tell us?"), "{}", room.screen());
}

#[test]
fn names_stand_beside_votes_only_on_request() {
    let mut room = room();
    room.keys("v '113455' r");
    assert!(!room.shows("Person"), "{}", room.screen());
    assert!(room.shows("P votes 1·1·3·4·5·5"), "{}", room.screen());
    room.keys(": 'who said' Enter").resize(200, 60);
    assert!(room.shows("Person 1, Person 2 (lowest)"), "{}", room.screen());
    assert!(room.shows("P7 5 · P8 5"), "{}", room.screen());
    room.keys("b");
    assert!(!room.shows("Person 1") && !room.shows("P8 5"), "{}", room.screen());
}

#[test]
fn the_first_glance_waits_for_the_reveal() {
    let mut history = eight_people();
    commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Money(Glance::Large))]);
    let mut room = Room::with_session(&history);
    room.keys("g a g g Right Right v '333' Enter");
    assert!(!room.shows("large"), "{}", room.screen());
    room.keys("r");
    assert!(room.shows("first glance: € large"), "{}", room.screen());
}

/// Everything a room can see: every frame, what is told, and what was told.
pub(crate) fn seen(room: &Room) -> String {
    format!("{}{:?}{:?}{:?}", room.screen(), room.notice(), room.app().messages, room.app().news)
}

/// What is seen on the way through votes that are typed, left, taken up after a crash, stored, corrected, undone.
fn masked(signs: &str, size: (u16, u16)) -> Vec<String> {
    let mut room = Room::with_session(&eight_people()).size(size.0, size.1);
    room.keys("g w t 'IT' Enter Down t 'Sales' Enter Esc");
    let mut frames = Vec::new();
    let mut look = |room: &mut Room, keys: &str| {
        for key in keys.split(' ').filter(|key| !key.is_empty()) {
            room.keys(key);
            frames.push(seen(room));
        }
    };
    look(&mut room, "g a g g v");
    for sign in signs.chars() {
        look(&mut room, &sign.to_string());
    }
    look(&mut room, "Left Left F1 Esc");
    let mut room = room.reload();
    look(
        &mut room,
        "g o Enter u U v Enter Right Left b b Enter Esc m Right Left Esc g r m Esc Esc g i g s g a g m Esc g w Space Space Esc v Esc",
    );
    look(&mut room, "? Esc : Esc / Esc g l Esc");
    // The votes are in: what tells of the past, and what is computed.
    look(&mut room, "g a g g v Enter H F y Left Left Right v Left v Left Home End Esc");
    look(&mut room, "g e Home End F F / 4 Enter Esc x y Left Enter Esc");
    look(
        &mut room,
        "g r w Right Right Esc Esc g h v s Esc g x Esc g v Tab Esc g t Tab Esc g s B Right Esc m Esc Esc",
    );
    look(&mut room, "g l F F F F F / 4 Enter Esc V g y Left Left Esc g e Esc");
    assert!(room.app().place == riskroom::app::Place::Workshop && room.shows("REVIEW"), "{}", room.screen());
    frames
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(6))]
    #[test]
    fn nothing_on_screen_depends_on_what_is_voted(votes in "[1-5?]{6}", other in "[1-5?]{6}", narrow: bool) {
        let size = if narrow { (80, 24) } else { (120, 36) };
        for (here, there) in masked(&votes, size).iter().zip(masked(&other, size)) {
            prop_assert_eq!(here, &there);
        }
    }
}

#[test]
fn stray_votes_are_not_told_either() {
    let mut room = Room::with_session(&eight_people());
    let path = std::path::PathBuf::from("/far/away.ron");
    let history = Box::new(room.workshop().history.clone());
    let drafts = vec![("votes R9 impact".to_owned(), "P1:3 P2:4".to_owned())];
    let welcome = riskroom::app::Welcome { drafts, ..riskroom::app::Welcome::default() };
    room.happens(Event::Opened { path, history, welcome: Box::new(welcome) });
    room.keys("g m");
    assert!(!seen(&room).contains("P1:3"), "{}", room.screen());
    assert!(room.shows("●●●"), "{}", room.screen());
}

#[test]
fn votes_left_unfinished_are_offered_after_a_crash() {
    let mut room = room();
    room.keys("Down Right v '12'").wait(2);
    let mut room = room.reload();
    let purpose = Purpose::Votes(r(2), Cell::Impact);
    assert_eq!(room.app().offer(), Some(Offer::GoOn(purpose)));
    assert!(room.shows("votes · R2 I"), "{}", room.screen());
    room.keys("g o");
    assert_eq!(room.workshop().step, Step::Assess);
    assert!(room.shows("2 of 6 in"), "{}", room.screen());
    room.keys("'345?' r");
    assert_eq!(cell(&room, 2, Cell::Impact).revealed(), Some(&votes("12-34-5?")));
    assert!(room.app().availability(Action::TakeMedian).is_ok());
}

/// Keys that somebody could press in the line.
fn any_key() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "1",
        "2",
        "3",
        "4",
        "5",
        "6",
        "9",
        "0",
        "?",
        "-",
        "x",
        "Space",
        "Left",
        "Right",
        "Home",
        "End",
        "Backspace",
        "Delete",
        "Ctrl+z",
        "Ctrl+y",
        "Ctrl+w",
        "Up",
        "Tab",
        "F1",
        "Shift+Left",
        "Ctrl+Left",
        "R",
        "g",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_keys_give_at_most_one_vote_per_seat_in_seat_order(keys in prop::collection::vec(any_key(), 0..40)) {
        let mut room = room();
        room.keys("v").keys(&keys.join(" "));
        prop_assert!(room.app().typing.as_ref().is_some_and(|it| it.input.text().len() == 6));
        room.keys("Enter");
        prop_assert!(room.app().typing.is_none());
        let empty = votes("");
        let cast = cell(&room, 1, Cell::Probability).hidden().unwrap_or(&empty);
        let who: Vec<_> = cast.0.iter().map(|vote| vote.who).collect();
        let seats = [1, 2, 4, 5, 7, 8].map(p);
        prop_assert!(seats.iter().filter(|seat| who.contains(seat)).eq(who.iter()));
        prop_assert!(is_whole(room.session()));
    }
}

fn is_whole(session: &Session) -> bool {
    session
        .risks
        .iter()
        .all(|risk| risk.cells.iter().all(|(_, cell)| cell.rounds.len() <= Assessment::ROUNDS))
}
