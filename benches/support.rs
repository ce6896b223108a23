//! What the benches share: the program in front of a session of a size, and a world in which nothing happens.
#![allow(dead_code, reason = "each bench uses a part of it")]

#[path = "../tests/support/generate.rs"]
pub(crate) mod generate;

use std::path::PathBuf;
use std::time::Duration;

use criterion::Criterion;
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ratatui::layout::Size;
use riskroom::app::home::Listing;
use riskroom::app::workshop::Step;
use riskroom::app::{App, Chord, Effect, Event, Layout, Place, Setup, Welcome};
use riskroom::domain::summary::Summary;
use riskroom::domain::{Band, History, Line, Session, Title, Uid};
use riskroom::shell::start::labels;
use riskroom::shell::world::World;
use riskroom::text::catalogue::{Catalogue, Lang};
use riskroom::text::template::template;
use riskroom::ui::theme::{Depth, Theme, ThemeName};
use riskroom::ui::{self, Look};

/// How many sessions the home screen is drawn with.
pub(crate) const SESSIONS: [usize; 3] = [10, 300, 10_000];
/// How many risks the screens of a session are drawn with, the last as many as one holds with the votes of all.
pub(crate) const RISKS: [usize; 3] = [10, 300, 2_500];
/// The voters of every generated session.
pub(crate) const VOTERS: usize = 12;

/// Settings under which a bench ends within a minute or so.
pub(crate) fn criterion() -> Criterion {
    Criterion::default()
        .sample_size(30)
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
        .configure_from_args()
}

/// The time of every bench.
pub(crate) fn now() -> Timestamp {
    "2026-01-15T10:00:00Z".parse().unwrap()
}

/// The look of every bench: a light theme in all colors, in English.
pub(crate) fn look() -> Look {
    Look { theme: Theme::new(ThemeName::Light, Depth::TrueColor), catalogue: Catalogue::load(Lang::En) }
}

/// A session of so many risks as it is when it has just been read.
pub(crate) fn history(risks: usize) -> History {
    History::new(generate::session_with(risks, VOTERS, 1))
}

/// The program before any session.
pub(crate) fn app() -> App {
    App::new(Setup {
        template: template(Lang::En).unwrap(),
        labels: labels(&Catalogue::load(Lang::En)),
        zone: TimeZone::UTC,
        decimal: '.',
        seed: 1,
        now: now(),
    })
}

/// The program at home with so many sessions, the one in the middle selected.
pub(crate) fn at_home(sessions: usize) -> App {
    let mut app = app();
    let listings = (0..sessions).map(listing).collect();
    app.update(Event::Listed(listings), &Layout::default(), now());
    app.home.step(isize::try_from(sessions / 2).unwrap());
    app
}

/// The program in front of a session, on this step, the risk in the middle selected.
pub(crate) fn in_session(history: History, step: Step) -> App {
    let mut app = app();
    let risks = history.session().risks.len();
    let path = PathBuf::from("bench.ron");
    app.update(
        Event::Opened { path, history: Box::new(history), welcome: Box::new(Welcome::default()) },
        &Layout::default(),
        now(),
    );
    let back = match step {
        Step::Identify => 2,
        Step::Assess => 1,
        Step::Solve => 0,
    };
    for _ in 0..back {
        app.update(Event::Key(Chord::char(',')), &Layout::default(), now());
    }
    let workshop = app.workshop.as_mut().unwrap();
    assert_eq!(workshop.step, step);
    workshop.step_risk(isize::try_from(risks / 2).unwrap());
    assert_eq!(app.place, Place::Workshop);
    app
}

/// Where things are, once lists have been scrolled to what is selected: as the loop does before each frame.
pub(crate) fn fit(app: &mut App, size: Size) -> Layout {
    let layout = ui::layout(app, size);
    if app.settle(&layout) { ui::layout(app, size) } else { layout }
}

fn listing(place: usize) -> Listing {
    let title = |text: String| Title::new(text).unwrap();
    let bands = Band::ALL;
    let top =
        |rank: usize| (Some(bands[(place + rank) % 4]), title(format!("Risk {rank} of session {place}")));
    let session = Session {
        title: title(format!("Risks before the sale of week {place}")),
        shop: Line::new("Casa Olmo, home and garden").unwrap(),
        ..generate::session_with(0, 7, 1)
    };
    let summary = Summary {
        id: Uid::from_bits(u128::try_from(place).unwrap()),
        created: now(),
        risks: 12,
        scored: 11,
        statuses: [2, 1, 2, 1, 0],
        top_band: Some(bands[place % 4]),
        top_risks: (1..=5).map(top).collect(),
        ..Summary::of(&History::new(session))
    };
    Listing {
        path: PathBuf::from(format!("{place}.ron")),
        summary: Ok(std::sync::Arc::new(summary)),
        binned: false,
        copy_of: None,
    }
}

/// A world without disk and keyboard, in which it is always the same time.
pub(crate) struct Still;

impl World for Still {
    fn now(&self) -> Timestamp {
        now()
    }

    fn wait(&mut self, _until: Option<Timestamp>) -> Event {
        Event::Due
    }

    fn pending(&mut self) -> Option<Event> {
        None
    }

    fn perform(&mut self, effect: Effect) {
        drop(effect);
    }
}
