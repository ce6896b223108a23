//! What each event does: [`App::update`], and how keys find their action.

use jiff::{SignedDuration, Timestamp};

use super::action::{Action, Scope};
use super::chord::Chord;
use super::cursor::Motion;
use super::drafts::DRAFTED;
use super::event::{Access, Effect, Event};
use super::home::Shelf;
use super::keymap::Meaning;
use super::layout::Layout;
use super::message::Told;
use super::notice::{Notice, Unavailable};
use super::overlay::{Asked, Overlay};
use super::typing::purpose::Purpose;
use super::workshop::{Pane, Workshop};
use super::{App, Key, Pending, Place, people, prepare};

/// After so long an unfinished sequence shows what can follow.
const WHICH_KEY: SignedDuration = SignedDuration::from_millis(400);
/// After so long the screen says that it is saving.
const SAVING: SignedDuration = SignedDuration::from_secs(2);
/// After so long it is looked again whether another window has changed a session.
const FOLLOWED: SignedDuration = SignedDuration::from_secs(2);
/// After so long a banner says that nothing has been saved.
const NOT_SAVED: SignedDuration = SignedDuration::from_secs(10);

/// Capitals with a meaning of their own on some screen: they never stand for the small letter, which could bin a risk
/// where another screen adopts a card.
const OWN_CAPITALS: [char; 7] = ['A', 'B', 'D', 'F', 'N', 'P', 'R'];

impl App {
    /// Lets an event happen. `layout` is what was drawn last; `now` is the time.
    pub fn update(&mut self, event: Event, layout: &Layout, now: Timestamp) -> Vec<Effect> {
        let back = self.now.duration_since(now);
        if back.is_positive() {
            self.set_back(back);
        }
        self.now = now;
        if let Some(timer) = &mut self.timer {
            timer.tick(now);
        }
        self.pacing.tick(now);
        let before = self.notice.clone();
        match event {
            Event::Key(chord) => self.key(chord, layout),
            Event::Paste(text) => self.paste(&text),
            Event::Click { column, row } => self.click(layout.target(column, row)),
            Event::Wheel(rows) => self.wheel(rows),
            // What is due happens below, whatever came.
            Event::Resized | Event::Due => {}
            Event::Listed(listings) => self.listed(listings),
            Event::Decks { offered, others, troubles } => {
                self.take_decks(offered, others);
                for sentence in troubles {
                    self.tell(super::banner::News::Sentence(sentence));
                }
            }
            Event::Opened { path, history, welcome } => self.opened(path, *history, *welcome),
            Event::Followed { path, history } => self.followed(&path, *history),
            Event::Templates { templates, broken } => self.take_templates(templates, broken),
            Event::Trouble(sentence) => self.notice = Some(Notice::Sentence(sentence)),
            Event::Saved { path, revision } => self.saved(&path, revision),
            Event::NotSaved { path, sentence, again, kept } => self.not_saved(&path, sentence, again, kept),
            Event::Well(path) => self.well(&path),
            Event::Moved { from, to, sentence } => self.moved(&from, &to, sentence),
            Event::PasteRead(outcome) => self.paste_read(outcome),
            Event::Robustness { path, revision, robustness } => {
                self.learn_firmness(path, revision, robustness);
            }
            Event::Compared { before, after } => self.compared(*before, *after),
            Event::Reading { done, of } => self.home.reading = Some((done, of)),
            Event::Found(found) => self.home.take_found(found),
            Event::Exported(name) => self.notice = Some(Notice::Exported(name)),
            Event::FollowedUp { path, step, seq } => self.was_followed_up(path, &step, seq),
            Event::NotFollowedUp(sentence) => self.was_not_followed_up(sentence),
            Event::Terminate => self.terminate(),
        }
        self.fall_due();
        self.settle_drafts();
        self.ask_firmness();
        self.settle_heat_map();
        self.settle_presenting();
        self.settle_gaps();
        self.settle_weights();
        self.settle_pace();
        self.settle_teams();
        self.settle_dot_vote();
        self.settle_budget();
        self.settle_changes();
        if let Some(notice) = self.notice.as_ref().filter(|it| it.is_kept() && before.as_ref() != Some(*it)) {
            self.note(Told::Notice(notice.clone()));
        }
        std::mem::take(&mut self.effects)
    }

