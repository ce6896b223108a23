//! The writer brings every action to disk at once and the whole file from time to time, and says so only then.

mod backups;
mod faults;
mod journals;
mod moves;
mod snapshots;
