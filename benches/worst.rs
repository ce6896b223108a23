//! Files made to be slow: as large as a file may be, and so that reading them looks at as much as it can. Each is put in
//! front of the real program; CPU seconds and the most memory it takes are printed. `cargo bench --bench worst`.
//!
//! The limits are 1 s and 512 MB on a machine of today, whatever is in the file. Not here: what the program says to
//! such files (`tests/hostile.rs`). `RISKROOM_WORST` names another program to measure.
#![allow(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    clippy::string_slice,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench may stop at the first surprise, and prints what it finds"
)]

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use riskroom::domain::{
    Category, Edit, Entry, EntryKind, Glance, History, Key, Name, Note, Participant, PersonEdit, PersonId,
    Risk, RiskEdit, RiskId, Seat, Session, SessionEdit, Solution, SolutionId, Title, Topic, TopicId,
    TopicState, Uid,
};
use riskroom::store::atomic::Hash;
use riskroom::store::format;
use riskroom::store::journal::{self, Head, Record};
use riskroom::text::catalogue::Lang;
use riskroom::text::template::template;

/// The most bytes a file may have.
const LIMIT: usize = 16 * 1024 * 1024;
/// The ticks of a second in `/proc`.
const TICKS: f64 = 100.0;

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let only = std::env::args().skip(1).find(|it| !it.starts_with('-')).unwrap_or_default();
    println!("{:<52} {:>8} {:>8} {:>7}", "", "file MB", "CPU s", "peak MB");
    for (name, case) in cases().into_iter().filter(|(name, _)| name.contains(&only)) {
        let path = folder.path().join("sessions").join("worst-000000.ron");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let file = case();
        fs::write(&path, &file.session).unwrap();
        let state = folder.path().join("state").join(Uid::from_bits(7).to_string());
        fs::create_dir_all(&state).unwrap();
        let journal = state.join("journal.worst.log");
        if let Some(text) = &file.journal {
            fs::write(&journal, text).unwrap();
        }
        let megabytes = file.session.len().max(file.journal.as_ref().map_or(0, String::len)) / 1_000_000;
        for command in ["check", "show", "recover"] {
            if let Some(text) = &file.journal {
                fs::write(&journal, text).unwrap();
            }
            let (cpu, peak, said) = run(folder.path(), command, &path);
            println!("{name:<42} {command:<9} {megabytes:>8} {cpu:>8.2} {peak:>7}  {said}");
        }
        let _ = fs::remove_dir_all(folder.path().join("state"));
        fs::remove_dir_all(folder.path().join("sessions")).unwrap();
    }
}

/// The CPU seconds and the most megabytes of one run of the program, and how it began to answer.
fn run(home: &Path, command: &str, file: &Path) -> (f64, u64, String) {
    let before = waited();
    let (out, errors) = (home.join("out"), home.join("errors"));
    let program = std::env::var_os("RISKROOM_WORST").unwrap_or_else(|| env!("CARGO_BIN_EXE_riskroom").into());
    let mut child = Command::new(program)
        .args([command, file.to_str().unwrap()])
        .env("RISKROOM_DATA", home)
        .env("RISKROOM_STATE", home.join("state"))
        .env("RISKROOM_CONFIG", home.join("config"))
        .stdin(Stdio::null())
        .stdout(fs::File::create(&out).unwrap())
        .stderr(fs::File::create(&errors).unwrap())
        .spawn()
        .unwrap();
    let (began, status) = (Instant::now(), format!("/proc/{}/status", child.id()));
    let mut peak = 0;
    while child.try_wait().unwrap().is_none() && began.elapsed() < Duration::from_mins(2) {
        let text = fs::read_to_string(&status).unwrap_or_default();
        let line = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.trim().trim_end_matches(" kB").parse::<u64>().ok());
        peak = peak.max(kilobytes.unwrap_or(0) / 1000);
        thread::sleep(Duration::from_millis(2));
    }
    child.wait().unwrap();
    let said =
        fs::read_to_string(&errors).unwrap_or_default() + &fs::read_to_string(&out).unwrap_or_default();
    let said: String = said.lines().next().unwrap_or_default().replace(home.to_str().unwrap(), "");
    (waited() - before, peak, said.chars().take(110).collect())
}

/// The CPU seconds of all children waited for.
fn waited() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap();
    let fields: Vec<&str> = stat.rsplit(')').next().unwrap().split_whitespace().collect();
    (fields[13].parse::<f64>().unwrap() + fields[14].parse::<f64>().unwrap()) / TICKS
}

struct Case {
    session: Vec<u8>,
    journal: Option<String>,
}

type Make = Box<dyn Fn() -> Case>;

