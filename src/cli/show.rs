//! `riskroom show FILE`: a session on paper, as far as the room has seen it. Votes that are hidden stay hidden.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use super::{Exit, Surroundings, say};
use crate::domain::residual::{Counting, residuals};
use crate::domain::robustness::{Robustness, Standing, TOP, WeightsAre};
use crate::domain::{
    Ballot, Cells, Decision, Duel, Glance, Level, Place, Priority, Ranking, Risk, RiskId, Seat, Session,
    Vote, Votes,
};
use crate::store::paths::Places;
use crate::store::recover;
use crate::store::sentence;
use crate::text::catalogue::Catalogue;
use crate::text::formula::formula;
use crate::text::keys::{approach_key, glance_key, status_key};
use crate::text::safe::Safe;

pub(super) fn run(
    path: &Path,
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Exit {
    match recover::read(around.storage, places, path) {
        Ok(opened) => {
            let session = opened.history.session();
            let day = session.created.to_zoned(around.zone.clone()).date();
            let page = Page { session, catalogue, text: String::new() };
            let printed = around.print(&page.written(&day.to_string()));
            printed.or_worse(around.tell_waiting(&opened.unread, catalogue))
        }
        Err(error) => around.complain(Exit::from(&error), &sentence::trouble(&error, path, catalogue)),
    }
}

/// In longer lists, how firm the ranks are is not worth the wait.
const DRAWN: usize = 500;

/// What is printed, and what it is printed from.
struct Page<'s> {
    session: &'s Session,
    catalogue: &'s Catalogue,
    text: String,
}

impl<'s> Page<'s> {
    fn written(mut self, day: &str) -> String {
        let state = self.word(if self.session.is_closed() { "show-closed" } else { "show-open" });
        self.line(0, &Safe::new(&self.session.title));
        self.line(0, &separated(&[&Safe::new(&self.session.shop), day, state]));
        self.people();
        self.risks();
        self.solutions();
        self.text
    }

    fn people(&mut self) {
        self.heading("show-people");
        for person in &self.session.people {
            let team = person.team.as_ref().map(|team| format!(" ({})", Safe::new(team))).unwrap_or_default();
            let seat = match person.seat {
                Seat::Voter => "",
                Seat::Observer => self.word("show-observer"),
            };
            let absent = if person.present { "" } else { self.word("show-absent") };
            let name = format!("{} {}{team}", person.id, Safe::new(&person.name));
            self.line(1, &separated(&[&name, seat, absent]));
        }
        self.nothing(self.session.people.is_empty());
    }

    fn risks(&mut self) {
        let session = self.session;
        let ranking = Ranking::of(session);
        let rows = rows(session, &ranking);
        let listed = || ranking.order.iter().filter_map(|id| rows.get(id));
        for (heading, is_scored) in [("show-ranked", true), ("show-unscored", false)] {
            self.heading(heading);
            let part = || listed().filter(|row| row.priority.scored == is_scored);
            part().for_each(|row| self.risk(row));
            self.nothing(part().count() == 0);
        }
        self.aside();
    }

    fn risk(&mut self, row: &Row<'_>) {
        let risk = row.risk;
        let rank = row.rank.map_or_else(|| "–".to_owned(), |rank| rank.to_string());
        self.line(1, &format!("{rank}. {} {}", risk.id, Safe::new(&risk.title)));
        let formula_line = formula(&risk.levels(), self.session.weights, row.priority, self.catalogue);
        let standing = row.standing.map(|standing| self.standing(&rank, standing)).unwrap_or_default();
        self.line(2, &separated(&[&formula_line, &standing]));
        let signs = risk.cells.iter().map(|(cell, it)| {
            let level = it.level().map_or_else(|| "·".to_owned(), |level| level.number().to_string());
            format!("{} {level}", cell.sign())
        });
        let cells = signs.collect::<Vec<_>>().join("  ");
        let owner = risk.owner.as_deref().map(|owner| self.say("show-owner", &[("owner", owner)]));
        let decision = self.decision(&risk.decision).unwrap_or_default();
        self.line(2, &separated(&[&cells, &owner.unwrap_or_default(), &decision]));
        if let Some(duel) = row.duel {
            let key = if duel.reason.is_empty() { "show-duel-untold" } else { "show-duel" };
            let second = duel.second.to_string();
            let line = self.say(key, &[("risk", &second), ("reason", &duel.reason)]);
            self.line(2, &line);
        }
        if risk.dots > 0 {
            let line = self.say("show-dots", &[("dots", &risk.dots.to_string())]);
            self.line(2, &line);
        }
        self.first_glance(risk);
        self.votes(risk);
        if row.is_linked {
            let [chosen, today] = [row.chosen, row.today].map(|levels| {
                let priority = self.session.priority_of(risk, &levels);
                formula(&levels, self.session.weights, &priority, self.catalogue)
            });
            let line = self.say("show-residual", &[("chosen", &chosen), ("today", &today)]);
            self.line(2, &line);
        }
    }

