//! Colors, as roles.
//!
//! Here: [`Theme`], the only thing that knows how a role looks. Not here: which role a thing on screen has (each
//! screen's own file). Look next at [`role`] for the roles, [`name`] for the choice of themes, [`depth`] for what a
//! terminal can show, [`palette`] and [`chip`] for the colors themselves.

pub mod chip;
pub mod depth;
pub mod name;
pub mod palette;
pub mod role;

use ratatui::style::{Color, Modifier, Style};

pub use self::depth::Depth;
pub use self::name::{Brightness, ThemeName};
pub use self::role::Role;

use self::palette::Palette;

/// How every role looks on one terminal.
///
/// Invariants: never dim, never blinking; without color there are only bold, underlined and reversed; a selection
/// adds [`Modifier::REVERSED`] and keeps the color it meets. [`Role::Text`] carries the background, if the theme has
/// one: lay it under the whole screen first, the other roles leave the background alone (chips and bands, which have
/// their own, excepted).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    name: ThemeName,
    depth: Depth,
    styles: [Style; Role::ALL.len()],
}

impl Theme {
    /// The theme of this name in as many colors as there are. [`ThemeName::Auto`] that was not resolved, see
    /// [`ThemeName::resolve`], looks like [`ThemeName::Terminal`].
    #[must_use]
    pub fn new(name: ThemeName, depth: Depth) -> Self {
        let depth = if name == ThemeName::Mono { Depth::Mono } else { depth };
        let palette = Palette::of(name, depth);
        Self { name, depth, styles: Role::ALL.map(|role| styled(role, &palette)) }
    }

    /// The theme of the tests: the foreground of a role is its number, a selection is a background, so that
    /// [`Role::letter_of`] can tell from a drawn cell what was meant.
    #[must_use]
    pub fn roles() -> Self {
        let style = |role: Role| {
            let number = Color::Indexed(role.number());
            if role == Role::Selection { Style::new().bg(number) } else { Style::new().fg(number) }
        };
        Self { name: ThemeName::Mono, depth: Depth::Ansi256, styles: Role::ALL.map(style) }
    }

    /// How a role looks.
    #[must_use]
    pub fn style(&self, role: Role) -> Style {
        self.styles.get(usize::from(role.number())).copied().unwrap_or_default()
    }

    /// Its name.
    #[must_use]
    pub fn name(&self) -> ThemeName {
        self.name
    }

    /// How many colors it was made for.
    #[must_use]
    pub fn depth(&self) -> Depth {
        self.depth
    }
}

/// Puts the color of a role and its weight together.
fn styled(role: Role, palette: &Palette) -> Style {
    let inked = |color: Option<Color>| color.map_or(Style::new(), |color| Style::new().fg(color));
    match role {
        Role::Text => {
            palette.background.map_or(Style::new(), |color| Style::new().bg(color)).patch(inked(palette.text))
        }
        Role::Muted | Role::Border => inked(palette.muted),
        Role::Accent => inked(palette.accent),
        Role::Ok => inked(palette.ok),
        Role::Warning => inked(palette.warning).add_modifier(Modifier::BOLD),
        Role::Problem => inked(palette.problem).add_modifier(Modifier::BOLD),
        Role::FocusBorder | Role::Title | Role::Key => inked(palette.accent).add_modifier(Modifier::BOLD),
        Role::Found => inked(palette.text).add_modifier(Modifier::BOLD).add_modifier(Modifier::UNDERLINED),
        Role::Header => inked(palette.text).add_modifier(Modifier::BOLD),
        Role::Selection => Style::new().add_modifier(Modifier::REVERSED),
        Role::Chip1 | Role::Chip2 | Role::Chip3 | Role::Chip4 | Role::Chip5 => palette.chip(role),
        Role::Low => palette.chip(Role::Chip2),
        Role::Medium => palette.chip(Role::Chip3),
        Role::High => palette.chip(Role::Chip4),
        Role::Critical => palette.chip(Role::Chip5),
    }
}
