//! Trends: a risk through its sessions, a chain of sessions as a whole.

use riskroom::app::notice::{Notice, Unavailable};
use riskroom::app::overlay::Overlay;
use riskroom::app::trend::{Of, Trend};
use riskroom::app::{Action, Place};

use super::library::room_with;
use crate::support::room::Room;
use crate::support::seeds::r;

fn trend(room: &Room) -> &Trend {
    match &room.app().overlay {
        Some(Overlay::Trend(trend)) => trend,
        other => panic!("no trend: {other:?} {}", room.screen()),
    }
}

#[test]
fn a_risk_is_followed_through_its_sessions() {
    let mut room = room_with(6);
    room.keys("Enter g i Home g t");
    let rows = &trend(&room).rows;
    assert!(matches!(&trend(&room).of, Of::Risk(_, title) if title.as_str().starts_with("Bots")));
    let points: Vec<u16> = rows.iter().map(|row| row.standing.unwrap().lower).collect();
    assert_eq!(points, [21, 23, 25], "3, 4 and 5 for P: {}", room.screen());
    assert!(room.shows("█") && room.shows("CRIT"), "{}", room.screen());
    room.keys("Home Enter");
    assert_eq!(room.session().title.as_str(), "Shop 00001 meeting 1");
    assert_eq!(room.workshop().risk, Some(r(1)));
}

#[test]
fn a_chain_of_sessions_is_followed_as_a_whole() {
    let mut room = room_with(6);
    room.keys("Down g t");
    assert!(matches!(trend(&room).of, Of::Chain(_)));
    let rows = &trend(&room).rows;
    assert_eq!(rows.iter().map(|row| row.points).collect::<Vec<_>>(), [21, 23, 25]);
    assert_eq!(rows.iter().map(|row| row.done).collect::<Vec<_>>(), [1, 0, 0]);
    room.keys("Enter");
    assert_eq!(room.app().place, Place::Workshop);
    room.keys("g i Home g t Tab");
    assert!(matches!(trend(&room).of, Of::Chain(_)), "{}", room.screen());
    room.keys("Tab");
    assert!(matches!(trend(&room).of, Of::Risk(..)));
}

#[test]
fn without_a_session_there_is_no_trend() {
    let mut room = Room::new();
    room.keys("g t");
    let told = Notice::Unavailable(Action::GoTrend, Unavailable::NothingSelected);
    assert_eq!(room.notice(), Some(&told));
}
