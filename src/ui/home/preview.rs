//! The preview of the selected session: what it is, how it went, its first risks, and what has to be done yet.

use jiff::Timestamp;

use crate::app::App;
use crate::app::layout::{Area, Shape};
use crate::domain::Status;
use crate::domain::summary::{FollowUp, Summary};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;
use crate::text::keys::status_key;
use crate::text::safe::Safe;
use crate::ui::paint::{Canvas, wrap};
use crate::ui::theme::Role;

/// So many lines a part may take where there is room.
const LINES: usize = 2;
/// So many first risks stand in a low preview.
const FEW: usize = 3;
/// From so many rows on there is room for all.
const ROOMY: u16 = 14;

/// A line of the preview.
enum Line {
    /// A text.
    Text(String, Role),
    /// A risk with its band.
    Risk(Option<crate::domain::Band>, String),
    /// A solution that has to be done yet.
    FollowUp(FollowUp),
    /// Nothing.
    Blank,
}

/// Paints it.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, shape: Shape, area: Area) {
    let words = &canvas.look.catalogue;
    let Some(listing) = app.home.selection() else {
        canvas.row(area, 0).put(" ", Role::Muted).put(words.text("preview-none"), Role::Muted);
        return;
    };
    let lines = match &listing.summary {
        Ok(summary) => of_session(app, summary, words, area),
        Err(sentence) => {
            let width = usize::from(area.width.saturating_sub(2));
            let path = listing.path.display().to_string();
            let sentence = wrap(sentence, width, 6).into_iter().chain([String::new()]);
            sentence.chain(wrap(&path, width, 3)).map(|text| Line::Text(text, Role::Text)).collect()
        }
    };
    let fits = usize::from(area.height);
    for (row, line) in (0..area.height).zip(&lines) {
        draw_line(canvas, app, line, area, row);
    }
    if lines.len() > fits {
        super::more(canvas, area, shape, lines.len() - fits);
    }
}

fn draw_line(canvas: &mut Canvas<'_>, app: &App, line: &Line, area: Area, row: u16) {
    let words = &canvas.look.catalogue;
    let mut pen = canvas.row(area, row);
    pen.put(" ", Role::Text);
    match line {
        Line::Blank => {}
        Line::Text(text, role) => {
            pen.say(text, *role);
        }
        Line::Risk(band, title) => {
            let text_at = pen.x() + 8;
            match band {
                Some(band) => pen.band(*band),
                None => pen.put("–", Role::Muted),
            };
            pen.skip(text_at.saturating_sub(pen.x())).say(title, Role::Text);
        }
        Line::FollowUp(it) => {
            let late = it.is_overdue(app.today());
            let role = if late { Role::Problem } else { Role::Muted };
            let due = it.due.map_or_else(|| "–".to_owned(), |due| dates::short_date(due, words));
            pen.put_in(7, &due, role).put(if late { "! " } else { "  " }, role);
            let owner = it.owner.as_deref().unwrap_or_else(|| words.text("no-owner"));
            pen.put_in(4, &it.id.to_string(), Role::Muted).say_in(14, owner, Role::Text).put(" ", Role::Text);
            pen.say(&it.title, Role::Text);
        }
    }
}

/// What there is to tell, the most telling first.
fn of_session(app: &App, summary: &Summary, words: &Catalogue, area: Area) -> Vec<Line> {
    let width = usize::from(area.width.saturating_sub(2));
    let roomy = area.height >= ROOMY;
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let day = |at: Timestamp| dates::date(at.to_zoned(app.zone.clone()).date(), words);
    let mut lines = Vec::new();
    let say = |lines: &mut Vec<Line>, text: &str, role: Role| {
        let most = if roomy { LINES } else { 1 };
        lines.extend(wrap(text, width, most).into_iter().map(|text| Line::Text(text, role)));
    };
    say(&mut lines, &Safe::new(&summary.title), Role::Title);
    let state = match &summary.closing {
        Some(closing) => words.format("preview-closed", &[("date", Arg::Text(&day(closing.at)))]),
        None => words.text("preview-open").to_owned(),
    };
    let shop = Safe::new(&summary.shop).to_string();
    let took = (summary.seconds > 0)
        .then(|| words.format("preview-took", &[("time", Arg::Text(&dates::span(summary.seconds)))]));
    let first = [Some(day(summary.created)), Some(state), took, (!shop.is_empty()).then_some(shop)];
    say(&mut lines, &first.into_iter().flatten().collect::<Vec<_>>().join(" · "), Role::Muted);
    let counts = [
        ("people", number(summary.people.len())),
        ("risks", number(summary.risks)),
        ("scored", number(summary.scored)),
        ("solutions", number(summary.solutions())),
    ];
    say(&mut lines, &words.format("preview-counts", &counts), Role::Text);
    if app.home.copies() > 0 {
        let copies = words.format("preview-copies", &[("n", number(app.home.copies()))]);
        say(&mut lines, &copies, Role::Warning);
    }
    let work = Status::ALL
        .into_iter()
        .filter(|status| summary.with_status(*status) > 0)
        .map(|status| format!("{} {}", words.text(status_key(status)), summary.with_status(status)));
    let above = words.format("preview-above", &[("n", number(summary.above))]);
    let work: Vec<String> = [above].into_iter().chain(work).collect();
    say(&mut lines, &work.join(" · "), Role::Text);
    if roomy {
        for chain in chain(app, summary, words, &day) {
            say(&mut lines, &chain, Role::Accent);
        }
        if let Some(reason) =
            summary.closing.as_ref().map(|it| it.reason.as_str()).filter(|it| !it.is_empty())
        {
            say(&mut lines, &format!("“{}”", Safe::new(reason)), Role::Text);
        }
    }
    if roomy {
        lines.push(Line::Blank);
    }
    let top = if roomy { summary.top_risks.len() } else { FEW };
    let risks = summary.top_risks.iter().take(top);
    lines.extend(risks.map(|(band, title)| Line::Risk(*band, title.to_string())));
    if !summary.follow_ups.is_empty() {
        if roomy {
            lines.push(Line::Blank);
            lines.push(Line::Text(words.text("preview-follow-ups").to_owned(), Role::Header));
        }
        lines.extend(summary.follow_ups.iter().cloned().map(Line::FollowUp));
    }
    if roomy && !summary.people.is_empty() {
        lines.push(Line::Blank);
        let names: Vec<String> = summary.people.iter().map(|name| Safe::new(name).to_string()).collect();
        say(&mut lines, &format!("{}: {}", words.text("preview-people"), names.join(", ")), Role::Muted);
    }
    if roomy && !summary.scope.is_empty() {
        let scope = summary.scope.lines().collect::<Vec<_>>().join(" ");
        say(&mut lines, &Safe::new(&scope), Role::Muted);
    }
    lines
}

/// Where it comes from, and what came of it.
fn chain(app: &App, summary: &Summary, words: &Catalogue, day: &impl Fn(Timestamp) -> String) -> Vec<String> {
    let named = |key: &str, other: &Summary| {
        let (title, date) = (Safe::new(&other.title).to_string(), day(other.created));
        words.format(key, &[("title", Arg::Text(&title)), ("date", Arg::Text(&date))])
    };
    let from = summary.carried_from.map(|id| match app.home.session(id) {
        Some(earlier) => named("preview-from", earlier),
        None => words.text("preview-from-unknown").to_owned(),
    });
    let on = app.home.going_on_from(summary.id).map(|later| named("preview-went-on", later));
    from.into_iter().chain(on).collect()
}
