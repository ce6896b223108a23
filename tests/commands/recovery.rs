//! `check --accept`, `recover` and `backups`, and `list` with copies.

use std::fs;
use std::path::PathBuf;

use predicates::prelude::PredicateBooleanExt;
use predicates::str::{contains, is_empty};
use riskroom::domain::{Edit, History, RiskEdit};
use riskroom::store::atomic::Hash;
use riskroom::store::backups;
use riskroom::store::format;
use riskroom::store::journal::{self, Draft, Head, Record};
use riskroom::store::lock::Lock;

use super::Home;
use crate::support::seeds::{r, title};
use crate::support::sessions::{commit, small};

impl Home {
    fn state(&self, history: &History) -> PathBuf {
        self.0.path().join(".local/state/riskroom").join(history.session().id.to_string())
    }

    /// Leaves a journal with one change more.
    fn crash(&self, path: &str) -> History {
        let base = small();
        let mut whole = base.clone();
        commit(&mut whole, vec![Edit::Risk(r(1), RiskEdit::Title(title("After")))]);
        let hash = Hash::of(&fs::read(path).unwrap());
        let head = Head { id: base.session().id, revision: base.revision(), hash, path: path.to_owned() };
        let entry = Record::Entry(whole.entries().last().unwrap().clone());
        let text = journal::first_line(&head) + &journal::line(whole.revision(), &entry).unwrap();
        fs::create_dir_all(self.state(&base)).unwrap();
        crate::recover::overwrite(self.state(&base).join("journal.1.log"), text);
        whole
    }
}

#[test]
fn an_edit_is_told_with_its_differences_and_kept_if_asked_for() {
    let home = Home::new();
    let path = home.session("given.ron", &small());
    let text = fs::read_to_string(&path).unwrap().replacen("title: \"Test\"", "title: \"Best\"", 1);
    crate::recover::overwrite(&path, &text);
    let told = contains("edited by hand or damaged: 1 difference.").and(contains("title: Test → Best\n"));
    home.run(&["check", &path]).code(4).stdout(told);
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    home.run(&["check", "--accept", &path]).success().stdout(contains("accepted: 1 difference kept"));
    home.run(&["check", &path]).success();
    let mut history = format::decode(&fs::read(&path).unwrap()).unwrap().history;
    assert_eq!(history.session().title.as_str(), "Best");
    history.undo(crate::support::seeds::at(0), crate::support::seeds::key("undo")).unwrap();
    assert_eq!(history.session(), small().session());
    let backup = backups::list(&riskroom::store::storage::Disk, &home.state(&small()).join("backups"));
    assert_eq!(fs::read_to_string(&backup[0].path).unwrap(), text);
    home.run(&["check", "--accept", &path]).success().stdout(contains(": ok"));
    home.run(&["--lang", "es", "check", &path]).success().stdout(contains(path.as_str()));
}

#[test]
fn a_check_tells_how_many_changes_wait() {
    let home = Home::new();
    let path = home.session("given.ron", &small());
    home.crash(&path);
    home.run(&["check", &path])
        .success()
        .stdout(contains("ok; 1 change waits in a journal: riskroom recover FILE"));
    home.run(&["--lang", "es", "check", &path]).success().stdout(contains("correcto; 1 cambio espera"));
    home.run(&["recover", &path]).success();
    home.run(&["check", &path]).success().stdout(contains(": ok\n"));
}

