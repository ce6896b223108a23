//! What the program does with what people press and type.
//!
//! Here: [`chord`], our own keys, and [`input`], the field that letters go into. Not here: the terminal's keys (the
//! shell translates them) and anything that is drawn (`ui`). Look next at [`chord`].

pub mod chord;
pub mod input;
