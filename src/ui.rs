//! How it looks.
//!
//! Here: [`theme`], which turns what a thing is into how it looks. Not here: what keys do (`app`) and what words are
//! used (`text`). Look next at [`theme`].

pub mod theme;
