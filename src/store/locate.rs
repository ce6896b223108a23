//! From a path such as `session.risks[3].cells.fix.agreed.level` to the line and column where that value stands in a
//! RON text: [`locate`] and [`locate_all`].
//!
//! The walk trusts nothing: on a text that is no RON it finds less, never the wrong thing on purpose, and it always
//! ends. Not here: reading the values (`ron` does that), and what is said about them ([`super::format`]). The
//! letters-to-tokens half is in `locate/scan.rs`.

mod scan;

use std::collections::HashMap;

use scan::Scanner;

/// A place in a text, as editors count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Position {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
}

/// The position of one value; see [`locate_all`].
#[must_use]
pub fn locate(text: &str, path: &str) -> Option<Position> {
    locate_all(text, &[path]).pop().flatten()
}

/// The positions of several values, in one pass over the text; `None` for a path that leads nowhere.
///
/// A path names fields and variants after dots and counts list and tuple elements in brackets. `Some(…)`, the names of
/// structs and the parentheses of newtypes are passed through without being named.
#[must_use]
pub fn locate_all(text: &str, paths: &[&str]) -> Vec<Option<Position>> {
    if paths.is_empty() {
        return Vec::new();
    }
    let steps: Vec<Vec<Step<'_>>> = paths.iter().map(|path| steps(path)).collect();
    let wants: Vec<Want<'_, '_>> =
        steps.iter().enumerate().map(|(which, rest)| Want { which, rest }).collect();
    let offsets = offsets(text, &wants);
    let lines = Lines::of(text);
    offsets.into_iter().map(|offset| offset.map(|offset| lines.position(text, offset))).collect()
}

/// The bytes at which the values wanted begin.
fn offsets(text: &str, wants: &[Want<'_, '_>]) -> Vec<Option<usize>> {
    let found = vec![None; wants.len()];
    let mut walk = Walk { scan: Scanner::new(text), found, left: wants.len(), wrapped: 0 };
    walk.scan.skip_attributes();
    walk.value(wants);
    walk.found
}

/// The value at a path as it is written.
#[must_use]
pub fn value<'t>(text: &'t str, path: &str) -> Option<&'t str> {
    let steps = steps(path);
    let rest = text.get(offsets(text, &[Want { which: 0, rest: &steps }]).pop().flatten()?..)?;
    let mut scan = Scanner::new(rest);
    scan.skip_value();
    rest.get(..scan.offset()).map(str::trim_end)
}

/// The position of a byte of a text.
#[must_use]
pub fn position(text: &str, offset: usize) -> Position {
    Lines::of(text).position(text, offset)
}

/// Where the lines of a text begin.
struct Lines(Vec<usize>);

impl Lines {
    fn of(text: &str) -> Self {
        Self(std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    fn position(&self, text: &str, offset: usize) -> Position {
        let line = self.0.partition_point(|&start| start <= offset).max(1);
        let start = self.0.get(line - 1).copied().unwrap_or_default();
        Position { line, column: 1 + text.get(start..offset).map_or(0, |before| before.chars().count()) }
    }
}

/// One step of a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Step<'p> {
    /// Into a field or a variant.
    Name(&'p str),
    /// Into an element of a list or tuple.
    Index(usize),
}

fn steps(path: &str) -> Vec<Step<'_>> {
    path.split(['.', '[']).filter(|part| !part.is_empty()).map(step).collect()
}

fn step(part: &str) -> Step<'_> {
    match part.strip_suffix(']').map(str::parse) {
        Some(Ok(index)) => Step::Index(index),
        Some(Err(_)) | None => Step::Name(part),
    }
}

/// A value looked for, as seen from where the walk stands.
#[derive(Debug, Clone, Copy)]
struct Want<'p, 's> {
    /// Its place in the list of paths.
    which: usize,
    /// The steps still to take.
    rest: &'s [Step<'p>],
}

impl<'p> Want<'p, '_> {
    /// The next step, and the want as seen after it.
    fn forward(self) -> Option<(Step<'p>, Self)> {
        let (&first, rest) = self.rest.split_first()?;
        Some((first, Self { rest, ..self }))
    }
}

/// The wants after each possible next step.
fn by_step<'p, 's>(wants: &[Want<'p, 's>]) -> HashMap<Step<'p>, Vec<Want<'p, 's>>> {
    let mut groups: HashMap<_, Vec<_>> = HashMap::new();
    for (step, want) in wants.iter().filter_map(|want| want.forward()) {
        groups.entry(step).or_default().push(want);
    }
    groups
}

