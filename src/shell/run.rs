//! The loop: events in, effects out, and one frame for all that came at once. [`Shell`] and [`run`].
//!
//! Not here: where events come from and who carries effects out ([`super::world`]), what they mean ([`crate::app`]),
//! what a frame shows ([`crate::ui`]).

use std::path::Path;

use ratatui::Terminal;
use ratatui::backend::Backend;
use ratatui::layout::{Rect, Size};

use super::world::World;
use crate::app::{App, Effect, Event, Layout};
use crate::ui::theme::{Depth, Theme, ThemeName};
use crate::ui::{self, Look};

/// Whether the program goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Flow {
    /// It waits for the next event.
    Stay,
    /// It has ended; what could be saved is saved.
    Leave,
}

/// The program on a screen.
pub struct Shell<B: Backend> {
    /// What the program knows.
    pub app: App,
    /// How it looks.
    pub look: Look,
    /// The screen.
    pub terminal: Terminal<B>,
    /// As many colors as there are, whatever the theme makes of them.
    depth: Depth,
    /// Where things are in the last frame.
    layout: Layout,
    /// Whether nothing is known of what is on the screen.
    redraw: bool,
}

impl<B: Backend> Shell<B> {
    /// The program before its first frame.
    pub fn new(app: App, look: Look, depth: Depth, terminal: Terminal<B>) -> Self {
        Self { app, look, terminal, depth, layout: Layout::default(), redraw: false }
    }

    /// Where things are in the last frame.
    #[must_use]
    pub const fn layout(&self) -> &Layout {
        &self.layout
    }

    /// Lets an event happen and all that have come meanwhile, carries out what follows, and draws once.
    ///
    /// Effects come before the frame: should a frame ever panic, the writer has the newest state already.
    ///
    /// # Errors
    /// What the terminal says when a frame cannot be drawn.
    pub fn turn(&mut self, first: Event, world: &mut impl World) -> Result<Flow, B::Error> {
        let effects = self.take_in(first, world)?;
        let leaves = effects.iter().any(|effect| matches!(effect, Effect::Quit));
        for effect in newest(effects) {
            match effect {
                Effect::NextTheme => self.turn_theme(),
                Effect::Redraw => self.redraw = true,
                Effect::Save { .. }
                | Effect::Snapshot(_)
                | Effect::Drafts { .. }
                | Effect::Follow(_)
                | Effect::TakeOver(_)
                | Effect::Accept(_)
                | Effect::List
                | Effect::Decks
                | Effect::Robustness { .. }
                | Effect::Templates
                | Effect::Open(_)
                | Effect::Create(_)
                | Effect::CarryOver { .. }
                | Effect::Compare { .. }
                | Effect::FollowUp { .. }
                | Effect::Search(_)
                | Effect::ExportChanges { .. }
                | Effect::OpenDemo
                | Effect::Close(_)
                | Effect::ReadPaste { .. }
                | Effect::Bin(_)
                | Effect::Restore(_)
                | Effect::Mouse(_)
                | Effect::Suspend
                | Effect::Quit => world.perform(effect),
            }
        }
        if leaves {
            return Ok(Flow::Leave);
        }
        self.draw()?;
        Ok(Flow::Stay)
    }

    /// Lets events happen until there are no more, or the program wants to end.
    fn take_in(&mut self, first: Event, world: &mut impl World) -> Result<Vec<Effect>, B::Error> {
        let mut effects = Vec::new();
        let mut next = Some(first);
        let mut is_fresh = true;
        while let Some(event) = next {
            self.redraw |= matches!(event, Event::Resized);
            if !is_fresh && matches!(event, Event::Click { .. }) {
                // It hits what the events before it have moved.
                let size = self.terminal.size()?;
                self.layout = fit(&mut self.app, size);
            }
            effects.extend(self.app.update(event, &self.layout, world.now()));
            is_fresh = false;
            let leaves = effects.iter().any(|effect| matches!(effect, Effect::Quit));
            next = if leaves { None } else { world.pending() };
        }
        Ok(effects)
    }

    fn turn_theme(&mut self) {
        let next = match self.look.theme.name().next() {
            // It was resolved at the start and is one of the others.
            ThemeName::Auto => ThemeName::Auto.next(),
            name @ (ThemeName::Light
            | ThemeName::Dark
            | ThemeName::ProjectorLight
            | ThemeName::ProjectorDark
            | ThemeName::Terminal
            | ThemeName::Mono) => name,
        };
        self.look.theme = Theme::new(next, self.depth);
    }

    fn draw(&mut self) -> Result<(), B::Error> {
        if std::mem::take(&mut self.redraw) {
            // Not `clear`, which would ask the terminal for its cursor and wait for the answer in the input.
            let size = self.terminal.size()?;
            self.terminal.resize(Rect::from(size))?;
        }
        let Self { app, look, layout, terminal, .. } = self;
        terminal.draw(|frame| {
            *layout = fit(app, frame.area().as_size());
            let cursor = ui::draw(app, look, layout, frame.buffer_mut());
            if let Some(cursor) = cursor {
                frame.set_cursor_position(cursor);
            }
        })?;
        Ok(())
    }
}

/// Runs until the program ends: `first` happens, is drawn, and then `wishes` go out.
///
/// Nothing wakes it but an event, or the time the program has something due.
///
/// # Errors
/// What the terminal says when a frame cannot be drawn.
pub fn run<B: Backend>(
    shell: &mut Shell<B>,
    world: &mut impl World,
    first: Event,
    wishes: Vec<Effect>,
) -> Result<(), B::Error> {
    let mut flow = shell.turn(first, world)?;
    for wish in wishes {
        world.perform(wish);
    }
    while flow == Flow::Stay {
        let event = world.wait(shell.app.next_due());
        flow = shell.turn(event, world)?;
    }
    Ok(())
}

/// Where things are, once lists have been scrolled to what is selected.
fn fit(app: &mut App, size: Size) -> Layout {
    let layout = ui::layout(app, size);
    // What was scrolled lies elsewhere now.
    if app.settle(&layout) { ui::layout(app, size) } else { layout }
}

/// The effects without the saves that later ones of the same file make superfluous.
///
/// What there is of unfinished texts goes after such a save: an action is on disk before the text it was made of ends.
fn newest(effects: Vec<Effect>) -> Vec<Effect> {
    let mut kept: Vec<Effect> = Vec::with_capacity(effects.len());
    for effect in effects.into_iter().rev() {
        let is_old = saved(&effect).is_some_and(|path| kept.iter().any(|it| saved(it) == Some(path)));
        if is_old {
            continue;
        }
        // The last comes first here.
        let save = drafted(&effect).and_then(|path| kept.iter().position(|it| saved(it) == Some(path)));
        kept.insert(save.unwrap_or(kept.len()), effect);
    }
    kept.reverse();
    kept
}

fn saved(effect: &Effect) -> Option<&Path> {
    if let Effect::Save { path, .. } = effect { Some(path) } else { None }
}

fn drafted(effect: &Effect) -> Option<&Path> {
    if let Effect::Drafts { path, .. } = effect { Some(path) } else { None }
}