fn cases() -> Vec<(&'static str, Make)> {
    let plain = |make: fn() -> Vec<u8>| -> Make { Box::new(move || Case { session: make(), journal: None }) };
    vec![
        ("large texts", plain(|| body(&many(100, 60_000), &[]))),
        (
            "a quote escaped without end",
            plain(|| sealed(&format!("(format: 2, session: \"{}", "\\n".repeat(8_000_000)))),
        ),
        (
            "millions of units",
            plain(|| sealed(&format!("(format: 2, session: [{}", "(),".repeat(5_500_000)))),
        ),
        ("millions of attributes", plain(|| sealed(&"#![a]\n".repeat(2_600_000)))),
        ("millions of comments", plain(|| sealed(&"//\n".repeat(5_500_000)))),
        ("small edits", plain(|| filled(&many(2_000, 0), 50, |n| glance(n, 2_000)))),
        ("small actions", plain(|| filled(&many(10, 0), 1, |n| glance(n, 10)))),
        ("small actions, last impossible", plain(|| last(filled(&many(10, 0), 1, |n| glance(n, 10))))),
        ("moves in a long list", plain(|| filled(&many(3_000, 0), 50, |_| move_first(3_000)))),
        ("edits of a list turned round", plain(|| filled(&turned(3_000), 50, |n| glance(n, 3_000)))),
        ("categories to and fro", plain(|| filled(&many(3_000, 0), 50, |_| categories()))),
        ("scales to and fro", plain(|| filled(&many(3_000, 0), 50, |_| scales()))),
        ("a person added and removed", plain(|| filled(&many(3_000, 0), 50, add_and_remove))),
        ("votes of people turned round", plain(|| filled(&seated(), 1, vote))),
        (
            "large texts touched again and again",
            plain(|| filled(&many(100, 60_000), 100, |n| glance(n, 100))),
        ),
        ("the least edits there are", plain(|| filled(&many(1, 0), 100, |_| Edit::ForgetCard(key("a"))))),
        ("risks added", plain(|| filled(&many(0, 0), 1, |n| add_risk(n + 1)))),
        ("solutions added", plain(|| filled(&many(0, 0), 1, |n| add_solution(n + 1)))),
        ("topics added", plain(|| filled(&many(0, 0), 1, |n| add_topic(n + 1)))),
        ("whole sessions put in place", plain(replaced)),
        ("undone and done again", plain(undone)),
        ("a journal of small actions", Box::new(|| journal(&many(10, 0), |n| glance(n, 10)))),
        ("a journal of moves", Box::new(|| journal(&many(3_000, 0), |_| move_first(3_000)))),
        ("a journal on large texts", Box::new(|| journal(&many(100, 60_000), |n| glance(n, 100)))),
        ("a journal of drafts", Box::new(drafts)),
    ]
}

fn key(text: &str) -> Key {
    Key::new(text).unwrap()
}

fn now() -> Timestamp {
    "2026-01-15T10:00:00Z".parse().unwrap()
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap()
}

fn r(n: usize) -> RiskId {
    RiskId::new(number(n)).unwrap()
}

fn empty() -> Session {
    let template = template(Lang::En).unwrap();
    Session::new(Uid::from_bits(7), Title::new("Worst").unwrap(), now(), 1, &template)
}

fn risk(n: usize) -> Risk {
    Risk::new(r(n), Uid::from_bits(1000 + n as u128), Title::new("x").unwrap(), now())
}

fn many(risks: usize, characters: usize) -> Session {
    let mut session = empty();
    for n in 1..=risks {
        let mut risk = risk(n);
        let text = "x".repeat(characters / 3);
        risk.cause = Note::new(text.clone()).unwrap();
        risk.consequence = Note::new(text.clone()).unwrap();
        risk.hit.note = Note::new(text).unwrap();
        session.risks.push(Arc::new(risk));
    }
    session
}

fn turned(risks: usize) -> Session {
    let mut session = many(risks, 0);
    session.risks.reverse();
    session
}

fn seated() -> Session {
    let mut session = many(10, 0);
    session.people = (1..=500).rev().map(person).collect();
    session
}

fn person(n: usize) -> Participant {
    let name = Name::new("x").unwrap();
    Participant { id: PersonId::new(number(n)).unwrap(), name, team: None, seat: Seat::Voter, present: true }
}

fn glance(n: usize, of: usize) -> Edit {
    let glance = if (n / of).is_multiple_of(2) { Glance::Large } else { Glance::Small };
    Edit::Risk(r(n % of + 1), RiskEdit::Money(glance))
}

fn move_first(of: usize) -> Edit {
    Edit::Risk(r(of / 2), RiskEdit::MoveBefore(None))
}

fn categories() -> Edit {
    let category = Category { key: key("a"), name: Name::new("a").unwrap() };
    Edit::Session(SessionEdit::Categories(vec![category]))
}

fn scales() -> Edit {
    Edit::Session(SessionEdit::Scales(empty().scales))
}

fn add_and_remove(n: usize) -> Edit {
    let who = person(n / 2 + 1);
    let id = who.id;
    if n.is_multiple_of(2) { Edit::AddPerson(who) } else { Edit::Person(id, PersonEdit::Remove) }
}

