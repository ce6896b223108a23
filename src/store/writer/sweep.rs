//! Removing unfinished files that nobody will finish: [`sweep`].

use std::path::Path;
use std::process;

use jiff::Timestamp;
use rustix::io::Errno;
use rustix::process::{Pid, test_kill_process};

use crate::store::atomic::UNFINISHED;
use crate::store::storage::Storage;

/// Removes the unfinished files of dead processes from a folder, and those of our own number from before we `began`:
/// they are of another process that had it. Best effort.
pub(super) fn sweep(storage: &dyn Storage, folder: &Path, began: Timestamp) {
    for path in storage.list(folder).unwrap_or_default() {
        let pid = path.file_name().and_then(|name| process_of(name.to_str()?));
        let is_stale = pid.is_some_and(|pid| {
            if u32::try_from(pid) == Ok(process::id()) {
                storage.stamp(&path).is_ok_and(|stamp| stamp.changed.0 < began.as_second())
            } else {
                Pid::from_raw(pid).is_some_and(|pid| test_kill_process(pid) == Err(Errno::SRCH))
            }
        });
        if is_stale {
            let _ = storage.remove(&path);
        }
    }
}

/// The process whose unfinished file has this name.
fn process_of(name: &str) -> Option<i32> {
    let rest = name.strip_prefix(UNFINISHED)?.strip_suffix(".tmp")?;
    let (pid, number) = rest.split_once('-')?;
    let _: u64 = number.parse().ok()?;
    pid.parse().ok().filter(|pid| *pid > 0)
}
