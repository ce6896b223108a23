//! A clock that is set back: what waits goes on waiting as long as it was going to, [`App::set_back`].
//!
//! Times are those of the events that come. What was to be done a second after one of them, by a clock set back by hours,
//! would be done hours later: a text being typed would be on no disk for so long. Not here: the timer, which counts by
//! itself ([`super::timer`]).

use jiff::{SignedDuration, Timestamp};

use super::App;

impl App {
    /// Sets back by as much as the clock every time since which something waits.
    pub(super) fn set_back(&mut self, by: SignedDuration) {
        let pending = self.pending.as_mut().map(|it| &mut it.since);
        let since = [pending, self.leaving.as_mut()];
        let of_session = self.workshop.as_mut().map(|it| {
            let trouble = it.saving.trouble.as_mut().map(|it| &mut it.since);
            [Some(&mut it.followed), it.drafted.since.as_mut(), it.saving.waiting.as_mut(), trouble]
        });
        for since in since.into_iter().chain(of_session.into_iter().flatten()).flatten() {
            *since = since.checked_sub(by).unwrap_or(Timestamp::MIN);
        }
    }
}
