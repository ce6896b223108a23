//! From keys to actions: the table of actions, read once.

use super::action::{Action, Scope, TABLE};
use super::chord::{Chord, Sequence};

/// What pressed keys mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// These actions, those of the narrowest scope first.
    Actions(Vec<Action>),
    /// The beginning of a longer sequence.
    Prefix,
    /// Nothing.
    Nothing,
}

/// Every key sequence with its scope and action.
#[derive(Debug, Clone)]
pub struct Keymap {
    bindings: Vec<(Scope, Sequence, Action)>,
}

impl Default for Keymap {
    fn default() -> Self {
        let sequences = |keys: &'static [&'static str]| keys.iter().filter_map(|keys| Sequence::parse(keys));
        let bindings = TABLE.iter().flat_map(|row| {
            let of_scope =
                move |&scope: &Scope| sequences(row.keys).map(move |keys| (scope, keys, row.action));
            row.scopes.iter().flat_map(of_scope)
        });
        Self { bindings: bindings.collect() }
    }
}

impl Keymap {
    /// What the keys pressed so far mean in these scopes, the narrowest first.
    #[must_use]
    pub fn meaning(&self, scopes: &[Scope], pressed: &[Chord]) -> Meaning {
        let within = |scope: &Scope| {
            let scope = *scope;
            self.bindings.iter().filter(move |(known, keys, _)| *known == scope && keys.starts_with(pressed))
        };
        let actions: Vec<Action> = scopes
            .iter()
            .flat_map(within)
            .filter(|(_, keys, _)| keys.chords().len() == pressed.len())
            .map(|(_, _, action)| *action)
            .collect();
        if !actions.is_empty() {
            Meaning::Actions(actions)
        } else if scopes.iter().flat_map(within).next().is_some() {
            Meaning::Prefix
        } else {
            Meaning::Nothing
        }
    }

    /// What can follow the keys pressed so far, for the which-key box: the next key and its action.
    pub fn continuations<'a>(
        &'a self,
        scopes: &'a [Scope],
        pressed: &'a [Chord],
    ) -> impl Iterator<Item = (Chord, Action)> + 'a {
        let follows = move |(scope, keys, action): &(Scope, Sequence, Action)| {
            let next = keys.chords().get(pressed.len()).copied()?;
            (scopes.contains(scope) && keys.starts_with(pressed)).then_some((next, *action))
        };
        self.bindings.iter().filter_map(follows)
    }

    /// The keys of an action in its first scope, for help and hints.
    pub fn keys(&self, action: Action) -> impl Iterator<Item = &Sequence> {
        let first = action.row().scopes.first().copied();
        let is_its =
            move |(scope, _, known): &&(Scope, Sequence, Action)| *known == action && Some(*scope) == first;
        self.bindings.iter().filter(is_its).map(|(_, keys, _)| keys)
    }
}
