//! The dot vote over the screen: the risks with the dots they got, and then those on which gut and score disagree.
//!
//! Where dots are typed, nothing tells a score.

use ratatui::layout::Position;

use super::chrome::{Title, frame};
use super::home::more;
use super::layout::line;
use super::paint::{Canvas, wrap};
use super::theme::Role;
use crate::app::dots::{DotVote, View, dots_of_all, entered};
use crate::app::layout::{Area, Shape};
use crate::app::workshop::Workshop;
use crate::domain::gut::Compared;
use crate::domain::{Risk, RiskId};
use crate::text::catalogue::{Arg, Catalogue};

/// It is as wide as can be: what lies under it would tell scores.
pub(super) const WIDTH: u16 = u16::MAX;
/// The row of the heads.
const HEAD: u16 = 1;
/// So many dots of a risk are drawn; more are only counted.
const DRAWN: u16 = 10;
/// From so many columns inside on dots are drawn, and how far gut and score are apart.
const ROOMY: u16 = 66;

/// Rows below the list, with the line above them.
const fn foot(inside: u16) -> u16 {
    if inside < 12 { 0 } else { 4 }
}

/// The part that lists.
pub(super) const fn list(inside: Area) -> Area {
    let height = inside.height.saturating_sub(HEAD + foot(inside.height));
    Area { y: inside.y + HEAD, height, ..inside }
}

/// Paints it; the cursor stands on the selected row.
pub(super) fn draw(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    vote: &DotVote,
    area: Area,
) -> Option<Position> {
    let words = &canvas.look.catalogue;
    let left = words.text(match vote.view {
        View::Entering => "dots-title",
        View::Comparing => "dots-compared",
    });
    let right = progress(workshop, vote, words);
    let title = Title { left, right: &right, foot: "", focus: true };
    let inside = frame(canvas, area, Shape::Wide, &title);
    let rows = vote.rows(workshop);
    let list = list(inside);
    let mut at = None;
    if rows > 0 && !is_blanked(workshop, vote) {
        heads(canvas, vote, inside);
        for (row, place) in (0..list.height).zip(vote.cursor.offset..rows) {
            let here = line(list, row);
            let selected = place == vote.cursor.place;
            row_of(canvas, workshop, vote, place, here, selected);
            if selected {
                at = Some(Position { x: here.x, y: here.y });
            }
        }
        let below = rows.saturating_sub(vote.cursor.offset + usize::from(list.height));
        if below > 0 {
            more(canvas, list, Shape::Small, below);
        }
    } else {
        let text = words.text(nothing(workshop, vote));
        for (row, text) in (1..inside.height).zip(wrap(text, usize::from(inside.width.saturating_sub(2)), 4))
        {
            canvas.row(inside, row).put(" ", Role::Muted).put(&text, Role::Muted);
        }
    }
    below_list(canvas, workshop, vote, inside);
    at
}

/// Whether what is compared is out of sight.
fn is_blanked(workshop: &Workshop, vote: &DotVote) -> bool {
    workshop.blank && vote.view == View::Comparing
}

/// Why there is no row.
fn nothing(workshop: &Workshop, vote: &DotVote) -> &'static str {
    match vote.view {
        View::Entering => "ranking-empty",
        View::Comparing if workshop.blank => "dots-blanked",
        View::Comparing if vote.gut.dots == 0 => "dots-none",
        View::Comparing if vote.gut.agreeing == 0 => "dots-unscored",
        View::Comparing => "dots-agree",
    }
}

/// `17 of 24 dots`, or how many there are if nobody is here.
fn progress(workshop: &Workshop, vote: &DotVote, words: &Catalogue) -> String {
    let dots = Arg::Number(vote.gut.dots.into());
    match dots_of_all(workshop) {
        Some(all) => words.format("dots-of", &[("n", dots), ("all", Arg::Number(all.into()))]),
        None => words.format("dots-in", &[("n", dots)]),
    }
}

fn heads(canvas: &mut Canvas<'_>, vote: &DotVote, inside: Area) {
    let words = &canvas.look.catalogue;
    let is_wide = inside.width >= ROOMY;
    let mut pen = canvas.row(inside, 0);
    match vote.view {
        View::Entering => {
            pen.skip(1).put_right(5, words.text("dots-head"), Role::Header);
        }
        View::Comparing => {
            pen.skip(1).put_right(5, words.text("dots-head"), Role::Header).put("  ", Role::Header);
            pen.put_in(9, words.text("dots-gut"), Role::Header);
            pen.put_in(7, words.text("dots-score"), Role::Header);
            if is_wide {
                pen.put_in(apart_width(words), words.text("dots-apart"), Role::Header);
            }
        }
    }
}

/// Columns of what tells who is further in front.
fn apart_width(words: &Catalogue) -> u16 {
    let widest = ["dots-gut-higher", "dots-score-higher"]
        .map(|key| words.format(key, &[("n", Arg::Number(9_999))]).chars().count());
    u16::try_from(widest.into_iter().max().unwrap_or(0)).unwrap_or(0).max(8)
}

