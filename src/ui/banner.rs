//! The banner above the last row: one sentence, and at its end what `g o` does about it.
//!
//! What there is to tell is [`crate::app::banner`]'s. The panes end above it while it is there.

use unicode_width::UnicodeWidthStr;

use super::keys;
use super::layout::line;
use super::paint::Canvas;
use super::theme::Role;
use super::typing;
use crate::app::banner::{Banner, News, Offer};
use crate::app::layout::Area;
use crate::app::{Action, Again, App};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::dates;
use crate::text::safe::Safe;

/// From so many columns the banner says what `g o` does, not only that it does something.
const ROOM: u16 = 60;

/// What is left of the body above the banner, if there is one.
pub(super) fn above(app: &App, body: Area) -> Area {
    let height = if app.banner().is_some() { body.height.saturating_sub(1) } else { body.height };
    Area { height, ..body }
}

/// The same for a part of the body: only what reaches into the row of the banner ends earlier, so that nothing moves.
pub(super) fn trimmed(app: &App, area: Area, body: Area) -> Area {
    let above = above(app, body);
    let most = (above.y + above.height).saturating_sub(area.y);
    Area { height: area.height.min(most), ..area }
}

/// Paints the banner, if there is something to tell.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App) {
    let Some(banner) = app.banner() else { return };
    let words = &canvas.look.catalogue;
    let (parts, role) = sentences(banner, app, words);
    let whole = canvas.whole();
    let row = line(whole, whole.height.saturating_sub(2));
    let text = parts.join(" ");
    let hint = hint(app, words, row, text.width());
    let width = u16::try_from(hint.width()).unwrap_or(0).min(row.width);
    let left = Area { width: row.width - width, ..row };
    let is_cut = text.width() + 3 > usize::from(left.width);
    let text = match (banner, parts.as_slice()) {
        // Where there is no room for all, that nothing is lost matters more than why.
        (Banner::Kept { .. }, [why, kept, rest @ ..]) if is_cut => {
            [&[kept.clone(), why.clone()], rest].concat().join(" ")
        }
        _ => text,
    };
    canvas.clear(row);
    canvas.row(row, 0).put_last(&hint, role);
    let mut pen = canvas.row(left, 0);
    pen.put(sign(role), role).put(&text, role);
    pen.fill(pen.room(), ' ', role);
    canvas.lay(row, Role::Selection);
}

const fn sign(role: Role) -> &'static str {
    if matches!(role, Role::Accent) { " · " } else { " ! " }
}

/// ` g o try again `, and where to read the whole sentence if it is cut; nothing while other keys count.
fn hint(app: &App, words: &Catalogue, row: Area, text: usize) -> String {
    if app.typing.is_some() || app.overlay.is_some() {
        return String::new();
    }
    let key = |action: Action| keys::of_action(app, action, words).unwrap_or_default();
    let offer = app.offer();
    let does = |key: String, what: &str| {
        if row.width >= ROOM { format!(" {key} {what} ") } else { format!(" {key} ") }
    };
    let mut hints = vec![offer.map(|it| does(key(Action::RunOffer), words.text(offer_key(it))))];
    if row.width >= ROOM {
        let is_news = matches!(app.banner(), Some(Banner::News(_)));
        hints.push(is_news.then(|| does("Esc".to_owned(), words.text("offer-dismiss"))));
    }
    let hint = hints.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let is_cut = text + hint.width() + 3 > usize::from(row.width);
    if is_cut && offer != Some(Offer::Read) && row.width >= ROOM {
        return format!("{hint} {}", does(key(Action::GoMessages), words.text("offer-read")));
    }
    hint
}

const fn offer_key(offer: Offer) -> &'static str {
    match offer {
        Offer::Write | Offer::TakeOver => "offer-try-again",
        Offer::Differences => "offer-differences",
        Offer::Read => "offer-read",
        Offer::GoOn(_) => "offer-go-on",
    }
}

fn sentences(banner: Banner<'_>, app: &App, words: &Catalogue) -> (Vec<String>, Role) {
    let safe = |sentence: &str| Safe::new(sentence).as_str().to_owned();
    match banner {
        Banner::NotSaved { sentence, since, again } => {
            let time = dates::clock(since, &app.zone);
            let args = [("time", Arg::Text(&time)), ("sentence", Arg::Text(&safe(sentence)))];
            let key = match again {
                Again::Soon => "banner-trouble",
                Again::Never => "banner-trouble-stays",
            };
            (vec![words.format(key, &args)], Role::Problem)
        }
        Banner::Kept { sentence, folder, again } => {
            let retrying = match again {
                Again::Soon => Some(words.text("banner-retrying").to_owned()),
                Again::Never => None,
            };
            let kept = folder.map(|folder| kept_in(folder, words));
            ([Some(safe(sentence)), kept, retrying].into_iter().flatten().collect(), Role::Problem)
        }
        Banner::Slow { since } => {
            let time = dates::clock(since, &app.zone);
            (vec![words.format("banner-slow", &[("time", Arg::Text(&time))])], Role::Problem)
        }
        Banner::HandEdited(sentence) | Banner::Elsewhere(sentence) | Banner::Barred(sentence) => {
            (vec![safe(sentence)], Role::Warning)
        }
        Banner::News(news) => (vec![news_sentence(news, words)], Role::Accent),
    }
}

fn news_sentence(news: &News, words: &Catalogue) -> String {
    match news {
        News::Sentence(sentence) => Safe::new(sentence).as_str().to_owned(),
        News::Draft(purpose) => typing::left_unfinished(*purpose, words),
        News::Strays(n) => {
            let number = i64::try_from(*n).unwrap_or(i64::MAX);
            words.format("banner-strays", &[("n", Arg::Number(number))])
        }
    }
}

/// `Changes are kept in <folder>.`
pub(super) fn kept_in(folder: &str, words: &Catalogue) -> String {
    words.format("banner-kept", &[("folder", Arg::Text(&Safe::new(folder)))])
}