/// How many parentheses that no step of a path stands for are passed through one after the other; the values of our
/// types have two at most.
const WRAPPED: usize = 4;

/// A walk over a text from front to back. It recurses only along paths and through a few parentheses at each step.
struct Walk<'t> {
    scan: Scanner<'t>,
    found: Vec<Option<usize>>,
    /// How many are still looked for: at 0 the rest of the text need not be read.
    left: usize,
    /// How many parentheses it has passed through since the last step.
    wrapped: usize,
}

impl Walk<'_> {
    /// A value one step further.
    fn value(&mut self, wants: &[Want<'_, '_>]) {
        let outside = std::mem::take(&mut self.wrapped);
        self.unwrapped(wants);
        self.wrapped = outside;
    }

    /// The value inside parentheses that no step stands for.
    fn wrapped_value(&mut self, wants: &[Want<'_, '_>]) {
        if self.wrapped == WRAPPED {
            return self.scan.skip_value();
        }
        self.wrapped += 1;
        self.unwrapped(wants);
        self.wrapped -= 1;
    }

    fn unwrapped(&mut self, wants: &[Want<'_, '_>]) {
        self.scan.skip_blanks();
        let start = self.scan.offset();
        let wants = self.arrive(wants, start);
        if wants.is_empty() {
            return self.scan.skip_value();
        }
        let name = self.scan.identifier();
        self.scan.skip_blanks();
        match (name, self.scan.peek()) {
            (Some("Some"), Some(b'(')) => {
                self.scan.advance();
                self.wrapped_value(&wants);
                self.close(b')');
            }
            (name, Some(b'(')) => {
                self.scan.advance();
                let wants = self.step_into_variant(&wants, name, start);
                self.group(&wants);
            }
            (None, Some(b'[')) => {
                self.scan.advance();
                self.list(&wants);
            }
            (name, _) => {
                self.step_into_variant(&wants, name, start);
                self.scan.skip_value();
            }
        }
    }

    /// Notes where the wants without a step left are; the others remain.
    fn arrive<'p, 's>(&mut self, wants: &[Want<'p, 's>], start: usize) -> Vec<Want<'p, 's>> {
        let (here, further): (Vec<Want<'p, 's>>, Vec<_>) =
            wants.iter().copied().partition(|want| want.rest.is_empty());
        for want in here {
            if let Some(slot) = self.found.get_mut(want.which)
                && slot.is_none()
            {
                *slot = Some(start);
                self.left = self.left.saturating_sub(1);
            }
        }
        further
    }

    /// Takes the step into a variant for the wants that name it; for the others the name is that of a struct.
    fn step_into_variant<'p, 's>(
        &mut self,
        wants: &[Want<'p, 's>],
        name: Option<&str>,
        start: usize,
    ) -> Vec<Want<'p, 's>> {
        let stepped: Vec<_> = wants
            .iter()
            .map(|want| match want.forward() {
                Some((Step::Name(step), next)) if Some(step) == name => next,
                _ => *want,
            })
            .collect();
        self.arrive(&stepped, start)
    }

    /// What stands between parentheses: the fields of a struct, the elements of a tuple, or the one value of a newtype.
    fn group(&mut self, wants: &[Want<'_, '_>]) {
        let groups = by_step(wants);
        let mut element = 0;
        while self.left > 0 && self.scan.is_inside(b')') {
            if let Some(field) = self.scan.field() {
                self.child(groups.get(&Step::Name(field)));
            } else if element == 0 && self.wrapped < WRAPPED && self.scan.is_only_element() {
                self.wrapped_value(wants);
            } else {
                self.child(groups.get(&Step::Index(element)));
                element += 1;
            }
            if !self.scan.next_element() {
                break;
            }
        }
        self.close(b')');
    }

    fn list(&mut self, wants: &[Want<'_, '_>]) {
        let groups = by_step(wants);
        let mut element = 0;
        while self.left > 0 && self.scan.is_inside(b']') {
            self.child(groups.get(&Step::Index(element)));
            element += 1;
            if !self.scan.next_element() {
                break;
            }
        }
        self.close(b']');
    }

    fn child(&mut self, wants: Option<&Vec<Want<'_, '_>>>) {
        match wants {
            Some(wants) => self.value(wants),
            None => self.scan.skip_value(),
        }
    }

    fn close(&mut self, bracket: u8) {
        self.scan.skip_blanks();
        if self.scan.peek() == Some(bracket) {
            self.scan.advance();
        }
    }
}
