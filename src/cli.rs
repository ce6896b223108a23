//! The command line: what is asked for, and the answers that need no screen.
//!
//! Here: [`run`], which reads the arguments, answers `list`, `search`, `show`, `changes`, `compare`, `check`, `recover`, `backups` and
//! `new --no-open` itself, and hands everything else to the full-screen program as [`Settings`]. Not here: the full-screen
//! program, the clock and the environment, which come in as [`Surroundings`]. Look next at `cli/arguments.rs`.

mod accept;
mod arguments;
mod backups;
mod changes;
mod check;
mod compare;
mod list;
mod new;
mod recover;
mod search;
mod show;

use std::ffi::OsString;
use std::io::{self, Write};
use std::path::Path;
use std::process::{self, ExitCode};

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::domain::Uid;
use crate::shell::logbook::{self, Line};
use crate::shell::start::{End, Open, Settings};
use crate::shell::words::{Refused, Words};
use crate::store::error::{ReadError, Unreadable};
use crate::store::library::Trouble;
use crate::store::lock::{Lock, LockError};
use crate::store::paths::Places;
use crate::store::recover::sentence::{News, waits};
use crate::store::sentence;
use crate::store::storage::Storage;
use crate::text::catalogue::{Arg, Catalogue, Lang};
use crate::text::dates::clock;
use crate::text::safe::Safe;
use arguments::{Command, Parsed};

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Exit {
    /// All went well.
    Ok,
    /// The arguments make no sense, or there is no terminal.
    Usage,
    /// A file is of a newer format.
    Newer,
    /// A file is damaged, or no session file.
    Damaged,
    /// The disk refused.
    Io,
    /// The session is open in another window.
    Locked,
    /// A mistake of the program.
    Internal,
    /// A signal with this number.
    Signal(u8),
}

impl Exit {
    /// The number the shell sees.
    #[must_use]
    pub const fn code(self) -> u8 {
        match self {
            Self::Ok => 0,
            Self::Usage => 2,
            Self::Newer => 3,
            Self::Damaged => 4,
            Self::Io => 5,
            Self::Locked => 6,
            Self::Internal => 70,
            Self::Signal(number) => 128_u8.saturating_add(number),
        }
    }

    /// This one or the other, whichever has the higher number.
    #[must_use]
    pub const fn or_worse(self, other: Self) -> Self {
        if other.code() > self.code() { other } else { self }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}

impl From<&Trouble> for Exit {
    fn from(trouble: &Trouble) -> Self {
        match trouble {
            Trouble::Unread(error) => Self::from(error),
            Trouble::Format(error) if error.is_newer() => Self::Newer,
            Trouble::Format(_) => Self::Damaged,
        }
    }
}

impl From<&Refused> for Exit {
    fn from(refused: &Refused) -> Self {
        match refused {
            Refused::Unread(trouble) => Self::from(trouble),
            Refused::Barred(error) => Self::from(error),
            Refused::Locked(LockError::Held { .. }) | Refused::Copy { .. } => Self::Locked,
            Refused::Locked(LockError::Failed { .. }) | Refused::Unwritten(_) | Refused::NotDurable => {
                Self::Io
            }
            Refused::Edited => Self::Damaged,
            Refused::Untaken(_) | Refused::Changed => Self::Usage,
            Refused::NoRandomBits | Refused::BadDemo => Self::Internal,
        }
    }
}

impl From<&ReadError> for Exit {
    fn from(error: &ReadError) -> Self {
        match &error.reason {
            Unreadable::Missing | Unreadable::Changing | Unreadable::Disk(_) => Self::Io,
            Unreadable::Newer => Self::Newer,
            Unreadable::Folder
            | Unreadable::Pipe
            | Unreadable::Device
            | Unreadable::Empty
            | Unreadable::TooLarge { .. } => Self::Damaged,
        }
    }
}

/// What the program finds around it; tests give their own.
pub struct Surroundings<'a> {
    /// The time.
    pub now: Timestamp,
    /// The time zone of dates.
    pub zone: TimeZone,
    /// Looks up a variable of the environment.
    pub env: &'a dyn Fn(&str) -> Option<OsString>,
    /// The disk.
    pub storage: &'a dyn Storage,
    /// Whether both ends of the conversation, keys and screen, are a terminal.
    pub is_terminal: bool,
    /// Where results go.
    pub out: &'a mut dyn Write,
    /// Where errors go.
    pub err: &'a mut dyn Write,
}

