//! The box text is typed into, with the terminal's cursor at the caret.

use ratatui::layout::Position;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::chrome::{Title, frame};
use super::layout::inner;
use super::paint::Canvas;
use super::theme::Role;
use super::{budget, capture, names, votes};
use crate::app::form::risk::RiskField;
use crate::app::form::session::SessionField;
use crate::app::form::solution::SolutionField;
use crate::app::form::{Field, Subject, amount, day};
use crate::app::layout::{Area, Layout, Shape};
use crate::app::typing::Typing;
use crate::app::typing::purpose::{Part, Purpose};
use crate::app::workshop::Pane;
use crate::app::{Action, App};
use crate::domain::budget::Measure;
use crate::domain::{Course, RiskId};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::keys::course_key;
use crate::text::safe::Safe;
use crate::text::{dates, numbers};

/// Rows of a note that can be seen at once, with its frame.
const NOTE_HEIGHT: u16 = 9;

/// What Enter, Tab and Esc do with the text, for the footer: the key of the hint. None where Tab does what Enter does.
pub(super) fn hint_key(purpose: Purpose, action: Action) -> Option<&'static str> {
    match (action, purpose) {
        (
            Action::SetText,
            Purpose::Guided(Part::Cause | Part::Event)
            | Purpose::Dots(_)
            | Purpose::Decision(_, Course::Accept),
        ) => Some("enter-next"),
        (
            Action::SetText,
            Purpose::NewRisk
            | Purpose::Guided(Part::Consequence)
            | Purpose::NewSolution(_)
            | Purpose::NewTopic
            | Purpose::NewPerson,
        ) => Some("enter-add"),
        (Action::SetText, Purpose::NewWorkshop) => Some("enter-start"),
        (Action::SetText, Purpose::Find) => Some("enter-keep"),
        (Action::SetText, Purpose::GoToRisk) => Some("enter-go"),
        (Action::LeaveText, Purpose::Find) => Some("esc-clear"),
        (
            Action::LeaveText,
            Purpose::GoToRisk
            | Purpose::SetTimer
            | Purpose::Dots(_)
            | Purpose::Cap(_)
            | Purpose::FollowUp(..),
        ) => Some("esc-leave"),
        (Action::LeaveText, Purpose::Duel(..)) => Some("esc-no-reason"),
        (Action::NextField, Purpose::NewRisk) => Some("tab-details"),
        (Action::NextField, Purpose::NewWorkshop) => Some("tab-prepare"),
        (Action::NextField, Purpose::Guided(_)) => None,
        (_, _) => Some(action.hint_key()),
    }
}

/// Where the box is: at the bottom of the right column where there is one, else of the whole body.
pub(super) fn area(typing: &Typing, layout: &Layout, body: Area) -> Area {
    let framed = if layout.shape == Shape::Small { 2 } else { 3 };
    let single = framed + capture::rows_below(typing.purpose) + names::rows_below(typing);
    let height = if typing.input.is_note() { NOTE_HEIGHT.min(body.height / 2 + 1) } else { single };
    let details = layout.pane(Pane::Details).filter(|area| area.x > 0 && area.width >= 40);
    let column = details.map_or(body, |area| Area { x: area.x, width: area.width, ..body });
    let height = height.min(column.height);
    let levels = layout.pane(Pane::Levels).filter(|_| typing.votes.is_some() && layout.shape != Shape::Wide);
    if let Some(levels) = levels {
        // The texts of the levels stay in sight.
        return Area { y: levels.y.saturating_sub(height), height, ..levels };
    }
    Area { y: column.y + column.height - height, height, ..column }
}

/// Paints the box and says where the caret is.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, layout: &Layout) -> Option<Position> {
    let (typing, area) = (app.typing.as_ref()?, layout.typing?);
    let catalogue = &canvas.look.catalogue;
    let label = label(typing.purpose, canvas);
    let foot = foot(app, typing, catalogue);
    let title = Title { left: &label, right: catalogue.text("typing-edit"), foot: &foot, focus: true };
    canvas.clear(area);
    let inside = if layout.shape == Shape::Small {
        let fits = label.width() + title.right.width() < usize::from(area.width);
        let right = if fits { title.right } else { catalogue.text("typing-edit.short") };
        canvas.row(area, 0).put(" ", Role::Title).put(&label, Role::Title).put_last(right, Role::Accent);
        Area { y: area.y + 1, height: area.height - 1, ..area }
    } else {
        frame(canvas, area, layout.shape, &title);
        inner(area, layout.shape)
    };
    if typing.input.is_note() {
        note(canvas, typing, inside)
    } else if typing.votes.is_some() {
        votes::draw(canvas, app, inside)
    } else if names::rows_below(typing) > 0 {
        names::draw(canvas, typing, inside)
    } else if capture::rows_below(typing.purpose) > 0 {
        capture::draw(canvas, app, inside, layout.shape)
    } else {
        single(canvas, typing, inside)
    }
}

