//! What may be named only in one place: changes of a session, colors; and what nowhere: globs.

use super::assert_none;
use super::source::{Source, names, sources};

#[test]
fn only_the_domain_changes_a_session() {
    let changed = ["&mut Session", "&mut Risk", "&mut Solution"];
    assert_none(
        named(&changed, |source| source.layer() == "domain"),
        "a session is changed outside the domain",
    );
}

#[test]
fn a_color_is_a_literal_only_in_the_theme() {
    // Only `ui` and `shell` can name ratatui at all, which another test sees to; `cli` has a `Color` of its own.
    let in_theme = |source: &Source| {
        !["ui", "shell"].contains(&source.layer()) || source.path.starts_with("src/ui/theme")
    };
    let literals = ["Color::", "style::Color", "Stylize"];
    assert_none(named(&literals, in_theme), "a color is named outside the theme");
}

#[test]
fn nothing_is_imported_by_a_glob() {
    let globs = sources(&["src"]).into_iter().flat_map(|source| {
        let uses = source.code().filter(|(_, line)| line.contains("::*"));
        uses.map(|(number, line)| source.at(number, line.trim())).collect::<Vec<_>>()
    });
    assert_none(globs, "an import or export does not name what it takes");
}

/// The lines that name one of these words, in the files that are not excepted.
fn named(words: &[&str], is_excepted: impl Fn(&Source) -> bool) -> Vec<String> {
    let mut findings = Vec::new();
    for source in sources(&["src"]).iter().filter(|source| !is_excepted(source)) {
        for (number, line) in source.code() {
            let found = words.iter().filter(|word| names(line, word));
            findings.extend(found.map(|word| source.at(number, word)));
        }
    }
    findings
}