#[test]
fn a_journal_that_cannot_be_read_is_told_by_every_command_and_put_aside_by_one() {
    let home = Home::new();
    let path = home.session("given.ron", &small());
    home.crash(&path);
    let journal = home.state(&small()).join("journal.1.log");
    let size = fs::metadata(&journal).unwrap().len();
    let file = fs::File::options().write(true).open(&journal).unwrap();
    file.set_len(17 * 1024 * 1024).unwrap();
    let why = || contains("is too large").and(contains("nothing is written before it can be read"));
    home.run(&["check", &path]).code(4).stdout(is_empty()).stderr(why());
    home.run(&["show", &path]).code(4).stdout(contains("Test")).stderr(why());
    let before = fs::read(&path).unwrap();
    home.run(&["recover", &path]).success().stdout(contains("put aside as"));
    home.run(&["check", &path]).success().stdout(contains(": ok\n")).stderr(is_empty());
    assert_eq!(fs::read(&path).unwrap(), before);
    let log = fs::read_to_string(home.state(&small()).with_file_name("app.log")).unwrap();
    assert!(log.ends_with(&format!(" put-aside session={}\n", small().session().id)), "{log}");
    let aside = home.state(&small()).join("unread-1-journal.1.log");
    assert_eq!(fs::metadata(aside).unwrap().len(), 17 * 1024 * 1024);
    assert!(size > 0 && !journal.exists());
}

#[test]
fn reading_needs_no_lock() {
    let home = Home::new();
    let path = home.session("given.ron", &small());
    home.crash(&path);
    fs::create_dir(home.state(&small()).join("lock")).unwrap();
    home.run(&["check", &path]).success().stdout(contains("ok; 1 change waits"));
    home.run(&["show", &path]).success().stdout(contains("After"));
    home.run(&["recover", &path]).code(5).stderr(contains("cannot be locked"));
}

#[test]
fn what_cannot_be_accepted_is_told_with_its_places() {
    let home = Home::new();
    let text = String::from_utf8(format::encode(&small()).unwrap()).unwrap();
    let path = home.put("bad.ron", text.replacen("id: \"R2\"", "id: \"R1\"", 1).as_bytes());
    home.run(&["check", "--accept", &path]).code(4).stdout(contains("session.risks[1].id"));
}

