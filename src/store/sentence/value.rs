//! Why a value is refused, in the reader's language: [`reason`].
//!
//! A reader of RON hands on what our types say of a value as an English text and nothing else. Each of these texts has
//! a shape of its own, by which it is known again here; a test holds every one. Not here: the words (`messages.ftl`).

use crate::text::catalogue::{Arg, Catalogue};
use crate::text::safe::Safe;

/// The texts of our types, with holes, and the messages with a name for each hole.
const SHAPES: &[(&str, &str, &[&str])] = &[
    ("{} is outside {}..{}", "value-out-of-range", &["value", "low", "high"]),
    ("{} is more than {}", "value-too-much", &["value", "limit"]),
    ("{} characters, at most {} are allowed", "value-too-long", &["length", "limit"]),
    ("empty, but a text is needed here", "value-blank", &[]),
    ("a line break, but only one line is allowed here", "value-line-break", &[]),
    ("only lower-case letters, digits and `-` are allowed here", "value-not-a-key", &[]),
    ("`{}` is not a vote such as P1:3 or P2:?", "value-not-a-vote", &["text"]),
    ("`{}` is not the id of a risk, such as R4", "value-not-a-risk", &["text"]),
    ("`{}` is not the id of a solution, such as S1", "value-not-a-solution", &["text"]),
    ("`{}` is not the id of a participant, such as P2", "value-not-a-person", &["text"]),
    ("`{}` is not the id of a topic, such as T1", "value-not-a-topic", &["text"]),
    (
        "`{}` is not an identity of 26 characters (0-9 a-z without i l o u)",
        "value-not-an-identity",
        &["text"],
    ),
];

/// What one of our types says of a value; anything else, such as of a date, as it is told.
pub(super) fn reason(told: &str, catalogue: &Catalogue) -> String {
    let known = SHAPES.iter().find_map(|(shape, key, names)| Some((key, names, holes(shape, told)?)));
    let Some((key, names, found)) = known else {
        return catalogue.format("value-other", &[("reason", Arg::Text(&Safe::new(told)))]);
    };
    let found: Vec<Safe<'_>> = found.into_iter().map(Safe::new).collect();
    let args: Vec<(&str, Arg<'_>)> =
        names.iter().copied().zip(found.iter().map(|text| Arg::Text(text))).collect();
    catalogue.format(key, &args)
}

/// What stands in the holes of a shape, if the text has it. The last hole reaches as far as it can.
fn holes<'t>(shape: &str, told: &'t str) -> Option<Vec<&'t str>> {
    let mut parts = shape.split("{}");
    let mut rest = told.strip_prefix(parts.next()?)?;
    let mut found = Vec::new();
    let mut parts = parts.peekable();
    while let Some(part) = parts.next() {
        let end = match parts.peek() {
            Some(_) => rest.find(part)?,
            None if rest.ends_with(part) => rest.len().checked_sub(part.len())?,
            None => return None,
        };
        found.push(rest.get(..end)?);
        rest = rest.get(end.saturating_add(part.len())..)?;
    }
    rest.is_empty().then_some(found)
}
