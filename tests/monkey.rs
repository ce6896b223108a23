//! Ten thousand keys by a monkey that knows the keyboard: nothing breaks, and nothing is lost.

use std::collections::BTreeMap;
use std::path::PathBuf;

use rand_pcg::Pcg64Mcg;
use rand_pcg::rand_core::Rng;
use riskroom::app::chord::Sequence;
use riskroom::app::{Action, Chord, Event, Key, Place, Row, TABLE};
use riskroom::store::recover;
use riskroom::store::storage::Disk;

use crate::flows::library::room_with;
use crate::recover::overwrite;
use crate::support::room::Room;
use crate::support::sessions::small;

const KEYS: usize = 10_000;
/// How many roam the library; `RISKROOM_MONKEYS` sets another number.
const MONKEYS: u128 = 4;
const SIZES: [(u16, u16); 6] = [(120, 36), (80, 24), (60, 20), (40, 12), (7, 3), (200, 60)];
const LETTERS: &str = "aeiou rstnlm 12345 €◎ñ👩‍🚒é́\u{202e}Z";

struct Monkey {
    random: Pcg64Mcg,
    bindings: Vec<Vec<Chord>>,
    letters: Vec<char>,
}

impl Monkey {
    fn new(seed: u128) -> Self {
        // It finds the way out often enough by Esc and by letters.
        let leads_out =
            |row: &&Row| matches!(row.action, Action::Quit | Action::GoLibrary | Action::OpenDemo);
        let rows = TABLE.iter().filter(|row| !leads_out(row));
        let sequences = rows.flat_map(|row| row.keys).filter_map(|keys| Sequence::parse(keys));
        Self {
            random: Pcg64Mcg::new(seed),
            bindings: sequences.map(|keys| keys.chords().to_vec()).collect(),
            letters: LETTERS.chars().collect(),
        }
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.random.next_u64() % u64::try_from(limit).unwrap()).unwrap()
    }

    /// Mostly what is bound; where text is typed, mostly text.
    fn chords(&mut self, types: bool) -> Vec<Chord> {
        let dice = self.below(100);
        let (of_table, letters) = if types { (20, 90) } else { (80, 90) };
        if dice < of_table {
            let at = self.below(self.bindings.len());
            self.bindings[at].clone()
        } else if dice < letters {
            let at = self.below(self.letters.len());
            vec![Chord::char(self.letters[at])]
        } else {
            let keys =
                [Key::Enter, Key::Esc, Key::Tab, Key::Backspace, Key::Delete, Key::F(5), Key::Char('z')];
            let chord = Chord::plain(keys[self.below(keys.len())]);
            vec![if self.below(3) == 0 { chord.with_ctrl() } else { chord }]
        }
    }
}

/// At home there is little to play with.
fn is_at_home(room: &Room) -> bool {
    let types = room.app().typing.is_some() || room.app().overlay.is_some();
    room.app().place == Place::Home && !types
}

fn play(room: &mut Room, monkey: &mut Monkey, keys: usize) {
    let mut pressed = 0;
    while pressed < keys {
        // What comes at once is drawn once.
        let hand = 1 + monkey.below(4);
        for _ in 0..hand {
            let types = room.app().typing.is_some();
            let chords = if is_at_home(room) { vec![Chord::plain(Key::Esc)] } else { monkey.chords(types) };
            pressed += chords.len();
            room.world.queue.extend(chords.into_iter().map(Event::Key));
        }
        room.burst("");
        room.wait(1);
    }
}

fn look(room: &Room) {
    if let Some(workshop) = &room.app().workshop {
        assert_eq!(workshop.session().check(), []);
        assert!(workshop.risk.is_none_or(|id| workshop.session().risk(id).is_some()));
        assert!(workshop.solution.is_none_or(|id| workshop.session().solution(id).is_some()));
    }
}

#[test]
fn a_monkey_with_ten_thousand_keys_breaks_and_loses_nothing() {
    let mut monkey = Monkey::new(20_260_115);
    let mut room = Room::with_workshop("Monkey");
    room.world.hold();
    let mut changes = 0;
    for round in 0..KEYS / 100 {
        play(&mut room, &mut monkey, 100);
        look(&room);
        changes = changes.max(room.app().workshop.as_ref().map_or(0, |it| it.history.revision()));
        if round % 10 == 9 {
            let (width, height) = SIZES[(round / 10) % SIZES.len()];
            room.resize(width, height);
        }
        if room.app().workshop.is_none() {
            room.keys("Esc Esc Esc a 'Monkey again' Enter");
        }
        if room.has_left() {
            room = room.reload();
            room.world.hold();
        }
    }
    assert!(changes > 100, "{changes} changes only: the monkey has learned nothing");
    let room = room.reload();
    look(&room);
}

/// Any key but those that end the program, anywhere.
fn roam(room: &mut Room, monkey: &mut Monkey, keys: usize) {
    let mut pressed = 0;
    while pressed < keys {
        let types = room.app().typing.is_some();
        let chords = monkey.chords(types);
        pressed += chords.len();
        room.world.queue.extend(chords.into_iter().map(Event::Key));
        room.burst("");
        room.wait(1);
    }
}

/// How many sessions were worked on.
fn roamed(seed: u128, keys: usize) -> usize {
    let mut monkey = Monkey::new(seed);
    let mut room = room_with(9);
    room.put("broken.ron", &small());
    overwrite(
        room.app().home.selected.clone().unwrap().with_file_name("broken.ron"),
        b"// riskroom session 2\n(",
    );
    let mut acknowledged: BTreeMap<PathBuf, u64> = BTreeMap::new();
    for round in 0..keys / 100 {
        roam(&mut room, &mut monkey, 100);
        look(&room);
        if let Some(workshop) = room.app().workshop.as_ref().filter(|it| it.access.is_full()) {
            let known = acknowledged.entry(workshop.path.clone()).or_default();
            *known = (*known).max(workshop.saving.revision);
        }
        let (width, height) = SIZES[round % SIZES.len()];
        room.resize(width, height);
    }
    let places = &room.world.places;
    for (path, revision) in &acknowledged {
        let binned = places.trash.join(path.file_name().unwrap());
        let path = if path.exists() { path } else { &binned };
        let found = recover::read(&Disk, places, path)
            .unwrap_or_else(|it| panic!("seed {seed}: {} {it:?}", path.display()));
        assert!(found.history.revision() >= *revision, "seed {seed}: {}", path.display());
    }
    acknowledged.len()
}

#[test]
fn a_monkey_in_a_library_breaks_and_loses_nothing() {
    let more = std::env::var("RISKROOM_MONKEYS").ok().and_then(|count| count.parse().ok());
    let sessions: usize = (0..more.unwrap_or(MONKEYS)).map(|seed| roamed(seed, 1_000)).sum();
    assert!(sessions > 1, "the monkeys have learned nothing");
}