    /// `rank 3 (2–6), top 10 in 97 %`, and whether it is firm.
    fn standing(&self, rank: &str, standing: Standing) -> String {
        let (best, worst) = (standing.best.to_string(), standing.worst.to_string());
        let (count, percent) = (TOP.to_string(), standing.top.to_string());
        let args =
            [("rank", rank), ("best", &best), ("worst", &worst), ("count", &count), ("percent", &percent)];
        let firm = if standing.firm { self.word("show-firm") } else { "" };
        separated(&[&self.say("show-standing", &args), firm])
    }

    /// The first glance, which is out of sight while votes run.
    fn first_glance(&mut self, risk: &Risk) {
        if risk.has_hidden_votes() || (risk.money, risk.marketing) == (Glance::Nothing, Glance::Nothing) {
            return;
        }
        let [money, marketing] = [risk.money, risk.marketing].map(|it| self.word(glance_key(it)));
        let line = self.say("show-first-glance", &[("money", money), ("marketing", marketing)]);
        self.line(2, &line);
    }

    /// What the room has seen of the votes, and that there are more.
    fn votes(&mut self, risk: &Risk) {
        for (cell, assessment) in risk.cells.iter() {
            if let Some(votes) = assessment.revealed() {
                let votes = self.ballots(votes);
                let line = self.say("show-votes", &[("cell", cell.sign()), ("votes", &votes)]);
                self.line(2, &line);
            }
            if assessment.is_voting() {
                let line = self.say("show-hidden", &[("cell", cell.sign())]);
                self.line(2, &line);
            }
        }
    }

    fn ballots(&self, votes: &Votes) -> String {
        let ballot = |vote: &Vote| {
            let who = self
                .session
                .person(vote.who)
                .map_or_else(|| vote.who.to_string(), |person| person.name.to_string());
            match vote.ballot {
                Ballot::Level(level) => format!("{who} {}", level.number()),
                Ballot::DontKnow => format!("{who} ?"),
            }
        };
        votes.0.iter().map(ballot).collect::<Vec<_>>().join(", ")
    }

    fn decision(&self, decision: &Decision) -> Option<String> {
        let key = match decision {
            Decision::Undecided => return None,
            Decision::Treat => "decision-treat",
            Decision::Accept { .. } => "decision-accept",
            Decision::Transfer { .. } => "decision-transfer",
            Decision::Avoid { .. } => "decision-avoid",
        };
        let review = decision.review().map(|day| self.say("show-review", &[("date", &day.to_string())]));
        let parts = [self.word(key).to_owned(), decision.reason().to_owned(), review.unwrap_or_default()];
        let told: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        Some(self.say("show-decision", &[("decision", &told.join(", "))]))
    }

    /// The risks that are not on the list.
    fn aside(&mut self) {
        let session = self.session;
        let aside: Vec<(&Risk, String)> = session
            .risks
            .iter()
            .filter_map(|risk| match risk.place {
                Place::List => None,
                Place::Parked => Some((&**risk, self.word("show-parked").to_owned())),
                Place::Bin => Some((&**risk, self.word("show-binned").to_owned())),
                Place::Merged { into } => {
                    Some((&**risk, self.say("show-merged", &[("risk", &into.to_string())])))
                }
            })
            .collect();
        if !aside.is_empty() {
            self.heading("show-aside");
        }
        for (risk, place) in aside {
            self.line(1, &format!("{} {}, {place}", risk.id, Safe::new(&risk.title)));
        }
    }

