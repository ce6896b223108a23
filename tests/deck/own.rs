//! Decks of the user's own: which files are read, and what is said of those that are not.

use std::fs;
use std::path::Path;

use riskroom::domain::Deck;
use riskroom::store::deck::{Found, LIMIT, MOST, read, sentence};
use riskroom::store::storage::Disk;
use riskroom::text::catalogue::{Catalogue, Lang};
use tempfile::TempDir;

use super::of;

fn deck_of(key: &str, more: &str, cards: &str) -> String {
    format!("(key: \"{key}\", name: \"Ours\", {more} cards: [{cards}])")
}

fn card(key: &str) -> String {
    format!("(key: \"{key}\", category: \"checkout\", title: \"T\", text: \"T.\"),")
}

fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in files {
        put(folder.path(), name, text.as_bytes());
    }
    folder
}

/// Writes a file as an editor does.
#[expect(clippy::disallowed_methods, reason = "nobody else writes as carefully as the store")]
pub(crate) fn put(folder: &Path, name: &str, bytes: &[u8]) {
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(name), bytes).unwrap();
}

fn found(folder: &Path) -> Found {
    read(&Disk, folder, &Lang::ALL.map(of))
}

/// What is said of a folder with this one deck in it.
fn said(text: &str) -> String {
    let folder = folder(&[("x.ron", text)]);
    let found = found(folder.path());
    assert!(found.decks.is_empty(), "{:?}", found.decks);
    let told = found.left_out.iter().map(|it| sentence::left_out(it, &Catalogue::load(Lang::En)));
    told.collect::<Vec<_>>()
        .join("\n")
        .split_once("/x.ron")
        .map_or_else(String::new, |(_, rest)| rest.to_owned())
}

#[test]
fn no_folder_is_no_decks() {
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(found(&folder.path().join("decks")), Found::default());
    assert_eq!(found(folder.path()), Found::default());
}

#[test]
fn decks_come_in_the_order_of_their_names() {
    let one = deck_of("one", "", &card("c"));
    let two = deck_of("two", "language: \"es\",", &card("c"));
    let folder =
        folder(&[("b.ron", &one), ("a.ron", &two), ("c.txt", "nothing"), (".hidden.ron", "nothing")]);
    let found = found(folder.path());
    assert_eq!(found.left_out, []);
    let keys = |deck: &Deck| format!("{} {}", deck.key, deck.cards[0].key);
    assert_eq!(found.decks.iter().map(keys).collect::<Vec<_>>(), ["two two-c", "one one-c"]);
}

#[test]
fn what_is_wrong_is_told_with_its_place_and_the_way_out() {
    let out = " It is left out; mend the file or move it out of the folder, then start again.";
    let twice = deck_of("ours", "", &(card("a") + &card("a")));
    let cases = [
        ("", "", "The file is empty."),
        ("(", "", "1:2: The text ends in the middle; the rest is missing."),
        (&deck_of("ours", "", ""), "[]", "cards: there are no cards."),
        (&twice, "\"a\"", "cards[1].key: another card has this key."),
        (
            &deck_of("ours", "color: 1,", &card("a")),
            "1,",
            "color: There is no field “color” here; known are key, name, language, cards.",
        ),
        (
            &deck_of("ours", "language: \"fr\",", &card("a")),
            "\"fr\"",
            "language: “fr” is no language of the program; en and es are, or leave it out.",
        ),
        (
            &deck_of("online-shop", "language: \"en\",", &card("a")),
            "\"online-shop\"",
            "key: another deck has this key, in this language or in any.",
        ),
        (
            &deck_of("ours", "", &card(&"k".repeat(56))),
            "\"kkk",
            "cards[0].key: together with the key of the deck it is longer than 60 characters.",
        ),
        (
            &deck_of("Not-a-key", "", &card("a")),
            "\"Not-a-key\"",
            "key: Not a possible value: only lower-case letters, digits and “-” are allowed here.",
        ),
    ];
    for (text, needle, expected) in cases {
        let at = text.rfind(needle).filter(|_| !needle.is_empty());
        let place = at.map(|at| format!("1:{}: ", at + 1)).unwrap_or_default();
        assert_eq!(said(text), format!(":{place}{expected}{out}"), "{text}");
    }
}

#[test]
fn a_card_key_of_another_deck_is_refused() {
    let first = deck_of("a-b", "", &card("c"));
    let second = deck_of("a", "", &card("b-c"));
    let folder = folder(&[("1.ron", &first), ("2.ron", &second)]);
    let found = found(folder.path());
    assert_eq!((found.decks.len(), found.left_out.len()), (1, 1));
    let told = sentence::left_out(&found.left_out[0], &Catalogue::load(Lang::En));
    assert!(told.contains("2.ron:1:") && told.contains("a card of another deck has this key"), "{told}");
}

#[test]
fn only_files_of_bearable_size_and_depth_are_read() {
    let large = " ".repeat(usize::try_from(LIMIT).unwrap() + 1);
    let deep = "(key: ".repeat(100_000);
    let folder = folder(&[("large.ron", &large), ("latin.ron", "x"), ("deep.ron", &deep)]);
    put(folder.path(), "latin.ron", b"(key: \"\xff\")");
    fs::create_dir(folder.path().join("folder.ron")).unwrap();
    let pipe = folder.path().join("pipe.ron");
    rustix::fs::mkfifoat(rustix::fs::CWD, pipe, rustix::fs::Mode::from(0o600)).unwrap();
    std::os::unix::fs::symlink("/dev/zero", folder.path().join("zero.ron")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.path().join("gone.ron")).unwrap();
    let found = found(folder.path());
    assert_eq!(found.decks, []);
    for lang in Lang::ALL {
        let catalogue = Catalogue::load(lang);
        let told: Vec<String> = found.left_out.iter().map(|it| sentence::left_out(it, &catalogue)).collect();
        assert_eq!(told.len(), 7, "{told:?}");
        assert!(told.iter().all(|told| told.contains(".ron")), "{told:?}");
    }
}

#[test]
fn there_can_be_many_decks_but_not_any_number() {
    let decks: Vec<(String, String)> =
        (0..=MOST).map(|n| (format!("{n:03}.ron"), deck_of(&format!("d{n}"), "", &card("c")))).collect();
    let files: Vec<(&str, &str)> = decks.iter().map(|(name, text)| (&**name, &**text)).collect();
    let folder = folder(&files);
    let found = found(folder.path());
    assert_eq!((found.decks.len(), found.left_out.len()), (MOST, 1));
    let told = sentence::left_out(&found.left_out[0], &Catalogue::load(Lang::En));
    assert!(told.contains("more than 50 decks"), "{told}");
}

#[test]
fn the_example_of_the_readme_is_a_deck() {
    let readme = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md")).unwrap();
    let (_, rest) = readme.split_once("```ron\n").unwrap();
    let (example, _) = rest.split_once("```").unwrap();
    let folder = folder(&[("example.ron", example)]);
    let found = found(folder.path());
    assert_eq!(found.left_out, []);
    assert_eq!(found.decks[0].cards.len(), 2);
}
