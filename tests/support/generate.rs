//! Large believable meetings, the same for the same seed: for benches and for tests of what grows.
//!
//! Self-contained, so that a bench can take this file in by its path. The demo is elsewhere: it is told, not drawn.

use jiff::Timestamp;
use jiff::civil::date;
use riskroom::domain::{
    Agreed, Approach, Assessment, Ballot, Cell, Cells, Decision, Edit, Effort, Evidence, Glance, History,
    Hit, Key, Level, Line, Link, Money, Name, Note, Participant, PersonId, Risk, RiskId, Round, Seat,
    Session, Solution, SolutionId, Status, Title, Uid, Vote, Votes,
};
use riskroom::text::catalogue::Lang;
use riskroom::text::template::template;

const SOLUTIONS: u32 = 20;
const EVENTS: [&str; 10] = [
    "Prices are imported with the wrong decimal point",
    "The payment provider does not answer",
    "Orders do not reach the warehouse",
    "Address look-up gives no result",
    "The shop is slow under its own campaign",
    "Voucher codes are guessed by robots",
    "A mailing goes to customers who left",
    "Product pages disappear from search",
    "A helper app overwrites the stock",
    "Nobody on shift can roll a release back",
];
const PLACES: [&str; 6] =
    ["in Spain", "in Portugal", "in France", "on phones", "at night", "on the marketplace"];
const NAMES: [&str; 12] =
    ["Ana", "Ben", "Chloé", "Diego", "Elif", "Finn", "Greta", "Hugo", "Inês", "Jan", "Kim", "Łucja"];
const TEAMS: [&str; 4] = ["IT", "Marketing", "Operations", "Customer care"];

/// A session with so many risks, every cell voted on by so many voters and agreed, and 20 linked solutions.
pub(crate) fn session_with(risks: usize, voters: usize, seed: u64) -> Session {
    (**history_with(risks, voters, seed).session()).clone()
}

/// The same with its history: one entry per participant, risk and solution.
pub(crate) fn history_with(risks: usize, voters: usize, seed: u64) -> History {
    let mut draw = Draw(seed);
    let template = template(Lang::En).unwrap();
    let start: Timestamp = "2026-01-15T09:00:00Z".parse().unwrap();
    let title = Title::new(format!("{risks} risks, {voters} voters")).unwrap();
    let base = Session::new(draw.uid(), title, start, seed, &template);
    let categories: Vec<Key> = base.categories.iter().map(|category| category.key.clone()).collect();
    let mut history = History::new(base);
    let mut now = start;
    let mut commit = |history: &mut History, action: &str, edit: Edit| {
        now += jiff::SignedDuration::from_secs(20);
        history.commit(now, Key::new(action).unwrap(), vec![edit]).unwrap();
    };
    for place in 0..voters {
        let person = participant(history.next_person(), place);
        commit(&mut history, "add-person", Edit::AddPerson(person));
    }
    let voters: Vec<PersonId> = history.session().people.iter().map(|person| person.id).collect();
    for _ in 0..risks {
        let risk = draw.risk(history.next_risk(), &categories, &voters, start);
        commit(&mut history, "add-risk", Edit::AddRisk(Box::new(risk)));
    }
    for _ in 0..SOLUTIONS {
        let solution = draw.solution(history.next_solution(), history.session());
        commit(&mut history, "add-solution", Edit::AddSolution(Box::new(solution)));
    }
    history
}

fn participant(id: PersonId, place: usize) -> Participant {
    let name = match place / NAMES.len() {
        0 => NAMES[place].to_owned(),
        round => format!("{} {}", NAMES[place % NAMES.len()], round + 1),
    };
    let team = Some(Name::new(TEAMS[place % TEAMS.len()]).unwrap());
    Participant { id, name: Name::new(name).unwrap(), team, seat: Seat::Voter, present: true }
}

/// `SplitMix64`: small, and the same on every machine.
struct Draw(u64);

