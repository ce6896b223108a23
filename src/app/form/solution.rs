//! The fields of a solution.

use super::value::{Change, Value, amount, date, name, note, one_of, title};
use super::{Editor, Field, Reader};
use crate::app::notice::Notice;
use crate::domain::{Approach, Changes, Effort, Name, Refusal, Solution, SolutionEdit, Status, Title};

/// A field of a solution.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SolutionField {
    /// What is to be done.
    Title,
    /// Fix, prevent or reduce.
    Approach,
    /// Software, administrative, process.
    Changes,
    /// Who does it.
    Owner,
    /// Until when.
    Due,
    /// How far it is.
    Status,
    /// What it costs once.
    CostOnce,
    /// What it costs every year.
    CostYearly,
    /// How much work it is.
    Effort,
    /// More in words.
    Note,
}

/// The fields shown, from the top.
pub(in crate::app) const FIELDS: &[Field] = &[
    Field::Solution(SolutionField::Title),
    Field::Solution(SolutionField::Approach),
    Field::Solution(SolutionField::Changes),
    Field::Solution(SolutionField::Owner),
    Field::Solution(SolutionField::Due),
    Field::Solution(SolutionField::Status),
    Field::Solution(SolutionField::CostOnce),
    Field::Solution(SolutionField::CostYearly),
    Field::Solution(SolutionField::Effort),
    Field::Solution(SolutionField::Note),
];

impl SolutionField {
    /// The name in message keys.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Title => "solution",
            Self::Approach => "approach",
            Self::Changes => "changes",
            Self::Owner => "owner",
            Self::Due => "due",
            Self::Status => "status",
            Self::CostOnce => "cost-once",
            Self::CostYearly => "cost-yearly",
            Self::Effort => "effort",
            Self::Note => "note",
        }
    }

    pub(super) const fn editor(self) -> Editor {
        match self {
            Self::Title => Editor::Line(Title::LIMIT),
            Self::Owner => Editor::Line(Name::LIMIT),
            Self::Due | Self::CostOnce | Self::CostYearly => Editor::Line(40),
            Self::Note => Editor::Note,
            Self::Approach | Self::Status | Self::Effort => Editor::Choice,
            Self::Changes => Editor::Choices,
        }
    }

    pub(super) const fn is_follow_up(self) -> bool {
        matches!(self, Self::Owner | Self::Due | Self::Status | Self::Note)
    }

    pub(super) fn text(self, solution: &Solution) -> Option<String> {
        match self {
            Self::Title => Some(solution.title.to_string()),
            Self::Owner => solution.owner.as_ref().map(Name::to_string),
            Self::Due => solution.due.map(|due| due.to_string()),
            Self::CostOnce => solution.cost_once.map(|cost| cost.units().to_string()),
            Self::CostYearly => solution.cost_yearly.map(|cost| cost.units().to_string()),
            Self::Note => Some(solution.note.to_string()),
            Self::Approach | Self::Changes | Self::Status | Self::Effort => None,
        }
    }

    pub(super) fn typed(self, text: &str, reader: Reader, currency: &str) -> Result<SolutionEdit, Notice> {
        Ok(match self {
            Self::Title => SolutionEdit::Title(title(text)?),
            Self::Owner => SolutionEdit::Owner(name(text)?),
            Self::Due => SolutionEdit::Due(date(text, reader.today)?),
            Self::CostOnce => SolutionEdit::CostOnce(amount(text, reader, currency)?),
            Self::CostYearly => SolutionEdit::CostYearly(amount(text, reader, currency)?),
            Self::Note => SolutionEdit::Note(note(text)?),
            Self::Approach | Self::Changes | Self::Status | Self::Effort => {
                return Err(Notice::Refused(Refusal::NothingChanges));
            }
        })
    }

    pub(super) fn choices(self, solution: &Solution) -> Vec<(Value, bool)> {
        match self {
            Self::Approach => one_of(Approach::ALL.map(Value::Approach), &Value::Approach(solution.approach)),
            Self::Changes => {
                let is_on = |change: Change| change.is_in(solution.changes);
                Change::ALL.map(|change| (Value::Change(change), is_on(change))).to_vec()
            }
            Self::Status => one_of(Status::ALL.map(Value::Status), &Value::Status(solution.status)),
            Self::Effort => {
                let efforts = Effort::ALL.map(Value::Effort);
                let now = solution.effort.map_or(Value::Nothing, Value::Effort);
                one_of(std::iter::once(Value::Nothing).chain(efforts), &now)
            }
            Self::Title | Self::Owner | Self::Due | Self::CostOnce | Self::CostYearly | Self::Note => {
                Vec::new()
            }
        }
    }

    pub(super) fn chosen(self, values: &[Value]) -> Option<SolutionEdit> {
        if self == Self::Changes {
            let on = |change| values.contains(&Value::Change(change));
            return Some(SolutionEdit::Changes(Changes {
                software: on(Change::Software),
                administrative: on(Change::Administrative),
                process: on(Change::Process),
            }));
        }
        Some(match (self, values.first()?.clone()) {
            (Self::Approach, Value::Approach(approach)) => SolutionEdit::Approach(approach),
            (Self::Status, Value::Status(status)) => SolutionEdit::Status(status),
            (Self::Effort, Value::Effort(effort)) => SolutionEdit::Effort(Some(effort)),
            (Self::Effort, Value::Nothing) => SolutionEdit::Effort(None),
            _ => return None,
        })
    }
}
