//! The world of a room: a clock turned by hand, a queue of events, and real files, read and saved at once.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use rand_pcg::Pcg64;
use rand_pcg::rand_core::Rng;
use riskroom::app::{Effect, Event, Welcome};
use riskroom::domain::History;
use riskroom::domain::robustness::{Robustness, WeightsAre};
use riskroom::shell::decks::decks;
use riskroom::shell::logbook::Logbook;
use riskroom::shell::paste;
use riskroom::shell::search;
use riskroom::shell::sessions::{self, Desk, Opened, Sessions};
use riskroom::shell::words::{Refused, Words};
use riskroom::shell::world;
use riskroom::store::index::Index;
use riskroom::store::paths::Places;
use riskroom::store::storage::{Disk, Storage};
use riskroom::store::writer::{Report, Writer};
use riskroom::text::catalogue::Lang;
use riskroom::text::template::template;

/// Longer than any save takes.
const LONG: Duration = Duration::from_mins(1);

pub(crate) struct World {
    pub(crate) now: Timestamp,
    pub(crate) queue: VecDeque<Event>,
    pub(crate) places: Places,
    pub(crate) words: Arc<Words>,
    pub(crate) left: bool,
    pub(crate) mouse: bool,
    pub(crate) suspends: u32,
    /// What was asked for beside saving, opening and moving.
    pub(crate) asked: Vec<Effect>,
    /// Saves and unfinished texts in the order in which they were handed over.
    pub(crate) kept: Vec<Effect>,
    /// What was told of the session opened last.
    pub(crate) welcome: Welcome,
    sessions: Sessions,
    index: Index,
    writer: Arc<Writer>,
    reports: Receiver<Report>,
    disk: Arc<dyn Storage>,
    /// While the disk is held: what waits for it, the newest state only.
    held: Option<Vec<(PathBuf, Box<History>)>>,
    /// The time, for the writer.
    clock: Arc<Mutex<Timestamp>>,
}

impl World {
    pub(super) fn over(folder: &Path, lang: Lang, now: Timestamp) -> Self {
        let places = Places::within(folder);
        let disk: Arc<dyn Storage> = Arc::new(Disk);
        let (sender, reports) = mpsc::channel();
        let report = move |report| drop(sender.send(report));
        let clock = Arc::new(Mutex::new(now));
        let told = Arc::clone(&clock);
        let local = move || told.lock().unwrap().to_zoned(TimeZone::UTC);
        let writer = Arc::new(Writer::start(Arc::clone(&disk), places.clone(), local, report).unwrap());
        // The time goes in, or the second window of a test would draw the ids of the first.
        let mut random = Pcg64::new(u128::try_from(now.as_nanosecond()).unwrap(), 9);
        let draw = move || Some(u128::from(random.next_u64()) << 64 | u128::from(random.next_u64()));
        let sessions = Sessions::new(Desk {
            storage: Arc::clone(&disk),
            writer: Arc::clone(&writer),
            places: places.clone(),
            template: template(lang).unwrap(),
            zone: TimeZone::UTC,
            draw: Box::new(draw),
            words: Arc::new(Words::new(lang)),
            log: Logbook::silent(),
        });
        Self {
            now,
            queue: VecDeque::new(),
            places,
            words: Arc::new(Words::new(lang)),
            left: false,
            mouse: false,
            suspends: 0,
            asked: Vec::new(),
            kept: Vec::new(),
            welcome: Welcome::default(),
            sessions,
            index: Index::default(),
            writer,
            reports,
            disk,
            held: None,
            clock,
        }
    }

    /// Reads older formats by these steps from now on.
    pub(crate) fn read_by(&mut self, migrations: &'static [riskroom::store::format::Migration]) {
        self.sessions.read_by(migrations);
    }

    /// Lets saves wait from now on.
    pub(crate) fn hold(&mut self) {
        self.held.get_or_insert_default();
    }

    /// Saves what has waited, and from now on at once.
    pub(super) fn release(&mut self) {
        for (path, history) in self.held.take().into_iter().flatten() {
            self.save(path, history);
        }
    }

    fn save(&mut self, path: PathBuf, history: Box<History>) {
        if let Some(held) = &mut self.held {
            held.retain(|(older, _)| *older != path);
            held.push((path, history));
            return;
        }
        self.writer.save(path, history);
        self.written();
    }

    /// Waits until everything is in its file, and lets what the writer reports happen.
    fn written(&mut self) {
        *self.clock.lock().unwrap() = self.now;
        let _ = self.writer.flush(LONG);
        for report in self.reports.try_iter() {
            let event = sessions::reported(report, &self.words, &TimeZone::UTC);
            if let Event::Moved { from, to, .. } = &event {
                self.sessions.moved(from, to);
            }
            self.queue.push_back(event);
        }
    }

    /// Does at once what the program could ask for.
    pub(crate) fn perform_now(&mut self, effect: Effect) {
        world::World::perform(self, effect);
    }