    /// The text being typed stays as a draft, on disk.
    fn terminate(&mut self) {
        self.leave_text();
        self.settle_drafts();
        self.ask(Effect::Quit);
    }

    /// Fits cursors to what will be drawn next; whether anything moved.
    pub fn settle(&mut self, layout: &Layout) -> bool {
        self.show_pace(layout);
        let rows = layout.rows;
        let home = self.home.cursor.settle(self.home.shown.len(), rows.sessions);
        let workshop = self.workshop.as_mut().is_some_and(|workshop| workshop.settle(layout));
        let (lot, ranked, dotted) = (self.lot_rows(), self.ranked(), self.dot_rows());
        let (parts, budgeted, logged) = (self.bow_tie_parts(), self.budgeted(), self.logged());
        let overlay = match &mut self.overlay {
            Some(Overlay::Choice(choice)) => choice.cursor.settle(choice.items.len(), rows.items),
            Some(Overlay::Commands(commands)) => commands.cursor.settle(commands.rows.len(), rows.items),
            Some(Overlay::Preview(preview)) => preview.cursor.settle(preview.rows.len(), rows.items),
            Some(Overlay::Reading(_)) => self.settle_reading(rows.items),
            Some(Overlay::Lot(open)) => open.cursor.settle(lot, rows.items),
            Some(Overlay::Ranking(cursor)) => cursor.settle(ranked, rows.items),
            Some(Overlay::BowTie(cursor)) => cursor.settle(parts, rows.items),
            Some(Overlay::Budget(budget)) => budget.cursor.settle(budgeted, rows.items),
            Some(Overlay::Changes(log)) => log.cursor.settle(logged, rows.items),
            Some(Overlay::Compare(open)) => open.cursor.settle(open.rows.len(), rows.items),
            Some(Overlay::FollowUps(open)) => open.cursor.settle(open.rows.len(), rows.items),
            Some(Overlay::Trend(trend)) => trend.cursor.settle(trend.rows.len(), rows.items),
            Some(Overlay::Prepare(cursor)) => cursor.settle(prepare::ROWS.len(), rows.items),
            Some(Overlay::People(_)) => self.settle_people(rows.items),
            Some(Overlay::Gaps(open)) => open.cursor.settle(open.rows.len(), rows.items),
            Some(Overlay::Weights(dial)) => dial.cursor.settle(ranked, rows.items),
            Some(Overlay::Dots(vote)) => vote.cursor.settle(dotted, rows.items),
            Some(Overlay::HeatMap(_) | Overlay::Duel(_) | Overlay::Teams(_)) | None => false,
        };
        home || workshop || overlay
    }

    /// When the screen must change without a key, if it must.
    #[must_use]
    pub fn next_due(&self) -> Option<Timestamp> {
        let after = |since: Timestamp, wait: SignedDuration| since.checked_add(wait).ok();
        let pending = self.pending.as_ref().filter(|it| !it.shown).and_then(|it| after(it.since, WHICH_KEY));
        let waiting = self.workshop.as_ref().and_then(|it| it.saving.waiting);
        let saving = [SAVING, NOT_SAVED].map(|wait| waiting.and_then(|since| after(since, wait)));
        let leaving = self.leaving.and_then(|since| after(since, SAVING));
        let elsewhere = |it: &&Workshop| matches!(it.access, Access::Elsewhere { .. });
        let followed = self.workshop.as_ref().filter(elsewhere).and_then(|it| after(it.followed, FOLLOWED));
        let drafted = self.workshop.as_ref().and_then(|it| it.drafted.since);
        let drafted = drafted.and_then(|since| after(since, DRAFTED));
        [pending, leaving, followed, drafted, self.timer_due(), self.pace_due(), self.firmness_at()]
            .into_iter()
            .chain(saving)
            .flatten()
            .filter(|at| *at > self.now)
            .min()
    }

