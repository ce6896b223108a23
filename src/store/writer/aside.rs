//! Going on in another file, when the one at hand is somebody else's now or is gone: `shop-mine-14-03-12.ron`.
//!
//! Theirs keeps the name. Not here: how that is found out ([`super::snapshot`]).

use std::mem;
use std::path::{Path, PathBuf};

use super::desk::Tools;
use super::sheet::{Live, Sheet};
use super::snapshot::Made;
use super::{Report, Why};
use crate::store::atomic;
use crate::store::error::SaveError;
use crate::store::paths;
use crate::store::storage::parent;

/// What stands between the name and the time.
const MINE: &str = "-mine-";
/// The most numbers tried for a name that is taken.
const NUMBERS: u32 = 1000;

impl Sheet {
    /// Writes the newest state to a new file in the same folder, which the session lies in from now on. What failed.
    pub(super) fn go_aside(&mut self, made: Made, why: Why, tools: &Tools) -> Option<SaveError> {
        let time = (tools.clock)().strftime("%H-%M-%S").to_string();
        for number in 1..=NUMBERS {
            let to = aside(&self.path, &time, number);
            match atomic::create(&*tools.storage, &to, &made.bytes) {
                Ok(identity) => {
                    self.is_at(to, why, tools);
                    return self.landed(&made, identity, tools);
                }
                Err(SaveError::Unproven { path, cause, landed }) => {
                    self.is_at(to, why, tools);
                    self.live = Live { identity: *landed, revision: made.revision };
                    return Some(self.keeps(made, SaveError::Unproven { path, cause, landed }));
                }
                Err(SaveError::Exists { .. }) => {}
                Err(error) => return Some(self.keeps(made, error)),
            }
        }
        let path = self.path.clone();
        Some(self.keeps(made, SaveError::Exists { path }))
    }

    fn is_at(&mut self, to: PathBuf, why: Why, tools: &Tools) {
        let from = mem::replace(&mut self.path, to.clone());
        if why == Why::NotOurs {
            self.lock = None;
        }
        (tools.report)(Report::Moved { from, to, why });
    }
}

/// The name beside a file: its own, without an earlier time, then this time; from the second try on with a number.
fn aside(path: &Path, time: &str, number: u32) -> PathBuf {
    let stem = paths::stem(path);
    let begin = match stem.rsplit_once(MINE) {
        Some((begin, time)) if time.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-') => begin,
        Some(_) | None => &stem,
    };
    let number = if number == 1 { String::new() } else { format!("-{number}") };
    parent(path).join(format!("{begin}{MINE}{time}{number}.ron"))
}
