//! The sources keep their own rules: what no compiler checks is read from the files.
//!
//! Here: what every test of the folder shares. The layers are in [`layers`], names and exports in [`bans`], the
//! places and lengths of files in [`files`]; reading them is in [`source`].

mod bans;
mod files;
mod layers;
mod source;

/// Fails with one line per finding, each with its place.
fn assert_none(findings: impl IntoIterator<Item = String>, rule: &str) {
    let findings: Vec<String> = findings.into_iter().collect();
    assert!(findings.is_empty(), "{rule}:\n{}", findings.join("\n"));
}
