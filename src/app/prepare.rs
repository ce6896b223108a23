//! What a session is prepared with: title, shop, scope, revenue, currency, template, people.
//!
//! The form opens with Tab from the title of a new workshop, and at any time later. A template is a set of categories,
//! levels, weights and bands; the session keeps its copy, so that the name of the template shown is found by
//! comparing. Templates of the user's own are read from the disk each time the form opens. Drawing it is `ui::prepare`.

use std::path::PathBuf;

use super::cursor::Cursor;
use super::event::Effect;
use super::form::session::SessionField;
use super::form::{Field, Subject};
use super::message::Told;
use super::notice::Notice;
use super::overlay::{Asked, Item, Overlay};
use super::{App, Workshop};
use crate::domain::{Category, Edit, Name, Session, SessionEdit, Template};

/// A row of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// A field.
    Field(SessionField),
    /// The template.
    Template,
    /// The participants.
    People,
}

/// The rows of the form, from the top.
pub const ROWS: [Row; 7] = [
    Row::Field(SessionField::Title),
    Row::Field(SessionField::Shop),
    Row::Field(SessionField::Scope),
    Row::Field(SessionField::Revenue),
    Row::Field(SessionField::Currency),
    Row::Template,
    Row::People,
];

/// A template that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its name on screen.
    pub name: String,
    /// What is in it.
    pub template: Template,
}

/// What the app remembers for preparing sessions.
#[derive(Debug, Clone, Default)]
pub(super) struct Preparing {
    /// The templates there are; empty until the first list has come.
    pub(super) templates: Vec<Offered>,
    /// The title of a workshop that is being made and will be prepared.
    pub(super) awaited: Option<String>,
    /// The session that the next workshop goes on from.
    pub(super) from: Option<PathBuf>,
    /// What lies under the overlay in front.
    pub(super) beneath: Option<Overlay>,
}

impl App {
    /// Opens the form, and asks for the templates there are.
    pub(super) fn open_prepare(&mut self) {
        self.overlay = Some(Overlay::Prepare(Cursor::default()));
        self.preparing.beneath = None;
        self.ask(Effect::Templates);
    }

    /// Opens the form for the workshop that was just made, if its maker asked for that.
    pub(super) fn prepare_awaited(&mut self) {
        let awaited = self.preparing.awaited.take();
        let is_it =
            |it: &Workshop| it.history.revision() == 0 && Some(&*it.session().title) == awaited.as_deref();
        if self.workshop.as_ref().is_some_and(is_it) {
            self.open_prepare();
        }
    }

    /// Lays something over the screen; form, gaps, ranking, bow-tie, budget and log stay under it.
    pub(super) fn lay_over(&mut self, overlay: Overlay) {
        let before = self.overlay.replace(overlay);
        let stays = |it: &Overlay| {
            matches!(
                it,
                Overlay::Prepare(_)
                    | Overlay::Gaps(_)
                    | Overlay::Ranking(_)
                    | Overlay::BowTie(_)
                    | Overlay::Budget(_)
                    | Overlay::Changes(_)
            )
        };
        self.preparing.beneath = before.filter(stays);
    }

    /// Takes the overlay in front away, and shows what lay under it; whether there was one.
    pub(super) fn close_overlay(&mut self) -> bool {
        let closed = self.overlay.take().is_some();
        self.overlay = self.preparing.beneath.take();
        closed
    }

    /// Edits the selected row of the form.
    pub(super) fn edit_prepared(&mut self) {
        let Some(Overlay::Prepare(cursor)) = &self.overlay else { return };
        match ROWS.get(cursor.place) {
            Some(Row::Field(field)) => self.edit_field(Subject::Session, Field::Session(*field)),
            Some(Row::Template) => self.choose_template(),
            Some(Row::People) => self.open_people(),
            None => {}
        }
    }

    /// Selects the row of a field.
    pub(super) fn select_prepared(&mut self, field: Field) {
        let place = ROWS.iter().position(|row| matches!(row, Row::Field(it) if Field::Session(*it) == field));
        if let (Some(Overlay::Prepare(cursor)), Some(place)) = (&mut self.overlay, place) {
            cursor.place = place;
        }
    }

    /// Takes the templates there are, and tells of those that cannot be read.
    pub(super) fn take_templates(&mut self, templates: Vec<Offered>, broken: Vec<String>) {
        self.preparing.templates = templates;
        for sentence in broken {
            self.note(Told::Sentence(sentence.clone()));
            self.notice = Some(Notice::Sentence(sentence));
        }
    }

    fn choose_template(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        if workshop.session().has_levels() {
            self.notice = Some(Notice::TemplateFixed);
            return;
        }
        let now = self.template_of(workshop.session()).map(|offered| offered.template.clone());
        let is_now = |offered: &Offered| Some(&offered.template) == now.as_ref();
        let templates = self.preparing.templates.iter();
        let items: Vec<Item> =
            templates.enumerate().map(|(place, it)| Item::Template(place, is_now(it))).collect();
        let place = items.iter().position(|item| matches!(item, Item::Template(_, true))).unwrap_or(0);
        self.choose(Asked::Template, items, false, place);
    }

    /// Gives the open session another template, in one entry. The categories of its risks stay.
    pub(super) fn take_template(&mut self, place: usize) {
        let (Some(workshop), Some(offered)) = (&self.workshop, self.preparing.templates.get(place)) else {
            return;
        };
        let template = &offered.template;
        let edits = vec![
            SessionEdit::Categories(categories(workshop.session(), template)),
            SessionEdit::Scales(template.scales.clone()),
            SessionEdit::Weights(template.weights),
            SessionEdit::Bands(template.bands),
            SessionEdit::Appetite(template.appetite),
        ];
        self.commit_quietly("choose-template", edits.into_iter().map(Edit::Session).collect());
    }

    /// The template in this place.
    #[must_use]
    pub fn offered(&self, place: usize) -> Option<&Offered> {
        self.preparing.templates.get(place)
    }

    /// The template a session has its levels from, if it is among those there are.
    #[must_use]
    pub fn template_of(&self, session: &Session) -> Option<&Offered> {
        let alike = |it: &&Offered| {
            let has = |category: &Category| session.categories.contains(category);
            (it.template.categories.iter().all(has), it.template.weights == session.weights)
        };
        let same = self.preparing.templates.iter().filter(|it| it.template.scales == session.scales);
        // Of several that are as much alike, the first.
        same.rev().max_by_key(alike)
    }

    /// The tags offered in the open session for who or what is hit.
    pub(super) fn hit_tags(&self) -> &[Name] {
        let known = self.workshop.as_ref().and_then(|workshop| self.template_of(workshop.session()));
        known.map_or(&self.template.hit_tags, |offered| &offered.template.hit_tags)
    }
}

/// The categories of a template, and behind them those of the session that are in use.
fn categories(session: &Session, template: &Template) -> Vec<Category> {
    let is_used =
        |category: &&Category| session.risks.iter().any(|risk| risk.category.as_ref() == Some(&category.key));
    let is_new = |category: &&Category| template.categories.iter().all(|known| known.key != category.key);
    let kept = session.categories.iter().filter(is_used).filter(is_new);
    template.categories.iter().chain(kept).cloned().collect()
}
