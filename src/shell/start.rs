//! The beginning and the end of the full-screen program: [`start`].
//!
//! The order matters. In: what is asked for, the file if one was named, the theme of the terminal, writer, signals,
//! terminal, threads, first frame; then only the library. Out: last save, terminal, locks, what is left to tell. Not
//! here: the command line, and exit codes ([`End`] is what they are made from).

mod depth;

use std::io;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;
use std::time::Duration;

use jiff::tz::TimeZone;
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;
use rustix::io::Errno;

use super::clock::now;
use super::logbook::{Line, Logbook};
use super::out::Out;
use super::real::{self, Cause, Files, LAST_SAVE, Library, Real, Wake};
use super::run::{Shell, run};
use super::sessions::{self, Desk, Opened, Sessions};
use super::signals::Watch;
use super::terminal::{Guard, Mouse};
use super::words::{Refused, Words};
use crate::app::{Action, App, Effect, Event, Setup, TABLE};
use crate::domain::{Template, Title};
use crate::store::paths::Places;
use crate::store::random;
use crate::store::storage::{Disk, Storage};
use crate::store::writer::Writer;
use crate::text::catalogue::{Arg, Catalogue, Lang};
use crate::text::numbers::decimal_sign;
use crate::text::safe::Safe;
use crate::text::template::template;
use crate::ui::Look;
use crate::ui::theme::{Brightness, Depth, Theme, ThemeName};

/// How long a terminal may take to tell the color of its background.
const ASK: Duration = Duration::from_millis(300);

/// What the program opens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Open {
    /// The home screen.
    Home,
    /// A session file.
    File(PathBuf),
    /// The home screen, with these files listed beside the library.
    Files(Vec<PathBuf>),
    /// A new session.
    New {
        /// What it is called.
        title: Title,
        /// The file of the session it goes on from.
        from: Option<PathBuf>,
    },
    /// The demo.
    Demo,
}

/// What the program begins with.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Where things are kept.
    pub places: Places,
    /// The language.
    pub lang: Lang,
    /// The theme asked for by name.
    pub theme: Option<String>,
    /// The colors asked for.
    pub depth: Option<Depth>,
    /// What to open.
    pub open: Open,
}

/// How the program ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum End {
    /// By the user's wish.
    Left,
    /// By a signal with this number.
    Signal(u8),
    /// By a mistake of its own; the terminal has told where.
    Panic,
    /// The last changes are not on disk, in a sentence.
    Lost(String),
    /// It did not begin, because the file that was named was not opened: why, also in a sentence.
    NotOpened(Refused, String),
    /// It did not begin, because something asked for is not there, in a sentence.
    Unknown(String),
    /// It did not begin, or could not go on, because the system refused something, in a sentence.
    Failed(String),
}

/// Runs the full-screen program. Standard input and output are terminals.
#[must_use]
pub fn start(settings: Settings) -> End {
    let log = Logbook::start(settings.places.state.clone());
    log.note(Line::Started);
    let run = AssertUnwindSafe(|| begin(settings, &log).unwrap_or_else(|end| end));
    // The hook has told the place of a panic and given the terminal back.
    let end = panic::catch_unwind(run).unwrap_or(End::Panic);
    log.note(Line::Ended(end.clone()));
    log.flush();
    end
}

