//! The real program without a terminal: results on stdout, errors on stderr, exit codes.

mod recovery;
mod review;

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use assert_cmd::assert::Assert;
use predicates::prelude::PredicateBooleanExt;
use predicates::str::{contains, is_empty, starts_with};
use riskroom::domain::{
    Cell, Decision, Duel, Edit, Glance, History, RiskEdit, SessionEdit, SolutionEdit, Status, Title,
};
use riskroom::store::format;
use riskroom::store::storage::{Disk, Storage};
use tempfile::TempDir;

use crate::support::seeds::{agree, line, r, s};
use crate::support::sessions::{commit, small};

struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(TempDir::new().unwrap())
    }

    fn run(&self, args: &[&str]) -> Assert {
        let mut command = Command::cargo_bin("riskroom").unwrap();
        command.env_clear().env("TZ", "UTC").env("HOME", self.0.path());
        command.env("RISKROOM_DATA", self.0.path().join("data")).args(args).assert()
    }

    fn put(&self, name: &str, content: &[u8]) -> String {
        let path = self.0.path().join(name);
        Disk.write_new(&path, content, None).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn session(&self, name: &str, history: &History) -> String {
        self.put(name, &format::encode(history).unwrap())
    }

    /// The path that `new --no-open` printed.
    fn create(&self, title: &str) -> PathBuf {
        let output = self.run(&["new", title, "--no-open"]).success().get_output().stdout.clone();
        PathBuf::from(String::from_utf8(output).unwrap().trim_end())
    }
}

