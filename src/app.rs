//! What the program does: its whole state, and how events change it.
//!
//! [`App::update`] is the only way in: an [`Event`] comes, the state changes, [`Effect`]s go out. What can be done is
//! in the [`action`] table; the open session is a [`workshop::Workshop`]; the library is [`home::Home`]. Drawing is
//! `ui`'s, files and clock are the shell's.

pub mod action;
pub mod event;
pub mod layout;
pub mod notice;

pub mod banner;
pub mod message;

pub mod chord;
pub mod compare;
pub mod cursor;
pub mod input;
pub mod keymap;

pub mod arrangement;
pub mod assess;
pub mod board;
pub mod bowtie;
pub mod budget;
pub mod capture;
pub mod carry;
pub mod changes;
pub mod deck;
pub mod derived;
pub mod dots;
pub mod duel;
pub mod follow_ups;
pub mod form;
pub mod gaps;
pub mod heatmap;
pub mod home;
pub mod names;
pub mod overlay;
pub mod pace;
pub mod parking;
pub mod pass;
pub mod paste;
pub mod people;
pub mod prepare;
pub mod present;
pub mod ranking;
pub mod replay;
pub mod rounds;
pub mod search;
pub mod teams;
pub mod timer;
pub mod trend;
pub mod typing;
pub mod votes;
pub mod weights;
pub mod workshop;

mod answers;
mod availability;
mod decide;
mod drafts;
mod firmness;
mod guided;
mod identify;
mod leave;
mod listing;
mod merge;
mod mouse;
mod run;
mod set_back;
mod solve;
mod undo;
mod update;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use rand_pcg::Pcg64;
use rand_pcg::rand_core::Rng;

pub use self::action::{Action, Hint, Kind, Row, Scope, TABLE};
use self::banner::News;
use self::budget::Caps;
pub use self::chord::{Chord, Key};
use self::deck::Decks;
pub use self::event::{Access, Again, Effect, Event, Welcome};
use self::firmness::Firmness;
use self::home::Home;
use self::keymap::Keymap;
pub use self::layout::Layout;
use self::message::Message;
use self::notice::Notice;
use self::overlay::Overlay;
use self::pace::Pacing;
use self::prepare::Preparing;
use self::rounds::Round;
use self::solve::Following;
use self::timer::Timer;
use self::typing::Typing;
use self::typing::purpose::Purpose;
use self::workshop::Workshop;
use crate::domain::{Category, Edit, Target, Template, Uid, Vocabulary, Weights};

/// Which screen is in front.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Place {
    /// The library.
    #[default]
    Home,
    /// The open session.
    Workshop,
}

/// What the program starts with.
#[derive(Debug, Clone)]
pub struct Setup {
    /// What new sessions start from.
    pub template: Template,
    /// The label of each action, for the search of commands.
    pub labels: Vec<(Action, String)>,
    /// Where the user is, for dates and times on screen.
    pub zone: TimeZone,
    /// The sign that begins decimals in amounts that are typed.
    pub decimal: char,
    /// Random bits that ids are drawn from.
    pub seed: u128,
    /// The time.
    pub now: Timestamp,
}

/// Keys of a sequence that is not complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pending {
    /// The keys so far.
    pub chords: Vec<Chord>,
    /// Since when.
    pub since: Timestamp,
    /// Whether the box with what can follow is shown.
    pub shown: bool,
}

/// A text left unfinished.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// The session it belongs to; `None` at home.
    pub path: Option<PathBuf>,
    /// What it is for.
    pub purpose: Purpose,
    /// The text.
    pub text: String,
}

/// The whole state of the program.
#[derive(Debug)]
pub struct App {
    /// Which screen is in front.
    pub place: Place,
    /// The library.
    pub home: Home,
    /// The open session; it stays open behind the library.
    pub workshop: Option<Workshop>,
    /// What lies over the screen.
    pub overlay: Option<Overlay>,
    /// The text being typed.
    pub typing: Option<Typing>,
    /// Texts left unfinished, with what they are for.
    pub drafts: Vec<Draft>,
    /// What is told until the next key.
    pub notice: Option<Notice>,
    /// What is told until it is read, the next first.
    pub news: Vec<News>,
    /// What was told in this run, the oldest first.
    pub messages: Vec<Message>,
    /// The timer of the room.
    pub timer: Option<Timer>,
    /// The round under way.
    pub round: Option<Round>,
    /// The keys of an unfinished sequence.
    pub pending: Option<Pending>,
    /// Whether the last key was a capital that stood for the small letter.
    pub caps: bool,
    /// Whether the mouse is on.
    pub mouse: bool,
    /// The decks of prompt cards.
    pub decks: Decks,
    /// What words tell of the categories of the open session.
    pub vocabulary: Arc<Vocabulary>,
    /// The keys.
    pub keymap: Keymap,
    /// Where the user is.
    pub zone: TimeZone,
    /// The time of the last event.
    pub now: Timestamp,
    template: Template,
    labels: Vec<(Action, String)>,
    /// What the vocabulary was made of: categories, and how many decks.
    learned: (Vec<Category>, usize),
    draw: Pcg64,
    following: Following,
    /// What the next timer starts with.
    timer_length: SignedDuration,
    preparing: Preparing,
    firmness: Firmness,
    pacing: Pacing,
    /// Weights that were dialled for a session and not set.
    dialled: Option<(PathBuf, Weights)>,
    ceilings: Caps,
    decimal: char,
    /// Since when the program waits for the disk to leave.
    leaving: Option<Timestamp>,
    /// The session that was asked for to be looked at only, until it is there.
    reviewing: Option<PathBuf>,
    /// What a session was asked for to be gone to in it.
    jump: Option<(PathBuf, Target)>,
    effects: Vec<Effect>,
}

