//! How many colors the terminal has, as environment and terminal say.
//!
//! Not here: which of them wins ([`Depth::resolve`]).

use std::env;

use supports_color::Stream;

use crate::ui::theme::Depth;

/// The depth to draw in: flag, else `NO_COLOR`, else `FORCE_COLOR`, else what was found out.
pub(super) fn of_terminal(flag: Option<Depth>) -> Depth {
    let detected = detected();
    // As no-color.org has it: any value but the empty one.
    let no_color = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let forced = env::var_os("FORCE_COLOR").filter(|value| !value.is_empty());
    let forced = forced.map(|value| Depth::forced(&value.to_string_lossy(), detected));
    Depth::resolve(flag, no_color, forced, detected)
}

fn detected() -> Depth {
    match supports_color::on(Stream::Stdout) {
        Some(level) if level.has_16m => Depth::TrueColor,
        Some(level) if level.has_256 => Depth::Ansi256,
        Some(_) => Depth::Ansi16,
        None => Depth::Mono,
    }
}