#[test]
fn a_session_open_elsewhere_is_not_written_by_a_command() {
    let home = Home::new();
    let path = home.session("given.ron", &small());
    home.crash(&path);
    let _lock = Lock::take(&home.state(&small()), 4242, "13:05").unwrap();
    let before = fs::read(&path).unwrap();
    home.run(&["recover", &path]).code(6).stdout(is_empty()).stderr(contains("pid 4242, since 13:05"));
    let text = fs::read_to_string(&path).unwrap().replacen("title: \"Test\"", "title: \"Best\"", 1);
    crate::recover::overwrite(&path, text);
    home.run(&["check", "--accept", &path]).code(6).stderr(contains("pid 4242"));
    assert_ne!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_crash_is_recovered_without_a_terminal() {
    let home = Home::new();
    let path = home.session("given.ron", &small());
    home.run(&["recover", &path]).success().stdout(contains("nothing to recover"));
    let whole = home.crash(&path);
    home.run(&["show", &path]).success().stdout(contains("After"));
    let told = contains("Recovered 1 change after an unexpected stop").and(contains(path.as_str()));
    home.run(&["recover", &path]).success().stdout(told).stderr(is_empty());
    let bytes = fs::read(&path).unwrap();
    assert_eq!(format::decode(&bytes).unwrap().history.entries(), whole.entries());
    assert!(!home.state(&small()).join("journal.1.log").exists());
    home.run(&["backups", &path]).success().stdout(contains(format!("\t{}\t", small().revision())));
}

#[test]
fn damage_is_recovered_into_a_new_file_once() {
    let home = Home::new();
    let path = home.session("given.ron", &small());
    let text = fs::read_to_string(&path).unwrap().replacen("title: \"Postcode", "title: ]\"Postcode", 1);
    crate::recover::overwrite(&path, &text);
    let told = contains("Damaged at line").and(contains("Recovered 2 risks")).and(contains("-recovered-"));
    let printed = home.run(&["recover", &path]).success().stdout(told).get_output().stdout.clone();
    let made = String::from_utf8(printed).unwrap().lines().last().unwrap().to_owned();
    home.run(&["check", &made]).success();
    assert_eq!(fs::read_to_string(&path).unwrap(), text);
    home.run(&["recover", &path]).success().stdout(contains("It was recovered before").and(contains(made)));
}

#[test]
fn where_nothing_is_left_the_reason_is_told() {
    let home = Home::new();
    for content in [&b""[..], b"hello", b"// riskroom session 2 \xC2\xB7 sha256:0\n(format: 2,"] {
        let path = home.put(&format!("lost{}.ron", content.len()), content);
        home.run(&["recover", &path]).code(4).stdout(is_empty()).stderr(contains(path.as_str()));
    }
    let newer = home.put("newer.ron", include_bytes!("../samples/format-3.ron"));
    home.run(&["recover", &newer]).code(3).stderr(contains("format 3"));
    home.run(&["check", "--accept", &newer]).code(3).stdout(contains("format 3"));
    home.run(&["backups", &newer]).success().stdout(contains("no backups"));
    assert_eq!(fs::read(&newer).unwrap(), include_bytes!("../samples/format-3.ron"));
    home.run(&["recover", "none.ron"]).code(5);
}

#[test]
fn copies_stand_under_their_session() {
    let home = Home::new();
    let path = home.create("Checkout");
    let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
    let name = |mark: &str| path.with_file_name(format!("{stem}{mark}.ron"));
    for mark in [".sync-conflict-20260115-090000-ABC", " (Ana's conflicted copy 2026-01-15)", " (1)"] {
        fs::copy(&path, name(mark)).unwrap();
    }
    crate::recover::overwrite(name("-mine-14-02-11"), b"broken");
    let other = home.create("Other (1)");
    let listed = home.run(&["list"]).success().get_output().stdout.clone();
    let listed = String::from_utf8(listed).unwrap();
    let lines: Vec<&str> = listed.lines().collect();
    assert_eq!(lines.len(), 6, "{listed}");
    let at = lines.iter().position(|line| line.ends_with("\t4 conflict copies")).unwrap();
    assert!(lines[at].contains(path.to_str().unwrap()), "{listed}");
    assert!(lines[at + 1..at + 5].iter().all(|line| !line.contains(other.to_str().unwrap())), "{listed}");
}

#[test]
fn accepting_an_edit_leaves_unfinished_texts_where_they_are() {
    let home = Home::new();
    let base = small();
    let file = home.session("given.ron", &base);
    let bytes = fs::read(&file).unwrap();
    let id = base.session().id;
    let head = Head { id, revision: base.revision(), hash: Hash::of(&bytes), path: file.clone() };
    let drafts = vec![Draft { purpose: "new-risk".to_owned(), text: "half a text".to_owned() }];
    let line = journal::line(base.revision(), &Record::Drafts(drafts)).unwrap();
    let folder = home.state(&base);
    fs::create_dir_all(&folder).unwrap();
    crate::recover::overwrite(folder.join("journal.x.log"), journal::first_line(&head) + &line);
    let edited = String::from_utf8(bytes).unwrap().replacen("title: \"Test\"", "title: \"Best\"", 1);
    crate::recover::overwrite(&file, edited);
    home.run(&["check", "--accept", &file]).success();
    assert!(folder.join("journal.x.log").exists());
}

#[test]
fn accepting_the_edit_of_a_copy_makes_it_a_session_of_its_own_and_says_so() {
    let home = Home::new();
    let (file, copy) = (home.session("given.ron", &small()), home.session("copy.ron", &small()));
    fs::create_dir_all(home.state(&small())).unwrap();
    crate::recover::overwrite(home.state(&small()).join("path"), &file);
    let text = fs::read_to_string(&copy).unwrap().replacen("title: \"Test\"", "title: \"Best\"", 1);
    crate::recover::overwrite(&copy, text);
    let told = contains(format!("This is a copy of {file} and is a session of its own"));
    home.run(&["check", "--accept", &copy]).success().stdout(told);
    let accepted = format::decode(&fs::read(&copy).unwrap()).unwrap().history;
    assert_eq!(accepted.session().title.as_str(), "Best");
    assert_ne!(accepted.session().id, small().session().id);
}