fn begin(settings: Settings, log: &Logbook) -> Result<End, End> {
    let Settings { places, lang, theme, depth, open } = settings;
    let catalogue = Catalogue::load(lang);
    let theme = named(theme.as_deref(), &catalogue)?;
    let template = template(lang).map_err(|error| End::Failed(error.to_string()))?;
    let seed = random::identity().ok_or_else(|| {
        let sentence = catalogue.text("cli-no-random-bits").to_owned();
        End::Failed(sentence)
    })?;

    let words = Arc::new(Words::new(lang));
    let zone = TimeZone::system();
    let (outbox, inbox) = mpsc::channel();
    let refused = |error: io::Error| failed("shell-no-thread", &error, &catalogue);
    let disk: Arc<dyn Storage> = Arc::new(Disk);
    let writer = Arc::new(writer(&disk, &places, &zone, &outbox, (&words, log)).map_err(refused)?);
    let draw = Box::new(|| random::identity().map(crate::domain::Uid::bits));
    let mut sessions = Sessions::new(Desk {
        storage: Arc::clone(&disk),
        writer: Arc::clone(&writer),
        places: places.clone(),
        template: template.clone(),
        zone: zone.clone(),
        draw,
        words: Arc::clone(&words),
        log: log.clone(),
    });
    let others = asked_for(&open, &sessions);
    let (first, wishes) = opening(open, &mut sessions, &words)?;

    let depth = depth::of_terminal(depth);
    let theme = Theme::new(theme.resolve(brightness(theme, depth)), depth);
    let app = app(&catalogue, template, &zone, seed);
    let watch = signals(&outbox).map_err(refused)?;
    let guard = enter(&writer, &outbox, log)
        .map_err(|error| End::Failed(cannot("shell-no-terminal", &error.to_string(), &catalogue)))?;
    let library =
        Library::start(Arc::clone(&disk), places.clone(), others, Arc::clone(&words), outbox.clone())
            .map_err(refused)?;
    let files = Files::start(sessions, library, Arc::clone(&words), outbox.clone()).map_err(refused)?;
    let terminal = Terminal::new(CrosstermBackend::new(Out::default())).map_err(refused)?;
    real::listen(outbox.clone()).map_err(refused)?;

    let mut world = Real {
        inbox,
        outbox,
        guard,
        writer,
        files,
        words,
        disk,
        places,
        log: log.clone(),
        cause: None,
        lost: false,
        suspended: false,
    };
    let mut shell = Shell::new(app, Look { theme, catalogue }, depth, terminal);
    let drawn = run(&mut shell, &mut world, first, wishes);
    let end = end(drawn, &mut world, &shell.look.catalogue);
    drop(world);
    drop(watch);
    Ok(end)
}

/// The files that were named, as the library knows them: wherever they lie, they are listed with it.
fn asked_for(open: &Open, sessions: &Sessions) -> Vec<PathBuf> {
    match open {
        Open::File(path) => vec![sessions.known_path(path)],
        Open::Files(paths) => paths.iter().map(|path| sessions.known_path(path)).collect(),
        Open::Home | Open::New { .. } | Open::Demo => Vec::new(),
    }
}

/// What happens first, and what is asked for once the first frame is drawn.
///
/// A file that was named, and the demo, are opened before the terminal is taken, so that they are in the first frame, and
/// an error is told where it was asked for.
fn opening(open: Open, sessions: &mut Sessions, words: &Words) -> Result<(Event, Vec<Effect>), End> {
    match open {
        Open::Home | Open::Files(_) => Ok((Event::Resized, vec![Effect::List])),
        Open::New { title, from: None } => Ok((Event::Resized, vec![Effect::Create(title), Effect::List])),
        Open::New { title, from: Some(from) } => {
            Ok((Event::Resized, vec![Effect::CarryOver { from, title }, Effect::List]))
        }
        Open::Demo => {
            let opened = sessions.open_demo(now());
            shown(opened, Path::new(""), sessions, words)
        }
        Open::File(path) => {
            let path = sessions.known_path(&path);
            let opened = sessions.open(&path, now());
            shown(opened, &path, sessions, words)
        }
    }
}

/// What was opened is in the first frame; what was not, has none. The library is read as well, for what a session goes on
/// from may be in it.
fn shown(
    opened: Result<Opened, Refused>,
    path: &Path,
    sessions: &Sessions,
    words: &Words,
) -> Result<(Event, Vec<Effect>), End> {
    let opened = opened.map_err(|refused| {
        let sentence = words.refused(&refused, path);
        End::NotOpened(refused, sentence)
    })?;
    Ok((sessions.opened(Ok(opened), path), vec![Effect::List]))
}

fn named(name: Option<&str>, catalogue: &Catalogue) -> Result<ThemeName, End> {
    let Some(name) = name else { return Ok(ThemeName::Auto) };
    name.parse().map_err(|_| {
        let names: Vec<&str> = ThemeName::ALL.iter().map(|name| name.as_str()).collect();
        let args = [("name", Arg::Text(&Safe::new(name))), ("names", Arg::Text(&names.join(", ")))];
        End::Unknown(catalogue.format("shell-no-theme", &args))
    })
}

