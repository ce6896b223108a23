//! What is wrong with a session that came from outside: [`Session::check`].
//!
//! Types hold what they can (levels within 1..7, texts within their limits); this holds the rest. Edits keep a session
//! free of findings.

use std::collections::HashSet;
use std::fmt::Display;
use std::hash::Hash;

use super::session::{MAX_PEOPLE, MAX_RISKS, MAX_SOLUTIONS};
use super::{Band, Place, Refusal, Risk, RiskId, Scales, Session, Verdict};

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
    /// All that is wrong, in the order of the file; empty for every session that edits have made.
    #[must_use]
    pub fn check(&self) -> Vec<Finding> {
        let mut findings = Vec::new();
        let mut report = |path: String, problem| findings.push(Finding { path, problem });
        self.check_settings(&mut report);
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

    fn check_settings(&self, report: &mut impl FnMut(String, Problem)) {
        let settings = [
            ("appetite", !appetite_fits(self.appetite), Refusal::BandsDoNotRise),
            ("bands", !self.bands.is_rising(), Refusal::BandsDoNotRise),
            ("weights", self.weights.sum() == 0, Refusal::NoWeight),
            ("people", self.people.len() > MAX_PEOPLE, Refusal::Full { limit: MAX_PEOPLE }),
            ("risks", self.risks.len() > MAX_RISKS, Refusal::Full { limit: MAX_RISKS }),
            ("solutions", self.solutions.len() > MAX_SOLUTIONS, Refusal::Full { limit: MAX_SOLUTIONS }),
            ("topics", self.topics.len() > MAX_RISKS, Refusal::Full { limit: MAX_RISKS }),
            ("cards", self.cards.len() > MAX_RISKS, Refusal::Full { limit: MAX_RISKS }),
            ("scales", !scales_fit(&self.scales), Refusal::ScalesDoNotFit),
        ];
        for (path, wrong, refusal) in settings {
            if wrong {
                report(path.to_owned(), Problem::Refused(refusal));
            }
        }
    }

    fn check_parts(&self, report: &mut impl FnMut(String, Problem)) {
        let risks: HashSet<RiskId> = self.risks.iter().map(|risk| risk.id).collect();
        for (place, risk) in self.risks.iter().enumerate() {
            if let Err((field, refusal)) = self.check_stored_risk(risk) {
                report(format!("risks[{place}]{field}"), Problem::Refused(refusal));
            }
            if let Place::Merged { into } = risk.place {
                if !risks.contains(&into) {
                    report(format!("risks[{place}].place"), Problem::Refused(Refusal::NoRisk(into)));
                } else if self.merges_in_a_circle(risk) {
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

    fn merges_in_a_circle(&self, start: &Risk) -> bool {
        let mut seen = HashSet::from([start.id]);
        let mut place = start.place;
        while let Place::Merged { into } = place {
            if !seen.insert(into) {
                return true;
            }
            place = self.risk(into).map(|risk| risk.place).unwrap_or_default();
        }
        false
    }
}

/// Whether a band can stand just above the appetite line.
pub(super) const fn appetite_fits(band: Band) -> bool {
    !matches!(band, Band::Low)
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