    /// What is told of sessions without a file that have one again.
    pub(crate) fn bring_back(&mut self) -> Vec<String> {
        let news = self.sessions.bring_back_orphans();
        news.iter().map(|news| self.sessions.told(news)).collect()
    }

    fn list(&mut self) {
        let list =
            sessions::list(&mut self.index, &*self.disk, &self.places, &[], &self.words, self.now, |_, _| {});
        self.queue.push_back(Event::Listed(list));
    }

    fn opened(&mut self, outcome: Result<Opened, Refused>, path: &Path) {
        let event = self.sessions.opened(outcome, path);
        if let Event::Opened { welcome, .. } = &event {
            self.welcome = (**welcome).clone();
        }
        self.queue.push_back(event);
        // What is saved as it is opened is on disk before anybody asks.
        self.written();
    }

    fn moved(&mut self, outcome: Result<(), Refused>, path: &Path) {
        if let Err(refused) = outcome {
            self.queue.push_back(Event::Trouble(self.words.refused(&refused, path)));
        }
        self.list();
    }
}

impl world::World for World {
    fn now(&self) -> Timestamp {
        self.now
    }

    fn wait(&mut self, _: Option<Timestamp>) -> Event {
        self.queue.pop_front().expect("a room is never waited in")
    }

    fn pending(&mut self) -> Option<Event> {
        self.queue.pop_front()
    }

    fn perform(&mut self, effect: Effect) {
        let now = self.now;
        if is_noted(&effect) {
            self.asked.push(effect.clone());
        }
        if matches!(effect, Effect::Save { .. } | Effect::Drafts { .. }) {
            self.kept.push(effect.clone());
        }
        match effect {
            Effect::Save { path, history } => self.save(path, history),
            Effect::Snapshot(path) => {
                self.writer.snapshot(path);
                self.written();
            }
            Effect::Drafts { path, drafts } => {
                self.writer.drafts(path, sessions::drafts(drafts));
                self.written();
            }
            Effect::Follow(path) => {
                if let Some(history) = self.sessions.follow(&path) {
                    self.queue.push_back(Event::Followed { path, history: Box::new(history) });
                }
            }
            Effect::TakeOver(path) => {
                if let Some(outcome) = self.sessions.try_again(&path, now) {
                    self.opened(outcome, &path);
                }
            }
            Effect::Accept(path) => {
                let outcome = self.sessions.accept(&path, now);
                self.opened(outcome, &path);
            }
            Effect::List => self.list(),
            Effect::Decks => self.queue.push_back(decks(&*self.disk, &self.places, &self.words)),
            Effect::Robustness { path, revision, session } => {
                let robustness = Robustness::of(&session, WeightsAre::Drawn);
                self.queue.push_back(Event::Robustness { path, revision, robustness });
            }
            Effect::Templates => self.queue.push_back(self.sessions.templates()),
            Effect::Open(path) => {
                let outcome = self.sessions.open(&path, now);
                self.opened(outcome, &path);
            }
            Effect::ExportChanges { path, history } => {
                let event = self.sessions.export_changes(&path, &history);
                self.queue.push_back(event);
            }
            Effect::Search(words) => {
                let found = search::search(&self.index, &*self.disk, &self.places, &words, || true);
                self.queue.extend(found.map(Event::Found));
            }
            Effect::FollowUp { path, step, action } => {
                let event = self.sessions.follow_up(&path, step, action, now);
                self.queue.push_back(event);
                self.written();
            }
            Effect::Compare { from, to } => {
                let event = self.sessions.compare(&from, &to);
                self.queue.push_back(event);
            }
            Effect::CarryOver { from, title } => {
                let outcome = self.sessions.carry_over(&from, title, now);
                self.opened(outcome, &from);
            }
            Effect::Create(title) => {
                let outcome = self.sessions.create(title, now);
                self.opened(outcome, Path::new(""));
            }
            Effect::OpenDemo => {
                let outcome = self.sessions.open_demo(now);
                self.opened(outcome, Path::new(""));
            }
            Effect::Close(path) => {
                let holds = self.held.is_some();
                self.release();
                self.held = holds.then(Vec::new);
                assert!(self.sessions.close(&path), "a session closes saved");
            }
            Effect::ReadPaste { text, categories } => {
                self.queue.push_back(paste::read(&text, &categories, &self.words));
            }
            Effect::Bin(path) => {
                let outcome = self.sessions.bin(&path, now);
                self.moved(outcome, &path);
            }
            Effect::Restore(path) => {
                let outcome = self.sessions.restore(&path);
                self.moved(outcome, &path);
            }
            Effect::Mouse(on) => self.mouse = on,
            Effect::Suspend => self.suspends += 1,
            Effect::Quit => self.left = true,
            Effect::NextTheme | Effect::Redraw => unreachable!("these are the shell's own"),
        }
    }
}

fn is_noted(effect: &Effect) -> bool {
    matches!(
        effect,
        Effect::Snapshot(_)
            | Effect::Drafts { .. }
            | Effect::Follow(_)
            | Effect::TakeOver(_)
            | Effect::Accept(_)
    )
}
