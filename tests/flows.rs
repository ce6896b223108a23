//! What people do, told in keys through the real loop: one file per part of a workshop.

mod assess;
mod banner;
mod board;
mod capture;
mod deck;
mod drafts;
mod files;
mod glance;
mod heatmap;
mod identify;
mod keys;
mod listing;
mod parking;
mod paste;
mod prepare;
mod ranking;
mod rounds;
mod selection;
mod solve;
mod texts;
mod timer;
mod votes;
mod workshop;

use crate::support::room::Room;

/// A room with a new workshop and five risks, one-letter titles A to E, the first one selected.
fn five_risks() -> Room {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a 'A' Enter 'B' Enter 'C' Enter 'D' Enter 'E' Enter Esc Home");
    room
}
