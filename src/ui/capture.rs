//! The capture line: what is told below the text of a new risk, and the parts of the guided form.
//!
//! The box is always of the same height, whatever there is to tell, so that nothing jumps. Not here: the frame and the line
//! itself ([`super::typing`]).

use ratatui::layout::Position;

use super::layout::line;
use super::paint::Canvas;
use super::theme::Role;
use super::typing;
use crate::app::App;
use crate::app::layout::{Area, Shape};
use crate::app::typing::Typing;
use crate::app::typing::purpose::{Part, Purpose};
use crate::app::workshop::Workshop;
use crate::domain::advice::Advice;
use crate::domain::similar::Near;
use crate::domain::{Key, Place};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::safe::Safe;

/// Columns of the names of the parts.
const NAME: u16 = 14;
/// Columns the text keeps beside the category.
const TEXT: u16 = 30;

/// The rows below a text of one line that is typed for this purpose.
pub(super) const fn rows_below(purpose: Purpose) -> u16 {
    match purpose {
        Purpose::NewRisk => 1,
        Purpose::Guided(_) => 3,
        Purpose::NewWorkshop
        | Purpose::Paste
        | Purpose::NewSolution(_)
        | Purpose::NewTopic
        | Purpose::NewPerson
        | Purpose::Votes(..)
        | Purpose::Decision(..)
        | Purpose::Review(_)
        | Purpose::Cap(_)
        | Purpose::SetTimer
        | Purpose::Find
        | Purpose::GoToRisk
        | Purpose::Field(..) => 0,
    }
}

/// What stands on the lower edge: the category the words point to, or the one that is taken.
pub(super) fn foot(app: &App, words: &Catalogue) -> String {
    let Some((workshop, _)) = capturing(app) else { return String::new() };
    let capture = &workshop.capture;
    let (key, message) = match (&capture.taken, &capture.suggested) {
        (Some(key), _) => (key, "capture-category-taken"),
        (None, Some(key)) => (key, "capture-category"),
        (None, None) => return String::new(),
    };
    words.format(message, &[("name", Arg::Text(&Safe::new(category(workshop, key))))])
}

fn category<'w>(workshop: &'w Workshop, key: &'w Key) -> &'w str {
    workshop.session().category(key).map_or(key, |category| &category.name)
}

/// The session and the text, if a new risk is typed.
fn capturing(app: &App) -> Option<(&Workshop, &Typing)> {
    let is_capture = |it: &&Typing| rows_below(it.purpose) > 0;
    Some((app.workshop.as_ref()?, app.typing.as_ref().filter(is_capture)?))
}

/// Paints the text with what belongs to it, and says where the caret is.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, area: Area, shape: Shape) -> Option<Position> {
    let (workshop, typing) = capturing(app)?;
    let (caret, hint) = match typing.purpose {
        Purpose::Guided(part) => (parts(canvas, app, typing, part, area), 3),
        Purpose::NewRisk
        | Purpose::NewWorkshop
        | Purpose::Paste
        | Purpose::NewSolution(_)
        | Purpose::NewTopic
        | Purpose::NewPerson
        | Purpose::Votes(..)
        | Purpose::Decision(..)
        | Purpose::Review(_)
        | Purpose::Cap(_)
        | Purpose::SetTimer
        | Purpose::Find
        | Purpose::GoToRisk
        | Purpose::Field(..) => (tagged(canvas, workshop, typing, area), 1),
    };
    if hint < area.height {
        let words = &canvas.look.catalogue;
        let (mut text, mut role) = told(app, workshop, typing, words);
        if shape == Shape::Small && role == Role::Muted {
            // There is no edge to stand on.
            let foot = foot(app, words);
            if !foot.is_empty() {
                (text, role) = (foot, Role::Accent);
            }
        }
        canvas.row(area, hint).put(&text, role);
    }
    caret
}

