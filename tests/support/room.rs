//! A room with the program in it: the real loop, told in keys, on a screen that tests can read.
//!
//! Here: [`Room`]. Its world, with a clock that is turned by hand and real files in a folder of its own, is in
//! [`world`]; how keys are written, in [`script`].

pub(crate) mod script;
mod world;

use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use riskroom::app::notice::Notice;
use riskroom::app::workshop::Workshop;
use riskroom::app::{App, Effect, Event, Layout, Setup};
use riskroom::domain::{History, Risk, RiskId, Session, Solution};
use riskroom::shell::run::{Flow, Shell};
use riskroom::shell::start::labels;
use riskroom::store::{atomic, format, storage};
use riskroom::text::catalogue::{Catalogue, Lang};
use riskroom::text::numbers::decimal_sign;
use riskroom::text::template::template;
use riskroom::ui::Look;
use riskroom::ui::theme::{Depth, Role, Theme};
use tempfile::TempDir;

use self::world::World;
use super::seeds::{r, s};

/// The program at its home screen, on 120 columns and 36 rows, at nine in the morning of 15 January 2026, UTC.
pub(crate) struct Room {
    shell: Shell<TestBackend>,
    pub(crate) world: World,
    lang: Lang,
    folder: TempDir,
}

impl Room {
    pub(crate) fn new() -> Self {
        Self::speaking(Lang::En)
    }

