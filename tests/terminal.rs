//! The real program on a real terminal.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use riskroom::domain::Status;
use riskroom::store::format::decode;
use riskroom::store::storage::{Disk, Storage};
use rustix::process::Signal;

use crate::support::pty::{Home, Window};
use crate::support::seeds::{levels, r, s};

const RISKS: [&str; 5] =
    ["Card testing", "Chargebacks", "Price goes live too low", "Account takeover", "Fake reviews"];

#[test]
fn one_complete_workshop_is_in_the_file_as_it_was_typed() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark"]);
    window.wait_for("Press a to start").keys("aCheckout Q4\r").wait_for("Checkout Q4");
    window.keys("a");
    for risk in RISKS {
        window.keys(risk).keys("\r").wait_for(risk);
    }
    window.keys("\x1b").wait_without("EDIT");
    window.keys(".").wait_for("ASSESS").keys("\x1b[H53322").wait_for("21");
    window.keys("42423").keys("42212").keys("45343").keys("32134").wait_for("5 of 5 scored");
    window.keys(".").wait_for("SOLVE").keys("\x1b[HaLog-in limit\r").wait_for("S1").keys("\r");
    window.keys("L\taStock check\r").wait_for("S2").wait_for("saved");
    window.keys("q").wait_for("Log").keys("q");
    assert_eq!(window.end(), 0);
    assert!(window.is_given_back());

    let [path] = &home.sessions()[..] else { panic!("{:?}", home.sessions()) };
    let history = decode(&fs::read(path).unwrap()).unwrap().history;
    let session = history.session();
    assert_eq!(session.title.to_string(), "Checkout Q4");
    let titles: Vec<String> = session.risks.iter().map(|risk| risk.title.to_string()).collect();
    assert_eq!(titles, RISKS);
    let scores = [[5, 3, 3, 2, 2], [4, 2, 4, 2, 3], [4, 2, 2, 1, 2], [4, 5, 3, 4, 3], [3, 2, 1, 3, 4]];
    for (number, score) in (1..).zip(scores) {
        assert_eq!(session.risk(r(number)).unwrap().levels(), levels(score), "R{number}");
    }
    assert_eq!(session.solutions.len(), 2);
    assert_eq!(session.solution(s(1)).unwrap().status, Status::Chosen);
    assert_eq!(session.solution(s(1)).unwrap().links.len(), 1);
    assert_eq!(session.solution(s(2)).unwrap().title.to_string(), "Stock check");
    assert_eq!(session.check(), []);

    let mut window = home.start(&["--theme", "light"]);
    window.wait_for("Checkout Q4").keys("\r").wait_for("SOLVE").wait_for("Log-in limit").keys("qq");
    assert_eq!(window.end(), 0);
    assert_eq!(decode(&fs::read(path).unwrap()).unwrap().history.entries(), history.entries());
}

#[test]
fn a_signal_to_end_saves_and_gives_the_terminal_back() {
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130)] {
        let home = Home::new();
        let mut window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
        window.wait_for("IDENTIFY").keys("aCard testing\rhalf a ri").wait_for("half a ri");
        window.signal(signal);
        assert_eq!(window.end(), code);
        assert!(window.is_given_back());
        let history = decode(&fs::read(&home.sessions()[0]).unwrap()).unwrap().history;
        assert_eq!(history.session().risks.len(), 1);
    }
}

#[test]
fn a_hang_up_saves_and_gives_back_a_terminal_that_still_answers() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
    window.wait_for("IDENTIFY").keys("aCard testing\rhalf a ri").wait_for("half a ri");
    window.signal(Signal::HUP);
    assert_eq!(window.end(), 129);
    assert!(window.is_given_back());
    let history = decode(&fs::read(&home.sessions()[0]).unwrap()).unwrap().history;
    assert_eq!(history.session().risks.len(), 1);
}

/// Everything below a folder with its permissions.
fn modes(folder: &Path) -> Vec<(PathBuf, u32)> {
    let mut found = Vec::new();
    for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        let kind = fs::symlink_metadata(&path).unwrap();
        found.push((path.clone(), kind.permissions().mode() & 0o777));
        if kind.is_dir() {
            found.extend(modes(&path));
        }
    }
    found
}

#[test]
fn everything_made_in_a_run_is_for_its_owner_alone() {
    let home = Home::new();
    let mut window = home.start_careless(&["--theme", "dark", "new", "Checkout Q4"]);
    window
        .wait_for("IDENTIFY")
        .keys("aCard testing\r")
        .wait_for("Card testing")
        .keys("half a ri")
        .wait_for("half a ri");
    let while_open = modes(home.path());
    window.keys("\x1b").wait_without("EDIT").keys("qq");
    assert_eq!(window.end(), 0);
    let path = home.sessions()[0].clone();
    for (path, mode) in while_open.into_iter().chain(modes(home.path())) {
        // What was there for a moment only is gone.
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, expected, "{}", path.display());
    }
    // A mode that somebody chose is kept.
    fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
    let mut window = home.start_careless(&["--theme", "dark", path.to_str().unwrap()]);
    window
        .wait_for("Card testing")
        .keys("aChargebacks\r")
        .wait_for("Chargebacks")
        .keys("\x1b")
        .wait_without("EDIT");
    window.keys("qq");
    assert_eq!(window.end(), 0);
    assert_eq!(risks_on_disk(&home), 2);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
}

