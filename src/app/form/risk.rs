//! The fields of a risk.

use super::value::{Value, line, name, note, one_of, title};
use super::{Editor, Field};
use crate::app::notice::Notice;
use crate::domain::{
    Agreed, Cell, Evidence, Glance, Hit, Line, Name, Refusal, Risk, RiskEdit, Session, Sign, Title,
};

/// A field of a risk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RiskField {
    /// The event.
    Title,
    /// The cause.
    Cause,
    /// The consequence.
    Consequence,
    /// The category.
    Category,
    /// First glance: money.
    Money,
    /// First glance: marketing.
    Marketing,
    /// Tags of who or what is hit.
    HitTags,
    /// More about who or what is hit.
    HitNote,
    /// The evidence.
    Evidence,
    /// The legal duty.
    Duty,
    /// The owner.
    Owner,
    /// What warns of it.
    Sign,
    /// From where on that is a warning.
    SignThreshold,
    /// Who watches it.
    SignWatcher,
    /// Who said it.
    SaidBy,
    /// How it came up.
    Origin,
    /// Why the agreed level of a cell is what it is.
    Reason(Cell),
}

/// The fields shown, from the top.
pub(in crate::app) const FIELDS: &[Field] = &[
    Field::Risk(RiskField::Title),
    Field::Risk(RiskField::Cause),
    Field::Risk(RiskField::Consequence),
    Field::Risk(RiskField::Category),
    Field::Risk(RiskField::Money),
    Field::Risk(RiskField::Marketing),
    Field::Risk(RiskField::HitTags),
    Field::Risk(RiskField::HitNote),
    Field::Risk(RiskField::Evidence),
    Field::Risk(RiskField::Duty),
    Field::Risk(RiskField::Owner),
    Field::Risk(RiskField::SaidBy),
    Field::Risk(RiskField::Origin),
    Field::Risk(RiskField::Sign),
    Field::Risk(RiskField::SignThreshold),
    Field::Risk(RiskField::SignWatcher),
];

