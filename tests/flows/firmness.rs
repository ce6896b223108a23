//! How firm the selected rank is, beside its formula on the grid: asked for when the hand rests, never told of an older state.

use jiff::SignedDuration;
use riskroom::app::{App, Chord, Effect, Event, Key, Layout, Setup, Welcome};
use riskroom::domain::History;
use riskroom::domain::robustness::{Robustness, WeightsAre};
use riskroom::shell::start::labels;
use riskroom::text::catalogue::{Catalogue, Lang};
use riskroom::text::template::template;

use crate::support::demo;
use crate::support::room::Room;
use crate::support::seeds::{at, small_session};

#[test]
fn the_rank_of_the_selected_risk_has_its_interval() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g a g g").wait(2);
    assert_eq!(room.app().robustness(), Some(&Robustness::of(room.session(), WeightsAre::Drawn)));
    assert!(room.shows("2·4 + 2·5 + 3 + 4 = 25, Critical"), "{}", room.screen());
    assert!(room.shows("rank 1 (1–5), top 10 in 100 %"), "{}", room.screen());
    room.keys("g 2 Enter");
    assert!(room.shows("rank 11 (10–11), top 10 in 13 %, firm"), "{}", room.screen());
    room.resize(110, 36);
    assert!(room.shows("rank 11 (10–11), firm"), "{}", room.screen());
    room.keys("g 1 0 Enter");
    assert!(!room.shows("rank "), "what is not scored has none: {}", room.screen());
    // Nothing more to draw; over the ranking no watch of a risk runs, so that nothing is due.
    room.keys("g r");
    assert_eq!(room.wakes(600), 0);
}

#[test]
fn while_it_is_drawn_again_no_older_one_is_shown() {
    let mut room = Room::with_session(&demo::demo());
    room.keys("g a g g").wait(2);
    assert!(room.shows("rank 1 (1–5)"), "{}", room.screen());
    room.keys("4 Left");
    assert!(room.shows("rank 1 (1–5)"), "the same level changes nothing: {}", room.screen());
    room.keys("2 Esc");
    assert!(room.shows("(…)") && !room.shows("(1–5)"), "{}", room.screen());
    room.wait(2);
    assert!(!room.shows("(…)"), "{}", room.screen());
    assert_eq!(room.app().robustness(), Some(&Robustness::of(room.session(), WeightsAre::Drawn)));
    room.keys("u");
    assert!(room.shows("(…)"), "{}", room.screen());
    room.wait(2);
    assert!(room.shows("rank 1 (1–5)"), "{}", room.screen());
    room.keys("b").wait(2);
    assert!(!room.shows("rank 1"), "{}", room.screen());
}

/// The program alone with a session: what it asks of the world is counted, and answered when the test wants.
struct Alone {
    app: App,
    milliseconds: i64,
    asked: Vec<Effect>,
}

impl Alone {
    fn new() -> Self {
        let app = App::new(Setup {
            template: template(Lang::En).unwrap(),
            labels: labels(&Catalogue::load(Lang::En)),
            zone: jiff::tz::TimeZone::UTC,
            decimal: '.',
            seed: 1,
            now: at(0),
        });
        let mut alone = Self { app, milliseconds: 0, asked: Vec::new() };
        let history = Box::new(History::new(small_session()));
        alone.happens(Event::Opened { path: "a.ron".into(), history, welcome: Box::new(Welcome::default()) });
        alone.happens(Event::Key(Chord::char(',')));
        alone
    }

    fn happens(&mut self, event: Event) {
        let now = at(0) + SignedDuration::from_millis(self.milliseconds);
        let effects = self.app.update(event, &Layout::default(), now);
        self.asked.extend(effects.into_iter().filter(|it| matches!(it, Effect::Robustness { .. })));
    }

    fn digit(&mut self, digit: char) {
        self.happens(Event::Key(Chord::char(digit)));
        self.happens(Event::Key(Chord::plain(Key::Left)));
    }

    /// Lets time pass, waking the program when it wants to be.
    fn pass(&mut self, milliseconds: i64) {
        let end = self.milliseconds + milliseconds;
        let due = |app: &App| app.next_due().map(|due| due.duration_since(at(0)).as_millis());
        while let Some(due) = due(&self.app).and_then(|due| i64::try_from(due).ok()).filter(|due| *due <= end)
        {
            self.milliseconds = due;
            self.happens(Event::Due);
        }
        self.milliseconds = end;
    }

    fn answer(&mut self) {
        let Some(Effect::Robustness { path, revision, session }) = self.asked.pop() else {
            panic!("nothing was asked")
        };
        let robustness = Robustness::of(&session, WeightsAre::Drawn);
        self.happens(Event::Saved { path: path.clone(), revision });
        self.happens(Event::Robustness { path, revision, robustness });
    }
}

#[test]
fn digits_in_a_row_ask_once_when_the_hand_rests() {
    let mut alone = Alone::new();
    for digit in "12345123451234512345".chars() {
        alone.digit(digit);
        alone.pass(1_000);
    }
    assert!(alone.asked.is_empty(), "asked while digits came");
    alone.pass(300);
    assert_eq!(alone.asked.len(), 1);
    alone.answer();
    assert!(alone.app.robustness().is_some());
    alone.pass(60_000);
    assert!(alone.asked.is_empty(), "what is known is not asked for again");
}

#[test]
fn one_question_at_a_time_and_a_slow_answer_is_asked_for_less_often() {
    let mut alone = Alone::new();
    alone.digit('1');
    alone.pass(1_300);
    assert_eq!(alone.asked.len(), 1);
    // The answer takes four seconds, and is of an older state when it comes.
    alone.digit('2');
    alone.pass(4_000);
    assert_eq!(alone.asked.len(), 1, "a second question was under way");
    alone.answer();
    assert!(alone.app.robustness().is_none(), "it is of an older state");
    alone.digit('3');
    alone.pass(3_000);
    assert!(alone.asked.is_empty());
    alone.pass(1_500);
    assert_eq!(alone.asked.len(), 1, "asked after as long as the last answer took");
    alone.answer();
    assert!(alone.app.robustness().is_some());
}
