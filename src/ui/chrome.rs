//! What every screen has: the first row, the last row, frames, tabs and the box of what can follow a key.

use unicode_width::UnicodeWidthStr;

use super::keys;
use super::layout::line;
use super::notice;
use super::paint::Canvas;
use super::theme::Role;
use super::{timer, typing};
use crate::app::layout::{Area, Layout, Shape, Target};
use crate::app::replay::OpenedFor;
use crate::app::workshop::saving::Trouble;
use crate::app::workshop::{Pane, Step, Workshop};
use crate::app::{Action, App, Place, TABLE};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;

/// The columns of the steps, a timer and the save state, in every language.
const WITHOUT_TITLE: u16 = 66;
/// The same where only the current step has a name.
const NARROW_WITHOUT_TITLE: u16 = 46;
/// How wide each step is in the first row: room for its name in capitals and brackets, in every language.
const STEP_WIDTHS: [u16; 3] = [16, 12, 13];

/// The key of a step's name.
pub(super) const fn step_key(step: Step) -> &'static str {
    match step {
        Step::Identify => "step-identify",
        Step::Assess => "step-assess",
        Step::Solve => "step-solve",
    }
}

const fn step_upper_key(step: Step) -> &'static str {
    match step {
        Step::Identify => "step-identify.upper",
        Step::Assess => "step-assess.upper",
        Step::Solve => "step-solve.upper",
    }
}

/// The first row: product, session, the steps with the current one in brackets and capitals, the save state.
pub(super) fn header(canvas: &mut Canvas<'_>, app: &App, layout: &Layout) {
    let row = line(canvas.whole(), 0);
    let catalogue = &canvas.look.catalogue;
    let product = if layout.shape == Shape::Wide || app.place == Place::Home { " Riskroom  " } else { " " };
    let (Place::Workshop, Some(workshop)) = (app.place, &app.workshop) else {
        let (mut pen, title) = (canvas.row(row, 0), catalogue.text("home-title"));
        pen.put(product, Role::Accent).put(title, Role::Title);
        pen.put_last(concat!("riskroom ", env!("CARGO_PKG_VERSION"), " "), Role::Muted);
        return;
    };
    let (saved, role) = save_state(app, workshop, catalogue);
    let steps = steps_start(app, row);
    let room = steps.saturating_sub(u16::try_from(product.width()).unwrap_or(0) + 1);
    let mut pen = canvas.row(row, 0);
    pen.put(product, Role::Accent);
    if room >= 8 {
        pen.say_in(room, &workshop.session().title, Role::Title);
    }
    pen.skip(steps.saturating_sub(pen.x()));
    let mut end = pen.x();
    let right = row.width.saturating_sub(save_width(catalogue) + 1);
    let alone = stands_alone(app, workshop.step, layout.shape, right.saturating_sub(end), catalogue);
    for step in Step::ALL.into_iter().filter(|step| !alone || *step == workshop.step) {
        end = write_step(&mut pen, step, step == workshop.step, layout.shape, catalogue);
    }
    if let Some(timer) = &app.timer {
        // Beside the widest that the save state can be, so that it stays where it is.
        let room = right.saturating_sub(end + u16::from(workshop.step == Step::Solve && !alone));
        if room >= timer::shortest(timer) {
            let form = timer::form(timer, catalogue, room);
            let start = right - timer::width(timer, catalogue, form);
            let mut pen = canvas.row(Area { x: start, width: right - start, ..row }, 0);
            timer::write(&mut pen, timer, catalogue, form);
        }
    }
    canvas.row(row, 0).put_last(&format!("{saved} "), role);
}

/// Whether the numbers of the other steps make room for the timer, on the narrowest screens.
fn stands_alone(app: &App, step: Step, shape: Shape, room: u16, catalogue: &Catalogue) -> bool {
    let Some(timer) = app.timer.as_ref().filter(|_| shape < Shape::Middle) else { return false };
    let name = u16::try_from(catalogue.text(step_upper_key(step)).width()).unwrap_or(0);
    // Brackets, number and blank; three columns for each other step; a blank before the timer.
    let all = name + 4 + 6 + u16::from(step == Step::Solve);
    all + timer::shortest(timer) > room
}

