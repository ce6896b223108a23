//! Files nobody should have to open, put in front of the readers and of the real program: no crash, one plain sentence
//! each, and nothing in it that steers a terminal.
//!
//! How long they take is measured elsewhere (`benches`): a machine that is busy fails no test.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use proptest::prelude::*;
use riskroom::store::format::{self, FormatError, MIGRATIONS};
use riskroom::store::sentence::{self, LONGEST};
use riskroom::store::storage::{Disk, Storage};
use riskroom::store::{journal, locate};
use riskroom::text::catalogue::{Catalogue, Lang};
use riskroom::text::safe::is_hidden;
use tempfile::TempDir;

use crate::support::broken::{
    Broken, TEXTS, all_flips, cuts, dressed, flips, misshapen, real, real_body, repeated, sealed,
};

/// More than a stack holds, and soon made.
const DEEP: usize = 20_000;

/// Every so manieth cut or flip is also looked at closely; all are read.
const CLOSELY: usize = 9;

/// What must be true of any bytes: the readers agree on whether they open, and an error can be shown.
fn holds(broken: &Broken, catalogue: &Catalogue) {
    let Broken { name, bytes } = broken;
    let findings = format::findings(bytes);
    match format::decode_with(bytes, MIGRATIONS) {
        Ok(_) => assert!(findings.is_empty(), "{name} opens, with {findings:?}"),
        Err(error) => {
            assert_eq!(findings.first(), Some(&error), "{name}");
            tells(name, &error, catalogue);
        }
    }
    // Whatever a reader of journals makes of it, it comes back.
    let _ = journal::read(bytes);
}

/// One sentence, short and clean, in the language of the catalogue.
fn tells(name: &str, error: &FormatError, catalogue: &Catalogue) {
    let told = sentence::format_error(error, catalogue);
    assert!(told.chars().count() <= LONGEST, "{name}: {told}");
    assert!(!told.trim().is_empty() && !told.chars().any(is_hidden), "{name}: {told:?}");
}

fn english() -> Catalogue {
    Catalogue::load(Lang::En)
}

#[test]
fn a_file_cut_anywhere_is_refused_in_a_sentence() {
    let (file, english) = (real(), english());
    for (number, broken) in cuts(&file).enumerate() {
        assert!(format::decode(&broken.bytes).is_err(), "{}", broken.name);
        if number % CLOSELY == 0 {
            holds(&broken, &english);
        }
    }
}

#[test]
fn a_flipped_bit_is_always_noticed() {
    let (file, english) = (real(), english());
    for (number, broken) in flips(&file).chain(all_flips(&file, 0..120)).enumerate() {
        assert!(format::decode(&broken.bytes).is_err(), "{}", broken.name);
        if number % CLOSELY == 0 {
            holds(&broken, &english);
        }
    }
}

#[test]
fn depth_and_repetition_bring_no_reader_down() {
    let english = english();
    for broken in repeated(DEEP) {
        holds(&broken, &english);
    }
}

#[test]
fn what_does_not_belong_into_a_file_is_told_in_every_language() {
    for lang in Lang::ALL {
        let catalogue = Catalogue::load(lang);
        for broken in misshapen().iter().chain(&dressed()) {
            assert!(format::decode(&broken.bytes).is_err(), "{}", broken.name);
            holds(broken, &catalogue);
        }
    }
}

#[test]
fn a_text_of_fifteen_megabytes_is_refused_in_a_short_sentence() {
    let long = "\u{202e}".repeat(5_000_000);
    let body = real_body();
    let english = english();
    for (from, to) in [
        ("title: \"Test\"", format!("title: \"{long}\"")),
        ("id: \"R2\"", format!("id: \"{long}\"")),
        ("demo: false", format!("demo: \"{long}\"")),
        ("place: List", format!("place: {}", "x".repeat(15_000_000))),
        ("demo: false", format!("{}: false", "x".repeat(15_000_000))),
    ] {
        holds(&Broken::new(from, sealed(body.replacen(from, &to, 1).as_bytes())), &english);
    }
}