    /// Whether the newest change has waited for the disk so long that the screen says so.
    #[must_use]
    pub fn is_slow_to_save(&self) -> bool {
        self.waits_longer_than(SAVING)
    }

    /// Whether it has waited so long that a banner says so.
    #[must_use]
    pub fn is_very_slow_to_save(&self) -> bool {
        self.waits_longer_than(NOT_SAVED)
    }

    fn waits_longer_than(&self, wait: SignedDuration) -> bool {
        let since = self.workshop.as_ref().and_then(|workshop| workshop.saving.waiting);
        since.and_then(|since| since.checked_add(wait).ok()).is_some_and(|at| at <= self.now)
    }

    /// Does what is due by now.
    fn fall_due(&mut self) {
        let now = self.now;
        let is_over = |since: Timestamp, wait| since.checked_add(wait).is_ok_and(|at| at <= now);
        if let Some(pending) = self.pending.as_mut().filter(|pending| is_over(pending.since, WHICH_KEY)) {
            pending.shown = true;
        }
        if self.leaving.is_some_and(|since| is_over(since, SAVING)) {
            self.notice = Some(Notice::NotDurableYet);
        }
        self.tell_end_of_timer();
        let elsewhere = |it: &&mut Workshop| matches!(it.access, Access::Elsewhere { .. });
        let followed = self.workshop.as_mut().filter(elsewhere).filter(|it| is_over(it.followed, FOLLOWED));
        if let Some(workshop) = followed {
            workshop.followed = now;
            let path = workshop.path.clone();
            self.ask(Effect::Follow(path));
        }
    }

    fn key(&mut self, chord: Chord, layout: &Layout) {
        let told = self.notice.take();
        self.caps = false;
        if self.minds_refused_votes(told.as_ref(), chord) {
            return;
        }
        let pressed: Vec<Chord> =
            self.pending.take().map(|it| it.chords).unwrap_or_default().into_iter().chain([chord]).collect();
        if pressed.len() == 1 && self.types(chord) {
            return;
        }
        if pressed.len() > 1 && chord.key() == Key::Esc {
            return;
        }
        let scopes = self.scopes();
        match self.keymap.meaning(scopes, &pressed) {
            Meaning::Actions(actions) => self.run_first(&actions, chord, layout),
            Meaning::Prefix => {
                self.pending = Some(Pending { chords: pressed, since: self.now, shown: false });
            }
            Meaning::Nothing => self.unknown(pressed, layout),
        }
    }

    /// Gives a key to the text being typed or searched; whether it was taken.
    fn types(&mut self, chord: Chord) -> bool {
        if let Some(taken) = self.types_votes(chord).or_else(|| self.types_dots(chord)) {
            return taken;
        }
        if let Some(typing) = &mut self.typing {
            let sets = chord == Chord::ctrl_char('s');
            let before = typing.input.text().len();
            let taken = !sets && typing.input.handle(chord);
            let refused = chord.typed().is_some() && typing.input.text().len() == before;
            if refused && typing.input.is_full() {
                self.notice = Some(Notice::TooLong(characters(&typing.input)));
            }
            if taken {
                self.leaving = None;
                self.text_changed();
            }
            taken
        } else if let Some(Overlay::Commands(commands)) = &mut self.overlay {
            let moves = matches!(chord.key(), Key::Home | Key::End);
            let taken = !moves && commands.input.handle(chord);
            if taken {
                self.search_commands();
            }
            taken
        } else {
            false
        }
    }