/// The columns that the save state can take, with the blank at its end.
fn save_width(catalogue: &Catalogue) -> u16 {
    let done = catalogue.format("save-done", &[("time", Arg::Text("00:00"))]);
    let others =
        ["header-read-only", "header-replay", "header-review", "save-opened", "save-waits", "save-trouble"];
    let others = others.into_iter().map(|key| catalogue.text(key).width());
    let widest = others.chain([done.width()]).max().unwrap_or(0);
    u16::try_from(widest + 1).unwrap_or(u16::MAX)
}

/// Writes a step; gives back where its text ends.
fn write_step(
    pen: &mut super::paint::Pen<'_, '_>,
    step: Step,
    current: bool,
    shape: Shape,
    catalogue: &Catalogue,
) -> u16 {
    let number = step as u8 + 1;
    let (key, role) =
        if current { (step_upper_key(step), Role::Header) } else { (step_key(step), Role::Muted) };
    let name = catalogue.text(key);
    let text = match (current, shape) {
        (true, _) => format!("[{number} {name}]"),
        (false, Shape::Small | Shape::Narrow | Shape::Tiny) => format!(" {number} "),
        (false, Shape::Middle | Shape::Wide) => format!(" {number} {name} "),
    };
    let end = pen.x().saturating_add(u16::try_from(text.width()).unwrap_or(0));
    if matches!(shape, Shape::Middle | Shape::Wide) {
        pen.put_in(step_width(step), &text, role);
    } else {
        pen.put(&text, role);
    }
    end
}

fn step_width(step: Step) -> u16 {
    STEP_WIDTHS.get(step as usize).copied().unwrap_or(0)
}

/// The column where the steps begin: after the title there is room for. On narrow screens a timer takes some of it.
fn steps_start(app: &App, row: Area) -> u16 {
    let has_timer = app.timer.is_some();
    match row.width {
        110.. => row.width / 3,
        width @ 80.. if has_timer => (width - WITHOUT_TITLE).min(22),
        80.. => 22,
        width @ 60.. if has_timer => (width - NARROW_WITHOUT_TITLE).min(20),
        60.. => 20,
        _ => 1,
    }
}

/// Where the steps can be clicked.
pub(super) fn step_targets(app: &App, whole: Area, targets: &mut Vec<(Area, Target)>) {
    if whole.width >= 80 {
        let mut x = steps_start(app, whole);
        for step in Step::ALL {
            let width = step_width(step);
            targets.push((Area { x, y: 0, width, height: 1 }, Target::Step(step)));
            x += width;
        }
    }
}

/// What is known of the disk: `saved 14:02 ✓` only once the newest change is durable. Of a session that is only read
/// here there is nothing to save.
fn save_state(app: &App, workshop: &Workshop, catalogue: &Catalogue) -> (String, Role) {
    let saving = &workshop.saving;
    if workshop.replay.is_some() {
        return (catalogue.text("header-replay").to_owned(), Role::Warning);
    }
    if workshop.access.is_full() && workshop.opened_for == OpenedFor::Review {
        return (catalogue.text("header-review").to_owned(), Role::Warning);
    }
    if !workshop.access.is_full() {
        return (catalogue.text("header-read-only").to_owned(), Role::Warning);
    }
    if saving.revision >= workshop.history.revision() {
        let clock = |at| dates::clock(at, &app.zone);
        let text = match saving.at {
            Some(at) => catalogue.format("save-done", &[("time", Arg::Text(&clock(at)))]),
            None => catalogue.text("save-opened").to_owned(),
        };
        return (text, Role::Ok);
    }
    if saving.trouble.as_ref().is_some_and(Trouble::loses) {
        (catalogue.text("save-trouble").to_owned(), Role::Problem)
    } else if app.is_slow_to_save() {
        (catalogue.text("save-waits").to_owned(), Role::Warning)
    } else {
        ("…".to_owned(), Role::Muted)
    }
}