fn row_of(
    canvas: &mut Canvas<'_>,
    workshop: &Workshop,
    vote: &DotVote,
    place: usize,
    here: Area,
    selected: bool,
) {
    let Some(risk) = vote.risk_at(workshop, place).and_then(|id| workshop.session().risk(id)) else { return };
    let compared = vote.gut.disagreements.get(place).filter(|_| vote.view == View::Comparing);
    let words = &canvas.look.catalogue;
    let mut pen = canvas.row(here, 0);
    pen.select(selected).put(if selected { "►" } else { " " }, Role::Accent);
    let dots = if risk.dots == 0 { "–".to_owned() } else { risk.dots.to_string() };
    pen.put_right(5, &dots, if risk.dots == 0 { Role::Muted } else { Role::Title }).put("  ", Role::Text);
    let is_wide = here.width >= ROOMY;
    match (vote.view, compared) {
        (View::Entering, _) if is_wide => {
            let drawn = "●".repeat(usize::from(risk.dots.min(DRAWN)));
            let more = if risk.dots > DRAWN { "+" } else { "" };
            pen.put_in(DRAWN + 2, &format!("{drawn}{more}"), Role::Accent);
        }
        (View::Entering, _) => {}
        (View::Comparing, Some(compared)) => {
            pen.put_in(9, &places(compared), Role::Text);
            pen.put_in(7, &compared.rank.to_string(), Role::Text);
            if is_wide {
                let (text, role) = apart(compared, words);
                pen.put_in(apart_width(words), &text, role);
            }
        }
        (View::Comparing, None) => {
            pen.put_in(9, "–", Role::Muted).put_in(7, "–", Role::Muted);
            if is_wide {
                pen.put_in(apart_width(words), words.text("dots-no-rank"), Role::Muted);
            }
        }
    }
    pen.put_in(6, &risk.id.to_string(), Role::Muted).say(&risk.title, Role::Text);
}

/// `2`, or `9–40` where risks have as many dots.
fn places(compared: &Compared) -> String {
    if compared.best == compared.worst {
        compared.best.to_string()
    } else {
        format!("{}–{}", compared.best, compared.worst)
    }
}

/// `gut 12 higher`.
fn apart(compared: &Compared, words: &Catalogue) -> (String, Role) {
    let behind = compared.behind();
    let n = Arg::Number(behind.abs());
    if behind > 0 {
        (words.format("dots-gut-higher", &[("n", n)]), Role::Warning)
    } else {
        (words.format("dots-score-higher", &[("n", n)]), Role::Accent)
    }
}

/// What is to be done, or the selected disagreement in words and how many agree.
fn below_list(canvas: &mut Canvas<'_>, workshop: &Workshop, vote: &DotVote, inside: Area) {
    let height = foot(inside.height);
    if height == 0 {
        return;
    }
    let words = &canvas.look.catalogue;
    let area = Area { y: inside.y + inside.height - height, height, ..inside };
    canvas.row(area, 0).fill(area.width, '─', Role::Border);
    let texts = match vote.view {
        View::Entering => entering(workshop, vote, words),
        View::Comparing if workshop.blank => Vec::new(),
        View::Comparing => comparing(workshop, vote, words),
    };
    let mut row = 1;
    for (text, role) in texts {
        let room = usize::from(area.height.saturating_sub(row));
        for line in wrap(&text, usize::from(area.width.saturating_sub(2)), room) {
            canvas.row(area, row).put(" ", role).put(&line, role);
            row += 1;
        }
    }
}

fn entering(workshop: &Workshop, vote: &DotVote, words: &Catalogue) -> Vec<(String, Role)> {
    let session = workshop.session();
    let each = Arg::Number(session.dots_each.into());
    let told = words.format("dots-how", &[("n", each)]);
    let over = dots_of_all(workshop).and_then(|all| vote.gut.dots.checked_sub(all)).filter(|over| *over > 0);
    let over =
        over.map(|over| (words.format("dots-too-many", &[("n", Arg::Number(over.into()))]), Role::Warning));
    let nobody = (dots_of_all(workshop).is_none() && entered(session).next().is_some())
        .then(|| (words.text("dots-nobody").to_owned(), Role::Muted));
    std::iter::once((told, Role::Accent)).chain(over).chain(nobody).collect()
}

fn comparing(workshop: &Workshop, vote: &DotVote, words: &Catalogue) -> Vec<(String, Role)> {
    let agreeing = i64::try_from(vote.gut.agreeing).unwrap_or(i64::MAX);
    let agreeing = words.format("dots-agreeing", &[("n", Arg::Number(agreeing))]);
    let selected = match vote.gut.disagreements.get(vote.cursor.place) {
        Some(compared) => Some(in_words(compared, words)),
        None => vote.risk_at(workshop, vote.cursor.place).map(|id| unscored(workshop, id, words)),
    };
    let selected = selected.map(|text| (text, Role::Title));
    selected.into_iter().chain([(agreeing, Role::Muted)]).collect()
}

/// `R7: 5 dots, place 2 by gut, rank 14 by score. The gut fears it more.`
fn in_words(compared: &Compared, words: &Catalogue) -> String {
    let (id, places, rank) = (compared.risk.to_string(), places(compared), compared.rank.to_string());
    let args = [
        ("risk", Arg::Text(&id)),
        ("n", Arg::Number(compared.dots.into())),
        ("places", Arg::Text(&places)),
        ("rank", Arg::Text(&rank)),
    ];
    let key = if compared.behind() > 0 { "dots-gut-fears" } else { "dots-score-says" };
    format!("{} {}", words.format("dots-place", &args), words.text(key))
}

fn unscored(workshop: &Workshop, id: RiskId, words: &Catalogue) -> String {
    let dots = workshop.session().risk(id).map_or(0, |risk: &Risk| risk.dots);
    let risk = id.to_string();
    let args = [("risk", Arg::Text(&risk)), ("n", Arg::Number(dots.into()))];
    words.format("dots-waits", &args)
}
