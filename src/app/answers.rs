//! What the world answers: a session was opened or followed, something is saved or is not, the work moves.

use std::path::{Path, PathBuf};

use super::banner::News;
use super::event::{Again, Effect, Welcome};
use super::message::Told;
use super::notice::Notice;
use super::overlay::{About, Overlay};
use super::typing::purpose::Purpose;
use super::workshop::Workshop;
use super::workshop::saving::Trouble;
use super::{App, Place};
use crate::domain::History;

impl App {
    /// Shows a session that was opened, and lets go of the one before. One that is open already, because it was asked
    /// for twice, stays as it is: what came from the disk is older. One that was read only takes what came.
    pub(super) fn opened(&mut self, path: PathBuf, history: History, welcome: Welcome) {
        let is_full = |it: &Workshop| it.access.is_full();
        match self.workshop.as_ref().filter(|it| it.path == path).map(is_full) {
            Some(true) => {
                self.leave_text();
                self.place = Place::Workshop;
            }
            Some(false) => {
                if let Some(workshop) = &mut self.workshop {
                    workshop.access = welcome.access.clone();
                    workshop.replace(history);
                }
                if matches!(self.overlay, Some(Overlay::Reading(ref it)) if it.about == About::Differences) {
                    self.overlay = None;
                }
                if welcome.access.is_full() {
                    self.notice = Some(Notice::FullAccess);
                }
                self.greet(welcome);
            }
            None => {
                // A damaged file that was only shown goes on in another one.
                if self.notice.take_if(|it| *it == Notice::TryingAgain).is_some() && welcome.access.is_full()
                {
                    self.notice = Some(Notice::FullAccess);
                }
                self.replace_workshop(path, history, welcome);
            }
        }
    }

    fn replace_workshop(&mut self, path: PathBuf, history: History, welcome: Welcome) {
        self.leave_text();
        self.settle_drafts();
        self.end_round();
        self.place = Place::Workshop;
        self.overlay = None;
        self.preparing.beneath = None;
        self.pending = None;
        self.news.clear();
        let title = history.session().title.to_string();
        self.drafts.retain(|it| it.purpose != Purpose::NewWorkshop || it.text.trim() != title);
        let opened = Workshop::open(path, history, welcome.access.clone(), self.now);
        if let Some(before) = self.workshop.replace(opened) {
            if let Some(folder) = before.saving.trouble.and_then(|trouble| trouble.kept) {
                self.notice = Some(Notice::KeptIn(folder));
            }
            self.ask(Effect::Close(before.path));
        }
        self.review_opened();
        self.prepare_awaited();
        self.greet(welcome);
        self.ask_for_decks();
        self.hand_out();
        self.learn_words();
        self.land();
    }

    /// Tells what is to be known of the open session.
    fn greet(&mut self, welcome: Welcome) {
        self.take_up_drafts(welcome.drafts);
        for sentence in welcome.news.into_iter().rev() {
            self.tell(News::Sentence(sentence));
        }
        if let Some(sentence) = welcome.access.sentence() {
            self.note(Told::Sentence(sentence.to_owned()));
        }
    }

    /// Takes what another window has made of a session that is only read here.
    pub(super) fn followed(&mut self, path: &Path, history: History) {
        let followed = |it: &&mut Workshop| it.path == path && !it.access.is_full();
        if let Some(workshop) = self.workshop.as_mut().filter(followed) {
            workshop.replace(history);
            self.learn_words();
        }
    }

    pub(super) fn saved(&mut self, path: &Path, revision: u64) {
        let Some(workshop) = self.workshop.as_mut().filter(|it| it.path == path) else { return };
        workshop.saving.revision = workshop.saving.revision.max(revision);
        workshop.saving.at = Some(self.now);
        if workshop.saving.revision >= workshop.history.revision() {
            workshop.saving.waiting = None;
            if self.leaving.is_some() {
                self.ask(Effect::Quit);
            }
        }
    }

    pub(super) fn not_saved(&mut self, path: &Path, sentence: String, again: Again, kept: Option<String>) {
        let Some(workshop) = self.workshop.as_mut().filter(|it| it.path == path) else { return };
        let since = workshop.saving.waiting.unwrap_or(self.now);
        let before = workshop.saving.trouble.as_ref();
        let is_news = before.is_none_or(|it| it.sentence != sentence || it.kept != kept);
        let told = match &kept {
            Some(folder) => Told::Kept(sentence.clone(), folder.clone()),
            None => Told::Sentence(sentence.clone()),
        };
        workshop.saving.trouble = Some(Trouble { sentence, since, again, kept });
        if is_news {
            self.note(told);
        }
    }

    /// What could not be written is where it belongs.
    pub(super) fn well(&mut self, path: &Path) {
        let workshop = self.workshop.as_mut().filter(|it| it.path == path);
        if workshop.and_then(|it| it.saving.trouble.take()).is_some() {
            self.notice = Some(Notice::WrittenAgain);
        }
    }

    /// The work on a session goes on in another file.
    pub(super) fn moved(&mut self, from: &Path, to: &Path, sentence: String) {
        for draft in self.drafts.iter_mut().filter(|it| it.path.as_deref() == Some(from)) {
            draft.path = Some(to.to_owned());
        }
        if self.home.selected.as_deref() == Some(from) {
            self.home.selected = Some(to.to_owned());
        }
        if let Some(workshop) = self.workshop.as_mut().filter(|it| it.path == from) {
            to.clone_into(&mut workshop.path);
            // They lie with the old path, if anywhere.
            workshop.drafted.kept.clear();
        }
        self.tell(News::Sentence(sentence));
        self.ask(Effect::List);
    }
}