fn label(purpose: Purpose, canvas: &Canvas<'_>) -> String {
    let catalogue = &canvas.look.catalogue;
    match purpose {
        Purpose::NewWorkshop => catalogue.text("typing-new-workshop").to_owned(),
        Purpose::NewRisk => catalogue.text("typing-new-risk").to_owned(),
        Purpose::Guided(part) => catalogue.text(part_key(part)).to_owned(),
        Purpose::Paste => catalogue.text("draft-paste").to_owned(),
        Purpose::NewSolution(None) => catalogue.text("typing-new-solution").to_owned(),
        Purpose::NewSolution(Some(id)) => format!("{} · {id}", catalogue.text("typing-new-solution")),
        Purpose::NewTopic => catalogue.text("typing-new-topic").to_owned(),
        Purpose::CloseSession => catalogue.text("typing-close-session").to_owned(),
        Purpose::Votes(risk, cell) => format!("{} · {risk} {}", catalogue.text("typing-votes"), cell.sign()),
        Purpose::Duel(first, second) => duel_label(first, second, catalogue),
        Purpose::Dots(risk) => format!("{} · {risk}", catalogue.text("typing-dots")),
        Purpose::Decision(id, course) => decision_label(id, course, catalogue),
        Purpose::Review(id) => format!("{id} · {}", catalogue.text("typing-review")),
        Purpose::FollowUp(id, field) => field_label(Subject::Solution(id), Field::Solution(field), catalogue),
        Purpose::Cap(measure) => catalogue.text(cap_key(measure)).to_owned(),
        Purpose::SetTimer => catalogue.text("typing-set-timer").to_owned(),
        Purpose::NewPerson => catalogue.text("typing-new-person").to_owned(),
        Purpose::Find => catalogue.text("typing-find").to_owned(),
        Purpose::GoToRisk => catalogue.text("typing-go-to-risk").to_owned(),
        Purpose::Field(subject, field) => field_label(subject, field, catalogue),
    }
}

/// What is told on the lower edge: how a workshop begins, what a typed amount is understood as.
fn foot(app: &App, typing: &Typing, words: &Catalogue) -> String {
    match typing.purpose {
        Purpose::NewWorkshop => match app.carries_from() {
            Some(title) => words.format("typing-carry-foot", &[("title", Arg::Text(&Safe::new(title)))]),
            None => words.text("typing-new-workshop-foot").to_owned(),
        },
        Purpose::NewPerson => words.text("typing-new-person-foot").to_owned(),
        Purpose::CloseSession => closing_foot(app, words),
        Purpose::Field(
            _,
            Field::Session(SessionField::Revenue)
            | Field::Solution(SolutionField::CostOnce | SolutionField::CostYearly),
        ) => amount_foot(app, typing.input.text(), words),
        Purpose::Review(_)
        | Purpose::FollowUp(_, SolutionField::Due)
        | Purpose::Field(_, Field::Solution(SolutionField::Due)) => day_foot(app, typing.input.text(), words),
        Purpose::NewRisk | Purpose::Guided(_) => capture::foot(app, words),
        Purpose::Votes(..) => votes_foot(app, words),
        Purpose::Field(_, Field::Risk(RiskField::Duty)) => words.text("typing-duty-foot").to_owned(),
        Purpose::Duel(..) => words.text("typing-duel-foot").to_owned(),
        Purpose::Dots(_) => words.text("typing-dots-foot").to_owned(),
        Purpose::Decision(..) => words.text("typing-decision-foot").to_owned(),
        Purpose::Cap(measure) => cap_foot(app, measure, typing.input.text(), words),
        Purpose::Field(_, Field::Risk(RiskField::Reason(_))) => words.text("typing-reason-foot").to_owned(),
        Purpose::Paste
        | Purpose::FollowUp(..)
        | Purpose::NewSolution(_)
        | Purpose::NewTopic
        | Purpose::SetTimer
        | Purpose::Find
        | Purpose::GoToRisk
        | Purpose::Field(..) => String::new(),
    }
}