/// The last row: what was just told, or the keys of the moment; then help and commands.
pub(super) fn footer(canvas: &mut Canvas<'_>, app: &App) {
    let whole = canvas.whole();
    let row = line(whole, whole.height - 1);
    let catalogue = &canvas.look.catalogue;
    let is_typing = app.typing.is_some();
    let help = if app.overlay.is_some() && !is_typing {
        String::new()
    } else if is_typing {
        format!(" F1 {} ", catalogue.text("footer-help"))
    } else {
        format!(" ? {}  : {} ", catalogue.text("footer-help"), catalogue.text("footer-commands"))
    };
    let help_width = u16::try_from(help.width()).unwrap_or(0);
    let left = Area { width: row.width.saturating_sub(help_width), ..row };
    canvas.row(row, 0).put_last(&help, Role::Muted);
    let blank = app.place == Place::Workshop && app.workshop.as_ref().is_some_and(|it| it.blank);
    let closed =
        app.workshop.as_ref().is_some_and(|it| app.place == Place::Workshop && it.session().is_closed());
    let tags = [(app.caps, "footer-caps"), (blank, "footer-blank"), (closed, "footer-closed")];
    let mut left = left;
    for (_, key) in tags.into_iter().filter(|(shown, _)| *shown) {
        let tag = format!(" {} ", catalogue.text(key));
        canvas.row(left, 0).put(&tag, Role::Warning);
        let width = u16::try_from(tag.width()).unwrap_or(0).min(left.width);
        left = Area { x: left.x + width, width: left.width - width, ..left };
    }
    if let Some(told) = &app.notice {
        let (sentence, role) = notice::sentence(told, app, catalogue);
        let room = if sentence.width() + 1 > usize::from(left.width) { row } else { left };
        if room == row {
            canvas.clear(row);
        }
        canvas.row(room, 0).put(" ", role).put(&sentence, role);
        return;
    }
    let mut pen = canvas.row(left, 0);
    pen.put(" ", Role::Muted);
    let mut gap = "";
    for action in app.hints() {
        let Some(keys) = hint_keys(app, action, catalogue) else { continue };
        let is_way_back = action == Action::Present && app.is_presenting();
        let key = if is_way_back {
            Some("present-back")
        } else {
            app.typing.as_ref().map_or(Some(action.hint_key()), |it| typing::hint_key(it.purpose, action))
        };
        let Some(hint) = key.map(|key| catalogue.text(key)) else { continue };
        if gap.width() + keys.width() + 1 + hint.width() > usize::from(pen.room()) {
            break;
        }
        pen.put(gap, Role::Muted).put(&keys, Role::Key).put(" ", Role::Muted).put(hint, Role::Muted);
        gap = "   ";
    }
}

/// The key of an action for the footer; the levels share one hint, `1-5`, and so do digits, `0-9`.
fn hint_keys(app: &App, action: Action, words: &Catalogue) -> Option<String> {
    let first = keys::of_action(app, action, words)?;
    if matches!(action, Action::DialWeight | Action::TypeDots) {
        let last = app.keymap.keys(action).last()?;
        return Some(format!("{first}-{}", keys::sequence(last, words)));
    }
    if action == Action::ExpectLevel {
        let levels = app.workshop.as_ref().map_or(0, |it| it.session().scales.levels.number());
        return Some(format!("{first}-{levels}"));
    }
    if action != Action::SetLevel1 {
        return Some(first);
    }
    let possible = |action: &Action| action.level().is_some() && app.availability(*action).is_ok();
    let last = TABLE.iter().map(|row| row.action).rfind(possible)?;
    Some(format!("{first}-{}", keys::of_action(app, last, words)?))
}

/// A frame with a title; thick and with `»` if the pane has the focus. Gives back what is left inside.
pub(super) fn frame(canvas: &mut Canvas<'_>, area: Area, shape: Shape, title: &Title<'_>) -> Area {
    let inner = super::layout::inner(area, shape);
    if shape == Shape::Small || area.width < 2 || area.height < 2 {
        return inner;
    }
    let (sides, role) = if title.focus {
        (['┏', '━', '┓', '┃', '┗', '┛'], Role::FocusBorder)
    } else {
        (['┌', '─', '┐', '│', '└', '┘'], Role::Border)
    };
    let [top_left, across, top_right, down, bottom_left, bottom_right] = sides;
    let mut edge_row = |row: u16, left: char, right: char| {
        canvas.row(area, row).fill(1, left, role).fill(inner.width, across, role).fill(1, right, role);
    };
    edge_row(0, top_left, top_right);
    edge_row(area.height - 1, bottom_left, bottom_right);
    for row in 1..area.height - 1 {
        canvas.row(area, row).fill(1, down, role).skip(inner.width).fill(1, down, role);
    }
    let edge = Area { x: inner.x, width: inner.width, ..area };
    let mark = if title.focus { " » " } else { " " };
    let right_width = u16::try_from(title.right.width()).unwrap_or(0);
    let mut pen = canvas.row(edge, 0);
    if !title.left.is_empty() && inner.width > 4 {
        let room = inner.width.saturating_sub(if right_width > 0 { right_width + 3 } else { 1 });
        let text = super::paint::cut(title.left, usize::from(room.saturating_sub(4)));
        pen.put(mark, role).say(&text, Role::Title).put(" ", role);
    }
    if right_width > 0 && pen.room() > right_width + 2 {
        pen.put_last(&format!(" {} ", title.right), Role::Muted);
    }
    if !title.foot.is_empty() {
        canvas.row(edge, area.height - 1).put(" ", role).put(title.foot, Role::Muted).put(" ", role);
    }
    inner
}