impl RiskField {
    /// The name in message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "event",
            Self::Cause => "cause",
            Self::Consequence => "consequence",
            Self::Category => "category",
            Self::Money => "money",
            Self::Marketing => "marketing",
            Self::HitTags => "hit-tags",
            Self::HitNote => "hit-note",
            Self::Evidence => "evidence",
            Self::Duty => "duty",
            Self::Owner => "owner",
            Self::Sign => "sign",
            Self::SignThreshold => "sign-threshold",
            Self::SignWatcher => "sign-watcher",
            Self::SaidBy => "said-by",
            Self::Origin => "origin",
            Self::Reason(_) => "reason",
        }
    }

    pub(super) const fn editor(self) -> Editor {
        match self {
            Self::Title => Editor::Line(Title::LIMIT),
            Self::Duty | Self::Sign | Self::SignThreshold | Self::Reason(_) => Editor::Line(Line::LIMIT),
            Self::Owner | Self::SignWatcher => Editor::Line(Name::LIMIT),
            Self::Cause | Self::Consequence | Self::HitNote => Editor::Note,
            Self::Category | Self::Money | Self::Marketing | Self::Evidence | Self::SaidBy => Editor::Choice,
            Self::HitTags => Editor::Choices,
            Self::Origin => Editor::Fixed,
        }
    }

    pub(super) fn text(self, risk: &Risk) -> Option<String> {
        match self {
            Self::Title => Some(risk.title.to_string()),
            Self::Cause => Some(risk.cause.to_string()),
            Self::Consequence => Some(risk.consequence.to_string()),
            Self::HitNote => Some(risk.hit.note.to_string()),
            Self::Duty => risk.duty.as_ref().map(Line::to_string),
            Self::Reason(cell) => risk.cells.at(cell).agreed.as_ref().map(|agreed| agreed.reason.to_string()),
            Self::Owner => risk.owner.as_ref().map(Name::to_string),
            Self::Sign => risk.sign.as_ref().map(|sign| sign.watched.to_string()),
            Self::SignThreshold => risk.sign.as_ref().map(|sign| sign.threshold.to_string()),
            Self::SignWatcher => risk.sign.as_ref()?.watcher.as_ref().map(Name::to_string),
            Self::Category
            | Self::Money
            | Self::Marketing
            | Self::HitTags
            | Self::Evidence
            | Self::SaidBy
            | Self::Origin => None,
        }
    }

    pub(super) fn typed(self, risk: &Risk, text: &str) -> Result<RiskEdit, Notice> {
        Ok(match self {
            Self::Title => RiskEdit::Title(title(text)?),
            Self::Cause => RiskEdit::Cause(note(text)?),
            Self::Consequence => RiskEdit::Consequence(note(text)?),
            Self::HitNote => RiskEdit::Hit(Hit { note: note(text)?, tags: risk.hit.tags.clone() }),
            Self::HitTags => {
                let mut hit = risk.hit.clone();
                hit.tags.extend(name(text)?.filter(|tag| !risk.hit.tags.contains(tag)));
                RiskEdit::Hit(hit)
            }
            Self::Duty => RiskEdit::Duty(Some(line(text)?).filter(|reason| !reason.is_empty())),
            Self::Owner => RiskEdit::Owner(name(text)?),
            Self::Sign => with_sign(Sign { watched: line(text)?, ..sign(risk) }),
            Self::SignThreshold => with_sign(Sign { threshold: line(text)?, ..sign(risk) }),
            Self::SignWatcher => with_sign(Sign { watcher: name(text)?, ..sign(risk) }),
            Self::Reason(cell) => {
                let agreed = risk.cells.at(cell).agreed.as_ref();
                let level = agreed.ok_or(Notice::Refused(Refusal::NothingChanges))?.level;
                RiskEdit::Agree(cell, Some(Agreed { level, reason: line(text)? }))
            }
            Self::Category | Self::Money | Self::Marketing | Self::Evidence | Self::SaidBy | Self::Origin => {
                return Err(Notice::Refused(Refusal::NothingChanges));
            }
        })
    }

    pub(super) fn choices(self, session: &Session, risk: &Risk, tags: &[Name]) -> Vec<(Value, bool)> {
        let glances = |now| one_of(Glance::ALL.map(Value::Glance), &Value::Glance(now));
        match self {
            Self::Category => {
                let keys = session.categories.iter().map(|category| Value::Category(category.key.clone()));
                let now = risk.category.clone().map_or(Value::Nothing, Value::Category);
                one_of(std::iter::once(Value::Nothing).chain(keys), &now)
            }
            Self::Money => glances(risk.money),
            Self::Marketing => glances(risk.marketing),
            Self::Evidence => one_of(Evidence::ALL.map(Value::Evidence), &Value::Evidence(risk.evidence)),
            Self::SaidBy => {
                let people = session.people.iter().map(|person| Value::Person(person.id));
                let now = risk.said_by.map_or(Value::Nothing, Value::Person);
                one_of(std::iter::once(Value::Nothing).chain(people), &now)
            }
            Self::HitTags => {
                let own = risk.hit.tags.iter().filter(|tag| !tags.contains(tag));
                let all = tags.iter().chain(own);
                let known = all.map(|tag| (Value::Tag(tag.clone()), risk.hit.tags.contains(tag)));
                known.chain([(Value::Other, false)]).collect()
            }
            Self::Title
            | Self::Cause
            | Self::Consequence
            | Self::HitNote
            | Self::Duty
            | Self::Sign
            | Self::SignThreshold
            | Self::SignWatcher
            | Self::Owner
            | Self::Origin
            | Self::Reason(_) => Vec::new(),
        }
    }

    pub(super) fn chosen(self, risk: &Risk, values: &[Value]) -> Option<RiskEdit> {
        if self == Self::HitTags {
            let tags = values
                .iter()
                .filter_map(|value| if let Value::Tag(tag) = value { Some(tag.clone()) } else { None });
            return Some(RiskEdit::Hit(Hit { tags: tags.collect(), note: risk.hit.note.clone() }));
        }
        Some(match (self, values.first()?.clone()) {
            (Self::Category, Value::Category(key)) => RiskEdit::Category(Some(key)),
            (Self::Category, Value::Nothing) => RiskEdit::Category(None),
            (Self::Money, Value::Glance(glance)) => RiskEdit::Money(glance),
            (Self::Marketing, Value::Glance(glance)) => RiskEdit::Marketing(glance),
            (Self::Evidence, Value::Evidence(evidence)) => RiskEdit::Evidence(evidence),
            (Self::SaidBy, Value::Person(person)) => RiskEdit::SaidBy(Some(person)),
            (Self::SaidBy, Value::Nothing) => RiskEdit::SaidBy(None),
            _ => return None,
        })
    }
}

/// What warns of a risk now; nothing in it if nothing does.
fn sign(risk: &Risk) -> Sign {
    risk.sign.clone().unwrap_or_default()
}

fn with_sign(sign: Sign) -> RiskEdit {
    RiskEdit::Sign(sign.if_any())
}
