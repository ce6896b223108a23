//! Riskroom: a full-screen terminal program for a live risk-assessment meeting of an online shop, and for the
//! review of past sessions offline.
//!
//! # Layers
//!
//! What it is → [`domain`], what it says → [`text`], what it does → [`app`], how it looks → [`ui`], how it lasts →
//! [`store`], how it goes out and comes in → [`exchange`], how it runs → [`shell`], how it is started → [`cli`]. Imports point downwards only:
//!
//! ```text
//! main ─▶ cli ─▶ shell ─▶ ui ─▶ app ─▶ domain
//!                  ├────▶ store ────────▲
//!                  └────▶ exchange ─────┘
//!         text (imports domain only; ui, store, exchange, shell and cli import it)
//! ```
//!
//! # Invariants
//!
//! 1. Only [`domain::Session::apply`] changes a session.
//! 2. `apply` is deterministic and all-or-nothing: no clock, no randomness, no IO. Ids, times and texts come from the
//!    caller, and a refused edit leaves no trace.
//! 3. Undo is the replay of a shorter history; there are no hand-written inverses. Ids are never used again.
//! 4. What can be derived is not stored: scores, ranks, residuals and consensus are pure functions of a session.
//! 5. Drawing reads. A layout is a pure function of the state and the size, and a frame changes nothing.
//! 6. Only the shell meets the world. All that can wake the program is one variant of [`app::Event`]; all that the
//!    program asks of the world is one variant of [`app::Effect`].
//! 7. One table of actions ([`app::action`]) drives keys, footer, help, palette and the read-only guard.
//! 8. What the screen calls saved is on disk. The loop sleeps until the next event or the next due time.
//! 9. Imports point downwards.
//! 10. Color is a role, never a literal, outside the theme; nothing is told by color alone.
//!
//! The integration tests hold each of them.

pub mod app;
pub mod cli;
pub mod domain;
pub mod exchange;
pub mod shell;
pub mod store;
pub mod text;
pub mod ui;
