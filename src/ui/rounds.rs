//! The strip of a round above the panes of step 1: what the room is asked, for how long, and what comes next.

use jiff::SignedDuration;
use unicode_width::UnicodeWidthStr;

use super::keys;
use super::layout::line;
use super::paint::Canvas;
use super::theme::Role;
use crate::app::layout::{Area, Layout};
use crate::app::rounds::{Kind, Phase, Round};
use crate::app::{Action, App};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;

/// From so many columns and rows of the body the strip has three rows; below that one.
const ROOMY: (u16, u16) = (110, 28);

/// How many rows it has.
pub(super) const fn height(body: Area) -> u16 {
    if body.width >= ROOMY.0 && body.height >= ROOMY.1 { 3 } else { 1 }
}

/// That the time is up, the longest words first.
const TIME_IS_UP: [&str; 3] = ["round-time-is-up", "round-time-is-up.short", "round-time-is-up.tiny"];

/// What a kind of round is called, with its length: `Premortem · 5 min`.
pub(super) fn choice(kind: Kind, words: &Catalogue) -> String {
    format!("{} · {}", words.text(name_key(kind)), span(kind.length()))
}

/// Paints it.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, layout: &Layout) {
    let (Some(round), Some(area)) = (&app.round, layout.strip) else { return };
    if area.height >= 3 { roomy(canvas, app, round, area) } else { single(canvas, app, round, area) }
}

fn roomy(canvas: &mut Canvas<'_>, app: &App, round: &Round, area: Area) {
    let words = &canvas.look.catalogue;
    let name = words.text(upper_key(round.kind));
    let indent = u16::try_from(name.width()).unwrap_or(0) + 2;
    let next = match app.phase() {
        Phase::Writing => {
            let length = span(round.kind.length());
            words.format(silent_key(round.kind), &[("length", Arg::Text(&length))])
        }
        Phase::Capturing => {
            let [longest, ..] = TIME_IS_UP;
            words.text(longest).to_owned()
        }
    };
    let [prompt, ..] = prompt_keys(round.kind).map(|key| words.text(key));
    let is_up = app.phase() == Phase::Capturing;
    let hint = hint(app, words, "round-ends");
    for row in 0..area.height {
        let mut pen = canvas.row(area, row);
        pen.put("█ ", Role::Accent);
        match row {
            0 => pen.put(name, Role::Header).put("  ", Role::Text),
            _ => pen.skip(indent),
        };
        match row {
            0 => pen.put(prompt, Role::Title),
            1 => pen.put(&next, if is_up { Role::Warning } else { Role::Text }),
            _ => pen.put(&hint, Role::Muted),
        };
    }
}

/// In one row: the question, or that the time is up; the key that ends it at the end.
fn single(canvas: &mut Canvas<'_>, app: &App, round: &Round, area: Area) {
    let words = &canvas.look.catalogue;
    let row = line(area, 0);
    let hint = format!(" {} ", hint(app, words, "round-ends.short"));
    let width = u16::try_from(hint.width()).unwrap_or(0).min(row.width);
    canvas.row(row, 0).put_last(&hint, Role::Muted);
    let left = Area { width: row.width - width, ..row };
    let (keys, role) = match app.phase() {
        Phase::Writing => (prompt_keys(round.kind), Role::Title),
        Phase::Capturing => (TIME_IS_UP, Role::Warning),
    };
    let mut pen = canvas.row(left, 0);
    pen.put("█ ", Role::Accent);
    let fits = |key: &&str| words.text(key).width() <= usize::from(pen.room());
    let [.., shortest] = keys;
    let text = words.text(keys.into_iter().find(fits).unwrap_or(shortest));
    let name = words.text(upper_key(round.kind));
    // The question matters more than the name of the round.
    if name.width() + 1 + text.width() <= usize::from(pen.room()) {
        pen.put(name, Role::Header).put(" ", Role::Text);
    }
    pen.put(text, role);
}

fn hint(app: &App, words: &Catalogue, key: &str) -> String {
    let ends = keys::of_action(app, Action::Rounds, words).unwrap_or_default();
    format!("{ends} {}", words.text(key))
}

fn span(length: SignedDuration) -> String {
    dates::span(length.unsigned_abs().as_secs())
}

const fn name_key(kind: Kind) -> &'static str {
    match kind {
        Kind::SilentWriting => "round-silent-writing",
        Kind::Premortem => "round-premortem",
        Kind::Headline => "round-headline",
    }
}

const fn upper_key(kind: Kind) -> &'static str {
    match kind {
        Kind::SilentWriting => "round-silent-writing.upper",
        Kind::Premortem => "round-premortem.upper",
        Kind::Headline => "round-headline.upper",
    }
}

/// The question, the longest words first.
const fn prompt_keys(kind: Kind) -> [&'static str; 3] {
    match kind {
        Kind::SilentWriting => {
            ["round-silent-writing.prompt", "round-silent-writing.short", "round-silent-writing.tiny"]
        }
        Kind::Premortem => ["round-premortem.prompt", "round-premortem.short", "round-premortem.tiny"],
        Kind::Headline => ["round-headline.prompt", "round-headline.short", "round-headline.tiny"],
    }
}

const fn silent_key(kind: Kind) -> &'static str {
    match kind {
        Kind::SilentWriting => "round-next-silent",
        Kind::Premortem | Kind::Headline => "round-next",
    }
}
