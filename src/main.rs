//! The program: the real world is handed to the library, and its answer to the shell.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use riskroom::cli::{self, Exit, Start, Surroundings};
use riskroom::store::storage::Disk;

fn main() -> ExitCode {
    let around = Surroundings {
        #[expect(clippy::disallowed_methods, reason = "here is where the clock comes in")]
        now: jiff::Timestamp::now(),
        zone: jiff::tz::TimeZone::system(),
        env: &|name| std::env::var_os(name),
        storage: &Disk,
        is_terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
        out: &mut io::stdout(),
        err: &mut io::stderr(),
    };
    cli::run(std::env::args_os(), around, start).into()
}

/// The full-screen program.
fn start(_: Start) -> Exit {
    Exit::Internal
}
