//! The banner: the one thing that is told until it is over or read, and what `g o` does about it.
//!
//! Here: what there is to tell, by importance, and what it offers. The sentences are `ui::banner`'s; what was told can be
//! read again in [`super::message`].

use std::path::PathBuf;

use jiff::Timestamp;

use super::event::{Access, Again, Effect};
use super::message::Told;
use super::notice::Notice;
use super::overlay::About;
use super::typing::purpose::Purpose;
use super::workshop::saving::Saving;
use super::{App, Place};

/// Something that happened to a session, told until it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum News {
    /// In a sentence.
    Sentence(String),
    /// A text was left unfinished.
    Draft(Purpose),
    /// So many texts were left unfinished that belong to nothing that is there; the messages have them.
    Strays(usize),
}

/// What the banner tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Banner<'a> {
    /// The newest change is on no disk.
    NotSaved {
        /// Why.
        sentence: &'a str,
        /// Since when it waits.
        since: Timestamp,
        /// Whether it is tried again.
        again: Again,
    },
    /// Something could not be written where it belongs, but no change is in danger.
    Kept {
        /// Why.
        sentence: &'a str,
        /// The folder that keeps the changes, if it needed another one.
        folder: Option<&'a str>,
        /// Whether it is tried again.
        again: Again,
    },
    /// The disk does not answer.
    Slow {
        /// Since when.
        since: Timestamp,
    },
    /// The file was edited outside the program.
    HandEdited(&'a str),
    /// The session is open in another window.
    Elsewhere(&'a str),
    /// The session cannot be written now.
    Barred(&'a str),
    /// Something happened.
    News(&'a News),
}

/// What `g o` does about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Try at once to write.
    Write,
    /// Show what the edit outside the program changed.
    Differences,
    /// Try to get full access.
    TakeOver,
    /// Read everything that was told.
    Read,
    /// Go on with a text left unfinished.
    GoOn(Purpose),
}

impl App {
    /// What is to be told now, the most important thing.
    #[must_use]
    pub fn banner(&self) -> Option<Banner<'_>> {
        let workshop = self.workshop.as_ref();
        let disk = workshop.and_then(|it| self.disk_banner(&it.saving));
        let access = workshop.filter(|_| self.place == Place::Workshop).and_then(|it| match &it.access {
            Access::Full => None,
            Access::HandEdited { sentence, .. } => Some(Banner::HandEdited(sentence)),
            Access::Elsewhere { sentence } => Some(Banner::Elsewhere(sentence)),
            Access::Barred { sentence } => Some(Banner::Barred(sentence)),
        });
        disk.or(access).or_else(|| self.news.first().map(Banner::News))
    }

    fn disk_banner<'a>(&self, saving: &'a Saving) -> Option<Banner<'a>> {
        match (&saving.trouble, saving.waiting) {
            (Some(trouble), Some(_)) if trouble.loses() => Some(Banner::NotSaved {
                sentence: &trouble.sentence,
                since: trouble.since,
                again: trouble.again,
            }),
            (Some(trouble), _) => Some(Banner::Kept {
                sentence: &trouble.sentence,
                folder: trouble.kept.as_deref(),
                again: trouble.again,
            }),
            (None, Some(since)) if self.is_very_slow_to_save() => Some(Banner::Slow { since }),
            (None, _) => None,
        }
    }

    /// What the banner offers.
    #[must_use]
    pub fn offer(&self) -> Option<Offer> {
        match self.banner()? {
            Banner::NotSaved { .. } | Banner::Kept { .. } => Some(Offer::Write),
            Banner::Slow { .. } => None,
            Banner::HandEdited(_) => Some(Offer::Differences),
            Banner::Elsewhere(_) | Banner::Barred(_) => Some(Offer::TakeOver),
            Banner::News(News::Draft(purpose)) => Some(Offer::GoOn(*purpose)),
            Banner::News(News::Sentence(_) | News::Strays(_)) => Some(Offer::Read),
        }
    }

    /// Does what the banner offers.
    pub(super) fn run_offer(&mut self) {
        let path = self.workshop.as_ref().map(|it| it.path.clone());
        match (self.offer(), path) {
            (Some(Offer::Write), Some(path)) => self.write_again(path),
            (Some(Offer::TakeOver), Some(path)) => {
                self.notice = Some(Notice::TryingAgain);
                self.ask(Effect::TakeOver(path));
            }
            (Some(Offer::Differences), _) => self.open_reading(About::Differences),
            (Some(Offer::Read), _) => self.open_messages(),
            (Some(Offer::GoOn(purpose)), _) => {
                self.news.remove(0);
                self.go_on_with(purpose);
            }
            (Some(Offer::Write | Offer::TakeOver) | None, _) => {}
        }
    }

    fn write_again(&mut self, path: PathBuf) {
        self.notice = Some(Notice::TryingAgain);
        self.save();
        self.ask(Effect::Snapshot(path));
    }

    /// Keeps what was edited outside the program.
    pub(super) fn accept_hand_edit(&mut self) {
        self.overlay = None;
        if let Some(path) = self.workshop.as_ref().map(|it| it.path.clone()) {
            self.ask(Effect::Accept(path));
        }
    }

    /// Shows what was told in this run; what is there counts as read.
    pub(super) fn open_messages(&mut self) {
        self.news.retain(|news| matches!(news, News::Draft(_)));
        if let Some(workshop) = &mut self.workshop {
            workshop.drafted.strays.clear();
        }
        self.open_reading(About::Messages);
    }

    /// Tells something in the banner, before what is told there already, and keeps it among the messages.
    pub(super) fn tell(&mut self, news: News) {
        match &news {
            News::Sentence(sentence) => self.note(Told::Sentence(sentence.clone())),
            News::Draft(purpose) => self.note(Told::Draft(*purpose)),
            News::Strays(_) => {}
        }
        self.news.insert(0, news);
    }

    /// Takes away the news that the banner shows; whether it shows any.
    pub(super) fn dismiss_news(&mut self) -> bool {
        let shows = matches!(self.banner(), Some(Banner::News(_)));
        if shows {
            self.news.remove(0);
        }
        shows
    }
}