/// What becomes of what is still parked.
fn closing_foot(app: &App, words: &Catalogue) -> String {
    let is_parked = app.workshop.as_ref().is_some_and(|workshop| workshop.derived.lot.undecided > 0);
    if is_parked { words.text("typing-close-session-foot").to_owned() } else { String::new() }
}

/// `R4 · accepted: why?`
fn decision_label(risk: RiskId, course: Course, words: &Catalogue) -> String {
    let course = words.text(course_key(course));
    let args = [("risk", risk.to_string()), ("course", course.to_owned())];
    words.format("typing-decision", &args.each_ref().map(|(name, text)| (*name, Arg::Text(text))))
}

const fn cap_key(measure: Measure) -> &'static str {
    match measure {
        Measure::Money => "typing-cap-money",
        Measure::Effort => "typing-cap-effort",
    }
}

/// The cap that is understood; without one, how it is written.
fn cap_foot(app: &App, measure: Measure, text: &str, words: &Catalogue) -> String {
    let currency = app.workshop.as_ref().map_or("", |workshop| &workshop.session().currency);
    match (app.read_cap(measure, text), measure) {
        (Ok(Some(cap)), _) => format!("= {}", budget::amount(cap, measure, currency, words)),
        (Ok(None), Measure::Money) => words.text("typing-cap-money-foot").to_owned(),
        (Ok(None), Measure::Effort) => words.text("typing-cap-effort-foot").to_owned(),
        (Err(_), _) => String::new(),
    }
}

/// The amount that is understood.
fn amount_foot(app: &App, text: &str, words: &Catalogue) -> String {
    let currency = app.workshop.as_ref().map_or("", |it| &it.session().currency);
    let amount = amount::read(text, numbers::decimal_sign(words.lang()), currency);
    amount.map(|it| format!("= {}", numbers::money(it.units(), currency, words.lang()))).unwrap_or_default()
}

/// The day that is understood; until there is one, how days are written.
fn day_foot(app: &App, text: &str, words: &Catalogue) -> String {
    match day::read(text, app.today()) {
        Some(day) if day < app.today() => {
            format!("= {} · {}", dates::weekday(day, words), words.text("typing-day-past"))
        }
        Some(day) => format!("= {}", dates::weekday(day, words)),
        None => words.text("typing-day-foot").to_owned(),
    }
}

/// The signs of votes.
fn votes_foot(app: &App, words: &Catalogue) -> String {
    let levels = app.workshop.as_ref().map_or(0, |it| it.session().scales.levels.number());
    words.format("typing-votes-foot", &[("levels", Arg::Number(levels.into()))])
}

/// `An unfinished text was kept (R5 · Cause).`
pub(super) fn left_unfinished(purpose: Purpose, words: &Catalogue) -> String {
    let what = match purpose {
        Purpose::NewWorkshop => words.text("home-new").to_owned(),
        Purpose::NewRisk => words.text("draft-new-risk").to_owned(),
        Purpose::Guided(part) => {
            format!("{} · {}", words.text("draft-new-risk"), words.text(&format!("field-{}", part.name())))
        }
        Purpose::Paste => words.text("draft-paste").to_owned(),
        Purpose::NewSolution(None) => words.text("draft-new-solution").to_owned(),
        Purpose::NewSolution(Some(id)) => format!("{} · {id}", words.text("draft-new-solution")),
        Purpose::NewTopic => words.text("draft-new-topic").to_owned(),
        Purpose::CloseSession => words.text("draft-close-session").to_owned(),
        Purpose::Votes(risk, cell) => format!("{} · {risk} {}", words.text("draft-votes"), cell.sign()),
        Purpose::Duel(first, second) => duel_label(first, second, words),
        Purpose::Dots(risk) => format!("{} · {risk}", words.text("typing-dots")),
        Purpose::Decision(id, course) => decision_label(id, course, words),
        Purpose::Review(id) => format!("{id} · {}", words.text("typing-review")),
        Purpose::FollowUp(id, field) => field_label(Subject::Solution(id), Field::Solution(field), words),
        Purpose::Cap(measure) => words.text(cap_key(measure)).to_owned(),
        Purpose::SetTimer => words.text("typing-set-timer").to_owned(),
        Purpose::NewPerson => words.text("draft-new-person").to_owned(),
        Purpose::Find => words.text("typing-find").to_owned(),
        Purpose::GoToRisk => words.text("typing-go-to-risk").to_owned(),
        Purpose::Field(subject, field) => field_label(subject, field, words),
    };
    words.format("banner-draft", &[("what", Arg::Text(&what))])
}

