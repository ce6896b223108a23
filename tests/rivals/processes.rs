//! Two real windows on one file, and a real window whose file somebody else replaces.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use riskroom::store::format::{decode, encode_verified};

use crate::support::dice::Dice;
use crate::support::pty::{Home, Window};
use crate::support::rival::other::{add, write};

/// How many meetings there are of each kind.
const MEETINGS: u64 = 4;

/// A window with a new session, and its file.
fn begin(home: &Home) -> (Window, PathBuf) {
    let mut window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
    window.wait_for("IDENTIFY");
    let [path] = &home.sessions()[..] else { panic!("{:?}", home.sessions()) };
    (window, path.clone())
}

fn open(home: &Home, path: &Path) -> Window {
    let mut window = home.start(&["--theme", "dark", path.to_str().unwrap()]);
    window.wait_for("IDENTIFY");
    window
}

fn add_risk(window: &mut Window, title: &str) {
    window.keys("a").wait_for("EDIT").keys(&format!("{title}\r")).wait_for(title);
    window.keys("\x1b").wait_without("EDIT");
}

fn leave(window: &mut Window) {
    window.keys("qq");
    assert_eq!(window.end(), 0);
}

fn titles(path: &Path) -> Vec<String> {
    let history = decode(&fs::read(path).unwrap()).unwrap().history;
    history.session().risks.iter().map(|risk| risk.title.to_string()).collect()
}

/// What the program lists.
fn listed(home: &Home) -> String {
    let mut list = Command::new(env!("CARGO_BIN_EXE_riskroom"));
    list.arg("list").env_clear().env("LANG", "en_US.UTF-8");
    for place in ["data", "state", "config"] {
        list.env(format!("RISKROOM_{}", place.to_uppercase()), home.path().join(place));
    }
    String::from_utf8(list.output().unwrap().stdout).unwrap()
}

#[test]
fn a_second_window_follows_the_first_and_takes_over_once_it_has_left() {
    for seed in 0..MEETINGS {
        let (home, mut dice, mut all) = (Home::new(), Dice::new(seed), Vec::<String>::new());
        let (mut first, path) = begin(&home);
        let mut second = None;
        for number in 0..4 {
            let begins = second.is_none() && (number == 2 || dice.percent(40));
            if begins {
                let mut window = open(&home, &path);
                window.wait_for("READ-ONLY").wait_for("Open in another window (pid ");
                for title in &all {
                    window.wait_for(title);
                }
                second = Some(window);
            }
            let title = format!("Risk {seed}.{number}");
            add_risk(&mut first, &title);
            all.push(title.clone());
            if let Some(window) = &mut second {
                window.wait_for(&title);
                if dice.percent(50) {
                    window.keys("go").wait_for("READ-ONLY");
                }
            }
        }
        let mut second = second.unwrap();
        second.wait_for("READ-ONLY");
        if seed % 2 == 0 {
            leave(&mut first);
        } else {
            first.kill();
        }
        second.keys("go").wait_without("READ-ONLY");
        if seed % 2 == 1 {
            second.wait_for("Recovered 4 changes");
        }
        add_risk(&mut second, "From the second");
        all.push("From the second".to_owned());
        leave(&mut second);
        assert_eq!(titles(&path), all);
        assert_eq!(home.sessions(), [path]);
    }
}

#[test]
fn a_file_that_is_replaced_under_a_window_is_told_and_both_are_listed() {
    for seed in 0..MEETINGS {
        let home = Home::new();
        let (mut window, path) = begin(&home);
        add_risk(&mut window, "Card testing");
        let is_removed = seed % 2 == 1;
        let mut theirs = decode(&fs::read(&path).unwrap()).unwrap().history;
        if is_removed {
            fs::remove_file(&path).unwrap();
        } else {
            add(&mut theirs, "Theirs", 9000);
            let unfinished = path.with_file_name(".sync.tmp");
            write(&unfinished, &encode_verified(&theirs).unwrap());
            fs::rename(unfinished, &path).unwrap();
        }
        if seed / 2 == 1 {
            add_risk(&mut window, "Chargebacks");
        }
        // A change of step has the whole file written.
        let told = if is_removed { "The file was removed" } else { "Another program changed this file at" };
        window.keys(".").wait_for("ASSESS").wait_for(told);
        leave(&mut window);

        let files = home.sessions();
        let mine = files.iter().find(|file| file.to_string_lossy().contains("-mine-")).unwrap();
        let all = if seed / 2 == 1 { vec!["Card testing", "Chargebacks"] } else { vec!["Card testing"] };
        assert_eq!(titles(mine), all);
        let listed = listed(&home);
        assert!(listed.contains(&*mine.to_string_lossy()), "{listed}");
        assert_eq!(listed.contains(&*path.to_string_lossy()), !is_removed, "{listed}");
        if !is_removed {
            assert_eq!(titles(&path), ["Theirs 9000"]);
        }
    }
}