fn vote(n: usize) -> Edit {
    let votes: Vec<String> = (1..=500).map(|who| format!("P{who}:3")).collect();
    let votes = votes.join(" ").parse().unwrap();
    Edit::Risk(r(n % 10 + 1), RiskEdit::Vote(riskroom::domain::Cell::Probability, votes))
}

fn add_risk(n: usize) -> Edit {
    Edit::AddRisk(Box::new(risk(n)))
}

fn add_solution(n: usize) -> Edit {
    let id = SolutionId::new(number(n)).unwrap();
    let approach = riskroom::domain::Approach::Prevent;
    let title = Title::new("x").unwrap();
    Edit::AddSolution(Box::new(Solution::new(id, Uid::from_bits(n as u128), title, approach)))
}

fn add_topic(n: usize) -> Edit {
    let id = TopicId::new(number(n)).unwrap();
    Edit::AddTopic(Topic { id, text: Title::new("x").unwrap(), state: TopicState::Parked })
}

fn entry(seq: usize, kind: EntryKind) -> Entry {
    Entry { seq: seq as u64, at: now(), action: key("x"), kind }
}

/// A file of this session without a history.
fn body(session: &Session, entries: &[Entry]) -> Vec<u8> {
    let text = String::from_utf8(format::encode(&History::new(session.clone())).unwrap()).unwrap();
    let (_, body) = text.split_once('\n').unwrap();
    let mut lines = String::new();
    for entry in entries {
        write!(lines, "\n            {},", ron::to_string(entry).unwrap()).unwrap();
    }
    let body = body.replacen("entries: []", &format!("entries: [{lines}\n        ]"), 1);
    let body = body.replacen("entries: 0", &format!("entries: {}", entries.len()), 1);
    sealed(&body)
}

fn sealed(body: &str) -> Vec<u8> {
    format!("// riskroom session 2 · sha256:{}\n{body}", Hash::of(body.as_bytes())).into_bytes()
}

/// A file filled up with these edits, so many in each action. What its session stands at is what it began with.
fn filled(base: &Session, each: usize, edit: impl Fn(usize) -> Edit) -> Vec<u8> {
    let room = LIMIT - body(base, &[]).len() - 100;
    let (mut entries, mut size, mut done) = (Vec::new(), 0, 0);
    loop {
        let edits: Vec<Edit> = (done..done + each).map(&edit).collect();
        let entry = entry(entries.len() + 1, EntryKind::Do(edits));
        size += ron::to_string(&entry).unwrap().len() + "\n            ,".len();
        if size > room
            || done > 9_900 && matches!(edit(0), Edit::AddRisk(_) | Edit::AddSolution(_) | Edit::AddTopic(_))
        {
            return body(base, &entries);
        }
        done += each;
        entries.push(entry);
    }
}

/// The same with an impossible last action.
fn last(file: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8(file).unwrap();
    let (_, body) = text.split_once('\n').unwrap();
    let at = body.rfind("R1").unwrap();
    let body = format!("{}R99{}", &body[..at], &body[at + 2..]);
    sealed(&body)
}

fn replaced() -> Vec<u8> {
    let mut entries = Vec::new();
    for n in 1..=10 {
        let mut session = many(2_000, 0);
        session.seed = n as u64;
        entries.push(entry(n, EntryKind::Replaced(Box::new(session))));
    }
    body(&many(0, 0), &entries)
}

fn undone() -> Vec<u8> {
    let mut entries = vec![entry(1, EntryKind::Do(vec![glance(0, 10)]))];
    for n in 2..150_000 {
        entries.push(entry(n, if n % 2 == 0 { EntryKind::Undo } else { EntryKind::Redo }));
    }
    body(&many(3_000, 0), &entries)
}

/// A journal as long as one may be, on a file of this session.
fn journal(base: &Session, edit: impl Fn(usize) -> Edit) -> Case {
    let records = |n: usize| {
        let entry = entry(n + 1, EntryKind::Do(vec![edit(n)]));
        (n as u64 + 1, Record::Entry(Arc::new(entry)))
    };
    with_journal(base, records)
}

fn drafts() -> Case {
    let draft = journal::Draft { purpose: "x".to_owned(), text: "x".repeat(1000) };
    with_journal(&many(1, 0), |_| (0, Record::Drafts(vec![draft.clone()])))
}

fn with_journal(base: &Session, record: impl Fn(usize) -> (u64, Record)) -> Case {
    let session = body(base, &[]);
    let head = Head { id: Uid::from_bits(7), revision: 0, hash: Hash::of(&session), path: String::new() };
    let mut text = journal::first_line(&head);
    for n in 0.. {
        let (revision, record) = record(n);
        let line = journal::line(revision, &record).unwrap();
        if text.len() + line.len() > usize::try_from(journal::LIMIT).unwrap() {
            break;
        }
        text.push_str(&line);
    }
    Case { session, journal: Some(text) }
}
