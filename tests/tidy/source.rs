//! The sources as lines: read from the tree the tests were built from.

use std::path::{Path, PathBuf};

/// A file of the project.
pub(super) struct Source {
    /// From the top of the project, with `/`.
    pub(super) path: String,
    /// As it is.
    pub(super) text: String,
}

impl Source {
    /// The lines of code with their numbers, without comments.
    pub(super) fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        (1..).zip(self.text.lines().map(without_comment))
    }

    /// Where a line is.
    pub(super) fn at(&self, line: usize, what: &str) -> String {
        format!("{}:{line}: {what}", self.path)
    }

    /// The layer of a file under `src`: the first folder, or the file of the same name.
    pub(super) fn layer(&self) -> &str {
        let inside = self.path.strip_prefix("src/").unwrap_or(&self.path);
        inside.split(['/', '.']).next().unwrap_or(inside)
    }

    /// How many `super` lead from this module to the crate: 1 for a layer, 2 for a module in it.
    pub(super) fn depth(&self) -> usize {
        self.path.matches('/').count()
    }
}

/// Every Rust file below these folders.
pub(super) fn sources(folders: &[&str]) -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths: Vec<PathBuf> = Vec::new();
    for folder in folders {
        walk(&top.join(folder), &mut paths);
    }
    paths.sort();
    assert!(paths.len() > folders.len(), "no sources found");
    let source = |path: PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let parts = path.strip_prefix(top).unwrap().iter().map(|part| part.to_str().unwrap());
        Source { path: parts.collect::<Vec<_>>().join("/"), text }
    };
    paths.into_iter().map(source).collect()
}

fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Up to a `//` that is not within quotes.
fn without_comment(line: &str) -> &str {
    let starts = line.match_indices("//").map(|(at, _)| at);
    let outside = |at: &usize| line[..*at].matches('"').count().is_multiple_of(2);
    starts.into_iter().find(outside).map_or(line, |at| &line[..at])
}

/// Whether a line names something: the word stands there and is not the end or beginning of a longer one.
pub(super) fn names(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    let starts_whole = |at: usize| !word.starts_with(is_part) || !line[..at].ends_with(is_part);
    let ends_whole = |end: usize| !word.ends_with(is_part) || !line[end..].starts_with(is_part);
    line.match_indices(word).any(|(at, _)| starts_whole(at) && ends_whole(at + word.len()))
}

#[test]
fn a_comment_is_no_code_and_a_quoted_slash_no_comment() {
    assert_eq!(without_comment("let a = 1; // crate::ui"), "let a = 1; ");
    assert_eq!(without_comment("/// crate::ui"), "");
    assert_eq!(without_comment("let a = \"// riskroom\"; // b"), "let a = \"// riskroom\"; ");
}

#[test]
fn a_word_is_named_as_a_whole() {
    assert!(names("use ratatui::style;", "ratatui"));
    assert!(!names("use ratatui_core::style;", "ratatui"));
    assert!(names("fn apply(it: &mut Session)", "&mut Session"));
    assert!(!names("fn apply(it: &mut Sessions)", "&mut Session"));
}
