//! The real program is killed again and again, and what its screen called saved is there.
//!
//! `RISKROOM_KILLS=10000 cargo test kills` goes on for longer.

mod again;

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

use riskroom::domain::{History, Level};
use riskroom::store::paths::Places;
use riskroom::store::recover;
use riskroom::store::storage::Disk;
use vt100::Screen;

use crate::support::dice::Dice;
use crate::support::pty::{Home, Window};

/// How often the program is killed if nobody says otherwise.
const KILLS: u64 = 200;
/// Two windows at a time, as many as the smallest machine has processors.
const HANDS: u64 = 2;
/// More risks than these do not fit on the screen.
const RISKS: usize = 20;
/// Longer than anything takes on a busy machine.
const LONG: Duration = Duration::from_secs(30);

#[test]
fn what_the_screen_called_saved_survives_every_kill() {
    let kills = std::env::var("RISKROOM_KILLS").map_or(KILLS, |kills| kills.parse().unwrap());
    let hands: Vec<_> =
        (0..HANDS).map(|hand| thread::spawn(move || meetings(hand, kills.div_ceil(HANDS)))).collect();
    let seen: Vec<Seen> = hands.into_iter().map(|hand| hand.join().unwrap()).collect();
    let sum = |of: fn(&Seen) -> u64| seen.iter().map(of).sum::<u64>();
    assert!(sum(|seen| seen.kills) >= kills);
    // What was told as saved, and what was not and is there or not: the kills came at moments that tell something.
    let [told, early, late] = [sum(|seen| seen.told), sum(|seen| seen.early), sum(|seen| seen.late)];
    assert!(told >= kills && early > 0 && late > 0, "{told} told, {early} lost untold, {late} kept untold");
}

/// What there was to see, in numbers.
#[derive(Default)]
struct Seen {
    kills: u64,
    /// Actions told as saved.
    told: u64,
    /// Kills before something typed was on disk, which the screen had not called saved.
    early: u64,
    /// Kills after something was on disk that the screen had not called saved yet.
    late: u64,
}

/// Holds meetings and kills them.
fn meetings(hand: u64, kills: u64) -> Seen {
    let (home, mut seen) = (Home::new(), Seen::default());
    let mut meeting = Meeting::new(&home, hand, 0);
    while seen.kills < kills {
        let mut dice = Dice::new(hand << 32 | seen.kills);
        meeting.sit(&home, &mut dice, &mut seen);
        if meeting.now().table.len() + 6 > RISKS {
            meeting = Meeting::new(&home, hand, seen.kills);
        }
    }
    seen
}

/// The risks by title, each with its level of probability, 0 for none.
type Table = Vec<(String, u8)>;

/// How a meeting stands after an action.
#[derive(Debug, Clone, Default)]
struct State {
    table: Table,
    past: Vec<Table>,
    future: Vec<Table>,
}

#[derive(Debug, Clone)]
enum Action {
    Add(String),
    Level(u8),
    Undo,
    Redo,
}

impl State {
    fn after(&self, action: &Action) -> Self {
        let Self { mut table, mut past, mut future } = self.clone();
        match action {
            Action::Undo => {
                future.push(std::mem::replace(&mut table, past.pop().unwrap()));
            }
            Action::Redo => {
                past.push(std::mem::replace(&mut table, future.pop().unwrap()));
            }
            Action::Add(_) | Action::Level(_) => {
                past.push(table.clone());
                future.clear();
            }
        }
        match action {
            Action::Add(title) => table.push((title.clone(), 0)),
            Action::Level(level) => table[0].1 = *level,
            Action::Undo | Action::Redo => {}
        }
        Self { table, past, future }
    }

    /// What the screen shows of it: how many risks, and the first one's level.
    fn shown(&self) -> Shown {
        Shown { risks: self.table.len(), level: self.table.first().map_or(0, |risk| risk.1) }
    }