/// What stands in the frame of a pane.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Title<'t> {
    /// On the upper edge, left.
    pub(super) left: &'t str,
    /// On the upper edge, right.
    pub(super) right: &'t str,
    /// On the lower edge.
    pub(super) foot: &'t str,
    /// Whether the pane has the focus.
    pub(super) focus: bool,
}

/// The key of a pane's name.
pub(super) const fn pane_key(pane: Pane) -> &'static str {
    match pane {
        Pane::Sessions => "pane-sessions",
        Pane::Preview => "pane-preview",
        Pane::Risks => "pane-risks",
        Pane::Grid => "pane-grid",
        Pane::Ranks => "pane-ranks",
        Pane::Board => "pane-board",
        Pane::Details => "pane-details",
        Pane::Levels => "pane-levels",
        Pane::Coverage => "pane-coverage",
    }
}

/// What is left of the body below the row of tabs.
pub(super) const fn below_tabs(body: Area) -> Area {
    Area { y: body.y + 1, height: body.height.saturating_sub(1), ..body }
}

/// The row of tabs on narrow screens: one per pane that can have the focus.
pub(super) fn tabs(canvas: &mut Canvas<'_>, workshop: &Workshop, layout: &Layout) {
    if layout.shape != Shape::Narrow {
        return;
    }
    let catalogue = &canvas.look.catalogue;
    let whole = canvas.whole();
    let mut pen = canvas.row(whole, 1);
    for pane in workshop.step.panes() {
        let name = catalogue.text(pane_key(*pane));
        let (text, role) = if *pane == workshop.focus {
            (format!(" [» {name}] "), Role::Header)
        } else {
            (format!("  {name}  "), Role::Muted)
        };
        pen.put(&text, role);
    }
    pen.put_last("Tab ", Role::Muted);
}

/// The box of what can follow the keys pressed so far.
pub(super) fn which_key(canvas: &mut Canvas<'_>, app: &App, layout: &Layout) {
    let Some(pending) = app.pending.as_ref().filter(|pending| pending.shown) else { return };
    let catalogue = &canvas.look.catalogue;
    let mut rows: Vec<(String, &str)> = Vec::new();
    for (chord, action) in app.keymap.continuations(app.scopes(), &pending.chords) {
        let label = catalogue.text(action.label_key());
        let key = if action == Action::GoToRisk { "0…9".to_owned() } else { keys::chord(chord, catalogue) };
        if rows.iter().all(|(known, _)| *known != key) && app.availability(action).is_ok() {
            rows.push((key, label));
        }
    }
    let widest = rows.iter().map(|(key, label)| key.width() + label.width() + 5).max().unwrap_or(0);
    let whole = canvas.whole();
    let width = u16::try_from(widest + 2).unwrap_or(whole.width).min(whole.width);
    let height = u16::try_from(rows.len() + 2).unwrap_or(whole.height).min(whole.height - 2);
    let bottom = whole.height - if app.banner().is_some() { 2 } else { 1 };
    let height = height.min(bottom - 1);
    let area = Area { x: whole.width - width, y: bottom - height, width, height };
    canvas.clear(area);
    let pressed: Vec<String> = pending.chords.iter().map(ToString::to_string).collect();
    let title = Title { left: &pressed.join(" "), focus: true, ..Title::default() };
    let inner = frame(canvas, area, layout.shape.max(Shape::Narrow), &title);
    for (row, (key, label)) in (0..inner.height).zip(&rows) {
        canvas.row(inner, row).put(" ", Role::Key).put_in(4, key, Role::Key).put(label, Role::Text);
    }
}
