//! The weights dial: what other weights would move, before they are set.

use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::overlay::Overlay;
use riskroom::app::weights::Dial;
use riskroom::app::{Access, Action, Event, Welcome};
use riskroom::domain::{Criterion, History, Refusal, RiskId, Weights};

use crate::support::demo;
use crate::support::generate::history_with;
use crate::support::room::Room;
use crate::support::seeds::{r, session_of, weights};

fn meeting() -> Room {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g a g g");
    room
}

fn dial(room: &Room) -> &Dial {
    let Some(Overlay::Weights(dial)) = &room.app().overlay else { panic!("the dial is not open") };
    dial
}

fn is_open(room: &Room) -> bool {
    matches!(room.app().overlay, Some(Overlay::Weights(_)))
}

/// The ids of the rows on screen, from the top.
fn rows(room: &Room) -> Vec<RiskId> {
    let id = |line: &str| {
        let word = line.trim_start_matches(['┃', '►', ' ']).split_whitespace().next()?;
        RiskId::new(word.strip_prefix('R')?.parse().ok()?)
    };
    room.screen().lines().filter(|line| line.contains('→')).filter_map(id).collect()
}

#[test]
fn turning_shows_what_moves_and_sets_nothing() {
    let mut room = meeting();
    let (revision, order) =
        (room.workshop().history.revision(), room.workshop().derived.ranking.order.clone());
    room.keys("w");
    assert!(room.shows("Turn a weight") && room.shows("as they are set"), "{}", room.screen());
    assert_eq!(rows(&room), order);
    room.keys("Right Right Down Left Down 3");
    assert_eq!(
        (dial(&room).weighing.weights, dial(&room).criterion),
        (weights([4, 3, 1, 1]), Criterion::Impact)
    );
    let screen = room.screen();
    for text in [
        "dialled, not set yet",
        "2·P + 2·D + I + F → 4·P + D + 3·I + F",
        "9 ranks change · 5 bands · across the appetite line 2 ↑ 1 ↓",
        "1 →    4 ▼3     25 → 34 ■ CRIT → ▲ HIGH   Price feed",
        "2 →    1 ▲1     24 → 38 ■ CRIT            Our own",
        "5 →    9 ▼4     22 → 29 ▲ HIGH → ● MED ↓  The backup",
        "10 →   10 =      17 → 26 ● MED",
        "– →    –          24–40 --",
        "now 2·4 + 2·5 + 3 + 4 = 25, Critical",
        "new 4·4 + 5 + 3·3 + 4 = 34, High",
    ] {
        assert!(screen.contains(text), "{text} is not in\n{screen}");
    }
    assert_eq!(rows(&room), order, "no row jumps while one turns");
    assert_eq!(room.workshop().history.revision(), revision);
    assert_eq!(room.session().weights, Weights::default());
}

#[test]
fn enter_sets_what_was_shown_in_one_entry() {
    let mut room = meeting();
    room.keys("w 9 Down 0");
    let (shown, revision) = (dial(&room).weighing.clone(), room.workshop().history.revision());
    room.keys("Enter");
    assert!(!is_open(&room));
    assert_eq!(room.workshop().derived.ranking, shown.ranking);
    assert_eq!(room.session().weights, weights([9, 1, 0, 1]));
    assert_eq!(room.workshop().history.revision(), revision + 1);
    assert!(room.shows("weights set: 9·P + I + F"), "{}", room.screen());
    room.keys("u");
    assert_eq!(room.session().weights, Weights::default());
    assert!(room.shows("undone: weights"), "{}", room.screen());
    room.keys("U w");
    assert_eq!(dial(&room).weighing.weights, weights([9, 1, 0, 1]));
    room = room.reload();
    assert_eq!(room.session().weights, weights([9, 1, 0, 1]));
}

#[test]
fn escape_sets_nothing_and_keeps_what_was_dialled() {
    let mut room = meeting();
    let before = room.session().clone();
    room.keys("w Right Right Esc");
    assert!(!is_open(&room) && *room.session() == before);
    assert_eq!(room.notice(), Some(&Notice::WeightsKept(Weights::default())));
    assert!(
        room.shows("weights unchanged: 2·P + 2·D + I + F; w keeps what was dialled"),
        "{}",
        room.screen()
    );
    room.keys("w");
    assert_eq!(dial(&room).weighing.weights, weights([4, 1, 2, 1]));
    room.keys("Backspace");
    assert_eq!(dial(&room).weighing.weights, Weights::default());
    room.keys("Esc w");
    assert_eq!((dial(&room).weighing.weights, room.notice()), (Weights::default(), None));
    room.keys("Enter");
    assert!(!is_open(&room) && *room.session() == before);
    assert_eq!(room.notice(), Some(&Notice::WeightsAsBefore));
}

#[test]
fn backspace_leads_to_the_weights_of_the_session_and_then_to_the_first_ones() {
    let mut room = meeting();
    room.keys("w 5 Enter w 7 Backspace");
    assert_eq!((dial(&room).weighing.weights, room.notice()), (weights([5, 1, 2, 1]), None));
    room.keys("Backspace");
    assert_eq!(dial(&room).weighing.weights, Weights::default());
    assert_eq!(room.notice(), Some(&Notice::WeightsAreDefault));
    room.keys("Enter w Backspace");
    assert_eq!(room.notice(), Some(&Notice::WeightsAreDefault));
}