#[test]
fn lists_of_millions_and_one_risk_too_many_are_refused() {
    let (body, english) = (real_body(), english());
    let units = body.replacen("topics: []", &format!("topics: [{}]", "(),".repeat(2_000_000)), 1);
    holds(&Broken::new("units", sealed(units.as_bytes())), &english);
    let topics: Vec<String> =
        (1..=10_001).map(|n| format!("(id:\"T{n}\",text:\"x\",state:Parked)")).collect();
    let many = body.replace("topics: []", &format!("topics: [{}]", topics.join(",")));
    let broken = Broken::new("topics", sealed(many.as_bytes()));
    holds(&broken, &english);
    let first = format::decode(&broken.bytes).unwrap_err();
    assert!(first.to_string().contains("no more than 10,000"), "{first}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn arbitrary_bytes_bring_no_reader_down(bytes in prop::collection::vec(any::<u8>(), 0..2000), text in "\\PC{0,200}") {
        let english = english();
        holds(&Broken::new("bytes", bytes.clone()), &english);
        holds(&Broken::new("sealed", sealed(&bytes)), &english);
        holds(&Broken::new("text", sealed(text.as_bytes())), &english);
        let _ = locate::locate_all(&text, &["format", "session.risks[3].title", &text]);
    }

    #[test]
    fn a_real_file_with_a_piece_replaced_brings_no_reader_down(
        at in any::<prop::sample::Index>(), length in 0_usize..40, piece in "[(\\[{}\\])\"'\\\\,:0-9a-zA-Z#/* \\n]{0,20}",
    ) {
        let body = real_body();
        let from = at.index(body.len());
        let to = (from + length).min(body.len());
        let mut bytes = body.into_bytes();
        bytes.splice(from..to, piece.into_bytes());
        holds(&Broken::new("spliced", sealed(&bytes)), &english());
    }
}

/// The real program over a folder of files.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        let home = Self(TempDir::new().unwrap());
        fs::create_dir_all(home.sessions()).unwrap();
        home
    }

    fn sessions(&self) -> PathBuf {
        self.0.path().join("data/sessions")
    }

    fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.sessions().join(name);
        Disk.write_new(&path, bytes, None).unwrap();
        path
    }

    /// Exit code and lines, standard output first; all of it fit for a terminal.
    fn run(&self, args: &[&str], files: &[PathBuf]) -> (i32, Vec<String>) {
        let mut command = Command::cargo_bin("riskroom").unwrap();
        command.env_clear().env("TZ", "UTC").env("HOME", self.0.path());
        command.env("RISKROOM_DATA", self.0.path().join("data")).args(args).args(files);
        let output = command.output().unwrap();
        let told = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        let hidden = told.chars().find(|&c| is_hidden(c) && c != '\n' && c != '\t');
        assert_eq!(hidden, None, "{args:?} {files:?}: {told:?}");
        assert!(!told.contains("panicked") && !told.contains("overflow"), "{told}");
        (output.status.code().expect("an end of its own"), told.lines().map(str::to_owned).collect())
    }

    /// Whether each file has its line, behind its name and short.
    fn tells(&self, args: &[&str], files: &[PathBuf]) -> i32 {
        let (code, lines) = self.run(args, files);
        for line in &lines {
            let sentence = files
                .iter()
                .map(|file| sentence::path(file))
                .filter_map(|file| {
                    line.strip_prefix(&format!("{file}:"))
                        .or_else(|| line.strip_prefix("riskroom: "))
                        .map(|rest| rest.replace(&file, ""))
                })
                .map(|rest| rest.chars().count())
                .min();
            assert!(sentence.is_some_and(|length| (5..=LONGEST + 40).contains(&length)), "{line}");
        }
        assert!(lines.len() >= files.len(), "{lines:#?}");
        code
    }
}