impl App {
    /// The program at its home screen, before the first list of sessions has come.
    #[must_use]
    pub fn new(setup: Setup) -> Self {
        let Setup { template, labels, zone, decimal, seed, now } = setup;
        Self {
            place: Place::Home,
            home: Home::default(),
            workshop: None,
            overlay: None,
            typing: None,
            drafts: Vec::new(),
            notice: None,
            news: Vec::new(),
            messages: Vec::new(),
            timer: None,
            round: None,
            pending: None,
            caps: false,
            mouse: false,
            decks: Decks::default(),
            vocabulary: Arc::default(),
            keymap: Keymap::default(),
            zone,
            now,
            template,
            labels,
            learned: (Vec::new(), 0),
            draw: Pcg64::new(seed, 0xcafe_f00d_d15e_a5e5),
            following: Following::Nothing,
            timer_length: timer::FIRST_LENGTH,
            preparing: Preparing::default(),
            firmness: Firmness::default(),
            pacing: Pacing::new(now),
            dialled: None,
            ceilings: Caps::default(),
            decimal,
            leaving: None,
            reviewing: None,
            jump: None,
            effects: Vec::new(),
        }
    }

    /// The date where the user is.
    #[must_use]
    pub fn today(&self) -> Date {
        self.now.to_zoned(self.zone.clone()).date()
    }

    /// What an action is called.
    #[must_use]
    pub fn label(&self, action: Action) -> &str {
        let found = self.labels.iter().find(|(known, _)| *known == action);
        found.map_or(action.row().name, |(_, label)| label)
    }

    /// The draft for a purpose, if a text was left there.
    #[must_use]
    pub fn draft(&self, purpose: Purpose) -> Option<&Draft> {
        let path = self.path_of(purpose);
        self.drafts.iter().find(|draft| draft.purpose == purpose && draft.path.as_deref() == path)
    }

    /// The session texts for this purpose belong to.
    fn path_of(&self, purpose: Purpose) -> Option<&Path> {
        let workshop = self.workshop.as_ref().filter(|_| purpose != Purpose::NewWorkshop);
        workshop.map(|workshop| workshop.path.as_path())
    }

    /// Asks the world for something.
    fn ask(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// A new identity.
    fn draw_uid(&mut self) -> Uid {
        let high = u128::from(self.draw.next_u64());
        Uid::from_bits(high << 64 | u128::from(self.draw.next_u64()))
    }

    /// Carries out the edits of one action, and lets the selection follow; whether something changed.
    fn commit(&mut self, action: &str, edits: Vec<Edit>) -> bool {
        let target = edits.last().map(Edit::target);
        let done = self.commit_quietly(action, edits);
        if let (true, Some(target), Some(workshop)) = (done, target, &mut self.workshop) {
            workshop.follow(target);
        }
        done
    }

    /// The same, the selection staying where it is. A change to what is there already counts as done.
    fn commit_quietly(&mut self, action: &str, edits: Vec<Edit>) -> bool {
        let Some(workshop) = &mut self.workshop else { return false };
        let Ok(action) = crate::domain::Key::new(action) else { return false };
        match workshop.history.commit(self.now, action, edits) {
            Ok(()) => {
                self.changed();
                true
            }
            Err(crate::domain::Refusal::NothingChanges) => true,
            Err(refusal) => {
                self.notice = Some(Notice::Refused(refusal));
                false
            }
        }
    }

    /// After every change of the open session: what follows is computed again, and the disk asked to keep it.
    fn changed(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        workshop.refresh();
        workshop.saving.waiting.get_or_insert(self.now);
        let effect =
            Effect::Save { path: workshop.path.clone(), history: Box::new(workshop.history.clone()) };
        self.effects.push(effect);
        self.learn_words();
    }
}
