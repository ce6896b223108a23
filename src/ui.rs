//! How it looks: layouts and drawing. Everything here reads; nothing changes.
//!
//! [`layout()`] says where things are, [`draw`] paints them, [`theme`] says in which colors. Each screen has its file, with
//! the same name as in `app`, and paints with the few words of `paint`. What is selected and what follows from a session
//! is `app`'s.

pub mod theme;

pub mod letters;

mod layout;
mod paint;

mod banner;
mod bowtie;
mod budget;
mod capture;
mod changes;
mod chrome;
mod compare;
mod deck;
mod dots;
mod duel;
mod follow_ups;
mod gaps;
mod keys;
mod names;
mod notice;
mod overlay;
mod pace;
mod parking;
mod paste;
mod people;
mod prepare;
mod present;
mod ranking;
mod reading;
mod replay;
mod rounds;
mod solution;
mod summary;
mod teams;
mod timer;
mod trend;
mod typing;
mod value;
mod votes;
mod weights;

mod assess;
mod board;
mod form;
mod heatmap;
mod home;
mod identify;
mod solve;

use ratatui::buffer::Buffer;
use ratatui::layout::Position;

pub use self::layout::layout;
use self::paint::Canvas;
use self::theme::{Role, Theme};
use crate::app::layout::{Area, Layout, Shape};
use crate::app::workshop::{Pane, Workshop};
use crate::app::{App, Place};
use crate::text::catalogue::{Arg, Catalogue};

/// How everything looks: colors and language.
pub struct Look {
    /// The colors.
    pub theme: Theme,
    /// The texts.
    pub catalogue: Catalogue,
}

/// Paints a state, and says where the terminal's cursor belongs: at the caret, or on the selected row.
pub fn draw(app: &App, look: &Look, layout: &Layout, buffer: &mut Buffer) -> Option<Position> {
    let mut canvas = Canvas::new(buffer, look);
    let whole = canvas.whole();
    canvas.lay(whole, Role::Text);
    if layout.shape == Shape::Tiny {
        tiny(&mut canvas, whole);
        return None;
    }
    chrome::header(&mut canvas, app, layout);
    let selected = match (app.place, &app.workshop) {
        (Place::Workshop, Some(workshop)) if layout.stage.is_some() => {
            present::draw(&mut canvas, app, workshop, layout)
        }
        (Place::Workshop, Some(workshop)) => panes(&mut canvas, app, workshop, layout),
        _ => home::draw(&mut canvas, app, layout),
    };
    replay::draw(&mut canvas, app, layout);
    banner::draw(&mut canvas, app);
    let over = overlay::draw(&mut canvas, app, layout);
    let caret = typing::draw(&mut canvas, app, layout);
    chrome::footer(&mut canvas, app);
    chrome::which_key(&mut canvas, app, layout);
    if app.typing.is_some() {
        caret
    } else if app.overlay.is_some() {
        over
    } else {
        selected
    }
}

/// Paints the panes of a session; gives back where the selection of the focused one stands.
fn panes(canvas: &mut Canvas<'_>, app: &App, workshop: &Workshop, layout: &Layout) -> Option<Position> {
    chrome::tabs(canvas, workshop, layout);
    rounds::draw(canvas, app, layout);
    let mut focused = None;
    for (pane, _) in &layout.panes {
        let selected = match pane {
            Pane::Risks => identify::list(canvas, workshop, layout),
            Pane::Grid => assess::grid(canvas, app, workshop, layout),
            Pane::Ranks => solve::ranks(canvas, app, workshop, layout),
            Pane::Board => board::draw(canvas, app, workshop, layout),
            Pane::Details => form::draw(canvas, app, workshop, layout),
            Pane::Levels => {
                assess::levels(canvas, workshop, layout);
                None
            }
            Pane::Coverage => deck::draw(canvas, app, workshop, layout),
            Pane::Sessions | Pane::Preview => None,
        };
        if *pane == workshop.focus {
            focused = selected;
        }
    }
    focused
}

fn tiny(canvas: &mut Canvas<'_>, whole: Area) {
    let args = [("width", Arg::Number(whole.width.into())), ("height", Arg::Number(whole.height.into()))];
    let text = canvas.look.catalogue.format("too-small", &args);
    canvas.row(whole, 0).put(&text, Role::Text);
}
