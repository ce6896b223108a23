//! What the program says, and how foreign words reach the screen.
//!
//! Here: the message [`catalogue`] in two languages, [`numbers`] and [`dates`] as people of that language write them,
//! and [`safe`], the one type through which every foreign string is shown. Not here: where a text stands or which
//! color it has (`ui`), and what a level or a band is (`domain`). Look next at [`catalogue`].

pub mod bands;
pub mod catalogue;
pub mod changes;
pub mod compare;
pub mod dates;
pub mod deck;
pub mod formula;
pub mod keys;
pub mod numbers;
pub mod safe;
pub mod sentence;
pub mod template;