    /// Actions typed in one go: a few risks, or one of the others.
    fn choose(&self, name: &str, dice: &mut Dice) -> Vec<Action> {
        match dice.below(10) {
            0 | 1 if !self.past.is_empty() => vec![Action::Undo],
            2 if !self.future.is_empty() => vec![Action::Redo],
            3..=5 if !self.table.is_empty() => {
                let others: Vec<u8> = (1..=5).filter(|level| *level != self.table[0].1).collect();
                vec![Action::Level(dice.one(&others))]
            }
            _ => (0..=dice.below(3)).map(|number| Action::Add(format!("{name} {number}"))).collect(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Shown {
    risks: usize,
    level: u8,
}

impl Shown {
    /// Nothing if the grid is not on the screen.
    fn on(screen: &Screen) -> Option<Self> {
        let rows: Vec<String> = screen.rows(0, 120).collect();
        let (before, _) = rows.get(1)?.split_once(" scored ")?;
        let risks = before.rsplit(' ').next()?.parse().ok()?;
        let column = rows.get(2)?.split_once(" P ")?.0.chars().count() + 1;
        let cell = rows.get(3)?.chars().nth(column)?;
        Some(Self { risks, level: cell.to_digit(10).map_or(0, |digit| u8::try_from(digit).unwrap()) })
    }
}

/// A session that is worked on in one window after the other.
struct Meeting {
    path: PathBuf,
    /// How it stands after each action; the place is the revision.
    states: Vec<State>,
}

impl Meeting {
    fn new(home: &Home, hand: u64, number: u64) -> Self {
        let title = format!("Meeting {hand} {number}");
        let mut window = home.start(&["--theme", "dark", "new", &title]);
        window.wait_for("IDENTIFY").keys("qq");
        assert_eq!(window.end(), 0);
        let is_it = |path: &PathBuf| path.to_string_lossy().contains(&format!("meeting-{hand}-{number}-"));
        let path = home.sessions().into_iter().find(is_it).unwrap();
        Self { path, states: vec![State::default()] }
    }

    fn now(&self) -> &State {
        self.states.last().unwrap()
    }

    fn revision(&self) -> usize {
        self.states.len() - 1
    }

    /// One window, from start to kill.
    fn sit(&mut self, home: &Home, dice: &mut Dice, seen: &mut Seen) {
        let mut window = home.start(&["--theme", "dark", self.path.to_str().unwrap()]);
        let mut told = self.revision();
        if dice.percent(15) {
            // It has hardly begun.
            listen(&mut window, Instant::now() + delay(dice, 60), |_| {});
            window.kill();
        } else {
            window.wait_until("a step", |screen| {
                ["[1 IDENTIFY]", "[2 ASSESS]"].iter().any(|step| screen.contents().contains(step))
            });
            window.keys("ga").wait_until("the grid", |screen| Shown::on(screen).is_some());
            for turn in 0..=dice.below(4) {
                told = told.max(self.turn(&mut window, dice, seen.kills, turn));
            }
            told = told.max(self.last_turn(&mut window, dice, seen.kills));
        }
        seen.kills += 1;
        self.check(home, told, &window, seen);
    }

    /// Types something and waits until it is seen; gives the revision told as saved.
    fn turn(&mut self, window: &mut Window, dice: &mut Dice, kill: u64, turn: usize) -> usize {
        let from = self.revision();
        let keys = self.act(&format!("Risk {kill}.{turn}"), dice);
        window.keys(&keys);
        let mut told = from.min(self.told(window.screen(), from));
        let (until, whole, waits) = (Instant::now() + LONG, self.now().shown(), dice.percent(50));
        let ends = |meeting: &Self, screen: &Screen, told: usize| {
            Shown::on(screen) == Some(whole) && (!waits || told == meeting.revision())
        };
        while !ends(self, window.screen(), told) {
            assert!(window.listen_until(until), "{whole:?} is not seen:\n{}", window.contents());
            told = told.max(self.told(window.screen(), from));
        }
        if keys.starts_with('a') {
            // The last row of a frame may come later than its first.
            window.wait_for("letters type").keys("\x1b").wait_without("letters type");
        }
        told
    }

    /// Types something and kills the program meanwhile; gives the revision told as saved.
    fn last_turn(&mut self, window: &mut Window, dice: &mut Dice, kill: u64) -> usize {
        let from = self.revision();
        let keys = self.act(&format!("Risk {kill}.last"), dice);
        window.keys(&keys);
        let mut told = 0;
        // Most of it is on disk within a millisecond or two, the rest when a disk is slow.
        let longest = dice.one(&[1, 5, 40]);
        listen(window, Instant::now() + delay(dice, longest), |screen| {
            told = told.max(self.told(screen, from));
        });
        window.kill();
        told.max(self.told(window.screen(), from))
    }

    /// Chooses what is done next, and gives the keys for it.
    fn act(&mut self, name: &str, dice: &mut Dice) -> String {
        let actions = self.now().choose(name, dice);
        let mut keys = String::new();
        for action in &actions {
            self.states.push(self.now().after(action));
            match action {
                Action::Add(title) => {
                    keys.push_str(if keys.is_empty() { "a" } else { "" });
                    write!(keys, "{title}\r").unwrap();
                }
                // To the first risk and its first cell.
                Action::Level(level) => write!(keys, "gghhhh{level}").unwrap(),
                Action::Undo => keys.push('u'),
                Action::Redo => keys.push('U'),
            }
        }
        keys
    }

    /// The revision the screen calls saved, if it stands at one after this; otherwise this or an earlier one.
    fn told(&self, screen: &Screen, from: usize) -> usize {
        let head = screen.rows(0, 120).next().unwrap_or_default();
        let is_saved = head.contains(" saved ") && head.trim_end().ends_with('✓');
        let Some(shown) = Shown::on(screen).filter(|_| is_saved) else { return 0 };
        (from..self.states.len()).rev().find(|revision| self.states[*revision].shown() == shown).unwrap_or(0)
    }

    /// Reads what is left of it after a kill and goes on from there.
    fn check(&mut self, home: &Home, told: usize, window: &Window, seen: &mut Seen) {
        let history = recovered(home, &self.path);
        let revision = usize::try_from(history.revision()).unwrap();
        let last = self.revision();
        let found = table(&history);
        let context = || {
            format!("kill {}: told {told}, typed {last}, found {revision}\n{}", seen.kills, window.contents())
        };
        assert!(told <= revision && revision <= last, "{}", context());
        assert_eq!(found, self.states[revision].table, "{}", context());
        seen.told += u64::try_from(told).unwrap();
        seen.early += u64::from(revision < last);
        seen.late += u64::from(revision > told);
        self.states.truncate(revision + 1);
    }
}

/// Looks at the screen whenever something has come, until then.
fn listen(window: &mut Window, until: Instant, mut look: impl FnMut(&Screen)) {
    while window.listen_until(until) {
        look(window.screen());
    }
}

fn delay(dice: &mut Dice, milliseconds: usize) -> Duration {
    Duration::from_micros(u64::try_from(dice.below(milliseconds * 1000)).unwrap())
}

fn table(history: &History) -> Table {
    let risks = history.session().risks.iter();
    risks.map(|risk| (risk.title.to_string(), risk.levels().probability.map_or(0, Level::number))).collect()
}

/// What there is to be had of a session.
fn recovered(home: &Home, path: &Path) -> History {
    recover::read(&Disk, &Places::within(home.path()), path).unwrap().history
}
