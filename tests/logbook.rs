//! The log of a run: what is in it, what never is, and that it disturbs nothing.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::Path;

use riskroom::store::log::{BEFORE, FULL, NAME, append};
use riskroom::store::storage::{Disk, Kind, Storage};

use crate::support::pty::Home;

/// What nobody may read in the log.
const SECRET: &str = "=zanzibar";

fn log_of(home: &Home) -> String {
    fs::read_to_string(home.path().join("state").join(NAME)).unwrap()
}

/// The lines of a log without their time and process.
fn told(log: &str) -> Vec<&str> {
    log.lines().map(|line| line.splitn(3, ' ').nth(2).unwrap()).collect()
}

#[test]
fn the_log_tells_ids_sizes_and_kinds_and_nothing_that_anybody_wrote() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark", "new", &format!("Our {SECRET}")]);
    window.wait_for("IDENTIFY").keys(&format!("a{SECRET} one\r")).wait_for("R1").wait_for("saved");
    let folder = home.path().join("data/sessions");
    fs::rename(&folder, home.path().join("data/away")).unwrap();
    window.keys(&format!("{SECRET} two\r")).wait_for("R2").keys("\x1b").wait_without("EDIT");
    window.keys("\x13").wait_for("Cannot write");
    // The folder is back, but without the file.
    fs::create_dir(&folder).unwrap();
    window.wait_for("go").keys("go").wait_for("Your work continues");
    window.keys(&format!("a{SECRET} three\r")).wait_for("R3").keys("\x1b").wait_without("EDIT");
    window.wait_for("saved").kill();
    let path = home.sessions()[0].clone();
    let mut window = home.start(&["--theme", "dark", path.to_str().unwrap()]);
    window.wait_for("Recovered 1 change").keys("q").wait_without("IDENTIFY");
    // Another one is opened, and the first let go.
    window.keys("D").wait_for("R12");
    #[cfg(target_os = "linux")]
    window.wait_idle();
    window.keys("qq");
    assert_eq!(window.end(), 0);
    // A file that cannot be read, whose name tells something too.
    let broken = folder.join(format!("{SECRET}.ron"));
    fs::create_dir(&broken).unwrap();
    let mut window = home.start(&["--theme", "dark", broken.to_str().unwrap()]);
    assert_eq!(window.end(), 4);

    let log = log_of(&home);
    for text in ["zanzibar", "Our", "Checkout", "sessions", ".ron", "/"] {
        assert!(!log.contains(text), "{text} is in it:\n{log}");
    }
    let id = log.split_once("opened session=").unwrap().1.get(..26).unwrap();
    let version = format!("started version={}", env!("CARGO_PKG_VERSION"));
    let lines = told(&log);
    let begins = |begin: &str| lines.iter().any(|line| line.starts_with(begin));
    for begin in [
        version.as_str(),
        &format!("opened session={id} bytes="),
        &format!("not-saved session={id} error=gone kept=yes"),
        &format!("aside session={id} why=removed"),
        &format!("well session={id}"),
        &format!("recovered changes=1 session={id}"),
        #[cfg(target_os = "linux")]
        &format!("closed session={id}"),
        "ended how=left",
        "ended how=not-opened:folder",
    ] {
        assert!(begins(begin), "{begin} is not in it:\n{log}");
    }
    assert!(log.lines().all(|line| line.len() < 200), "{log}");
}

#[test]
fn the_log_is_bounded_and_its_owners_alone() {
    let home = Home::new();
    let folder = home.path().join("state/deep");
    let line = format!("{}\n", "0123456789".repeat(800));
    for _ in 0..200 {
        append(&folder, &line).unwrap();
    }
    for name in [NAME, BEFORE] {
        let found = fs::metadata(folder.join(name)).unwrap();
        assert!(found.len() < FULL + 8001, "{name} has {} bytes", found.len());
        assert_eq!(found.permissions().mode() & 0o777, 0o600);
    }
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 2);
    assert!(fs::read_to_string(folder.join(NAME)).unwrap().ends_with(&line));
}

/// Something that no log can be kept in.
type Plant = fn(&Path);

#[test]
fn a_log_that_cannot_be_kept_disturbs_nothing() {
    let elsewhere = tempfile::tempdir().unwrap();
    let target = elsewhere.path().join("theirs");
    fs::File::create(&target).unwrap();
    let plants: [(&str, Plant); 3] = [
        ("a folder", |path| fs::create_dir(path).unwrap()),
        ("a pipe", |path| {
            rustix::fs::mkfifoat(rustix::fs::CWD, path, rustix::fs::Mode::from_raw_mode(0o600)).unwrap();
        }),
        ("a link", |path| symlink("/dev/full", path).unwrap()),
    ];
    for (what, plant) in plants {
        let home = Home::new();
        let state = home.path().join("state");
        fs::create_dir(&state).unwrap();
        plant(&state.join(NAME));
        let mut window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
        window.wait_for("IDENTIFY").keys("aCard testing\r").wait_for("R1").wait_for("saved").keys("\x1b");
        window.wait_without("EDIT").keys("qq");
        assert_eq!(window.end(), 0, "with {what}");
    }
    let state = elsewhere.path().join("state");
    fs::create_dir(&state).unwrap();
    symlink(&target, state.join(NAME)).unwrap();
    append(&state, "a line\n").unwrap_err();
    assert_eq!(Disk.stamp(&target).map(|it| (it.kind, it.size)).unwrap(), (Kind::File, 0));
}

#[test]
fn a_hang_up_and_a_signal_are_in_the_log() {
    let home = Home::new();
    let mut window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
    window.wait_for("IDENTIFY");
    assert_eq!(window.close(), 129);
    let log = log_of(&home);
    let lines = told(&log);
    assert!(lines.contains(&"hung-up"), "{log}");
    assert_eq!(lines.last(), Some(&"ended how=signal:1"));
}
