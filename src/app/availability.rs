//! What is possible now: one function, asked by keys, palette, help and footer alike.

use super::action::{Action, Hint, Kind, Need, Row, Scope, TABLE};
use super::assess;
use super::event::Access;
use super::form::risk::RiskField;
use super::form::{Editor, Field, Subject};
use super::notice::Unavailable;
use super::overlay::{About, Asked, Overlay, Reading};
use super::replay::OpenedFor;
use super::typing::purpose::Purpose;
use super::workshop::Workshop;
use super::{App, Place};
use crate::domain::{Assessment, Risk};

impl App {
    /// Whether an action is possible now.
    ///
    /// # Errors
    /// Why it is not.
    pub fn availability(&self, action: Action) -> Result<(), Unavailable> {
        let row = action.row();
        let here = |scope: &Scope| self.scopes().contains(scope) || self.base_scopes().contains(scope);
        if !row.scopes.iter().any(here) {
            return Err(Unavailable::NotHere);
        }
        // Which cards are shown changes nothing; follow-ups may be those of another session than the one in front.
        let looks = row.kind == Kind::View
            || row.need == Need::Pending
            || matches!(&self.overlay, Some(Overlay::Choice(choice)) if choice.asked == Asked::Cards);
        if let Some(why) = self.is_only_read().filter(|_| !looks) {
            return Err(why);
        }
        if !looks && !self.passes_review(row) {
            return Err(Unavailable::Reviewing);
        }
        if self.is_closed() && row.kind == Kind::Write {
            return Err(Unavailable::Closed);
        }
        self.has(row)
    }

    /// The actions for the footer: those of the moment before the first hints and the rest, those of the narrowest scope
    /// before the wider ones, and none whose key does something else here or finds nothing.
    #[must_use]
    pub fn hints(&self) -> Vec<Action> {
        let (mut hints, mut keys) = (Vec::new(), Vec::new());
        // The moment is that of the pane with the focus.
        let tiers: &[&[Hint]] = if self.scopes().contains(&Scope::Details) {
            &[&[Hint::Now, Hint::First], &[Hint::Then]]
        } else {
            &[&[Hint::Now], &[Hint::First], &[Hint::Then]]
        };
        for tier in tiers {
            for scope in self.scopes() {
                for row in TABLE.iter().filter(|row| tier.contains(&row.hint) && row.scopes.contains(scope)) {
                    let key = row.keys.first();
                    let is_free = !keys.contains(&key) && self.finds_something(row.action);
                    if is_free && self.availability(row.action).is_ok() {
                        hints.push(row.action);
                        keys.extend(row.keys.iter().map(Some));
                    }
                }
            }
        }
        self.fit_for_room(&mut hints);
        hints
    }

    /// Whether an action that looks for the next cell would find one.
    fn finds_something(&self, action: Action) -> bool {
        let Some(workshop) = &self.workshop else { return true };
        let counts = workshop.derived.counts;
        (action != Action::NextEmpty || counts.through(workshop.pass) < counts.listed)
            && (action != Action::NextDisputed || counts.disputed > 0)
    }

    /// Whether the session in front is only looked at, but for follow-ups.
    pub(super) fn is_under_review(&self) -> bool {
        let workshop = self.workshop.as_ref().filter(|_| self.place == Place::Workshop);
        workshop.is_some_and(|it| it.opened_for == OpenedFor::Review)
    }

    /// Whether an action is possible in a session under review: follow-ups are, and taking them back.
    fn passes_review(&self, row: Row) -> bool {
        let workshop = self.workshop.as_ref().filter(|_| self.place == Place::Workshop);
        let Some(workshop) = workshop.filter(|it| it.opened_for == OpenedFor::Review) else { return true };
        let history = &workshop.history;
        if row.action == Action::Undo {
            history.last_done().is_none_or(|entry| entry.is_follow_up())
        } else if row.action == Action::Redo {
            history.last_undone().is_none_or(|entry| entry.is_follow_up())
        } else {
            row.kind != Kind::Write
        }
    }

    fn is_closed(&self) -> bool {
        self.place == Place::Workshop && self.workshop.as_ref().is_some_and(|it| it.session().is_closed())
    }

    /// Why the session in front can only be read here, if so.
    fn is_only_read(&self) -> Option<Unavailable> {
        let workshop = self.workshop.as_ref().filter(|_| self.place == Place::Workshop)?;
        if workshop.replay.is_some() {
            return Some(Unavailable::Replaying);
        }
        match workshop.access {
            Access::Full => None,
            Access::Elsewhere { .. } | Access::Barred { .. } => Some(Unavailable::OnlyRead),
            Access::HandEdited { .. } => Some(Unavailable::HandEdited),
        }
    }

