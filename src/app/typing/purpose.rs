//! What a text is for, and the name that says so on disk.
//!
//! The names are stable: `new-risk`, `guided event`, `paste`, `new-solution R5`, `risk R5 cause`, `risk R5 reason-fix`, `session title`,
//! `votes R5 probability`, `duel R5 R3`, `dots R5`, `decision R5 accept`, `review R5`, `follow-up S3 due`.

use crate::app::form::person::PersonField;
use crate::app::form::risk::RiskField;
use crate::app::form::session::SessionField;
use crate::app::form::solution::SolutionField;
use crate::app::form::{Field, Subject};
use crate::domain::budget::Measure;
use crate::domain::{Cell, Course, RiskId, SolutionId};

/// A part of the wording of a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Part {
    /// What leads to it.
    Cause,
    /// What happens.
    Event,
    /// What follows from it.
    Consequence,
}

impl Part {
    /// In the order of asking.
    pub const ALL: [Self; 3] = [Self::Cause, Self::Event, Self::Consequence];

    /// The name in names of purposes and message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Cause => "cause",
            Self::Event => "event",
            Self::Consequence => "consequence",
        }
    }

    /// The part asked for before this one.
    #[must_use]
    pub const fn previous(self) -> Option<Self> {
        match self {
            Self::Cause => None,
            Self::Event => Some(Self::Cause),
            Self::Consequence => Some(Self::Event),
        }
    }
}

/// What of a new risk is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Capture {
    /// The event, in the capture line.
    Line,
    /// A part, one asked for after the other.
    Part(Part),
}

/// How the names of votes on a cell begin.
const VOTES: &str = "votes ";

/// Whether the text kept under this name is votes, which are shown nowhere before their reveal.
#[must_use]
pub fn is_secret(name: &str) -> bool {
    name.starts_with(VOTES)
}

/// What a text is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// The title of a new workshop.
    NewWorkshop,
    /// The event of a new risk; Enter adds it and stays.
    NewRisk,
    /// A part of a new risk, asked for one after the other.
    Guided(Part),
    /// Many lines pasted at the capture line, until they are added.
    Paste,
    /// The title of a new solution, linked to a risk if there is one.
    NewSolution(Option<RiskId>),
    /// What a new topic of the parking lot is about.
    NewTopic,
    /// Why a session is closed with gaps.
    CloseSession,
    /// The votes on a cell.
    Votes(RiskId, Cell),
    /// Why the first of two tied risks stands before the second.
    Duel(RiskId, RiskId),
    /// The dots of a risk; Enter goes on to the next one.
    Dots(RiskId),
    /// Why a risk is accepted, transferred or avoided.
    Decision(RiskId, Course),
    /// When to look again at a risk that is accepted.
    Review(RiskId),
    /// Who does a solution of any session, or until when.
    FollowUp(SolutionId, SolutionField),
    /// The most that solutions may cost, in this measure.
    Cap(Measure),
    /// The length of a timer.
    SetTimer,
    /// The names of participants; Enter adds them and stays.
    NewPerson,
    /// What the list in front is searched for.
    Find,
    /// The number of a risk to go to.
    GoToRisk,
    /// A field.
    Field(Subject, Field),
}

impl Purpose {
    /// The name on disk.
    #[must_use]
    pub fn name(&self) -> String {
        match self {
            Self::NewWorkshop => "new-workshop".to_owned(),
            Self::NewRisk => "new-risk".to_owned(),
            Self::Guided(part) => format!("guided {}", part.name()),
            Self::Paste => "paste".to_owned(),
            Self::NewSolution(None) => "new-solution".to_owned(),
            Self::NewSolution(Some(risk)) => format!("new-solution {risk}"),
            Self::NewTopic => "new-topic".to_owned(),
            Self::CloseSession => "close-session".to_owned(),
            Self::Votes(risk, cell) => format!("{VOTES}{risk} {}", cell.name()),
            Self::Duel(first, second) => format!("duel {first} {second}"),
            Self::Dots(risk) => format!("dots {risk}"),
            Self::Decision(risk, course) => format!("decision {risk} {}", course.name()),
            Self::Review(risk) => format!("review {risk}"),
            Self::FollowUp(id, field) => format!("follow-up {id} {}", Field::Solution(*field).name()),
            Self::Cap(Measure::Money) => "cap money".to_owned(),
            Self::Cap(Measure::Effort) => "cap effort".to_owned(),
            Self::SetTimer => "set-timer".to_owned(),
            Self::NewPerson => "new-person".to_owned(),
            Self::Find => "find".to_owned(),
            Self::GoToRisk => "go-to-risk".to_owned(),
            Self::Field(subject, field) => {
                let field = field_name(*field);
                match subject {
                    Subject::Session => format!("session {field}"),
                    Subject::Risk(id) => format!("risk {id} {field}"),
                    Subject::Solution(id) => format!("solution {id} {field}"),
                    Subject::Person(id) => format!("person {id} {field}"),
                }
            }
        }
    }

