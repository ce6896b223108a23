//! Two sessions compared, in words: what became of a risk and why, and what distinguishes the sessions as such.

use super::catalogue::{Arg, Catalogue};
use super::formula::{band_key, points, short_band_key, weighted};
use super::keys::status_key;
use super::numbers;
use super::safe::Safe;
use crate::domain::compare::{By, Cause, Settings, Side, Verdict, Work};
use crate::domain::{Band, Level, Place, Session, Status};

/// The sign of a verdict, which stands before its word.
#[must_use]
pub const fn verdict_sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Worse => "▲",
        Verdict::Better => "▼",
        Verdict::New => "+",
        Verdict::Gone => "-",
        Verdict::Scored | Verdict::Unscored | Verdict::Reworded => "·",
        Verdict::Same => "=",
    }
}

/// The key of the word of a verdict.
#[must_use]
pub const fn verdict_key(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Worse => "verdict-worse",
        Verdict::Better => "verdict-better",
        Verdict::New => "verdict-new",
        Verdict::Gone => "verdict-gone",
        Verdict::Scored => "verdict-scored",
        Verdict::Unscored => "verdict-unscored",
        Verdict::Reworded => "verdict-reworded",
        Verdict::Same => "verdict-same",
    }
}

/// `24 CRIT`, `18–26 --`; `–` where it is not on the list.
#[must_use]
pub fn standing(side: Option<&Side>, words: &Catalogue) -> String {
    let Some(side) = side else { return "–".to_owned() };
    let band = side.priority.band.map_or("--", |band| words.text(short_band_key(band)));
    format!("{} {band}", points(&side.priority))
}

/// `3 → 1`; one place if it has not changed, and `–` where there is none.
#[must_use]
pub fn places(before: Option<&Side>, after: Option<&Side>) -> String {
    let place = |side: Option<&Side>| {
        side.and_then(|side| side.rank).map_or_else(|| "–".to_owned(), |rank| rank.to_string())
    };
    let (old, new) = (place(before), place(after));
    if old == new { old } else { format!("{old} → {new}") }
}

/// Why, the most telling first, on one line.
#[must_use]
pub fn causes(causes: &[Cause], words: &Catalogue) -> String {
    causes.iter().map(|it| cause(it, words)).collect::<Vec<_>>().join("; ")
}

/// A cause in a few words.
#[must_use]
pub fn cause(cause: &Cause, words: &Catalogue) -> String {
    let text = |key: &str| words.text(key).to_owned();
    match cause {
        Cause::Level { cell, before, after, by } => {
            let level = |level: &Option<Level>| {
                level.map_or_else(|| "–".to_owned(), |level| level.number().to_string())
            };
            let moved = format!("{} {} → {}", cell.sign(), level(before), level(after));
            match self::by(by, words) {
                by if by.is_empty() => moved,
                by => format!("{moved} ({by})"),
            }
        }
        Cause::Solved(id) => words.format("cause-solved", &[("id", Arg::Text(&id.to_string()))]),
        Cause::FirstLevels => text("cause-first-levels"),
        Cause::NoLevels => text("cause-no-levels"),
        Cause::Weights => text("cause-weights"),
        Cause::Bands => text("cause-bands"),
        Cause::Scale => text("cause-scale"),
        Cause::Duty(true) => text("cause-duty"),
        Cause::Duty(false) => text("cause-no-duty"),
        Cause::Named => text("cause-named"),
        Cause::Aside(Place::Parked) => text("cause-parked"),
        Cause::Aside(Place::Merged { into }) => {
            words.format("cause-merged", &[("id", Arg::Text(&into.to_string()))])
        }
        Cause::Aside(Place::Bin | Place::List) => text("cause-binned"),
        Cause::Left => text("cause-left"),
        Cause::Wording => text("cause-wording"),
        Cause::Outside => text("cause-outside"),
        Cause::Others => text("cause-others"),
    }
}

fn by(by: &By, words: &Catalogue) -> String {
    let reason = |key: &str, reason: &str| {
        if reason.is_empty() {
            words.text(key).to_owned()
        } else {
            format!("{}: {}", words.text(key), Safe::new(reason))
        }
    };
    match by {
        By::Votes => words.text("cause-by-votes").to_owned(),
        By::Override(why) if why.is_empty() => words.text("cause-by-override-untold").to_owned(),
        By::Override(why) => reason("cause-by-override", why),
        By::Agreed(why) if why.is_empty() => String::new(),
        By::Agreed(why) => reason("cause-by-agreed", why),
        By::Cleared => words.text("cause-by-cleared").to_owned(),
    }
}

/// What distinguishes the sessions as such, one line each.
#[must_use]
pub fn settings(settings: &Settings, sessions: [&Session; 2], words: &Catalogue) -> Vec<String> {
    let mut lines = Vec::new();
    let mut say = |key: &str, before: &str, after: &str| {
        let args = [("before", Arg::Text(before)), ("after", Arg::Text(after))];
        lines.push(words.format(key, &args));
    };
    if let Some((before, after)) = settings.levels {
        say("settings-levels", &before.to_string(), &after.to_string());
    } else if settings.texts {
        say("settings-texts", "", "");
    }
    if let Some((before, after)) = settings.weights {
        say("settings-weights", &weighted(before), &weighted(after));
    }
    if let Some((before, after)) = settings.bands {
        let bands = |it: crate::domain::Bands| format!("{} · {} · {}", it.medium, it.high, it.critical);
        say("settings-bands", &bands(before), &bands(after));
    }
    if let Some((before, after)) = settings.appetite {
        let band = |band: Band| words.text(band_key(band)).to_owned();
        say("settings-appetite", &band(before), &band(after));
    }
    if let Some((before, after)) = settings.revenue {
        let [first, second] = sessions;
        let money = |session: &Session, money: Option<crate::domain::Money>| {
            money.map_or_else(
                || "–".to_owned(),
                |it| numbers::money(it.units(), &Safe::new(&session.currency), words.lang()),
            )
        };
        say("settings-revenue", &money(first, before), &money(second, after));
    }
    let names = |names: &[String]| {
        names.iter().map(|name| Safe::new(name).to_string()).collect::<Vec<_>>().join(", ")
    };
    if !settings.joined.is_empty() {
        say("settings-joined", "", &names(&settings.joined));
    }
    if !settings.left.is_empty() {
        say("settings-left", &names(&settings.left), "");
    }
    lines
}

/// What became of the solutions: `2 new, 3 done since, S4 doing → dropped`; nothing if nothing did.
#[must_use]
pub fn work(work: &[Work], words: &Catalogue) -> Option<String> {
    let number = |n: usize| Arg::Number(i64::try_from(n).unwrap_or(i64::MAX));
    let count = |is_it: fn(&Work) -> bool| work.iter().filter(|it| is_it(it)).count();
    let counted = [
        ("work-new", count(|it| matches!(it, Work::New(..)))),
        ("work-done", count(|it| matches!(it, Work::Moved(.., Status::Done)))),
        ("work-gone", count(|it| matches!(it, Work::Gone(..)))),
    ];
    let mut parts: Vec<String> = counted
        .into_iter()
        .filter(|(_, n)| *n > 0)
        .map(|(key, n)| words.format(key, &[("n", number(n))]))
        .collect();
    parts.extend(work.iter().filter_map(|it| match it {
        Work::Moved(_, id, was, status) if *status != Status::Done => {
            Some(format!("{id} {} → {}", words.text(status_key(*was)), words.text(status_key(*status))))
        }
        Work::New(..) | Work::Gone(..) | Work::Moved(..) => None,
    }));
    (!parts.is_empty()).then(|| parts.join(", "))
}
