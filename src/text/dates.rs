//! Dates, clock times and durations as they stand on screen.
//!
//! Here: how a moment is written once it is known. Not here: what time it is (the shell's clock) and the dates in files
//! (`2026-11-22`, by jiff itself). Look next at [`super::catalogue`], which holds the names of months and weekdays.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::catalogue::Catalogue;

/// A day with its year: `22 Nov 2026`.
#[must_use]
pub fn date(day: Date, catalogue: &Catalogue) -> String {
    format!("{} {}", short_date(day, catalogue), day.year())
}

/// The same with its weekday: `Fri 27 Nov 2026`.
#[must_use]
pub fn weekday(day: Date, catalogue: &Catalogue) -> String {
    let key = format!("weekday-{}", day.weekday().to_monday_one_offset());
    format!("{} {}", catalogue.text(&key), date(day, catalogue))
}

/// A day of a year that goes without saying: `12 Dec`.
#[must_use]
pub fn short_date(day: Date, catalogue: &Catalogue) -> String {
    format!("{} {}", day.day(), catalogue.text(&format!("month-{}", day.month())))
}

/// The time of day on the wall: `14:02`.
#[must_use]
pub fn clock(at: Timestamp, zone: &TimeZone) -> String {
    let time = zone.to_datetime(at);
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// A length of time in at most two units: `45 s`, `6 min`, `1 h 06 min`.
#[must_use]
pub fn span(seconds: u64) -> String {
    let minutes = seconds / 60;
    match minutes {
        0 => format!("{seconds} s"),
        1..60 => format!("{minutes} min"),
        _ => format!("{} h {:02} min", minutes / 60, minutes % 60),
    }
}

/// A time to come, or one that is over: the clock alone if it is of today, else with its day, `27 Nov 11:55`.
#[must_use]
pub fn moment(at: Timestamp, now: Timestamp, zone: &TimeZone, catalogue: &Catalogue) -> String {
    let (day, today) = (zone.to_datetime(at).date(), zone.to_datetime(now).date());
    let clock = clock(at, zone);
    if day == today { clock } else { format!("{} {clock}", short_date(day, catalogue)) }
}

/// A short length of time to the second: `0:45`, `2:10`, `61:40`.
#[must_use]
pub fn minutes(seconds: u64) -> String {
    format!("{}:{:02}", seconds / 60, seconds % 60)
}

/// A running timer in minutes and seconds: `18:20`, and `90:00` for an hour and a half.
#[must_use]
pub fn timer(seconds: u64) -> String {
    format!("{:02}:{:02}", seconds / 60, seconds % 60)
}