    pub(crate) fn speaking(lang: Lang) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let start = "2026-01-15T09:00:00Z".parse().unwrap();
        let mut room = Self::over(folder, lang, start, (120, 36));
        room.happens(Event::Resized);
        room.ask(Effect::List);
        room
    }

    /// With this session open; its file is in the library.
    pub(crate) fn with_session(history: &History) -> Self {
        let mut room = Self::new();
        let path = room.put("given.ron", history);
        room.ask(Effect::Open(path));
        room
    }

    /// With a new workshop open, made by keys.
    pub(crate) fn with_workshop(title: &str) -> Self {
        let mut room = Self::new();
        room.keys(&format!("a '{title}' Enter"));
        room
    }

    fn over(folder: TempDir, lang: Lang, now: Timestamp, (width, height): (u16, u16)) -> Self {
        let world = World::over(folder.path(), lang, now);
        let catalogue = Catalogue::load(lang);
        let (template, labels) = (template(lang).unwrap(), labels(&catalogue));
        let app = {
            let decimal = decimal_sign(lang);
            App::new(Setup { template, labels, zone: TimeZone::UTC, decimal, seed: 7, now })
        };
        let look = Look { theme: Theme::roles(), catalogue };
        let terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
        Self { shell: Shell::new(app, look, Depth::Ansi256, terminal), world, lang, folder }
    }

    /// Writes a session into the library.
    pub(crate) fn put(&self, name: &str, history: &History) -> PathBuf {
        let path = self.world.places.sessions.join(name);
        storage::make_folders(&storage::Disk, &self.world.places.sessions).unwrap();
        atomic::create(&storage::Disk, &path, &format::encode(history).unwrap()).unwrap();
        path
    }

    /// Opens a session file.
    pub(crate) fn open(&mut self, path: &Path) -> &mut Self {
        self.ask(Effect::Open(path.to_owned()));
        self
    }

    /// A second window over the same folders.
    pub(crate) fn another(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut room = Self::over(folder, self.lang, self.world.now, (120, 36));
        room.world =
            World::over(self.folder.path(), self.lang, self.world.now + SignedDuration::from_secs(1));
        room.happens(Event::Resized);
        room
    }

    /// The same over again, in a window of this size.
    pub(crate) fn size(mut self, width: u16, height: u16) -> Self {
        self.resize(width, height);
        self
    }

    pub(crate) fn resize(&mut self, width: u16, height: u16) {
        self.shell.terminal.backend_mut().resize(width, height);
        self.happens(Event::Resized);
    }

    /// Presses keys, one a second: see [`script`] for how they are written.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for chord in script::chords(keys) {
            self.wait(1);
            self.happens(Event::Key(chord));
        }
        self
    }

    /// Presses keys so fast that they come at once, before a frame is drawn.
    pub(crate) fn burst(&mut self, keys: &str) -> &mut Self {
        self.world.queue.extend(script::chords(keys).into_iter().map(Event::Key));
        self.answer();
        self
    }

    pub(crate) fn paste(&mut self, text: &str) -> &mut Self {
        self.happens(Event::Paste(text.to_owned()));
        self
    }

    pub(crate) fn click(&mut self, column: u16, row: u16) -> &mut Self {
        self.happens(Event::Click { column, row });
        self
    }

    /// Lets so many seconds go by, and everything happen that falls due meanwhile.
    pub(crate) fn wait(&mut self, seconds: i64) -> &mut Self {
        self.wakes(seconds);
        self
    }

    /// The same; gives back how often the program was woken.
    pub(crate) fn wakes(&mut self, seconds: i64) -> usize {
        let then = self.world.now + SignedDuration::from_secs(seconds);
        let mut wakes = 0;
        while let Some(due) = self.shell.app.next_due().filter(|due| *due <= then) {
            self.world.now = due;
            self.happens(Event::Due);
            wakes += 1;
        }
        self.world.now = then;
        wakes
    }

    /// Lets an event happen, and everything that follows from it.
    pub(crate) fn happens(&mut self, event: Event) {
        if self.world.left {
            return;
        }
        let flow = self.shell.turn(event, &mut self.world).unwrap();
        assert_eq!(flow == Flow::Leave, self.world.left);
        self.answer();
    }

    pub(crate) fn ask(&mut self, effect: Effect) {
        riskroom::shell::world::World::perform(&mut self.world, effect);
        self.answer();
    }

    fn answer(&mut self) {
        if let Some(event) = self.world.queue.pop_front() {
            self.happens(event);
        }
    }

    /// Lets the disk do what it was kept from since [`World::hold`].
    pub(crate) fn release(&mut self) -> &mut Self {
        self.world.release();
        self.answer();
        self
    }

    pub(crate) fn app(&self) -> &App {
        &self.shell.app
    }

    /// Where things are in the last frame.
    pub(crate) fn layout(&self) -> &Layout {
        self.shell.layout()
    }

    pub(crate) fn workshop(&self) -> &Workshop {
        self.app().workshop.as_ref().expect("a session is open")
    }

    pub(crate) fn session(&self) -> &Session {
        self.workshop().session()
    }

    pub(crate) fn notice(&self) -> Option<&Notice> {
        self.app().notice.as_ref()
    }

    pub(crate) fn risk(&self, number: u32) -> &Risk {
        self.session().risk(r(number)).unwrap()
    }

    pub(crate) fn solution(&self, number: u32) -> &Solution {
        self.session().solution(s(number)).unwrap()
    }

    /// The ids of the risks listed, in the order shown in steps 1 and 2.
    pub(crate) fn listed(&self) -> Vec<RiskId> {
        let workshop = self.workshop();
        workshop.derived.listed.iter().map(|place| workshop.session().risks[*place].id).collect()
    }

    pub(crate) fn has_left(&self) -> bool {
        self.world.left
    }

    /// The file of the open session.
    pub(crate) fn path(&self) -> &Path {
        &self.workshop().path
    }

    /// What is in the file of the open session.
    pub(crate) fn on_disk(&self) -> History {
        format::decode(&std::fs::read(self.path()).unwrap()).unwrap().history
    }

    /// Ends the program, starts it again and opens the same session: nothing of it may be lost.
    pub(crate) fn reload(self) -> Self {
        let Self { mut shell, mut world, lang, folder } = self;
        world.release();
        let size = shell.terminal.size().unwrap();
        let before = shell.app.workshop.take().expect("a session is open");
        let now = world.now;
        drop((shell, world));
        let mut room = Self::over(folder, lang, now, (size.width, size.height));
        room.happens(Event::Resized);
        room.ask(Effect::List);
        room.ask(Effect::Open(before.path.clone()));
        assert_eq!(room.session(), before.session());
        assert_eq!(room.workshop().history.entries(), before.history.entries());
        room
    }

    /// The text on the screen, without the blanks at the ends of rows.
    pub(crate) fn screen(&self) -> String {
        self.rows(|buffer, at| buffer[at].symbol().to_owned())
    }

    /// The cells on the screen.
    pub(crate) fn buffer(&self) -> &Buffer {
        self.shell.terminal.backend().buffer()
    }

    /// One letter per cell: the role that gave it its look.
    pub(crate) fn roles(&self) -> String {
        self.rows(|buffer, at| Role::letter_of(buffer[at].style()).to_string())
    }

    /// Text and roles, for golden files.
    pub(crate) fn frame(&self) -> String {
        format!("{}\n{}", self.screen(), self.roles())
    }

    fn rows(&self, cell: impl Fn(&Buffer, (u16, u16)) -> String) -> String {
        let buffer = self.buffer();
        let row = |y| {
            let mut row = String::new();
            let mut x = 0;
            while x < buffer.area.width {
                row.push_str(&cell(buffer, (x, y)));
                x += 1;
            }
            row.trim_end().to_owned() + "\n"
        };
        (0..buffer.area.height).map(row).collect()
    }

    /// Whether a text stands on the screen.
    pub(crate) fn shows(&self, text: &str) -> bool {
        self.screen().contains(text)
    }

    /// Where the terminal's cursor stands, if it is shown.
    pub(crate) fn cursor(&self) -> Option<(u16, u16)> {
        let backend = self.shell.terminal.backend();
        backend.cursor_visible().then(|| backend.cursor_position().into())
    }
}
