//! What people do, told in keys through the real loop: one file per part of a workshop.

mod assess;
mod banner;
mod board;
mod bowtie;
mod budget;
mod capture;
mod carry;
mod changes;
mod clock;
mod compare;
mod decide;
mod deck;
mod dots;
mod drafts;
mod duels;
mod files;
mod firmness;
mod follow_ups;
mod gaps;
mod glance;
mod heatmap;
mod identify;
mod keys;
pub(crate) mod library;
mod listing;
mod moment;
mod pace;
mod parking;
mod paste;
mod prepare;
mod present;
mod quick;
mod ranking;
mod replay;
mod room;
mod rounds;
mod selection;
mod solve;
mod teams;
mod texts;
mod timer;
mod trend;
mod votes;
mod weights;
mod workshop;

use crate::support::room::Room;

/// A room with a new workshop and five risks, one-letter titles A to E, the first one selected.
fn five_risks() -> Room {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a 'A' Enter 'B' Enter 'C' Enter 'D' Enter 'E' Enter Esc Home");
    room
}
