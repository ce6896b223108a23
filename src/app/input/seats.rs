//! A field of seats: one sign each, overwritten in place, so that no seat ever moves.
//!
//! Every sign is one byte, so that the places of seats are those of bytes. What the signs mean is `app::votes`'. Look next
//! at [`super::Input`].

use super::history::Run;
use super::{Extent, Input};

impl Input {
    /// Stands at this seat.
    pub(in crate::app) fn go_to_seat(&mut self, seat: usize) {
        self.go(seat.min(self.text.len()), Extent::Moves);
    }

    /// Puts a sign at the seat of the cursor, and goes on to the next; nothing behind the last.
    pub(in crate::app) fn fill_seat(&mut self, sign: char) {
        let seat = self.cursor;
        self.set_seat(seat, sign);
        self.go_to_seat(seat + 1);
    }

    /// Puts `empty` at the seat of the cursor; if it is empty already, at the one before, and stands there.
    pub(in crate::app) fn clear_back(&mut self, empty: char) {
        let is_filled =
            self.text.get(self.cursor..).is_some_and(|rest| !rest.is_empty() && !rest.starts_with(empty));
        let seat = if is_filled { self.cursor } else { self.cursor.saturating_sub(1) };
        self.set_seat(seat, empty);
        self.go_to_seat(seat);
    }

    /// Puts `empty` at the seat of the cursor.
    pub(in crate::app) fn clear_seat(&mut self, empty: char) {
        let seat = self.cursor;
        self.set_seat(seat, empty);
        self.go_to_seat(seat);
    }

    fn set_seat(&mut self, seat: usize, sign: char) {
        let range = seat..seat + 1;
        let mut letter = [0; 4];
        let sign: &str = sign.encode_utf8(&mut letter);
        if self.text.get(range.clone()).is_some_and(|known| known != sign) {
            self.replace(range, sign, Run::Single);
        }
    }
}