    fn paste(&mut self, text: &str) {
        self.notice = None;
        if self.pastes_votes(text) || self.takes_lines(text) {
            return;
        }
        let text = self.typing.as_ref().map_or(text, |_| text.trim_matches(['\r', '\n']));
        let left_out = if let Some(typing) = &mut self.typing {
            let text = match typing.purpose {
                Purpose::NewPerson => people::pasted(text),
                Purpose::NewWorkshop
                | Purpose::NewRisk
                | Purpose::Guided(_)
                | Purpose::Paste
                | Purpose::NewSolution(_)
                | Purpose::NewTopic
                | Purpose::CloseSession
                | Purpose::Votes(..)
                | Purpose::Duel(..)
                | Purpose::Dots(_)
                | Purpose::Decision(..)
                | Purpose::Review(_)
                | Purpose::FollowUp(..)
                | Purpose::Cap(_)
                | Purpose::SetTimer
                | Purpose::Find
                | Purpose::GoToRisk
                | Purpose::Field(..) => text.to_owned(),
            };
            let left_out = typing.input.paste(&text);
            self.text_changed();
            left_out
        } else if let Some(Overlay::Commands(commands)) = &mut self.overlay {
            let left_out = commands.input.paste(text);
            self.search_commands();
            left_out
        } else {
            self.notice = Some(Notice::NowhereToPaste);
            0
        };
        if left_out > 0 {
            self.notice = Some(Notice::PasteCut(left_out));
        }
    }