#[test]
fn a_weight_ends_at_zero_and_nine_and_one_is_always_left() {
    let mut room = meeting();
    room.keys("w 9 Right");
    assert_eq!(
        (dial(&room).weighing.weights.probability.number(), room.notice()),
        (9, Some(&Notice::EndReached))
    );
    room.keys("Down 0 Left");
    assert_eq!((dial(&room).weighing.weights.damage.number(), room.notice()), (0, Some(&Notice::EndReached)));
    room.keys("Down 0 Down 0 Up Up Up 0");
    assert_eq!(dial(&room).weighing.weights, weights([9, 0, 0, 0]));
    assert_eq!(room.notice(), Some(&Notice::Refused(Refusal::NoWeight)));
    room.keys("1 h");
    assert_eq!(dial(&room).weighing.weights, weights([1, 0, 0, 0]));
}

#[test]
fn tab_goes_from_one_moved_risk_to_the_next() {
    let mut room = meeting();
    room.keys("w Home Tab");
    assert_eq!((dial(&room).risk, room.notice()), (Some(r(1)), Some(&Notice::NothingMoves)));
    room.keys("Right Right Down Left Down 3 Tab");
    assert_eq!(dial(&room).risk, Some(r(6)));
    room.keys("Shift+Tab Shift+Tab");
    assert_eq!(dial(&room).risk, Some(r(11)), "round and round, past R9 and R2, which stay");
}

#[test]
fn the_selected_risk_stays_in_view_among_three_hundred() {
    let mut room = Room::with_session(&history_with(300, 0, 3)).size(80, 24);
    room.keys("g a w End");
    let last = *room.workshop().derived.ranking.order.last().unwrap();
    assert_eq!(dial(&room).risk, Some(last));
    for key in ["9", "Down", "0", "Down", "Right", "Left", "Down", "Right", "PgUp", "PgDn"] {
        room.keys(key);
        let selected = dial(&room).risk.unwrap();
        assert!(room.shows(&format!("►{selected} ")), "{key}: {}", room.screen());
    }
    assert_eq!(dial(&room).risk, Some(last));
    room.keys("Enter");
    assert_eq!(room.notice(), Some(&Notice::WeightsSet(weights([9, 1, 0, 2]))));
}

#[test]
fn it_lies_over_the_ranking_and_gives_it_back() {
    let mut room = meeting();
    room.keys("g r Home Down Down w");
    assert_eq!(dial(&room).risk, Some(r(4)));
    room.keys("Esc");
    assert_eq!(room.app().selected_rank(), Some(r(4)));
    room.keys("w Down Down 3 Enter");
    assert_eq!(room.app().selected_rank(), Some(r(4)), "where it ranks now");
    assert_eq!(room.session().weights, weights([2, 3, 2, 1]));
    room.keys("u");
    assert_eq!(room.session().weights, Weights::default());
}

#[test]
fn a_closed_session_is_looked_at_and_not_changed() {
    let mut room = Room::with_session(&History::new(session_of(5)));
    room.keys(": 'close the session' Enter x 'for now' Enter g a w");
    assert!(room.session().is_closed());
    room.keys("Right Enter");
    assert_eq!(room.notice(), Some(&Notice::Unavailable(Action::SetWeights, Unavailable::Closed)));
    assert!(is_open(&room));
    assert_eq!(
        (dial(&room).weighing.weights, room.session().weights),
        (weights([3, 1, 2, 1]), Weights::default())
    );
}

#[test]
fn what_is_only_read_is_looked_at_and_followed() {
    let mut room = Room::new();
    let path = room.world.places.sessions.join("elsewhere.ron");
    let access = Access::Elsewhere { sentence: "Open in another window.".to_owned() };
    let welcome = Box::new(Welcome { access, ..Welcome::default() });
    let mut history = demo::demo();
    room.happens(Event::Opened { path: path.clone(), history: Box::new(history.clone()), welcome });
    room.keys("g a w Right Enter");
    assert_eq!(room.notice(), Some(&Notice::Unavailable(Action::SetWeights, Unavailable::OnlyRead)));
    let before = dial(&room).weighing.clone();
    let edit = crate::support::seeds::agree(r(2), riskroom::domain::Cell::Probability, 5);
    history
        .commit(crate::support::seeds::at(0), crate::support::seeds::key("set-level"), vec![edit])
        .unwrap();
    room.happens(Event::Followed { path, history: Box::new(history) });
    assert_eq!(dial(&room).weighing.weights, before.weights);
    assert_ne!(dial(&room).weighing.ranking, before.ranking, "it shows what the other window has set");
}

#[test]
fn blanked_scores_and_ranks_stay_out_of_sight() {
    let mut room = meeting();
    room.keys("w 9");
    assert!(room.shows("CRIT") && room.shows("▲") && room.shows("ranks change"));
    room.keys("b");
    let screen = room.screen();
    assert!(screen.contains("Scores and ranks are hidden."), "{screen}");
    assert!(!screen.contains("CRIT") && !screen.contains('▼') && !screen.contains("R1"), "{screen}");
    assert!(screen.contains("9  was 2"), "weights are no scores: {screen}");
    room.keys("b");
    assert!(room.shows("CRIT"));
}

#[test]
fn it_needs_no_risks() {
    let mut room = Room::with_session(&History::new(session_of(5)));
    room.keys("g a w Right Tab PgDn End");
    assert!(room.shows("No risks yet."), "{}", room.screen());
    room.keys("Enter");
    assert_eq!(room.session().weights, weights([3, 1, 2, 1]));
}

#[test]
fn a_click_selects_a_risk_of_the_list() {
    let mut room = meeting();
    room.keys("M w");
    let row = room.screen().lines().position(|line| line.contains("R12 ")).unwrap();
    room.click(20, u16::try_from(row).unwrap());
    assert_eq!(dial(&room).risk, Some(r(12)));
}
