//! Numbers, money, dates and durations as each language writes them.

use jiff::civil::date as day;
use jiff::tz::{TimeZone, offset};
use riskroom::text::catalogue::{Catalogue, Lang};
use riskroom::text::dates::{clock, date, short_date, span, timer, weekday};
use riskroom::text::numbers::{decimal, money, number};

#[test]
fn numbers_have_their_thousands_apart() {
    let table = [
        (0, "0", "0"),
        (999, "999", "999"),
        (1_200, "1,200", "1.200"),
        (12_500, "12,500", "12.500"),
        (1_234_567, "1,234,567", "1.234.567"),
        (u64::MAX, "18,446,744,073,709,551,615", "18.446.744.073.709.551.615"),
    ];
    for (value, english, spanish) in table {
        assert_eq!(number(value, Lang::En), english);
        assert_eq!(number(value, Lang::Es), spanish);
    }
}

#[test]
fn decimals_have_the_sign_of_the_language() {
    let table = [
        (0.725, 2, "0.72", "0,72"),
        (1234.5, 1, "1,234.5", "1.234,5"),
        (-1234.5, 0, "-1,234", "-1.234"),
        (-0.001, 2, "0.00", "0,00"),
        (97.0, 0, "97", "97"),
        (f64::NAN, 2, "–", "–"),
        (f64::INFINITY, 2, "–", "–"),
    ];
    for (value, places, english, spanish) in table {
        assert_eq!(decimal(value, places, Lang::En), english);
        assert_eq!(decimal(value, places, Lang::Es), spanish);
    }
}

#[test]
fn money_stands_where_the_language_puts_it() {
    let table = [
        ("€", "€1,200", "1.200 €"),
        ("$", "$1,200", "1.200 $"),
        ("CHF", "CHF 1,200", "1.200 CHF"),
        ("", "1,200", "1.200"),
    ];
    for (currency, english, spanish) in table {
        assert_eq!(money(1_200, currency, Lang::En), english);
        assert_eq!(money(1_200, currency, Lang::Es), spanish);
    }
}

#[test]
fn a_day_can_be_told_with_its_weekday() {
    let (english, spanish) = (Catalogue::load(Lang::En), Catalogue::load(Lang::Es));
    assert_eq!(weekday(day(2026, 11, 27), &english), "Fri 27 Nov 2026");
    assert_eq!(weekday(day(2026, 11, 25), &spanish), "mié 25 nov 2026");
    assert_eq!(weekday(day(2026, 11, 29), &english), "Sun 29 Nov 2026");
}

#[test]
fn dates_name_the_month() {
    let table = [
        (day(2026, 11, 22), "22 Nov 2026", "22 nov 2026", "22 Nov"),
        (day(2026, 12, 12), "12 Dec 2026", "12 dic 2026", "12 Dec"),
        (day(2027, 1, 5), "5 Jan 2027", "5 ene 2027", "5 Jan"),
    ];
    let (english, spanish) = (Catalogue::load(Lang::En), Catalogue::load(Lang::Es));
    for (day, long, in_spanish, short) in table {
        assert_eq!(date(day, &english), long);
        assert_eq!(date(day, &spanish), in_spanish);
        assert_eq!(short_date(day, &english), short);
    }
}

#[test]
fn the_clock_is_the_one_on_the_wall() {
    let at = "2026-11-22T13:02:59Z".parse().unwrap();
    assert_eq!(clock(at, &TimeZone::UTC), "13:02");
    assert_eq!(clock(at, &TimeZone::fixed(offset(1))), "14:02");
}

#[test]
fn durations_are_short() {
    let table = [
        (0, "0 s", "00:00"),
        (59, "59 s", "00:59"),
        (60, "1 min", "01:00"),
        (1_100, "18 min", "18:20"),
        (3_599, "59 min", "59:59"),
        (3_960, "1 h 06 min", "66:00"),
        (90_000, "25 h 00 min", "1500:00"),
    ];
    for (seconds, spoken, running) in table {
        assert_eq!(span(seconds), spoken);
        assert_eq!(timer(seconds), running);
    }
}
