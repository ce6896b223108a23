//! `assets/keys.md`: every key, from the table of actions.

use std::fmt::Write;

use riskroom::app::chord::Sequence;
use riskroom::app::{Row, Scope, TABLE};
use riskroom::text::catalogue::{Catalogue, Lang};

use super::assert_current;

/// The parts of the reference: a heading, when its keys work, and whose they are.
const PARTS: [(&str, &str, Scope); 34] = [
    ("Home", "On the home screen.", Scope::Home),
    ("1 Identify", "In step 1.", Scope::Identify),
    ("2 Assess", "In step 2.", Scope::Assess),
    ("3 Solve", "In step 3.", Scope::Solve),
    ("Details", "While the details of a risk or solution have the focus.", Scope::Details),
    ("Any step", "In an open session, on every step.", Scope::Workshop),
    ("Everywhere", "On every screen, while no text is being typed.", Scope::Everywhere),
    ("Choices", "While a list of choices is open.", Scope::Choice),
    ("Effect on a risk", "While it is chosen what a solution does to a risk.", Scope::Effect),
    ("Commands", "While the list of commands is open; letters go into its search.", Scope::Commands),
    (
        "Messages and differences",
        "While messages, or the differences of a hand edit, are open.",
        Scope::Reading,
    ),
    ("Parking lot", "While the parking lot is open.", Scope::ParkingLot),
    ("Preview of a paste", "While the preview of a paste is open.", Scope::Preview),
    ("Preparing", "While the details of a session are open.", Scope::Prepare),
    ("People", "While the participants and their seats are open.", Scope::People),
    ("Ranking", "While the ranking is open.", Scope::Ranking),
    ("Heat map", "While the heat map is open.", Scope::HeatMap),
    ("Gaps and closing", "While the gaps are open, also to close the session.", Scope::Gaps),
    ("Weights", "While the weights dial is open.", Scope::Weights),
    ("Teams compared", "While teams are compared.", Scope::Teams),
    ("Dot vote", "While the dot vote is open.", Scope::Dots),
    ("Duel", "While two tied risks stand side by side.", Scope::Duel),
    ("Bow-tie", "While the bow-tie of a risk is open.", Scope::BowTie),
    ("Budget", "While the budget is open.", Scope::Budget),
    ("Changes", "While the log of changes is open.", Scope::Changes),
    ("Comparison", "While two sessions are compared.", Scope::Compare),
    ("Follow-ups", "While what has to be done yet is listed.", Scope::FollowUps),
    ("Trend", "While a trend over sessions is open.", Scope::Trend),
    ("Replay", "While a session is shown as it was.", Scope::Replay),
    ("Over the screen", "While anything lies over the screen, beside its own keys.", Scope::Over),
    (
        "Onward",
        "While something lies over the screen from which one goes on to anything else.",
        Scope::Onward,
    ),
    ("Votes", "While votes are typed, one sign per seat; digits are votes.", Scope::Votes),
    ("Owners", "While the name of an owner is typed.", Scope::Names),
    ("Text", "While text is being typed; letters are text.", Scope::Text),
];

const HEAD: &str = "\
# Keys

Made from the program's own table of actions. In the program, `?` lists them and `:` finds a command by its name. Keys with
a blank between them are pressed one after the other.
";

#[test]
fn the_key_reference_is_what_the_table_says() {
    assert_current("assets/keys.md", &reference(), "UPDATE_KEYS");
}

#[test]
fn the_key_reference_has_every_action() {
    let words = Catalogue::load(Lang::En);
    let reference = reference();
    for row in TABLE {
        let label = words.text(row.action.label_key());
        assert!(reference.contains(&format!(" {label} |")), "{}", row.name);
    }
}

fn reference() -> String {
    let words = Catalogue::load(Lang::En);
    let mut page = HEAD.to_owned();
    for (title, when, scope) in PARTS {
        write!(page, "\n## {title}\n\n{when}\n\n| Keys | What they do |\n|---|---|\n").unwrap();
        for row in TABLE.iter().filter(|row| row.scopes.contains(&scope)) {
            writeln!(page, "| {} | {} |", keys(row, scope), words.text(row.action.label_key())).unwrap();
        }
    }
    page
}

/// The keys of a row as the program writes them; of a long run only the first and the last. Where letters are text, no
/// letter is a key.
fn keys(row: &Row, scope: Scope) -> String {
    let takes_letters = matches!(scope, Scope::Commands | Scope::Text);
    let is_key = |keys: &Sequence| !takes_letters || keys.chords()[0].typed().is_none();
    let sequences = row.keys.iter().map(|keys| Sequence::parse(keys).unwrap());
    let written: Vec<String> = sequences.filter(is_key).map(|keys| format!("`{keys}`")).collect();
    match written.as_slice() {
        [] => "by its name".to_owned(),
        [first, .., last] if written.len() > 3 => format!("{first} … {last}"),
        written => written.join(" "),
    }
}
