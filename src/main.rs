//! The program: the real world is handed to the library, and its answer to the shell.

use std::io::{self, IsTerminal, Write};
use std::process::ExitCode;

use riskroom::cli::{self, Color, Exit, Open, Start, Surroundings};
use riskroom::shell::start::{self, End, Settings};
use riskroom::shell::words::Refused;
use riskroom::store::lock::LockError;
use riskroom::store::storage::Disk;
use riskroom::ui::theme::Depth;

fn main() -> ExitCode {
    let around = Surroundings {
        now: riskroom::shell::clock::now(),
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
fn start(start: Start) -> Exit {
    let Start { places, lang, theme, color, open } = start;
    let depth = match color {
        Color::Auto => None,
        Color::None => Some(Depth::Mono),
        Color::Ansi16 => Some(Depth::Ansi16),
        Color::Ansi256 => Some(Depth::Ansi256),
        Color::True => Some(Depth::TrueColor),
    };
    let open = match open {
        Open::Home => start::Open::Home,
        Open::File(path) => start::Open::File(path),
        Open::New(title) => start::Open::New(title),
        Open::Demo => start::Open::Demo,
    };
    let (exit, sentence) = match start::start(Settings { places, lang, theme, depth, open }) {
        End::Left => return Exit::Ok,
        End::Signal(number) => return Exit::Signal(number),
        End::Panic => return Exit::Internal,
        End::Lost(sentence) | End::Failed(sentence) => (Exit::Io, sentence),
        End::Unknown(sentence) => (Exit::Usage, sentence),
        End::NotOpened(refused, sentence) => (exit(&refused), sentence),
    };
    // Where not even that can be written, the exit code must do.
    let _ = writeln!(io::stderr(), "riskroom: {sentence}");
    exit
}

/// How the program ends when a file that was named is not opened.
fn exit(refused: &Refused) -> Exit {
    match refused {
        Refused::Unread(trouble) => Exit::from(trouble),
        Refused::Locked(LockError::Held { .. }) => Exit::Locked,
        Refused::Locked(LockError::Failed { .. }) | Refused::Unwritten(_) | Refused::NotDurable => Exit::Io,
        Refused::NoRandomBits | Refused::BadDemo => Exit::Internal,
    }
}