    /// The scopes of the keys, the narrowest first.
    #[must_use]
    pub fn scopes(&self) -> &'static [Scope] {
        match &self.typing {
            Some(typing) if typing.votes.is_some() => return &[Scope::Votes, Scope::Text],
            Some(typing) if typing.names.is_some() => return &[Scope::Names, Scope::Text],
            Some(_) => return &[Scope::Text],
            None => {}
        }
        match &self.overlay {
            Some(Overlay::Choice(choice)) if matches!(choice.asked, Asked::EffectLevel(..)) => {
                &[Scope::Effect, Scope::Choice, Scope::Over]
            }
            Some(Overlay::Choice(_)) => &[Scope::Choice, Scope::Over],
            Some(Overlay::Commands(_)) => &[Scope::Commands, Scope::Over],
            Some(Overlay::Reading(_)) => &[Scope::Reading, Scope::Onward, Scope::Over],
            Some(Overlay::Lot(_)) => &[Scope::ParkingLot, Scope::Onward, Scope::Over],
            Some(Overlay::Ranking(_)) => &[Scope::Ranking, Scope::Onward, Scope::Over],
            Some(Overlay::HeatMap(_)) => &[Scope::HeatMap, Scope::Onward, Scope::Over],
            Some(Overlay::Gaps(_)) => &[Scope::Gaps, Scope::Onward, Scope::Over],
            Some(Overlay::Weights(_)) => &[Scope::Weights, Scope::Over],
            Some(Overlay::Preview(_)) => &[Scope::Preview, Scope::Over],
            Some(Overlay::Prepare(_)) => &[Scope::Prepare, Scope::Over],
            Some(Overlay::People(_)) => &[Scope::People, Scope::Onward, Scope::Over],
            Some(Overlay::Duel(_)) => &[Scope::Duel, Scope::Over],
            Some(Overlay::Teams(_)) => &[Scope::Teams, Scope::Onward, Scope::Over],
            Some(Overlay::Dots(_)) => &[Scope::Dots, Scope::Onward, Scope::Over],
            Some(Overlay::BowTie(_)) => &[Scope::BowTie, Scope::Onward, Scope::Over],
            Some(Overlay::Budget(_)) => &[Scope::Budget, Scope::Onward, Scope::Over],
            Some(Overlay::Changes(_)) => &[Scope::Changes, Scope::Onward, Scope::Over],
            Some(Overlay::Compare(_)) => &[Scope::Compare, Scope::Onward, Scope::Over],
            Some(Overlay::FollowUps(_)) => &[Scope::FollowUps, Scope::Onward, Scope::Over],
            Some(Overlay::Trend(_)) => &[Scope::Trend, Scope::Onward, Scope::Over],
            None => self.base_scopes(),
        }
    }

    /// Runs the first action; if it needs votes and there are none, the next one. Otherwise tells why it is not possible.
    fn run_first(&mut self, actions: &[Action], chord: Chord, layout: &Layout) {
        for action in actions {
            match self.availability(*action) {
                Ok(()) => return self.run(*action, Some(chord), layout),
                Err(Unavailable::NoVotes) => {}
                // With Caps Lock on; nothing waits for the disk.
                Err(_) if *action == Action::LeaveAnyway => {
                    self.caps = true;
                    return self.run(Action::Quit, Some(chord), layout);
                }
                Err(why) => {
                    self.notice = Some(Notice::Unavailable(*action, why));
                    return;
                }
            }
        }
    }

    /// Tells that a key has no action; a capital letter stands for the small one, in case Caps Lock is on.
    fn unknown(&mut self, pressed: Vec<Chord>, layout: &Layout) {
        let alone = if let [chord] = pressed.as_slice() { chord.typed() } else { None };
        let capital = alone.filter(|c| c.is_uppercase() && !OWN_CAPITALS.contains(c));
        let small = capital.map(char::to_lowercase).and_then(|mut letters| letters.next()).map(Chord::char);
        if let Some(small) = small
            && let Meaning::Actions(actions) = self.keymap.meaning(self.scopes(), &[small])
        {
            self.caps = true;
            return self.run_first(&actions, small, layout);
        }
        self.notice = Some(Notice::NoAction(pressed));
    }

    /// Switches between library and bin at home.
    pub(super) fn turn_shelf(&mut self) {
        self.home.shelf = match self.home.shelf {
            Shelf::Sessions => Shelf::Bin,
            Shelf::Bin => Shelf::Sessions,
        };
        self.home.refresh();
    }

    /// Moves the selection of whatever is in front.
    pub(super) fn motion(&mut self, motion: Motion, layout: &Layout) {
        let rows = layout.rows;
        if matches!(self.overlay, Some(Overlay::HeatMap(_))) {
            return self.move_on_heat_map(motion);
        }
        if matches!(self.overlay, Some(Overlay::Weights(_))) {
            return self.move_on_dial(motion, rows.items);
        }
        if matches!(self.overlay, Some(Overlay::Teams(_))) {
            return self.move_among_teams(motion);
        }
        if matches!(self.overlay, Some(Overlay::BowTie(_))) {
            return self.move_on_bow_tie(motion, rows.items);
        }
        if self.overlay.is_some() {
            return self.step_overlay(motion.rows(rows.items));
        }
        if self.place == Place::Home {
            return self.home.step(motion.rows(rows.sessions));
        }
        let Some(workshop) = &mut self.workshop else { return };
        let across = match motion {
            Motion::Left => -1,
            Motion::Right => 1,
            Motion::Up | Motion::Down | Motion::First | Motion::Last | Motion::PageUp | Motion::PageDown => 0,
        };
        match workshop.focus {
            Pane::Grid if across != 0 => self.step_cell(across),
            Pane::Board if across != 0 => workshop.step_column(across),
            Pane::Board => workshop.step_card(motion.rows(rows.cards)),
            Pane::Details => {
                workshop.step_field(motion.rows(rows.fields));
            }
            Pane::Risks | Pane::Grid | Pane::Ranks => {
                workshop.step_risk(motion.rows(rows.risks));
            }
            Pane::Sessions | Pane::Preview | Pane::Levels | Pane::Coverage => {}
        }
    }
}

fn characters(input: &super::input::Input) -> usize {
    input.text().chars().count()
}
