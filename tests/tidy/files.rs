//! Files are short, say what they are, and none is forgotten.

use super::assert_none;
use super::source::{Source, sources};

/// No file is longer.
const LINES: usize = 500;

#[test]
fn no_file_is_longer_than_five_hundred_lines() {
    let long = sources(&["src", "tests", "benches"]).into_iter().filter_map(|source| {
        let lines = source.text.lines().count();
        (lines > LINES).then(|| source.at(LINES + 1, &format!("{lines} lines")))
    });
    assert_none(long, "a file is too long");
}

#[test]
fn every_file_begins_with_what_it_is() {
    let silent = sources(&["src", "tests", "benches"]).into_iter().filter(|it| !it.text.starts_with("//! "));
    assert_none(silent.map(|source| source.at(1, "no `//!`")), "a file does not say what is in it");
}

#[test]
fn every_test_file_is_in_the_one_binary() {
    let sources = sources(&["tests"]);
    let forgotten =
        sources.iter().filter(|source| source.path != "tests/main.rs" && !is_declared(source, &sources));
    assert_none(forgotten.map(|source| source.at(1, "no `mod` line names it")), "a test file is forgotten");
}

#[test]
fn every_source_file_is_in_the_crate() {
    let sources = sources(&["src"]);
    let roots = ["src/main.rs", "src/lib.rs"];
    let forgotten = sources.iter().filter(|it| !roots.contains(&&*it.path) && !is_declared(it, &sources));
    assert_none(forgotten.map(|source| source.at(1, "no `mod` line names it")), "a source file is forgotten");
}

#[test]
fn a_module_stands_beside_its_folder() {
    let inside = sources(&["src", "tests", "benches"]).into_iter().filter(|it| it.path.ends_with("/mod.rs"));
    assert_none(inside.map(|source| source.at(1, "name it after its folder")), "a file is called mod.rs");
}

/// Whether the file a module belongs to has a `mod` line for it: `a.rs` for `a/b.rs`, the root for `a.rs`.
fn is_declared(source: &Source, sources: &[Source]) -> bool {
    let (folder, file) = source.path.rsplit_once('/').unwrap();
    let name = file.strip_suffix(".rs").unwrap();
    let parents = match folder {
        "src" => vec!["src/lib.rs".to_owned()],
        "tests" => vec!["tests/main.rs".to_owned()],
        folder => vec![format!("{folder}.rs")],
    };
    let declares = |line: &str| {
        let line = line.trim_start();
        let line =
            line.strip_prefix("pub").map_or(line, |rest| rest.trim_start_matches("(crate)").trim_start());
        line.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';')) == Some(name)
    };
    let mut parents = sources.iter().filter(|source| parents.contains(&source.path));
    parents.any(|parent| parent.code().any(|(_, line)| declares(line.trim_end())))
}
