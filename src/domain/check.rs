//! What is wrong with a session that came from outside: [`Session::check`].
//!
//! Types hold what they can (levels within 1..7, texts within their limits); this holds the rest. Edits keep a session
//! free of findings.

use std::collections::{HashMap, HashSet};
use std::fmt::Display;
use std::hash::Hash;
use std::sync::Arc;

use super::session::{
    MAX_CARDS, MAX_CATEGORIES, MAX_DOTS_EACH, MAX_PEOPLE, MAX_RISKS, MAX_SOLUTIONS, MAX_TOPICS,
};
use super::{Band, MAX_DUELS, MAX_WEIGHT, Place, Refusal, Risk, RiskId, Scales, Session, Verdict};

/// Something wrong at one place of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where: fields and places from the session down, such as `risks[12].category`.
    pub path: String,
    /// What.
    pub problem: Problem,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The same as an edit would be refused for.
    Refused(Refusal),
    /// The id or key stands there twice.
    Twice(String),
    /// Merges that go in a circle.
    MergeCircle(RiskId),
}

impl Session {
    /// All that is wrong, in the order of the file; empty for every session that edits have made. Of a session with
    /// more than there is room for, only that is told.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut report = |path: String, problem| findings.push(Finding { path, problem });
        self.check_settings(&mut report);
        if !self.is_within_limits() {
            return findings;
        }
        twice(self.people.iter().map(|person| person.id), "people", ".id", &mut report);
        twice(self.risks.iter().map(|risk| risk.id), "risks", ".id", &mut report);
        twice(self.risks.iter().map(|risk| risk.uid), "risks", ".uid", &mut report);
        twice(self.solutions.iter().map(|solution| solution.id), "solutions", ".id", &mut report);
        twice(self.solutions.iter().map(|solution| solution.uid), "solutions", ".uid", &mut report);
        twice(self.topics.iter().map(|topic| topic.id), "topics", ".id", &mut report);
        twice(self.cards.iter().map(|seen| &seen.card), "cards", ".card", &mut report);
        twice(self.categories.iter().map(|category| &category.key), "categories", ".key", &mut report);
        self.check_parts(&mut report);
        findings
    }

    /// The lists that have a limit, with how many they hold.
    fn limited(&self) -> [(&'static str, usize, usize); 7] {
        [
            ("people", self.people.len(), MAX_PEOPLE),
            ("risks", self.risks.len(), MAX_RISKS),
            ("solutions", self.solutions.len(), MAX_SOLUTIONS),
            ("topics", self.topics.len(), MAX_TOPICS),
            ("cards", self.cards.len(), MAX_CARDS),
            ("categories", self.categories.len(), MAX_CATEGORIES),
            ("duels", self.duels.len(), MAX_DUELS),
        ]
    }

    fn is_within_limits(&self) -> bool {
        self.limited().iter().all(|(_, length, limit)| length <= limit)
    }

    fn check_settings(&self, report: &mut impl FnMut(String, Problem)) {
        let settings = [
            ("appetite", !appetite_fits(self.appetite), Refusal::BandsDoNotRise),
            ("bands", !self.bands.is_rising(), Refusal::BandsDoNotRise),
            ("weights", self.weights.sum() == 0, Refusal::NoWeight),
            ("", self.weight() > MAX_WEIGHT, Refusal::TooLarge),
            ("dots_each", !dots_each_fit(self.dots_each), Refusal::BadDots),
            ("scales", !scales_fit(&self.scales), Refusal::ScalesDoNotFit),
        ];
        let full =
            self.limited().map(|(path, length, limit)| (path, length > limit, Refusal::Full { limit }));
        for (path, wrong, refusal) in settings.into_iter().chain(full) {
            if wrong {
                report(path.to_owned(), Problem::Refused(refusal));
            }
        }
    }

    fn check_parts(&self, report: &mut impl FnMut(String, Problem)) {
        let risks: HashSet<RiskId> = self.risks.iter().map(|risk| risk.id).collect();
        let circles = self.merge_circles();
        for (place, risk) in self.risks.iter().enumerate() {
            if let Err((field, refusal)) = self.check_stored_risk(risk) {
                report(format!("risks[{place}]{field}"), Problem::Refused(refusal));
            }
            if let Place::Merged { into } = risk.place {
                if !risks.contains(&into) {
                    report(format!("risks[{place}].place"), Problem::Refused(Refusal::NoRisk(into)));
                } else if circles.contains(&risk.id) {
                    report(format!("risks[{place}].place"), Problem::MergeCircle(risk.id));
                }
            }
        }
        for (place, solution) in self.solutions.iter().enumerate() {
            let mut linked = HashSet::new();
            for (at, link) in solution.links.iter().enumerate() {
                let path = |field: &str| format!("solutions[{place}].links[{at}]{field}");
                if !risks.contains(&link.risk) {
                    report(path(".risk"), Problem::Refused(Refusal::NoRisk(link.risk)));
                }
                let worst = self.scales.levels.worst();
                if link.expected > worst {
                    let refusal = Refusal::AboveScale { level: link.expected, worst };
                    report(path(".expected"), Problem::Refused(refusal));
                }
                if !linked.insert((link.risk, link.lever)) {
                    report(path(""), Problem::Twice(format!("{} {}", link.risk, link.lever.sign())));
                }
            }
        }
        for (place, seen) in self.cards.iter().enumerate() {
            if let Verdict::Adopted { risk } = seen.verdict
                && !risks.contains(&risk)
            {
                report(format!("cards[{place}].verdict"), Problem::Refused(Refusal::NoRisk(risk)));
            }
        }
        self.check_duels(&risks, report);
    }

    /// Duels of risks that are not there, or of one with itself.
    fn check_duels(&self, risks: &HashSet<RiskId>, report: &mut impl FnMut(String, Problem)) {
        for (place, duel) in self.duels.iter().enumerate() {
            for (field, id) in [("first", duel.first), ("second", duel.second)] {
                if !risks.contains(&id) {
                    report(format!("duels[{place}].{field}"), Problem::Refused(Refusal::NoRisk(id)));
                }
            }
            if duel.first == duel.second {
                let refusal = Refusal::NoTie(duel.first, duel.second);
                report(format!("duels[{place}].second"), Problem::Refused(refusal));
            }
        }
    }

    /// What is wrong inside one stored risk but its place, with the field.
    fn check_stored_risk(&self, risk: &Risk) -> Result<(), (String, Refusal)> {
        let worst = self.scales.levels.worst();
        let at = |field: &str| {
            let field = field.to_owned();
            move |refusal| (field, refusal)
        };
        if let Some(key) = &risk.category
            && self.category(key).is_none()
        {
            return Err((".category".to_owned(), Refusal::NoCategory(key.to_string())));
        }
        super::edit::check_tags(&risk.hit).map_err(at(".hit.tags"))?;
        if let Some(person) = risk.said_by
            && self.person(person).is_none()
        {
            return Err((".said_by".to_owned(), Refusal::NoPerson(person)));
        }
        for (cell, assessment) in risk.cells.iter() {
            if let Some(level) = assessment.level().filter(|&level| level > worst) {
                let field = format!(".cells.{}.agreed.level", cell.name());
                return Err((field, Refusal::AboveScale { level, worst }));
            }
            let field = format!(".cells.{}.rounds", cell.name());
            self.check_rounds(&assessment.rounds).map_err(|refusal| (field, refusal))?;
        }
        let carried = risk.carried_from.iter().flat_map(|from| from.levels.iter());
        match carried.filter_map(|(_, level)| *level).find(|&level| level > worst) {
            Some(level) => Err((".carried_from.levels".to_owned(), Refusal::AboveScale { level, worst })),
            None => Ok(()),
        }
    }

    /// The risks from which merges lead into a circle: those from which none leads to a risk that is not merged.
    fn merge_circles(&self) -> HashSet<RiskId> {
        let merged = |risk: &Arc<Risk>| match risk.place {
            Place::Merged { into } => Some((risk.id, into)),
            Place::List | Place::Parked | Place::Bin => None,
        };
        let mut open: HashMap<RiskId, RiskId> = self.risks.iter().filter_map(merged).collect();
        let mut circles = HashSet::new();
        for start in self.risks.iter().map(|risk| risk.id) {
            let mut way = Vec::new();
            let mut at = start;
            // Every merge is followed once: what was seen on an earlier way has been told by it.
            while let Some(into) = open.remove(&at) {
                way.push(at);
                at = into;
            }
            if circles.contains(&at) || way.contains(&at) {
                circles.extend(way);
            }
        }
        circles
    }
}

/// Whether a band can stand just above the appetite line.
pub(super) const fn appetite_fits(band: Band) -> bool {
    !matches!(band, Band::Low)
}

/// Whether each person can have so many dots.
pub(super) const fn dots_each_fit(dots: u8) -> bool {
    1 <= dots && dots <= MAX_DOTS_EACH
}

/// Whether every cell has a text per level, and the revenue shares rise, one fewer than levels.
pub(super) fn scales_fit(scales: &Scales) -> bool {
    let count = usize::from(scales.levels.number());
    let shares = &scales.revenue_shares;
    scales.cells.iter().all(|(_, scale)| scale.levels.len() == count)
        && shares.len() + 1 == count
        && shares.iter().zip(shares.iter().skip(1)).all(|(low, high)| low < high)
}

fn twice<T: Eq + Hash + Display>(
    ids: impl Iterator<Item = T>,
    list: &str,
    field: &str,
    report: &mut impl FnMut(String, Problem),
) {
    let mut seen = HashSet::new();
    for (place, id) in ids.enumerate() {
        let name = id.to_string();
        if !seen.insert(id) {
            report(format!("{list}[{place}]{field}"), Problem::Twice(name));
        }
    }
}
