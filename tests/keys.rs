//! The table of actions, walked: every key can be pressed, every action be reached, nothing is bound twice.

use std::collections::BTreeSet;

use riskroom::app::Hint;
use riskroom::app::chord::Sequence;
use riskroom::app::keymap::{Keymap, Meaning};
use riskroom::app::{Action, Chord, Key, Kind, Row, Scope, TABLE};
use riskroom::text::catalogue::{Catalogue, Lang};

/// The combinations of scopes that `App::scopes` can give, the narrowest first.
const SITUATIONS: [&[Scope]; 37] = {
    use Scope::{
        Assess, BowTie, Budget, Changes, Choice, Commands, Compare, Details, Dots, Duel, Effect, Everywhere,
        FollowUps, Gaps, HeatMap, Home, Identify, Names, Onward, Over, ParkingLot, People, Prepare, Preview,
        Ranking, Reading, Replay, Solve, Teams, Text, Trend, Votes, Weights, Workshop,
    };
    [
        &[Home, Everywhere],
        &[Identify, Workshop, Everywhere],
        &[Details, Identify, Workshop, Everywhere],
        &[Assess, Workshop, Everywhere],
        &[Details, Assess, Workshop, Everywhere],
        &[Solve, Workshop, Everywhere],
        &[Details, Solve, Workshop, Everywhere],
        &[Replay, Identify, Workshop, Everywhere],
        &[Replay, Details, Identify, Workshop, Everywhere],
        &[Replay, Assess, Workshop, Everywhere],
        &[Replay, Details, Assess, Workshop, Everywhere],
        &[Replay, Solve, Workshop, Everywhere],
        &[Replay, Details, Solve, Workshop, Everywhere],
        &[Choice, Over],
        &[Commands, Over],
        &[Reading, Onward, Over],
        &[ParkingLot, Onward, Over],
        &[Preview, Over],
        &[Prepare, Over],
        &[People, Onward, Over],
        &[Ranking, Onward, Over],
        &[HeatMap, Onward, Over],
        &[Gaps, Onward, Over],
        &[Weights, Over],
        &[Duel, Over],
        &[Teams, Onward, Over],
        &[Dots, Onward, Over],
        &[BowTie, Onward, Over],
        &[Budget, Onward, Over],
        &[Changes, Onward, Over],
        &[Compare, Onward, Over],
        &[FollowUps, Onward, Over],
        &[Trend, Onward, Over],
        &[Effect, Choice, Over],
        &[Text],
        &[Votes, Text],
        &[Names, Text],
    ]
};

fn bindings() -> impl Iterator<Item = (&'static Row, Sequence)> {
    let sequence = |row: &Row, keys: &str| {
        Sequence::parse(keys).unwrap_or_else(|| panic!("{}: `{keys}` cannot be read", row.name))
    };
    TABLE.iter().flat_map(move |row| row.keys.iter().map(move |keys| (row, sequence(row, keys))))
}

#[test]
fn every_key_can_be_read_and_reads_the_same_once_written() {
    for (row, keys) in bindings() {
        assert_eq!(Sequence::parse(&keys.to_string()), Some(keys), "{}", row.name);
    }
}

#[test]
fn every_action_is_reached_by_its_keys_in_each_of_its_scopes() {
    let keymap = Keymap::default();
    for (row, keys) in bindings() {
        for scope in row.scopes {
            let reached = SITUATIONS.iter().filter(|scopes| scopes.contains(scope)).any(|scopes| {
                matches!(keymap.meaning(scopes, keys.chords()), Meaning::Actions(actions) if actions.contains(&row.action))
            });
            assert!(reached, "{} is not reached by {keys} in {scope:?}", row.name);
        }
    }
}

#[test]
fn an_action_without_keys_is_reached_from_the_commands() {
    let commands =
        [Scope::Choice, Scope::Commands, Scope::Reading, Scope::ParkingLot, Scope::Preview, Scope::Text];
    for row in TABLE.iter().filter(|row| row.keys.is_empty()) {
        let first = row.scopes.first().unwrap();
        assert!(!commands.contains(first), "{} can be found nowhere", row.name);
    }
}