impl Draw {
    fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.bits() % u64::try_from(end).unwrap()).unwrap()
    }

    fn one<T: Clone>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())].clone()
    }

    fn uid(&mut self) -> Uid {
        Uid::from_bits(u128::from(self.bits()) << 64 | u128::from(self.bits()))
    }

    fn level(&mut self) -> Level {
        let number = self.one(&[1, 2, 2, 3, 3, 3, 4, 4, 5]);
        Level::new(number).unwrap()
    }

    /// A level near this one.
    fn near(&mut self, level: Level) -> Level {
        let number = i16::from(level.number()) + self.one(&[-2, -1, -1, 0, 0, 0, 0, 1, 1, 2]);
        Level::new(u8::try_from(number.clamp(1, 5)).unwrap()).unwrap()
    }

    fn risk(&mut self, id: RiskId, categories: &[Key], room: &[PersonId], added: Timestamp) -> Risk {
        let title = format!("{} {} ({})", self.one(&EVENTS), self.one(&PLACES), id.number());
        let mut risk = Risk::new(id, self.uid(), Title::new(title).unwrap(), added);
        risk.category = Some(self.one(categories));
        risk.cause = Note::new(format!("Somebody changed it {}.", self.one(&PLACES))).unwrap();
        risk.consequence = Note::new("Customers leave, and support hears of it first.").unwrap();
        risk.money = self.one(&Glance::ALL);
        risk.marketing = self.one(&Glance::ALL);
        risk.evidence = self.one(&Evidence::ALL);
        risk.hit = Hit {
            tags: vec![Name::new("customers").unwrap(), Name::new("orders").unwrap()],
            ..Hit::default()
        };
        risk.owner = Some(Name::new(self.one(&NAMES)).unwrap());
        risk.said_by = (!room.is_empty()).then(|| self.one(room));
        risk.decision = self.one(&[Decision::Undecided, Decision::Treat, Decision::Treat]);
        risk.cells = Cells::from_fn(|_| self.assessment(room));
        risk
    }

    fn assessment(&mut self, room: &[PersonId]) -> Assessment {
        let level = self.level();
        let agreed = Some(Agreed { level, reason: Line::default() });
        if room.is_empty() {
            return Assessment { agreed, rounds: Vec::new() };
        }
        let mut cast = Vec::with_capacity(room.len());
        for &who in room {
            let unknown = self.below(20) == 0;
            let ballot = if unknown { Ballot::DontKnow } else { Ballot::Level(self.near(level)) };
            cast.push(Vote { who, ballot });
        }
        Assessment { agreed, rounds: vec![Round { votes: Votes(cast), revealed: true }] }
    }

    fn solution(&mut self, id: SolutionId, session: &Session) -> Solution {
        let title = format!("Check it twice {} ({})", self.one(&PLACES), id.number());
        let approach = self.one(&Approach::ALL);
        let mut solution = Solution::new(id, self.uid(), Title::new(title).unwrap(), approach);
        solution.changes.process = true;
        solution.changes.software = self.below(2) == 0;
        solution.owner = Some(Name::new(self.one(&NAMES)).unwrap());
        solution.due = Some(date(2026, 2, self.one(&[1, 8, 15, 22])));
        solution.status = self.one(&Status::ALL);
        solution.cost_once = Money::try_from(self.bits() % 20 * 500).ok();
        solution.effort = Some(self.one(&Effort::ALL));
        for _ in 0..session.risks.len().min(5) {
            let risk = self.one(&session.risks);
            let lever: Cell = self.one(approach.levers());
            let current = risk.cells.at(lever).level().unwrap();
            let expected = Level::new(current.number().saturating_sub(2).max(1)).unwrap();
            if solution.link(risk.id, lever).is_none() {
                solution.links.push(Link { risk: risk.id, lever, expected });
            }
        }
        solution
    }
}