fn mode(path: &Path) -> u32 {
    use std::os::unix::fs::PermissionsExt;
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

#[test]
fn help_and_version_are_results() {
    let home = Home::new();
    for flag in ["--help", "-h"] {
        let help = home.run(&[flag]).success().stderr(is_empty());
        help.stdout(contains("new").and(contains("--data-dir")).and(contains("RISKROOM_DATA")));
    }
    home.run(&["--version"]).success().stdout(starts_with("riskroom ")).stderr(is_empty());
    home.run(&["--lang", "es", "--help"]).success().stdout(contains("El idioma del programa"));
    home.run(&["list", "--lang=es", "--help"]).success().stdout(contains("Muestra la ayuda"));
}

#[test]
fn arguments_that_make_no_sense_are_told_on_stderr() {
    let home = Home::new();
    for args in [&["--nonsense"][..], &["check"], &["show"], &["new"], &["x.ron", "list"], &["--lang", "xx"]]
    {
        home.run(args).code(2).stdout(is_empty()).stderr(is_empty().not());
    }
    home.run(&["new", " ", "--no-open"]).code(2).stderr("riskroom: A text is needed here.\n");
    let broken = home.run(&["new", "a\nb", "--no-open"]);
    broken.code(2).stderr("riskroom: Only one line is possible here.\n");
}

#[test]
fn without_a_terminal_the_full_screen_program_says_so() {
    let home = Home::new();
    for args in [&[][..], &["demo"], &["new", "Title"], &["x.ron"]] {
        home.run(args).code(2).stdout(is_empty()).stderr(contains("needs a terminal"));
    }
    assert!(!home.0.path().join("data").exists());
}

#[test]
fn a_new_session_is_created_listed_shown_and_found_whole() {
    let home = Home::new();
    home.run(&["list"]).success().stdout(is_empty());
    let path = home.create("Checkout\tQ4");
    assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
    let name = path.file_name().unwrap().to_str().unwrap();
    assert!(name.contains("-checkout-q4-"), "{name}");
    let shown = path.to_str().unwrap();
    home.run(&["check", shown]).success().stdout(format!("{shown}: ok\n"));
    home.run(&["show", shown]).success().stdout(starts_with("Checkout␉Q4\n"));

    let output = home.run(&["list"]).success().get_output().stdout.clone();
    let output = String::from_utf8(output).unwrap();
    let columns: Vec<&str> = output.trim_end().split('\t').collect();
    assert_eq!(columns[1..], ["open", "0", "0", "-", "0", "Checkout␉Q4", "-", shown]);
    assert!(name.starts_with(columns[0]), "{name}: {}", columns[0]);
}

#[test]
fn a_list_tells_how_each_session_stands() {
    let home = Home::new();
    let mut history = small();
    commit(&mut history, vec![Edit::Session(SessionEdit::Shop(line("Casa Olmo")))]);
    for edit in
        [SolutionEdit::Status(Status::Chosen), SolutionEdit::Due(Some(jiff::civil::date(2020, 1, 31)))]
    {
        commit(&mut history, vec![Edit::Solution(s(1), edit)]);
    }
    let made = home.create("Small");
    fs::remove_file(&made).unwrap();
    Disk.write_new(&made, &format::encode(&history).unwrap(), None).unwrap();
    let path = made.to_str().unwrap();
    let output = home.run(&["list"]).success().get_output().stdout.clone();
    let output = String::from_utf8(output).unwrap();
    let columns: Vec<&str> = output.trim_end().split('\t').collect();
    let title = history.session().title.as_str();
    assert_eq!(columns[1..], ["open", "2", "1", "critical", "1", title, "Casa Olmo", path]);
}

#[test]
fn two_sessions_of_one_title_are_two_files() {
    let home = Home::new();
    assert_ne!(home.create("Same"), home.create("Same"));
    let listed = home.run(&["list"]).success().get_output().stdout.clone();
    assert_eq!(String::from_utf8(listed).unwrap().lines().count(), 2);
}

#[test]
fn a_session_is_shown_with_formula_residual_and_masked_votes() {
    let home = Home::new();
    let path = home.session("small.ron", &small());
    let shown = home.run(&["show", &path]).success().stderr(is_empty()).get_output().stdout.clone();
    let shown = String::from_utf8(shown).unwrap();
    for piece in [
        "1. R1 Prices at 1.99 instead of 199\n",
        "2·4 + 2·5 + 3 + 4 = 25, Critical · rank 1 (1–1), top 10 in 100 % · firm\n",
        "P: Ana 4, Ben \"B\" ?\n",
        "–. R2 Postcode look-up (breaks), // often\n",
        "F: votes hidden until the reveal\n",
        "S1 Check every price import\n",
        "idea, prevent, no owner, no due date\n",
        "R1 P to 2\n",
    ] {
        assert!(shown.contains(piece), "{piece:?} is not in\n{shown}");
    }
    assert!(!shown.contains("Ana 2") && !shown.contains("\"B\" 5"), "{shown}");
    home.run(&["--lang", "es", "show", &path]).success().stdout(contains("Riesgos ordenados"));
}

#[test]
fn a_decision_is_shown_with_its_reason_and_the_day_to_look_again() {
    let home = Home::new();
    let mut history = small();
    let review = Some(jiff::civil::date(2027, 1, 29));
    let accept = Decision::Accept { reason: line("too rare"), review };
    commit(&mut history, vec![Edit::Risk(r(1), RiskEdit::Decision(accept))]);
    let path = home.session("decided.ron", &history);
    home.run(&["show", &path])
        .success()
        .stdout(contains("decision: accepted, too rare, review 2027-01-29\n"));
}

#[test]
fn a_first_glance_is_shown_but_not_while_votes_run() {
    let home = Home::new();
    let mut history = small();
    let glance = |number| Edit::Risk(r(number), RiskEdit::Money(Glance::Large));
    // Votes on R2 are hidden.
    commit(&mut history, vec![glance(1), glance(2)]);
    let path = home.session("glance.ron", &history);
    let shown = home.run(&["show", &path]).success().get_output().stdout.clone();
    let shown = String::from_utf8(shown).unwrap();
    assert_eq!(shown.matches("first glance: € large, ◎ none").count(), 1, "{shown}");
}

#[test]
fn control_characters_of_a_title_do_not_reach_the_terminal() {
    let home = Home::new();
    let mut history = small();
    let title = Title::new("\u{1b}[2Jclear\u{202E}me").unwrap();
    commit(&mut history, vec![Edit::Session(SessionEdit::Title(title))]);
    let path = home.session("hostile.ron", &history);
    let shown = home.run(&["show", &path]).success().get_output().stdout.clone();
    let shown = String::from_utf8(shown).unwrap();
    assert!(!shown.contains(['\u{1b}', '\u{202E}']), "{shown}");
    assert_eq!(shown.lines().filter(|line| line.contains("clear")).count(), 1);
}

#[test]
fn a_line_break_in_a_text_of_one_line_is_refused_where_it_stands() {
    let home = Home::new();
    let text = String::from_utf8(format::encode(&small()).unwrap()).unwrap();
    let broken = text.replacen("title: \"Test\"", "title: \"Te\\nst\"", 1);
    assert_ne!(text, broken);
    let path = home.put("broken.ron", broken.as_bytes());
    home.run(&["show", &path]).code(4).stderr(contains("a line break, but only one line is allowed here"));
}

#[test]
fn every_finding_of_a_check_is_a_line_and_nothing_is_changed_on_disk() {
    let home = Home::new();
    let text = String::from_utf8(format::encode(&small()).unwrap()).unwrap();
    let text = text.replacen("id: \"R2\"", "id: \"R1\"", 1).replacen("expected: 2", "expected: 6", 1);
    let (bad, good) = (home.put("bad.ron", text.as_bytes()), home.session("good.ron", &small()));
    let checked = home.run(&["check", &bad, &good]).code(4).stderr(is_empty()).get_output().stdout.clone();
    let checked = String::from_utf8(checked).unwrap();
    let lines: Vec<&str> = checked.lines().collect();
    assert_eq!(lines.len(), 4, "{checked}");
    for (line, piece) in lines.iter().zip([
        ": session.risks[1].id: R1 is there twice.",
        ": session.solutions[0].links[0].expected: Level 6 is above the scale",
        ":1:1: The content does not match its checksum",
    ]) {
        assert!(line.starts_with(&format!("{bad}:")) && line.contains(piece), "{line}");
    }
    assert_eq!(lines[3], format!("{good}: ok"));
    assert_eq!(fs::read(&bad).unwrap(), text.as_bytes());
    home.run(&["show", &bad]).code(4).stdout(is_empty()).stderr(contains("session.risks[1].id"));
}

#[test]
fn files_that_are_no_sessions_are_told_apart_by_exit_code_and_sentence() {
    let home = Home::new();
    let folder = home.0.path().to_str().unwrap().to_owned();
    let newer = home.put("newer.ron", "// riskroom session 3 · sha256:0\n(format: 3)\n".as_bytes());
    let cases = [
        (folder, 4, "is a folder"),
        (home.put("empty.ron", b""), 4, "is empty"),
        (home.put("blank.ron", b"\n"), 4, "empty"),
        (home.put("latin.ron", b"// caf\xE9\n"), 4, "latin.ron:1:7: The text is not in UTF-8"),
        (home.put("other.ron", b"(name: 1)\n"), 4, "not a riskroom session"),
        (newer, 3, "Saved by a newer version (format 3; this one knows 2). Unchanged."),
        (home.0.path().join("none.ron").to_str().unwrap().to_owned(), 5, "riskroom new TITLE starts one"),
    ];
    for (path, code, sentence) in &cases {
        let shown = home.run(&["show", path]).code(*code).stdout(is_empty());
        shown.stderr(contains(*sentence).and(contains(path)).and(contains("\n").count(1)));
        let checked = home.run(&["check", path]).code(*code).get_output().clone();
        let told = String::from_utf8([checked.stdout, checked.stderr].concat()).unwrap();
        assert!(told.contains(*sentence) && told.contains(path), "{told}");
    }
}

#[test]
fn a_damaged_file_is_listed() {
    let home = Home::new();
    let path = home.create("Whole");
    let half = &fs::read(&path).unwrap()[..2000];
    Disk.write_new(&path.with_file_name("half.ron"), half, None).unwrap();
    let listed = home.run(&["list"]).success().get_output().stdout.clone();
    let listed = String::from_utf8(listed).unwrap();
    assert_eq!(listed.lines().count(), 2);
    let damaged = listed.lines().find(|line| line.contains("half.ron")).unwrap();
    assert!(damaged.contains("\tdamaged\t-\t-\t-\t-\t"), "{damaged}");
    assert_eq!(damaged.split('\t').count(), 9);
}

#[test]
fn the_data_folder_can_be_given_by_argument() {
    let home = Home::new();
    let other = home.0.path().join("other");
    home.run(&["new", "Elsewhere", "--no-open", "--data-dir", other.to_str().unwrap()]).success();
    home.run(&["list"]).success().stdout(is_empty());
    home.run(&["--data-dir", other.to_str().unwrap(), "list"]).success().stdout(contains("Elsewhere"));
}

#[test]
fn a_folder_that_cannot_be_written_is_told() {
    let home = Home::new();
    home.put("data", b"a file where a folder should be");
    home.run(&["new", "Title", "--no-open"]).code(5).stdout(is_empty()).stderr(contains("Cannot write"));
}

#[test]
fn nobody_reading_the_result_is_no_error() {
    let home = Home::new();
    let path = home.session("small.ron", &small());
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_riskroom"));
    command.args(["show", &path]).env("HOME", home.0.path()).stdout(std::process::Stdio::piped());
    let mut child = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn a_duel_is_shown_with_its_reason() {
    let home = Home::new();
    let mut history = small();
    commit(
        &mut history,
        Cell::ALL.into_iter().zip([4, 3, 5, 2, 4]).map(|(cell, it)| agree(r(2), cell, it)).collect(),
    );
    let duel = |reason| Edit::Duel(Duel { first: r(2), second: r(1), reason: line(reason) });
    commit(&mut history, vec![duel("")]);
    let untold = home.session("untold.ron", &history);
    home.run(&["show", &untold])
        .success()
        .stdout(contains("tied with R1, before it by duel; reason missing"));
    commit(&mut history, vec![duel("It is older")]);
    let told = home.session("told.ron", &history);
    let shown = contains("1. R2").and(contains("tied with R1, before it by duel: It is older"));
    home.run(&["show", &told]).success().stdout(shown);
}
