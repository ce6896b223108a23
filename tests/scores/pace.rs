//! The pace: which time counts, what it is shared among, and when all will be done.

use jiff::SignedDuration;
use riskroom::domain::pace::Pace;
use riskroom::domain::{Cell, Edit, Evidence, History, Level, RiskEdit, RiskId};

use crate::support::seeds::{agree, at, key, r, risk, session_of, title, votes};

/// Scores along a meeting whose clock is turned by hand.
struct Scoring {
    history: History,
    now: i64,
}

impl Scoring {
    /// So many risks, added before the meeting.
    fn of(risks: u32) -> Self {
        let mut session = session_of(5);
        for number in 1..=risks {
            session.apply(&Edit::AddRisk(Box::new(risk(number)))).unwrap();
        }
        Self { history: History::new(session), now: 0 }
    }

    /// So many seconds later, this happens.
    fn after(&mut self, seconds: i64, edit: Edit) -> &mut Self {
        self.now += seconds;
        self.history.commit(at(self.now), key("do"), vec![edit]).unwrap();
        self
    }

    fn cell(&mut self, seconds: i64, risk: RiskId, cell: Cell) -> &mut Self {
        self.after(seconds, agree(risk, cell, 3))
    }

    /// All cells of these risks, each after so many seconds.
    fn rows(&mut self, seconds: i64, risks: impl IntoIterator<Item = u32>) -> &mut Self {
        for number in risks {
            for cell in Cell::ALL {
                self.cell(seconds, r(number), cell);
            }
        }
        self
    }

    fn pace(&self) -> Option<Pace> {
        Pace::of(&self.history, &Cell::ALL)
    }

    fn each(&self) -> Option<i64> {
        self.pace().map(|pace| pace.each().as_secs())
    }

    /// The seconds from the last entry until all is done, as reckoned so many seconds after it.
    fn left(&self, later: i64) -> Option<i64> {
        let done = self.pace()?.done(at(self.now + later))?;
        Some(done.duration_since(at(self.now)).as_secs())
    }
}

#[test]
fn two_scored_risks_make_a_pace() {
    let mut room = Scoring::of(4);
    room.rows(26, [1]);
    assert_eq!(room.each(), None);
    room.rows(26, [2]);
    assert_eq!(room.each(), Some(130), "the first cell has no beginning, and is not counted");
    assert_eq!(room.left(0), Some(10 * 26));
    room.rows(26, [3, 4]);
    assert_eq!((room.each(), room.left(0)), (Some(130), None));
}

#[test]
fn the_way_down_the_columns_has_the_same_pace() {
    let mut room = Scoring::of(4);
    for cell in Cell::ALL {
        for number in 1..=4 {
            if (cell, number) != (Cell::Fix, 4) {
                room.cell(26, r(number), cell);
            }
        }
    }
    assert_eq!((room.each(), room.left(0)), (Some(130), Some(26)));
}

#[test]
fn votes_and_what_is_set_beside_levels_take_their_time() {
    let mut room = Scoring::of(3);
    room.history = {
        let mut session = (**room.history.session()).clone();
        for number in 1..=2 {
            let person = crate::support::seeds::person(number, riskroom::domain::Seat::Voter);
            session.apply(&Edit::AddPerson(person)).unwrap();
        }
        History::new(session)
    };
    room.rows(10, [1]);
    room.after(10, Edit::Risk(r(2), RiskEdit::Vote(Cell::Probability, votes("34"))));
    room.after(10, Edit::Risk(r(2), RiskEdit::Reveal(Cell::Probability)));
    room.after(10, Edit::Risk(r(2), RiskEdit::Evidence(Evidence::SeenHere)));
    room.rows(10, [2]);
    // 12 gaps of 10 seconds for 9 cells.
    assert_eq!(room.each(), Some(66));
}

