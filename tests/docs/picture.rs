//! `assets/screen.svg`: step 2 of the demo as the program draws it.

use std::path::PathBuf;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use riskroom::app::{App, Event, Layout, Setup, Welcome};
use riskroom::shell::start::labels;
use riskroom::text::catalogue::{Catalogue, Lang};
use riskroom::text::template::template;
use riskroom::ui::theme::{Depth, Theme, ThemeName};
use riskroom::ui::{self, Look};

use super::assert_current;
use super::svg::svg;
use crate::support::demo::demo;
use crate::support::room::script::chords;

const SIZE: Size = Size::new(120, 36);
/// To step 2, to a risk on which the room did not agree, to its marketing damage.
const KEYS: &str = "g a g g Down Down Down Right Right Right";

#[test]
fn the_picture_shows_what_the_program_draws() {
    assert_current("assets/screen.svg", &svg(&frame()), "UPDATE_PICTURE");
}

/// The screen at the end of the demo's meeting, in the light theme, with everything saved.
fn frame() -> Buffer {
    let now: Timestamp = "2026-01-15T10:41:00Z".parse().unwrap();
    let catalogue = Catalogue::load(Lang::En);
    let (template, labels) = (template(Lang::En).unwrap(), labels(&catalogue));
    let mut app = App::new(Setup { template, labels, zone: TimeZone::UTC, decimal: '.', seed: 7, now });
    let look = Look { theme: Theme::new(ThemeName::Light, Depth::TrueColor), catalogue };
    let history = demo();
    let (path, revision) = (PathBuf::from("demo.ron"), history.revision());
    let opened = Event::Opened {
        path: path.clone(),
        history: Box::new(history),
        welcome: Box::new(Welcome::default()),
    };
    let keys = chords(KEYS).into_iter().map(Event::Key);
    for event in [opened, Event::Saved { path, revision }].into_iter().chain(keys) {
        let layout = fit(&mut app);
        app.update(event, &layout, now);
    }
    let layout = fit(&mut app);
    let mut buffer = Buffer::empty(Rect::from(SIZE));
    ui::draw(&app, &look, &layout, &mut buffer);
    buffer
}

fn fit(app: &mut App) -> Layout {
    let layout = ui::layout(app, SIZE);
    app.settle(&layout);
    ui::layout(app, SIZE)
}