#[test]
fn what_is_kept_of_a_damaged_file_is_for_its_owner_alone() {
    let home = Home::new();
    let mut window = home.start_careless(&["--theme", "dark", "new", "Checkout Q4"]);
    window.wait_for("IDENTIFY").keys("aCard testing\r").wait_for("Card testing").keys("\x1b");
    window.wait_without("EDIT").keys("qq");
    assert_eq!(window.end(), 0);
    let path = home.sessions()[0].clone();
    let text = fs::read_to_string(&path).unwrap().replacen("demo: false", "demo: (", 1);
    fs::remove_file(&path).unwrap();
    Disk.write_new(&path, text.as_bytes(), None).unwrap();
    let mut window = home.start_careless(&["--theme", "dark", path.to_str().unwrap()]);
    window.wait_for("Card testing").keys("qq");
    assert_eq!(window.end(), 0);
    let found = modes(home.path());
    for name in ["backups", "damaged", "path"] {
        let is_it = |path: &Path| path.file_name().is_some_and(|it| it.to_string_lossy().starts_with(name));
        assert!(found.iter().any(|(path, _)| is_it(path)), "{name}: {found:#?}");
    }
    for (path, mode) in found {
        let expected = if path.is_dir() { 0o700 } else { 0o600 };
        assert_eq!(mode, expected, "{}", path.display());
    }
}

/// The risks in the one session of a home.
fn risks_on_disk(home: &Home) -> usize {
    decode(&fs::read(&home.sessions()[0]).unwrap()).unwrap().history.session().risks.len()
}

/// Adds a risk in a new workshop and takes the terminal away.
fn closes_with_all_on_disk(home: &Home, mut window: Window) {
    window
        .wait_for("IDENTIFY")
        .keys("aCard testing\r")
        .wait_for("Card testing")
        .keys("\x1b")
        .wait_without("EDIT");
    assert_eq!(window.close(), 129);
    assert_eq!(risks_on_disk(home), 1);
}

#[test]
fn a_terminal_that_is_closed_ends_the_program_and_all_is_on_disk() {
    let home = Home::new();
    let window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
    closes_with_all_on_disk(&home, window);
}

#[test]
fn a_terminal_that_is_closed_without_a_signal_ends_the_program_too() {
    let home = Home::new();
    let window = home.start_uncontrolled(&["--theme", "dark", "new", "Checkout Q4"]);
    closes_with_all_on_disk(&home, window);
    // The lock is free, and the rest as it was.
    let mut again = home.start(&["--theme", "dark", home.sessions()[0].to_str().unwrap()]);
    again.wait_for("Card testing").keys("qq");
    assert_eq!(again.end(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn waiting_for_a_hang_up_wakes_nothing() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
    window.wait_for("IDENTIFY").wait_idle();
    window.keys("qq");
    assert_eq!(window.end(), 0);
}

#[test]
fn a_second_window_shows_the_session_and_the_first_goes_on() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
    window.wait_for("IDENTIFY");
    let path = home.sessions()[0].clone();
    let mut second = home.start(&["--theme", "dark", path.to_str().unwrap()]);
    second.wait_for("IDENTIFY").keys("qq");
    assert_eq!(second.end(), 0);
    window.keys("aCard testing\r").wait_for("Card testing").keys("\x1b").wait_without("EDIT").keys("qq");
    assert_eq!(window.end(), 0);
    let mut third = home.start(&["--theme", "dark", path.to_str().unwrap()]);
    third.wait_for("Card testing").keys("qq");
    assert_eq!(third.end(), 0);
}

#[test]
fn a_file_that_cannot_be_opened_is_told_before_the_screen_is_taken() {
    let home = Home::new();
    fs::create_dir_all(home.path().join("folder.ron")).unwrap();
    for (file, code, sentence) in [("none.ron", 5, "No file"), ("folder.ron", 4, "is a folder")] {
        let mut window = home.start(&["--theme", "dark", file]);
        assert_eq!(window.end(), code);
        assert!(window.contents().contains(sentence), "{}", window.contents());
        assert!(!window.bytes.windows(6).any(|bytes| bytes == b"?1049h"));
    }
    let mut window = home.start(&["--theme", "purple"]);
    assert_eq!(window.end(), 2);
    assert!(window.contents().contains("projector-dark"), "{}", window.contents());
}

#[test]
fn without_a_terminal_it_says_so() {
    let home = Home::new();
    let program = env!("CARGO_BIN_EXE_riskroom");
    let output =
        Command::new(program).arg("--data-dir").arg(home.path()).stdin(Stdio::null()).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty() && !output.stderr.is_empty());
    assert!(!output.stderr.contains(&0x1b));
}