    fn solutions(&mut self) {
        let session = self.session;
        self.heading("show-solutions");
        for solution in session.solutions.iter().filter(|solution| !solution.binned) {
            self.line(1, &format!("{} {}", solution.id, Safe::new(&solution.title)));
            let owner = solution.owner.as_deref().map(|owner| self.say("show-owner", &[("owner", owner)]));
            let due = solution.due.map(|due| self.say("show-due", &[("due", &due.to_string())]));
            let args = [
                ("status", self.word(status_key(solution.status))),
                ("approach", self.word(approach_key(solution.approach))),
                ("owner", owner.as_deref().unwrap_or(self.word("show-no-one"))),
                ("due", due.as_deref().unwrap_or(self.word("show-no-date"))),
            ];
            let line = self.say("show-status", &args);
            self.line(2, &line);
            for link in &solution.links {
                let (risk, level) = (link.risk.to_string(), link.expected.number().to_string());
                let args = [("risk", risk.as_str()), ("cell", link.lever.sign()), ("level", &level)];
                let line = self.say("show-link", &args);
                self.line(2, &line);
            }
        }
        self.nothing(!session.solutions.iter().any(|solution| !solution.binned));
    }

    /// A word of the catalogue, which outlives the page.
    fn word(&self, key: &'s str) -> &'s str {
        self.catalogue.text(key)
    }

    fn say(&self, key: &str, args: &[(&str, &str)]) -> String {
        say(self.catalogue, key, args)
    }

    fn heading(&mut self, key: &'s str) {
        self.text.push('\n');
        let heading = self.word(key);
        self.line(0, heading);
    }

    fn nothing(&mut self, is_empty: bool) {
        if is_empty {
            self.line(1, self.catalogue.text("show-nothing"));
        }
    }

    fn line(&mut self, indent: usize, line: &str) {
        self.text.extend(std::iter::repeat_n("  ", indent));
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// A risk with all that is derived of it.
struct Row<'s> {
    risk: &'s Risk,
    priority: &'s Priority,
    rank: Option<u32>,
    /// How firm its rank is, if that was drawn.
    standing: Option<Standing>,
    /// The levels if all chosen solutions are done.
    chosen: Cells<Option<Level>>,
    /// The levels as of today.
    today: Cells<Option<Level>>,
    /// Whether a solution works on it.
    is_linked: bool,
    /// What put it before the next one it is tied with.
    duel: Option<&'s Duel>,
}

fn rows<'s>(session: &'s Session, ranking: &'s Ranking) -> HashMap<RiskId, Row<'s>> {
    let board = session.solutions.iter().filter(|solution| !solution.binned);
    let linked: HashSet<RiskId> = board.flat_map(|it| &it.links).map(|link| link.risk).collect();
    let scored = ranking.ranks.iter().flatten().count();
    let pairs = ranking.order.iter().zip(ranking.order.iter().skip(1)).zip(&ranking.ties);
    let won = pairs.filter(|(_, tied)| **tied).filter_map(|((first, second), _)| {
        let duel = session.duel_of(*first, *second).filter(|duel| duel.first == *first)?;
        Some((*first, duel))
    });
    let won: HashMap<RiskId, &Duel> = won.collect();
    let robust =
        if scored <= DRAWN { Robustness::of(session, WeightsAre::Drawn) } else { Robustness::default() };
    let priorities = ranking.priorities.iter().zip(&ranking.ranks);
    let levels = residuals(session, Counting::Chosen).into_iter().zip(residuals(session, Counting::Done));
    let parts = session.risks.iter().zip(priorities).zip(levels);
    parts
        .map(|((risk, (priority, rank)), (chosen, today))| {
            let is_linked = linked.contains(&risk.id);
            let standing = robust.standing(risk.id).copied();
            let duel = won.get(&risk.id).copied();
            (risk.id, Row { risk, priority, rank: *rank, standing, chosen, today, is_linked, duel })
        })
        .collect()
}

fn separated(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}