#[test]
fn breaks_do_not_count_and_neither_does_a_clock_that_jumps() {
    let mut room = Scoring::of(4);
    room.rows(26, [1, 2]);
    room.cell(11 * 60, r(3), Cell::Probability);
    assert_eq!(room.each(), Some(130), "neither the time counts nor the cell");
    room.cell(-600, r(3), Cell::Impact);
    assert_eq!(room.each(), Some(130), "a clock set back a little");
    room.cell(10 * 60, r(3), Cell::Financial);
    assert_eq!(room.each(), Some((9 * 26 + 600) * 5 / 10), "so long a talk is no break");
    room.cell(-601, r(3), Cell::Marketing);
    assert_eq!(room.each(), None, "times that cannot be compared");
}

#[test]
fn what_is_done_between_is_not_scoring() {
    let mut room = Scoring::of(4);
    room.rows(26, [1, 2]);
    room.after(300, Edit::Risk(r(4), RiskEdit::Title(title("Another word"))));
    room.cell(26, r(3), Cell::Probability);
    assert_eq!(room.each(), Some(130));
}

#[test]
fn a_day_later_the_pace_is_that_of_the_day() {
    let mut room = Scoring::of(8);
    room.rows(26, [1, 2]);
    let pace = room.pace().unwrap();
    assert!(
        pace.is_current(at(room.now))
            && pace.is_current(at(room.now + 7_200))
            && pace.is_current(at(room.now - 600))
    );
    assert!(!pace.is_current(at(room.now + 7_201)) && !pace.is_current(at(room.now - 601)));
    room.cell(86_400, r(3), Cell::Probability);
    assert_eq!(room.each(), None, "one cell of the new day says nothing");
    room.rows(60, [4, 5]);
    assert_eq!(room.each(), Some(300));
}

#[test]
fn an_undone_level_is_not_scored_but_took_its_time() {
    let mut room = Scoring::of(4);
    room.rows(26, [1, 2]).cell(26, r(3), Cell::Probability);
    room.now += 26;
    room.history.undo(at(room.now), key("undo")).unwrap();
    // 11 gaps for 9 cells.
    assert_eq!((room.each(), room.left(0)), (Some(158), Some(10 * 26 * 11 / 9)));
}

#[test]
fn a_level_said_again_is_one_cell_and_a_binned_risk_none() {
    let mut room = Scoring::of(4);
    room.rows(26, [1, 2]);
    let again = |level| RiskEdit::Agree(Cell::Fix, Some(agreed(level)));
    room.after(26, Edit::Risk(r(2), again(1))).after(26, Edit::Risk(r(2), again(2)));
    assert_eq!(room.each(), Some(11 * 26 * 5 / 9));
    room.after(1, Edit::Risk(r(2), RiskEdit::Place(riskroom::domain::Place::Bin)));
    assert_eq!(room.each(), None);
}

fn agreed(number: u8) -> riskroom::domain::Agreed {
    riskroom::domain::Agreed { level: Level::new(number).unwrap(), reason: riskroom::domain::Line::default() }
}

#[test]
fn the_end_waits_for_the_cell_under_way_and_never_lies_before_now() {
    let mut room = Scoring::of(4);
    room.rows(26, [1, 2]);
    assert_eq!(room.left(20), Some(260), "within the time of a cell nothing moves");
    assert_eq!(room.left(126), Some(360), "a cell that takes longer moves the end");
    room.rows(26, [3]);
    for cell in [Cell::Probability, Cell::Impact, Cell::Financial, Cell::Marketing] {
        room.cell(26, r(4), cell);
    }
    assert_eq!((room.left(0), room.left(500)), (Some(26), Some(500)));
}

#[test]
fn thousands_of_slow_risks_have_an_end() {
    let mut room = Scoring::of(2);
    room.rows(600, [1, 2]);
    let mut session = (**room.history.session()).clone();
    for number in 3..=5_000 {
        session.risks.push(std::sync::Arc::new(risk(number)));
    }
    let mut many = Scoring { history: History::new(session), now: 0 };
    many.rows(600, [3, 4]);
    assert_eq!(many.left(0), Some(4_996 * 5 * 600));
    let far = many.pace().unwrap().done(jiff::Timestamp::MAX - SignedDuration::from_secs(1));
    assert_eq!(far, None, "past the end of the calendar");
}