#[test]
fn the_program_tells_of_every_broken_file_where_and_why() {
    let home = Home::new();
    let file = real();
    let mut broken: Vec<Broken> = misshapen();
    broken.extend(dressed());
    broken.extend(repeated(20_000).into_iter().step_by(3));
    broken.extend(cuts(&file).step_by(file.len() / 40));
    broken.extend(flips(&file).step_by(file.len() / 40));
    let name =
        |number: usize| format!("{number}{}.ron", TEXTS[number % TEXTS.len()].replace(['\0', '/'], ""));
    let files: Vec<PathBuf> =
        broken.iter().enumerate().map(|(number, it)| home.put(&name(number), &it.bytes)).collect();
    assert!(files.len() >= 150, "{}", files.len());
    let empty = broken.iter().filter(|it| it.bytes.is_empty()).count();
    assert_eq!(empty, 1);
    for lang in ["en", "es"] {
        assert_eq!(home.tells(&["--lang", lang, "check"], &files), 4);
    }
    for file in files.iter().step_by(12) {
        let code = home.tells(&["show"], std::slice::from_ref(file));
        assert!((3..=4).contains(&code), "{code} for {file:?}");
    }
    let (code, lines) = home.run(&["list"], &[]);
    assert!((0..=6).contains(&code) && lines.len() >= files.len(), "{code}: {} lines", lines.len());
}

#[test]
fn what_is_no_file_is_refused_without_waiting_for_it() {
    let home = Home::new();
    let path = |name: &str| home.sessions().join(name);
    let link = |to: &str, name: &str| std::os::unix::fs::symlink(to, path(name)).unwrap();
    rustix::fs::mkfifoat(rustix::fs::CWD, path("pipe.ron"), rustix::fs::Mode::from(0o600)).unwrap();
    let _listener = UnixListener::bind(path("socket.ron")).unwrap();
    fs::create_dir(path("folder.ron")).unwrap();
    home.put("empty.ron", b"");
    fs::File::create(path("large.ron")).unwrap().set_len(100 * 1024 * 1024).unwrap();
    link("nowhere", "dangling.ron");
    link("loop.ron", "loop.ron");
    link("/dev/zero", "zero.ron");
    link("pipe.ron", "link-to-pipe.ron");
    let table = [
        ("pipe.ron", 4),
        ("socket.ron", 4),
        ("folder.ron", 4),
        ("empty.ron", 4),
        ("large.ron", 4),
        ("zero.ron", 4),
        ("link-to-pipe.ron", 4),
        ("dangling.ron", 5),
        ("loop.ron", 5),
        ("none.ron", 5),
        ("pipe.ron/below", 5),
    ];
    for (name, code) in table {
        for command in ["check", "show"] {
            assert_eq!(home.tells(&[command], &[path(name)]), code, "{command} {name}");
        }
    }
    for name in ["/dev/zero", "/dev/null", "/dev/stdin", "/dev/tty"] {
        let code = home.tells(&["check"], &[PathBuf::from(name)]);
        assert!((4..=5).contains(&code), "{code} for {name}");
    }
    let (code, _) = home.run(&["list"], &[]);
    assert!((0..=5).contains(&code), "{code}");
}

#[test]
fn a_file_without_rights_is_refused_or_read_by_whoever_may_read_all() {
    let home = Home::new();
    let file = home.put("secret.ron", &real());
    let inner = home.sessions().join("closed");
    fs::create_dir(&inner).unwrap();
    Disk.write_new(&inner.join("inner.ron"), &real(), None).unwrap();
    let close = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    close(&file, 0o000);
    close(&inner, 0o000);
    for path in [file, inner.join("inner.ron")] {
        let expected = if fs::read(&path).is_ok() { 0 } else { 5 };
        let (code, lines) = home.run(&["check"], &[path]);
        assert_eq!((code, lines.len()), (expected, 1), "{lines:?}");
    }
    close(&inner, 0o700);
}

#[test]
fn what_is_typed_on_the_command_line_is_told_back_clean() {
    let home = Home::new();
    for text in TEXTS.iter().filter(|text| !text.contains('\0')) {
        for args in [
            vec!["show", text],
            vec!["check", text],
            vec![text],
            vec!["--theme", text],
            vec!["--color", text],
            vec!["--lang", text],
            vec![&format!("--{text}")],
            vec!["show", "a", text],
            vec!["new", "--no-open", text],
            vec!["--data-dir", text, "show", "none"],
        ] {
            let (code, _) = home.run(&args, &[]);
            assert!((0..=6).contains(&code), "{args:?}: {code}");
        }
    }
    let (_, lines) = home.run(&["list"], &[]);
    assert!(!lines.is_empty());
}