    /// Whether what an action needs is there.
    #[expect(clippy::too_many_lines, reason = "one arm per need of the table")]
    fn has(&self, row: Row) -> Result<(), Unavailable> {
        let workshop = self.workshop.as_ref();
        let cell = || workshop.and_then(Workshop::selected_cell);
        let (is_there, why) = match row.need {
            Need::Nothing => (true, Unavailable::NotHere),
            Need::File => (self.home.selection().is_some(), Unavailable::NothingSelected),
            Need::Session => (workshop.is_some(), Unavailable::NoSession),
            Need::Kept => (self.home.selection().is_some_and(|it| !it.binned), Unavailable::NothingSelected),
            Need::Readable => {
                (self.home.selection().is_some_and(|it| it.summary.is_ok()), Unavailable::NothingSelected)
            }
            Need::Subject => {
                (workshop.is_some_and(|it| it.subject().is_some()), Unavailable::NothingSelected)
            }
            Need::Risk => (workshop.is_some_and(|it| it.risk.is_some()), Unavailable::NothingSelected),
            Need::Row => (
                workshop.is_some_and(|it| it.risk.is_some() && it.is_on_list()),
                Unavailable::NothingSelected,
            ),
            Need::Parkable => (
                workshop.is_some_and(|it| match it.subject() {
                    Some(Subject::Risk(_)) => true,
                    // Marks made elsewhere are not what a key pressed on a card is about.
                    Some(Subject::Solution(_)) => false,
                    Some(Subject::Session | Subject::Person(_)) | None => !it.marks.is_empty(),
                }),
                Unavailable::NothingSelected,
            ),
            Need::Glance => match workshop.and_then(Workshop::selected_risk) {
                Some(risk) => (!risk.has_hidden_votes(), Unavailable::VotesRun),
                None => (false, Unavailable::NothingSelected),
            },
            Need::Parked => return self.takes_parked(row.action),
            Need::Gap => {
                let is_there =
                    matches!(&self.overlay, Some(Overlay::Gaps(open)) if open.selected().is_some());
                (is_there, Unavailable::NothingSelected)
            }
            Need::Pending => return self.takes_follow_up(row.action),
            Need::Trended => (self.followed_through() > 0, Unavailable::NothingSelected),
            Need::TwoMarked => (self.home.marked.len() == 2, Unavailable::MarkTwo),
            Need::Compared => (self.compared_rows() > 0, Unavailable::NothingSelected),
            Need::Replay => (self.replay().is_some(), Unavailable::NotHere),
            Need::Logged => (self.logged() > 0, Unavailable::NothingSelected),
            Need::Closing => {
                let is_closing = matches!(&self.overlay, Some(Overlay::Gaps(open)) if open.closing);
                (is_closing, Unavailable::NotHere)
            }
            Need::Closed => (self.is_closed(), Unavailable::IsOpen),
            Need::Timer => (self.timer.is_some(), Unavailable::NoTimer),
            Need::OnScale => {
                let count = workshop.map_or(0, |it| it.session().scales.levels.number());
                if row.action.level().is_none_or(|level| level > count) {
                    return Err(Unavailable::NoSuchLevel);
                }
                (workshop.is_some_and(Workshop::is_on_cell), Unavailable::NothingSelected)
            }
            Need::GridLevel => {
                let on_cell = workshop.is_some_and(Workshop::is_on_cell);
                (on_cell && cell().and_then(Assessment::level).is_some(), Unavailable::NoLevels)
            }
            Need::Level => (cell().and_then(Assessment::level).is_some(), Unavailable::NoLevels),
            Need::Card => (workshop.is_some_and(|it| it.hand.card.is_some()), Unavailable::NoCardInHand),
            Need::Voting => return self.takes_votes(),
            Need::Hidden => return self.has_hidden_votes(),
            Need::ReVote => return self.takes_re_vote(),
            Need::Votes => {
                let waits = cell().is_some_and(assess::waits_for_level);
                let waits = waits && workshop.is_some_and(Workshop::is_on_cell);
                (waits, Unavailable::NoVotes)
            }
            Need::Solution => {
                let is_about_it = |it: &Workshop| it.about_solution && it.solution.is_some();
                (workshop.is_some_and(is_about_it), Unavailable::NoCard)
            }
            Need::Owner => match self.owned() {
                Some(Subject::Risk(_)) if self.is_under_review() => (false, Unavailable::Reviewing),
                Some(Subject::Risk(_)) => (!self.is_closed(), Unavailable::Closed),
                Some(Subject::Solution(_)) => (true, Unavailable::NoCard),
                Some(Subject::Session | Subject::Person(_)) | None => (false, Unavailable::NothingSelected),
            },
            Need::Field => match self.selected_field() {
                Some((_, field)) if field.editor() == Editor::Fixed => (false, Unavailable::OnlyTold),
                Some((Subject::Risk(_), Field::Risk(RiskField::Money | RiskField::Marketing)))
                    if workshop.and_then(Workshop::selected_risk).is_some_and(Risk::has_hidden_votes) =>
                {
                    (false, Unavailable::VotesRun)
                }
                Some((_, field)) if self.is_under_review() => (field.is_follow_up(), Unavailable::Reviewing),
                Some((_, field)) => (!self.is_closed() || field.is_follow_up(), Unavailable::Closed),
                None => (false, Unavailable::NothingSelected),
            },
            Need::Mapped => (self.risk_on_heat_map().is_some(), Unavailable::NothingSelected),
            Need::Dotted => return self.takes_dots(),
            Need::Dots => (self.has_dots(), Unavailable::NoDots),
            Need::Tie => return self.has_tie(),
            Need::Assessed => (self.risk_of_teams().is_some(), Unavailable::NothingSelected),
            Need::Ranked => (self.selected_rank().is_some(), Unavailable::NothingSelected),
            Need::Person => (self.selected_person().is_some(), Unavailable::NothingSelected),
            Need::Done => {
                let why = if self.is_closed() { Unavailable::UndoEnds } else { Unavailable::NothingToUndo };
                (workshop.is_some_and(|it| it.history.can_undo()), why)
            }
            Need::Undone => (workshop.is_some_and(|it| it.history.can_redo()), Unavailable::NothingToRedo),
            Need::Earlier => {
                (workshop.is_some_and(|it| it.step.previous() != it.step), Unavailable::NoFurtherStep)
            }
            Need::Later => (workshop.is_some_and(|it| it.step.next() != it.step), Unavailable::NoFurtherStep),
            Need::Choices => {
                let many = matches!(&self.overlay, Some(Overlay::Choice(choice)) if choice.many);
                (many, Unavailable::NotHere)
            }
            Need::OneLine => {
                (self.typing.as_ref().is_some_and(|it| !it.input.is_note()), Unavailable::NotHere)
            }
            Need::ManyLines => {
                (self.typing.as_ref().is_some_and(|it| it.input.is_note()), Unavailable::NotHere)
            }
            Need::Mergeable => {
                let merging = workshop.is_some_and(|it| it.is_on_list() && it.merging().is_some());
                (merging, Unavailable::NothingToMerge)
            }
            Need::Category => {
                let is_there = |it: &Workshop| it.capture.suggested.is_some() || it.capture.taken.is_some();
                let there = self.captures() && workshop.is_some_and(is_there);
                (there, Unavailable::NoCategory)
            }
            Need::Capture => (self.captures(), Unavailable::NotHere),
            Need::Part => {
                let purpose = self.typing.as_ref().map(|it| it.purpose);
                let follows = matches!(purpose, Some(Purpose::Guided(part)) if part.previous().is_some());
                (follows, Unavailable::NotHere)
            }
            Need::Paste => (self.draft(Purpose::Paste).is_some(), Unavailable::NoPaste),
            Need::NextField => {
                let purpose = self.typing.as_ref().map(|it| it.purpose);
                let follows = matches!(
                    purpose,
                    Some(Purpose::NewWorkshop | Purpose::NewRisk | Purpose::Guided(_) | Purpose::Field(..))
                );
                (follows, Unavailable::NotHere)
            }
            Need::Leaving => (self.leaving.is_some(), Unavailable::NotHere),
            Need::Offer => (self.offer().is_some(), Unavailable::NothingOffered),
            Need::HandEdit => (
                workshop.is_some_and(|it| matches!(it.access, Access::HandEdited { .. })),
                Unavailable::NotHandEdited,
            ),
            Need::Differences => {
                let is_open =
                    |it: &Overlay| matches!(it, Overlay::Reading(Reading { about: About::Differences, .. }));
                (self.overlay.as_ref().is_some_and(is_open), Unavailable::NotHere)
            }
        };
        if is_there { Ok(()) } else { Err(why) }
    }

    /// Whether nothing is typed, or what could go wrong is.
    fn captures(&self) -> bool {
        let purpose = self.typing.as_ref().map(|it| it.purpose);
        matches!(purpose, None | Some(Purpose::NewRisk | Purpose::Guided(_)))
    }
}