fn writer(
    disk: &Arc<dyn Storage>,
    places: &Places,
    zone: &TimeZone,
    outbox: &Sender<Wake>,
    (words, log): (&Arc<Words>, &Logbook),
) -> io::Result<Writer> {
    let log = log.clone();
    let (outbox, words, of_clock, of_words) = (outbox.clone(), Arc::clone(words), zone.clone(), zone.clone());
    let clock = move || now().to_zoned(of_clock.clone());
    Writer::start(Arc::clone(disk), places.clone(), clock, move |report| {
        log.report(&report);
        // The main thread may have left already.
        let _ = outbox.send(Wake::Event(sessions::reported(report, &words, &of_words)));
    })
}

fn signals(outbox: &Sender<Wake>) -> io::Result<Watch> {
    let outbox = outbox.clone();
    Watch::start(move |signal| {
        // The main thread may have left already.
        let _ = outbox.send(Wake::Signal(signal));
    })
}

fn enter(
    writer: &Arc<Writer>,
    outbox: &Sender<Wake>,
    log: &Logbook,
) -> Result<Guard, super::terminal::TerminalError> {
    let (writer, outbox, log) = (Arc::clone(writer), outbox.clone(), log.clone());
    Guard::enter(Mouse::Off, move |place| {
        if let Some(place) = place {
            log.note(Line::Panicked(place.file().to_owned(), place.line()));
        }
        // The writer cannot wait for itself.
        if thread::current().name() != Some("writer") {
            let _ = writer.flush(LAST_SAVE);
        }
        let _ = outbox.send(Wake::Panicked);
    })
}

fn app(catalogue: &Catalogue, template: Template, zone: &TimeZone, seed: crate::domain::Uid) -> App {
    let (labels, zone) = (labels(catalogue), zone.clone());
    let decimal = decimal_sign(catalogue.lang());
    let setup = Setup { template, labels, zone, decimal, seed: seed.bits(), now: now() };
    App::new(setup)
}

/// What each action is called.
#[must_use]
pub fn labels(catalogue: &Catalogue) -> Vec<(Action, String)> {
    let label = |name: &str| catalogue.text(&format!("action-{name}")).to_owned();
    TABLE.iter().map(|row| (row.action, label(row.name))).collect()
}

/// Whether the background of the terminal is light or dark, asked only if it matters, and before the input thread
/// could take the answer.
fn brightness(theme: ThemeName, depth: Depth) -> Option<Brightness> {
    use terminal_colorsaurus::{QueryOptions, ThemeMode, theme_mode};
    if theme != ThemeName::Auto || depth == Depth::Mono {
        return None;
    }
    let mut options = QueryOptions::default();
    options.timeout = ASK;
    match theme_mode(options).ok()? {
        ThemeMode::Dark => Some(Brightness::Dark),
        ThemeMode::Light => Some(Brightness::Light),
    }
}

/// Ends it: a frame that could not be drawn leaves something to save.
fn end(drawn: io::Result<()>, world: &mut Real, catalogue: &Catalogue) -> End {
    let failure = drawn.err().map(|error| {
        if Errno::from_io_error(&error) == Some(Errno::IO) {
            // A terminal that has hung up may answer before the signal comes.
            world.hang_up();
        }
        world.lost = !world.writer.flush(LAST_SAVE);
        failed("shell-no-terminal", &error, catalogue)
    });
    match world.cause {
        Some(Cause::Signal(number)) => End::Signal(number),
        Some(Cause::Panic) => End::Panic,
        None if world.lost => End::Lost(catalogue.text("shell-lost").to_owned()),
        None => failure.unwrap_or(End::Left),
    }
}

fn failed(key: &str, error: &io::Error, catalogue: &Catalogue) -> End {
    End::Failed(cannot(key, &error.to_string(), catalogue))
}

fn cannot(key: &str, cause: &str, catalogue: &Catalogue) -> String {
    catalogue.format(key, &[("cause", Arg::Text(&Safe::new(cause)))])
}