/// Reads the arguments, the name of the program first, and does what they ask for.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    mut around: Surroundings<'_>,
    start: impl FnOnce(Settings) -> End,
) -> Exit {
    let args: Vec<OsString> = args.into_iter().collect();
    let lang = arguments::lang(&args).unwrap_or_else(|| {
        Lang::from_environment(|name| (around.env)(name).and_then(|value| value.into_string().ok()))
    });
    let catalogue = Catalogue::load(lang);
    let parsed = match arguments::parse(args, &catalogue) {
        Ok(parsed) => parsed,
        Err(answer) if answer.is_error => return around.fail(Exit::Usage, &answer.text),
        Err(answer) => return around.print(&answer.text),
    };
    let places = match Places::resolve(parsed.data_dir.clone(), around.env) {
        Ok(places) => places,
        Err(error) => return around.complain(Exit::Io, &error.to_string()),
    };
    let open = match run_without_screen(&parsed, &places, &catalogue, &mut around) {
        Ok(open) => open,
        Err(exit) => return exit,
    };
    let Parsed { theme, color, .. } = parsed;
    let settings = Settings { places, lang, theme, depth: color.into(), open };
    match start(settings) {
        End::Left => Exit::Ok,
        End::Signal(number) => Exit::Signal(number),
        End::Panic => Exit::Internal,
        End::Lost(sentence) | End::Failed(sentence) => around.complain(Exit::Io, &sentence),
        End::Unknown(sentence) => around.complain(Exit::Usage, &sentence),
        End::NotOpened(refused, sentence) => around.complain(Exit::from(&refused), &sentence),
    }
}

/// Does all that needs no screen; what is to be opened on one is the answer, otherwise the end is.
fn run_without_screen(
    parsed: &Parsed,
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Result<Open, Exit> {
    match &parsed.command {
        Command::List => Err(list::run(places, catalogue, around)),
        Command::Show(file) => Err(show::run(file, places, catalogue, around)),
        Command::Search(words) => Err(search::run(words, places, around)),
        Command::Changes(file) => Err(changes::run(file, places, catalogue, around)),
        Command::Compare(before, after) => Err(compare::run([before, after], places, catalogue, around)),
        Command::Check(files) => Err(check::run(files, places, catalogue, around)),
        Command::Accept(files) => Err(accept::run(files, places, catalogue, around)),
        Command::Recover(file) => Err(recover::run(file, places, catalogue, around)),
        Command::Backups(file) => Err(backups::run(file, places, catalogue, around)),
        Command::New { title, from, open } => {
            let title = new::title(title, catalogue, around)?;
            if *open {
                let from = from.clone();
                return around.need_terminal(catalogue).map(|()| Open::New { title, from });
            }
            let path = new::create(title, from.as_deref(), places, catalogue, around)?;
            Err(around.print(&format!("{}\n", sentence::path(&path))))
        }
        Command::Home => around.need_terminal(catalogue).map(|()| Open::Home),
        Command::Demo => around.need_terminal(catalogue).map(|()| Open::Demo),
        Command::File(path) => around.need_terminal(catalogue).map(|()| Open::File(path.clone())),
        Command::Files(paths) => around.need_terminal(catalogue).map(|()| Open::Files(paths.clone())),
    }
}

impl Surroundings<'_> {
    fn need_terminal(&mut self, catalogue: &Catalogue) -> Result<(), Exit> {
        if self.is_terminal {
            Ok(())
        } else {
            Err(self.complain(Exit::Usage, catalogue.text("cli-no-terminal")))
        }
    }

    /// Writes a result. Nobody reading it any more is no error.
    fn print(&mut self, text: &str) -> Exit {
        match self.out.write_all(text.as_bytes()).and_then(|()| self.out.flush()) {
            Ok(()) => Exit::Ok,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Exit::Ok,
            Err(_) => Exit::Io,
        }
    }

    /// Takes the lock of a session, or tells why not.
    fn lock(&mut self, id: Uid, places: &Places, lang: Lang) -> Result<Lock, Exit> {
        let since = clock(self.now, &self.zone);
        Lock::take(&places.state_of(&id.to_string()), process::id(), &since).map_err(|error| {
            let refused = Refused::Locked(error);
            let sentence = Words::new(lang).refused(&refused, Path::new(""));
            self.complain(Exit::from(&refused), &sentence)
        })
    }

    /// Keeps in the log what happened to a session.
    fn log(&self, places: &Places, id: Uid, told: &[News]) {
        let lines: Vec<Line> = told.iter().map(|news| Line::Told(id, news.clone())).collect();
        logbook::write(&places.state, self.now, &lines);
    }

    /// Tells of journals that cannot be read now.
    fn tell_waiting(&mut self, unread: &[ReadError], catalogue: &Catalogue) -> Exit {
        unread.iter().fold(Exit::Ok, |worst, error| {
            worst.or_worse(self.complain(Exit::from(error), &waits(error, catalogue)))
        })
    }

    /// Tells one error in a sentence.
    fn complain(&mut self, exit: Exit, sentence: &str) -> Exit {
        self.fail(exit, &format!("riskroom: {sentence}\n"))
    }

    /// Tells an error as it is. Where not even that can be written, the exit code must do.
    fn fail(&mut self, exit: Exit, text: &str) -> Exit {
        let _ = self.err.write_all(text.as_bytes()).and_then(|()| self.err.flush());
        exit
    }
}

/// A message with foreign texts in it.
fn say(catalogue: &Catalogue, key: &str, args: &[(&str, &str)]) -> String {
    let safe: Vec<(&str, Safe<'_>)> = args.iter().map(|(name, text)| (*name, Safe::new(text))).collect();
    let args: Vec<(&str, Arg<'_>)> = safe.iter().map(|(name, text)| (*name, Arg::Text(text))).collect();
    catalogue.format(key, &args)
}