/// `R5 before R3`.
fn duel_label(first: RiskId, second: RiskId, words: &Catalogue) -> String {
    let (first, second) = (first.to_string(), second.to_string());
    words.format("typing-duel", &[("first", Arg::Text(&first)), ("second", Arg::Text(&second))])
}

const fn part_key(part: Part) -> &'static str {
    match part {
        Part::Cause => "typing-cause",
        Part::Event => "typing-event",
        Part::Consequence => "typing-consequence",
    }
}

pub(super) fn field_label(subject: Subject, field: Field, words: &Catalogue) -> String {
    let key = format!("field-{}", field.name());
    let name = words.text(&key).to_owned();
    match subject {
        Subject::Session | Subject::Person(_) => name,
        Subject::Risk(id) => format!("{id} · {name}"),
        Subject::Solution(id) => format!("{id} · {name}"),
    }
}

/// One line, moved along so that the caret is seen.
pub(super) fn single(canvas: &mut Canvas<'_>, typing: &Typing, area: Area) -> Option<Position> {
    let room = usize::from(area.width.saturating_sub(1));
    let before = Safe::new(typing.input.line_before_cursor()).as_str().to_owned();
    let after = typing.input.text().get(typing.input.cursor()..).unwrap_or_default();
    let visible = tail(&before, room);
    let mut pen = canvas.row(area, 0);
    pen.put(visible, Role::Text);
    let caret = Position { x: pen.x(), y: area.y };
    pen.say(after, Role::Text);
    (area.width > 0 && area.height > 0).then_some(caret)
}

/// The end of a text that fits into so many columns.
fn tail(text: &str, columns: usize) -> &str {
    let mut rest = text;
    let mut graphemes = text.graphemes(true);
    while rest.width() > columns {
        graphemes.next();
        rest = graphemes.as_str();
    }
    rest
}

/// Many lines, broken where they end, moved up so that the caret is seen.
fn note(canvas: &mut Canvas<'_>, typing: &Typing, area: Area) -> Option<Position> {
    let width = usize::from(area.width).max(2);
    let (lines, row, column) = broken(typing.input.text(), typing.input.cursor(), width);
    let height = usize::from(area.height);
    let first = (row + 1).saturating_sub(height);
    for (at, text) in (0..area.height).zip(lines.iter().skip(first)) {
        canvas.row(area, at).put(text, Role::Text);
    }
    let y = area.y + u16::try_from(row - first).ok()?;
    let x = area.x + u16::try_from(column).ok()?;
    (area.height > 0).then_some(Position { x, y })
}

/// A text broken into lines that are narrower than `width` columns, at words where that is possible; and the row and
/// column of the byte at `cursor`.
fn broken(text: &str, cursor: usize, width: usize) -> (Vec<String>, usize, usize) {
    let starts = line_starts(text, width);
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let parts =
        || starts.iter().zip(ends.clone()).map(|(start, end)| text.get(*start..end).unwrap_or_default());
    let row = starts.iter().rposition(|start| *start <= cursor).unwrap_or(0);
    let before = starts.get(row).and_then(|start| text.get(*start..cursor)).unwrap_or_default();
    let lines = parts().map(|part| Safe::new(part.trim_end_matches('\n')).as_str().to_owned()).collect();
    (lines, row, Safe::new(before).width())
}

/// The bytes at which lines begin.
fn line_starts(text: &str, width: usize) -> Vec<usize> {
    let (mut starts, mut columns, mut word) = (vec![0], 0, None);
    for (at, grapheme) in text.grapheme_indices(true) {
        let after = at + grapheme.len();
        if grapheme.contains('\n') {
            starts.push(after);
            (columns, word) = (0, None);
            continue;
        }
        let wide = Safe::new(grapheme).width();
        if columns + wide >= width {
            // The word goes down as a whole, unless it began the line.
            let (start, kept) = word.take().unwrap_or((at, columns));
            starts.push(start);
            columns -= kept;
        }
        columns += wide;
        if grapheme == " " {
            word = Some((after, columns));
        }
    }
    starts
}