    /// The purpose with this name, if it is one.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        let words: Vec<&str> = name.split(' ').collect();
        Some(match words.as_slice() {
            ["new-workshop"] => Self::NewWorkshop,
            ["new-risk"] => Self::NewRisk,
            ["guided", part] => Self::Guided(Part::ALL.into_iter().find(|known| known.name() == *part)?),
            ["paste"] => Self::Paste,
            ["new-solution"] => Self::NewSolution(None),
            ["new-solution", risk] => Self::NewSolution(Some(risk.parse().ok()?)),
            ["new-topic"] => Self::NewTopic,
            ["close-session"] => Self::CloseSession,
            ["votes", risk, cell] => {
                let cell = Cell::ALL.into_iter().find(|known| known.name() == *cell)?;
                Self::Votes(risk.parse().ok()?, cell)
            }
            ["duel", first, second] => Self::Duel(first.parse().ok()?, second.parse().ok()?),
            ["dots", risk] => Self::Dots(risk.parse().ok()?),
            ["review", risk] => Self::Review(risk.parse().ok()?),
            ["decision", risk, course] => {
                let course = Course::ALL.into_iter().find(|known| known.name() == *course)?;
                Self::Decision(risk.parse().ok()?, course)
            }
            ["follow-up", id, field] => match named(solution_fields(), field)? {
                Field::Solution(field) => Self::FollowUp(id.parse().ok()?, field),
                Field::Session(_) | Field::Risk(_) | Field::Person(_) => return None,
            },
            ["cap", "money"] => Self::Cap(Measure::Money),
            ["cap", "effort"] => Self::Cap(Measure::Effort),
            ["set-timer"] => Self::SetTimer,
            ["new-person"] => Self::NewPerson,
            ["find"] => Self::Find,
            ["go-to-risk"] => Self::GoToRisk,
            ["session", field] => Self::Field(Subject::Session, named(session_fields(), field)?),
            ["risk", id, field] => Self::Field(Subject::Risk(id.parse().ok()?), named(risk_fields(), field)?),
            ["solution", id, field] => {
                Self::Field(Subject::Solution(id.parse().ok()?), named(solution_fields(), field)?)
            }
            ["person", id, field] => {
                Self::Field(Subject::Person(id.parse().ok()?), named(person_fields(), field)?)
            }
            _ => return None,
        })
    }

    /// What of a new risk is typed, if it is one.
    #[must_use]
    pub const fn capture(self) -> Option<Capture> {
        match self {
            Self::NewRisk => Some(Capture::Line),
            Self::Guided(part) => Some(Capture::Part(part)),
            Self::NewWorkshop
            | Self::Paste
            | Self::NewSolution(_)
            | Self::NewTopic
            | Self::CloseSession
            | Self::NewPerson
            | Self::Votes(..)
            | Self::Decision(..)
            | Self::Review(_)
            | Self::FollowUp(..)
            | Self::Cap(_)
            | Self::Duel(..)
            | Self::Dots(_)
            | Self::SetTimer
            | Self::Find
            | Self::GoToRisk
            | Self::Field(..) => None,
        }
    }

    /// Whether a text for it, once left, is worth keeping.
    #[must_use]
    pub const fn keeps_drafts(self) -> bool {
        match self {
            Self::NewWorkshop
            | Self::NewRisk
            | Self::Guided(_)
            | Self::Paste
            | Self::NewSolution(_)
            | Self::NewTopic
            | Self::CloseSession
            | Self::NewPerson
            | Self::Votes(..)
            | Self::Duel(..)
            | Self::Dots(_)
            | Self::Decision(..)
            | Self::Review(_)
            | Self::Field(..) => true,
            Self::FollowUp(..) | Self::Cap(_) | Self::SetTimer | Self::Find | Self::GoToRisk => false,
        }
    }

    /// Whether it belongs to the open session.
    #[must_use]
    pub const fn is_of_session(self) -> bool {
        match self {
            Self::NewRisk
            | Self::Guided(_)
            | Self::Paste
            | Self::NewSolution(_)
            | Self::NewTopic
            | Self::CloseSession
            | Self::NewPerson
            | Self::Votes(..)
            | Self::Duel(..)
            | Self::Dots(_)
            | Self::Decision(..)
            | Self::Review(_)
            | Self::Field(..) => true,
            Self::NewWorkshop
            | Self::FollowUp(..)
            | Self::Cap(_)
            | Self::SetTimer
            | Self::Find
            | Self::GoToRisk => false,
        }
    }
}

fn field_name(field: Field) -> String {
    match field {
        Field::Session(SessionField::Title) => "title".to_owned(),
        Field::Person(PersonField::Name) => "name".to_owned(),
        Field::Risk(RiskField::Reason(cell)) => format!("reason-{}", cell.name()),
        Field::Session(_) | Field::Risk(_) | Field::Solution(_) | Field::Person(_) => field.name().to_owned(),
    }
}

fn named(mut fields: impl Iterator<Item = Field>, name: &str) -> Option<Field> {
    fields.find(|field| field_name(*field) == name)
}

fn session_fields() -> impl Iterator<Item = Field> {
    Subject::Session.fields().iter().copied()
}

fn risk_fields() -> impl Iterator<Item = Field> {
    let reasons = Cell::ALL.into_iter().map(|cell| Field::Risk(RiskField::Reason(cell)));
    crate::app::form::risk::FIELDS.iter().copied().chain(reasons)
}

fn solution_fields() -> impl Iterator<Item = Field> {
    crate::app::form::solution::FIELDS.iter().copied()
}

fn person_fields() -> impl Iterator<Item = Field> {
    crate::app::form::person::FIELDS.iter().copied()
}