#[test]
fn no_key_means_two_things_unless_its_row_says_that_it_overrides() {
    for scopes in SITUATIONS {
        let place = |row: &Row| scopes.iter().position(|scope| row.scopes.contains(scope));
        let here: Vec<(usize, &Row, Sequence)> =
            bindings().filter_map(|(row, keys)| Some((place(row)?, row, keys))).collect();
        for (at, row, keys) in &here {
            for (other_at, other, other_keys) in &here {
                if row.action < other.action && keys == other_keys {
                    let narrow = if at < other_at { row } else { other };
                    let is_said = at != other_at && narrow.overrides;
                    assert!(is_said, "{keys} is {} and {} in {scopes:?}", row.name, other.name);
                }
            }
        }
    }
}

#[test]
fn no_key_is_the_beginning_of_another_where_both_count() {
    for scopes in SITUATIONS {
        let here: Vec<(&Row, Sequence)> =
            bindings().filter(|(row, _)| scopes.iter().any(|scope| row.scopes.contains(scope))).collect();
        for (row, keys) in &here {
            let longer = here.iter().find(|(_, other)| other != keys && other.starts_with(keys.chords()));
            assert!(longer.is_none(), "{keys} is {} and begins {:?}", row.name, longer.map(|it| it.0.name));
        }
    }
}

#[test]
fn no_key_is_bound_that_some_keyboard_or_terminal_cannot_send() {
    let is_barred = |chord: &Chord| {
        if let Key::Char(c) = chord.key() {
            let with_ctrl = chord.has_ctrl() && ("hijmq[".contains(c) || c.is_ascii_digit());
            with_ctrl || "[]{}\\|@#~^`'\";=<>$%&()*_!".contains(c) || !c.is_ascii()
        } else {
            matches!(chord.key(), Key::F(13..))
        }
    };
    // The key of `+` on a US keyboard without Shift is a second `+`, and nothing else.
    let second_plus = |row: &Row, keys: &Sequence| {
        row.action == Action::TimerPlus && *keys == Sequence::from(Chord::char('='))
    };
    for (row, keys) in bindings().filter(|(row, keys)| !second_plus(row, keys)) {
        let barred = keys.chords().iter().find(|chord| is_barred(chord) || chord.has_alt());
        assert_eq!(barred, None, "{}", row.name);
    }
}

#[test]
fn while_text_is_typed_no_letter_is_a_command() {
    for (row, keys) in bindings().filter(|(row, _)| row.scopes.contains(&Scope::Text)) {
        assert_eq!(keys.chords()[0].typed(), None, "{}", row.name);
    }
}

#[test]
fn names_are_there_once_and_can_be_keys_of_histories() {
    let names: BTreeSet<&str> = TABLE.iter().map(|row| row.name).collect();
    assert_eq!(names.len(), TABLE.len());
    assert!(TABLE.iter().all(|row| row.action.key().is_some()));
}

#[test]
fn the_way_out_and_the_help_are_there_wherever_one_is() {
    let keymap = Keymap::default();
    for scopes in SITUATIONS {
        let reaches = |key: &str, wanted: &[Action]| {
            let meaning = keymap.meaning(scopes, &[Chord::parse(key).unwrap()]);
            matches!(meaning, Meaning::Actions(found) if found.iter().any(|action| wanted.contains(action)))
        };
        assert!(reaches("Esc", &[Action::Back, Action::LeaveText]), "{scopes:?}");
        assert!(reaches("Ctrl+c", &[Action::Interrupt]), "{scopes:?}");
        if !scopes.contains(&Scope::Over) {
            assert!(reaches("F1", &[Action::Help, Action::HelpOnText]), "{scopes:?}");
        }
    }
}

#[test]
fn looking_never_writes() {
    let looks = [Action::Up, Action::Find, Action::NextStep, Action::Help, Action::Quit, Action::OpenSession];
    assert!(looks.iter().all(|action| action.row().kind == Kind::View));
    let writes = TABLE.iter().filter(|row| row.kind == Kind::Write).count();
    assert!(writes > 20, "{writes}");
}

#[test]
fn every_action_is_named_in_both_languages() {
    for lang in Lang::ALL {
        let catalogue = Catalogue::load(lang);
        for row in TABLE {
            let label = row.action.label_key();
            assert_ne!(catalogue.text(label), label, "{lang:?} has no label for {}", row.name);
            let hint = row.action.hint_key();
            let has_hint = catalogue.text(hint) != hint;
            assert!(has_hint || row.hint == Hint::Never, "{lang:?} has no hint for {}", row.name);
        }
    }
}