#[test]
fn with_no_color_there_is_bold_and_reverse_but_no_color() {
    let home = Home::new();
    let mut window = home.start_with(&["demo"], &[("TERM", "xterm-256color"), ("NO_COLOR", "1")]);
    window.wait_for("SOLVE").keys(",").wait_for("ASSESS").keys("qq");
    assert_eq!(window.end(), 0);
    assert_eq!(colors(&window.bytes), Vec::<u16>::new());
    let text = String::from_utf8_lossy(&window.bytes);
    assert!(text.contains("\x1b[1m") && text.contains("\x1b[7m"));
}

#[test]
fn with_color_there_is_some() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark", "demo"]);
    window.wait_for("SOLVE").keys("qq");
    assert_eq!(window.end(), 0);
    assert!(!colors(&window.bytes).is_empty());
}

#[test]
fn a_terminal_that_does_not_tell_its_background_is_not_waited_for_long() {
    let home = Home::new();
    home.start(&[]).wait_for("Press a to start").keys("q");
}

#[test]
fn a_resize_is_drawn_and_a_tiny_window_says_what_it_needs() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark"]);
    window.wait_for("Press a to start").resize(10, 30);
    window.wait_for("needs 40×12").resize(24, 80);
    window.wait_for("Press a to start").keys("q");
    assert_eq!(window.end(), 0);
}

#[test]
fn the_first_program_of_a_terminal_does_not_suspend_itself() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark"]);
    window.wait_for("Press a to start").keys(":suspend\r").wait_for("cannot be suspended").keys("q");
    assert_eq!(window.end(), 0);
}

#[test]
fn stopped_from_outside_it_gives_the_terminal_back_and_takes_it_again() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
    window.wait_for("IDENTIFY").keys("aCard testing\r").wait_for("Card testing");
    window.signal(Signal::TSTP);
    window.wait_given_back();
    // It may not have stopped yet, and would miss the first.
    while !window.screen().alternate_screen() {
        window.signal(Signal::CONT);
        window.listen();
    }
    window
        .wait_for("Card testing")
        .keys("Chargebacks\r")
        .wait_for("Chargebacks")
        .keys("\r")
        .wait_without("EDIT");
    window.keys("qq");
    assert_eq!(window.end(), 0);
    assert!(window.is_given_back());
}

#[test]
fn a_paste_of_many_letters_is_one_text() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
    window.wait_for("IDENTIFY").keys("a\x1b[200~From a mail\x1b[201~").wait_for("From a mail").keys("\r\r");
    window.wait_for("R1").keys("qq");
    assert_eq!(window.end(), 0);
    let history = decode(&fs::read(&home.sessions()[0]).unwrap()).unwrap().history;
    assert_eq!(history.session().risks[0].title.to_string(), "From a mail");
}

/// The parameters that set a color, in everything that was written.
fn colors(bytes: &[u8]) -> Vec<u16> {
    let text = String::from_utf8_lossy(bytes);
    let styles = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| !c.is_ascii_digit() && c != ';')?;
        rest[end..].starts_with('m').then(|| rest[..end].to_owned())
    });
    let numbers: Vec<u16> = styles
        .flat_map(|style| style.split(';').filter_map(|it| it.parse().ok()).collect::<Vec<_>>())
        .collect();
    let is_color = |number: &u16| matches!(number, 30..=38 | 40..=48 | 90..=107);
    numbers.into_iter().filter(is_color).collect()
}

#[test]
fn files_from_elsewhere_are_listed_searched_and_reviewed() {
    let home = Home::new();
    let folder = tempfile::tempdir().unwrap();
    let paths: Vec<String> = crate::support::library::library(2)
        .iter()
        .map(|(name, history)| {
            let path = folder.path().join(name);
            Disk.write_new(&path, &riskroom::store::format::encode(history).unwrap(), None).unwrap();
            path.to_str().unwrap().to_owned()
        })
        .collect();
    let mut window = home.start(&[&paths[0], &paths[1]]);
    window.wait_for("Shop 00000 meeting 1").wait_for("Shop 00000 meeting 2").wait_for("1 overdue");
    window.keys("/resena 1").wait_for("found").wait_for("Own worry of meeting 1").keys("\r");
    window.keys("\x1b[Hj\r").wait_for("IDENTIFY").wait_for("CLOSED");
    window.keys("gy").wait_for("REPLAY").keys("\x1b[H").wait_for("before the first change").keys("\x1b");
    window.wait_without("REPLAY").keys("ge").wait_for("session closed").keys("\x1b");
    window.wait_without("Changes").keys("qq");
    assert_eq!(window.end(), 0);
}
