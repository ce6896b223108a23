//! The program: the real world is handed to the library, and its answer to the shell.

use std::io::{self, IsTerminal};
use std::process::ExitCode;

use riskroom::cli::{self, Surroundings};
use riskroom::shell::{clock, start};
use riskroom::store::storage::Disk;

fn main() -> ExitCode {
    let around = Surroundings {
        now: clock::now(),
        zone: jiff::tz::TimeZone::system(),
        env: &|name| std::env::var_os(name),
        storage: &Disk,
        is_terminal: io::stdin().is_terminal() && io::stdout().is_terminal(),
        out: &mut io::stdout(),
        err: &mut io::stderr(),
    };
    cli::run(std::env::args_os(), around, start::start).into()
}
