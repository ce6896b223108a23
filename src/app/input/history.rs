//! Undo inside a field, by word.
//!
//! Here: the moments to go back to, and which edits belong to one step. Not here: the undo of a session, which is the
//! domain's. Look next at [`super::Input`].

/// A text with its cursor at one time.
#[derive(Clone, Debug)]
pub(super) struct Moment {
    pub(super) text: String,
    pub(super) cursor: usize,
    pub(super) anchor: Option<usize>,
}

/// How an edit belongs to the one before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Run {
    /// It stands alone, and nothing joins it.
    #[default]
    Single,
    /// It goes on with the word being typed, if there is one.
    Typing,
    /// It begins a word.
    NewTyping,
    /// It goes on with removing letter after letter.
    Erasing,
    /// It begins such a removal.
    NewErasing,
}

/// The moments behind and, after an undo, those ahead.
#[derive(Clone, Debug, Default)]
pub(super) struct History {
    past: Vec<Moment>,
    future: Vec<Moment>,
    run: Run,
}

impl History {
    /// Notes the moment before an edit, unless the edit belongs to the last step.
    pub(super) fn remember(&mut self, now: Moment, run: Run) {
        let (joins, run) = match run {
            Run::Single => (false, Run::Single),
            Run::NewTyping => (false, Run::Typing),
            Run::NewErasing => (false, Run::Erasing),
            Run::Typing | Run::Erasing => (self.run == run, run),
        };
        if !joins {
            self.past.push(now);
        }
        self.future.clear();
        self.run = run;
    }

    /// The next edit begins a step of its own.
    pub(super) fn end_run(&mut self) {
        self.run = Run::Single;
    }

    pub(super) fn undo(&mut self, now: Moment) -> Option<Moment> {
        let then = self.past.pop()?;
        self.future.push(now);
        self.end_run();
        Some(then)
    }

    pub(super) fn redo(&mut self, now: Moment) -> Option<Moment> {
        let then = self.future.pop()?;
        self.past.push(now);
        self.end_run();
        Some(then)
    }
}