/// The line, with the category that is taken at its end.
fn tagged(canvas: &mut Canvas<'_>, workshop: &Workshop, typing: &Typing, area: Area) -> Option<Position> {
    let taken = workshop.capture.taken.as_ref().filter(|_| area.width > TEXT + 10);
    let Some(key) = taken else { return typing::single(canvas, typing, area) };
    let name = format!(" ✓ {}", Safe::new(category(workshop, key)));
    let tag = super::paint::cut(&name, usize::from(area.width - TEXT)).into_owned();
    let width = u16::try_from(super::paint::wide(&tag)).unwrap_or(0).min(area.width);
    canvas.row(area, 0).put_last(&tag, Role::Ok);
    typing::single(canvas, typing, Area { width: area.width - width, ..area })
}

/// The three parts, that being typed with the caret.
fn parts(canvas: &mut Canvas<'_>, app: &App, typing: &Typing, now: Part, area: Area) -> Option<Position> {
    let mut caret = None;
    for (row, part) in (0..area.height).zip(Part::ALL) {
        let here = line(area, row);
        let key = format!("field-{}", part.name());
        let name = canvas.look.catalogue.text(&key).to_owned();
        let mut pen = canvas.row(here, 0);
        let (sign, role) = if part == now { ("►", Role::Accent) } else { (" ", Role::Muted) };
        pen.put(sign, role).put_in(NAME, &name, role);
        let rest = Area { x: pen.x(), width: pen.room(), ..here };
        if part == now {
            caret = typing::single(canvas, typing, rest);
        } else {
            canvas.row(rest, 0).say(app.part(part), Role::Text);
        }
    }
    caret
}

/// What is told of the text: that it looks like a risk, else that it is no event, else what was added last.
fn told(app: &App, workshop: &Workshop, typing: &Typing, words: &Catalogue) -> (String, Role) {
    let capture = &workshop.capture;
    if let Some(near) = capture.near {
        return (looks_like(workshop, near, words), Role::Warning);
    }
    let is_event = matches!(typing.purpose, Purpose::NewRisk | Purpose::Guided(Part::Event));
    if let Some(advice) = capture.advice.filter(|_| is_event) {
        return (words.text(advice_key(advice)).to_owned(), Role::Accent);
    }
    let untouched = typing.input.is_empty() && Part::ALL.iter().all(|part| app.part(*part).is_empty());
    if let Some(id) = capture.added.filter(|_| untouched) {
        let count = i64::try_from(workshop.derived.counts.listed).unwrap_or(0);
        let args = [("id", Arg::Text(&id.to_string())), ("n", Arg::Number(count))];
        return (words.format("capture-added", &args), Role::Ok);
    }
    let key = match (typing.purpose, is_event) {
        (Purpose::Guided(_), true) => "capture-hint-event",
        (Purpose::Guided(Part::Consequence), false) => "capture-hint-last",
        (Purpose::Guided(_), false) => "capture-hint-part",
        (_, _) => "capture-hint",
    };
    (words.text(key).to_owned(), Role::Muted)
}

/// `looks like R7 Chargebacks · in the bin`.
pub(super) fn looks_like(workshop: &Workshop, near: Near, words: &Catalogue) -> String {
    let session = workshop.session();
    let (title, place) = session.risk(near.id).map_or(("", Place::List), |risk| (&*risk.title, risk.place));
    let id = near.id.to_string();
    let args = [("id", Arg::Text(&id)), ("title", Arg::Text(&Safe::new(title)))];
    let text = words.format(if near.same { "capture-same" } else { "capture-looks-like" }, &args);
    // Where it is comes first: the end of a line may be cut.
    match place {
        Place::List => text,
        Place::Parked => format!("({}) {text}", words.text("place-parked")),
        Place::Bin => format!("({}) {text}", words.text("place-bin")),
        Place::Merged { into } => {
            let into = words.format("place-merged", &[("id", Arg::Text(&into.to_string()))]);
            format!("({into}) {text}")
        }
    }
}

const fn advice_key(advice: Advice) -> &'static str {
    match advice {
        Advice::Thing => "advice-thing",
        Advice::Cause => "advice-cause",
        Advice::Wish => "advice-wish",
        Advice::Question => "advice-question",
    }
}
