//! The library of sessions.

use riskroom::text::catalogue::Lang;

use super::{ALL_SIZES, hold};
use crate::support::library::library;
use crate::support::room::Room;

fn room(lang: Lang, (width, height): (u16, u16)) -> Room {
    let mut room = Room::speaking(lang).size(width, height);
    for (name, history) in library(30) {
        room.put(&name, &history);
    }
    room.keys("g l Home");
    room
}

#[test]
fn thirty_sessions_are_listed_with_a_preview() {
    for (sign, lang) in [("", Lang::En), ("_es", Lang::Es)] {
        for size in ALL_SIZES {
            let mut room = room(lang, size);
            room.keys("Down Space Space S S");
            hold(&format!("library{sign}_{}x{}", size.0, size.1), &room);
        }
    }
}

#[test]
fn follow_ups_of_all_sessions_stand_over_home() {
    for (sign, lang) in [("", Lang::En), ("_es", Lang::Es)] {
        for size in ALL_SIZES {
            let mut room = room(lang, size);
            room.keys("g f Down");
            hold(&format!("follow_ups{sign}_{}x{}", size.0, size.1), &room);
        }
    }
    let mut room = room(Lang::En, (40, 12));
    room.keys("g f Down");
    hold("follow_ups_narrow_40x12", &room);
    room.keys("D");
    hold("follow_ups_due_40x12", &room);
}

#[test]
fn what_is_searched_for_stands_under_its_sessions() {
    for (sign, lang) in [("", Lang::En), ("_es", Lang::Es)] {
        for size in ALL_SIZES {
            let mut room = room(lang, size);
            room.keys("/ 'resena' Enter Down Down");
            hold(&format!("library_search{sign}_{}x{}", size.0, size.1), &room);
        }
    }
}

#[test]
fn trends_stand_over_the_screen() {
    for (sign, lang) in [("", Lang::En), ("_es", Lang::Es)] {
        for size in ALL_SIZES {
            let mut risk = room(lang, size);
            risk.keys("Enter g i Home g t");
            hold(&format!("trend{sign}_{}x{}", size.0, size.1), &risk);
            let mut chain = room(lang, size);
            chain.keys("g t");
            hold(&format!("trend_chain{sign}_{}x{}", size.0, size.1), &chain);
        }
    }
}
