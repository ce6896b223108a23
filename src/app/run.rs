//! What each action does: one arm per row of the table, most of them one call.

use super::action::{Action, Scope};
use super::chord::Chord;
use super::cursor::Motion;
use super::event::Effect;
use super::form::person::PersonField;
use super::form::risk::RiskField;
use super::form::solution::SolutionField;
use super::form::value::Change;
use super::form::{Field, Subject};
use super::layout::Layout;
use super::notice::Notice;
use super::overlay::Overlay;
use super::rounds::Kind;
use super::typing::purpose::Purpose;
use super::workshop::{Pane, Step, Workshop};
use super::{App, Place};
use crate::domain::{Band, Level, RiskEdit, TopicState};

impl App {
    /// Does an action that is possible now. `chord` is the key that asked for it, if one did.
    #[expect(clippy::too_many_lines, reason = "one arm per row of the table")]
    pub(super) fn run(&mut self, action: Action, chord: Option<Chord>, layout: &Layout) {
        let name = action.row().name;
        if !matches!(action, Action::Quit | Action::LeaveAnyway) {
            self.leaving = None;
        }
        if action.row().scopes.contains(&Scope::Onward) {
            self.go_onward();
        }
        match action {
            Action::OpenSession => self.open_selected(),
            Action::NewWorkshop | Action::NewFromThis | Action::OpenDemo if self.must_stay() => {}
            Action::NewWorkshop => {
                self.preparing.from = None;
                self.type_for(Purpose::NewWorkshop);
            }
            Action::NewFromThis => self.carry_selected(),
            Action::OpenDemo => self.ask(Effect::OpenDemo),
            Action::BinSession => self.bin_selected(),

            Action::AddRisk => self.open_capture(),
            Action::Edit => self.edit_title(),
            Action::BinRisk => self.bin_risks(),
            Action::GlanceMoney => self.edit_risk(name, |risk| RiskEdit::Money(risk.money.next())),
            Action::GlanceMarketing => {
                self.edit_risk(name, |risk| RiskEdit::Marketing(risk.marketing.next()));
            }
            Action::AdoptCard => self.adopt_card(name, layout),
            Action::DismissCard => self.dismiss_card(name, layout),
            Action::DrawCard => self.draw_card(layout),
            Action::DismissedCards => self.choose_dismissed(),
            Action::ChooseDecks => self.choose_decks(),
            Action::SaidBy => self.edit_risk_field(RiskField::SaidBy),
            Action::SetCategory => self.choose_category(),
            Action::SortRisks => self.turn_sort(),
            Action::GroupRisks => self.turn_groups(),
            Action::MoveRiskUp => self.move_risks(name, -1),
            Action::MoveRiskDown => self.move_risks(name, 1),
            Action::Rounds => self.turn_round(),
            Action::SilentWriting => self.begin_round(Kind::SilentWriting),
            Action::Premortem => self.begin_round(Kind::Premortem),
            Action::Headline => self.begin_round(Kind::Headline),
            Action::MergeRisks => self.merge_risks(),
            Action::GuidedWording => self.turn_guided(),
            Action::GoOnWithPaste => self.go_on_with_paste(),

            Action::SetLevel1
            | Action::SetLevel2
            | Action::SetLevel3
            | Action::SetLevel4
            | Action::SetLevel5
            | Action::SetLevel6
            | Action::SetLevel7 => {
                if let Some(level) = action.level().and_then(Level::new) {
                    self.set_level("set-level", level);
                }
            }
            Action::ClearLevel => self.clear_level(),
            Action::NextEmpty => self.go_to_next_empty(),
            Action::NextDisputed => self.go_to_next_disputed(),
            Action::EnterVotes => self.enter_votes(),
            Action::Reveal => self.reveal(name),
            Action::ReVote => self.re_vote(name),
            Action::TakeMedian => self.take_median(),
            Action::Reason => {
                if let Some(cell) = self.workshop.as_ref().map(|workshop| workshop.cell) {
                    self.edit_risk_field(RiskField::Reason(cell));
                }
            }
            Action::HitTags => self.edit_risk_field(RiskField::HitTags),
            Action::RiskEvidence => self.edit_risk_field(RiskField::Evidence),
            Action::LegalDuty => self.edit_risk_field(RiskField::Duty),
            Action::GoOnBy => self.turn_direction(),
            Action::Weights => self.open_weights(),
            Action::SetWeights => self.set_weights(name),
            Action::WeightLess => self.turn_weight(-1),
            Action::WeightMore => self.turn_weight(1),
            Action::DialWeight => self.dial_weight(chord),
            Action::ResetWeights => self.reset_weights(),
            Action::NextMoved => self.next_moved(1),
            Action::PreviousMoved => self.next_moved(-1),
            Action::QuickPass => self.turn_pass(),

            Action::AddSolution => self.type_for(Purpose::NewSolution(self.risk_to_solve())),
            Action::BinSolution => self.bin_solution(),
            Action::MoveCardLeft => self.move_card_across(name, -1),
            Action::MoveCardRight => self.move_card_across(name, 1),
            Action::MoveCardUp => self.move_card_along(name, -1),
            Action::MoveCardDown => self.move_card_along(name, 1),
            Action::Effect => self.choose_effect_risk(),
            Action::Owner => self.edit_owner(),
            Action::Decide => self.choose_course(),
            Action::DueDate => self.edit_solution_field(SolutionField::Due),
            Action::Approach => self.turn_approach(name),
            Action::ChangeSoftware => self.switch_change(name, Change::Software),
            Action::ChangeAdmin => self.switch_change(name, Change::Administrative),
            Action::ChangeProcess => self.switch_change(name, Change::Process),
            Action::Cost => self.edit_cost(),
            Action::TurnBoard => self.turn_board(),
            Action::FilterCards => self.choose_cards(),
            Action::ShowDropped => self.turn_dropped(),
            Action::ExpectLevel => self.expect_level(chord),
            Action::RemoveEffect => self.remove_effect(),

            Action::EditField => {
                if let Some((subject, field)) = self.selected_field() {
                    self.edit_field(subject, field);
                }
            }
            Action::Undo => self.undo(name),
            Action::Redo => self.redo(name),
            Action::NextStep => self.step_by(Step::next),
            Action::PreviousStep => self.step_by(Step::previous),
            Action::Find => self.type_for(Purpose::Find),
            Action::Mark => self.mark_risk(),
            Action::Park => self.park_risks(name),
            Action::ParkTopic | Action::AddTopic => self.type_for(Purpose::NewTopic),
            Action::Timer => self.turn_timer(),
            Action::TimerPlus => self.add_minute(),
            Action::TimerMinus => self.take_minute(),
            Action::SetTimer => self.type_for(Purpose::SetTimer),
            Action::StopTimer => self.timer = None,
            Action::MarkAll => self.mark_all(),
            Action::ClearMarks => self.clear_marks(),
            Action::ShowNames => self.turn_names(),
            Action::Present => self.turn_presenting(),
            Action::Zoom if self.stop_presenting() => {}
            Action::Zoom => self.with_workshop(|workshop| workshop.zoom = !workshop.zoom),
            Action::Blank => self.with_workshop(|workshop| workshop.blank = !workshop.blank),
            Action::SaveNow => self.save_now(),
            Action::AcceptHandEdit | Action::Accept => self.accept_hand_edit(),
            Action::GoHeatMap => self.open_heat_map(),
            Action::OpenMapped => self.go_to_mapped(),
            Action::NextMapped => self.next_on_heat_map(),
            Action::TurnRows => self.turn_rows(),
            Action::TurnColumns => self.turn_columns(),
            Action::TurnResidual => self.turn_residual(),
            Action::TurnCovered => self.turn_covered(),
            Action::GoBowTie => self.open_bow_tie(),
            Action::OpenPart => self.open_part(),
            Action::EditPart => self.edit_part(),
            Action::NextRisk => self.step_bow_tie(1),
            Action::PreviousRisk => self.step_bow_tie(-1),
            Action::GoBudget => self.open_budget(),
            Action::SetCap => self.edit_cap(),
            Action::TurnMeasure => self.turn_measure(),
            Action::AcceptSuggestion => self.accept_suggestion(name),
            Action::OpenBudgeted => self.open_budgeted(),
            Action::GoRanking => self.open_ranking(),
            Action::OpenRanked => self.go_to_ranked(),
            Action::RaiseAppetite => self.move_appetite(name, Band::above),
            Action::Duel => self.open_duel(),
            Action::GoDotVote => self.open_dot_vote(),
            Action::TypeDots => self.type_dots(chord),
            Action::OpenDotted => self.open_dotted(),
            Action::CompareDots => self.turn_dot_vote(),
            Action::ClearDots => self.clear_dots(name),
            Action::MoreDots => self.change_dots_each(name, 1),
            Action::FewerDots => self.change_dots_each(name, -1),
            Action::RestartDots => self.restart_dots(name),
            Action::CompareTeams => self.open_teams(),
            Action::OpenCompared => self.go_to_compared(),
            Action::DuelLeft => self.choose_in_duel(|pair| pair.left),
            Action::DuelRight => self.choose_in_duel(|pair| pair.right),
            Action::LowerAppetite => self.move_appetite(name, Band::below),
            Action::SortSessions => self.home.turn_sort(),
            Action::FilterSessions => self.home.turn_only(),
            Action::MarkSession => self.home.turn_mark(),
            Action::CompareSessions => self.compare_marked(),
            Action::GoCompare => self.compare_with_last(),
            Action::TurnChanges => self.turn_changes(),
            Action::SwapCompared => self.swap_compared(),
            Action::MatchRisks => self.match_risks(),
            Action::ComparedMap => self.turn_compared_maps(),
            Action::OpenDifference => self.open_difference(),
            Action::GoFollowUps => self.open_follow_ups(),
            Action::OpenPending => self.open_pending(),
            Action::PendingBack => self.move_pending("move-card-left", -1),
            Action::PendingOn => self.move_pending("move-card-right", 1),
            Action::PendingOwner => self.edit_pending(SolutionField::Owner),
            Action::PendingDue => self.edit_pending(SolutionField::Due),
            Action::UndoPending => self.undo_pending("undo"),
            Action::TurnWhose => self.turn_whose(),
            Action::GoTrend => self.open_trend(),
            Action::TurnTrend => self.turn_trend(),
            Action::OpenTrended => self.open_trended(),
            Action::Review => self.review_selected(),
            Action::GoReplay => self.turn_replay(),
            Action::ReplayBack => self.step_replay(-1),
            Action::ReplayOn => self.step_replay(1),
            Action::ReplayPageBack => self.page_replay(false),
            Action::ReplayPageOn => self.page_replay(true),
            Action::ReplayStart => self.end_of_replay(false),
            Action::ReplayEnd => self.end_of_replay(true),
            Action::TurnGrain => self.turn_grain(),
            Action::ShowReplayed => self.show_replayed(),
            Action::ReplayChanged => self.replay_changed(),
            Action::CellHistory => self.open_cell_history(),
            Action::GoChanges => self.open_changes(),
            Action::OpenChanged => self.open_changed(),
            Action::ExportChanges => self.export_changes(),
            Action::TurnFacet => self.turn_facet(),
            Action::OnlyRisk => self.turn_only_risk(),
            Action::GoPeople => self.open_people(),
            Action::GoMessages => self.open_messages(),
            Action::RunOffer => self.run_offer(),
            Action::SessionDetails => self.open_prepare(),
            Action::CloseSession => self.open_gaps(true),
            Action::GoGaps => self.open_gaps(false),
            Action::OpenGap => self.open_gap(),
            Action::CloseNow => self.close_session(),
            Action::ReopenSession => self.reopen_session(name),
            Action::GoToRisk => self.begin_go_to_risk(chord),
            Action::GoIdentify => self.go_to_step(Step::Identify),
            Action::GoAssess => self.go_to_step(Step::Assess),
            Action::GoSolve => self.go_to_step(Step::Solve),
            Action::GoLibrary => self.go_home(),
            Action::GoBin => match self.place {
                Place::Home => self.turn_shelf(),
                Place::Workshop => self.open_bin(),
            },
            Action::GoParkingLot => self.open_lot(),

            Action::Up => self.motion(Motion::Up, layout),
            Action::Down => self.motion(Motion::Down, layout),
            Action::Left => self.motion(Motion::Left, layout),
            Action::Right => self.motion(Motion::Right, layout),
            Action::First => self.motion(Motion::First, layout),
            Action::Last => self.motion(Motion::Last, layout),
            Action::PageUp => self.motion(Motion::PageUp, layout),
            Action::PageDown => self.motion(Motion::PageDown, layout),
            Action::NextPane => self.turn_focus(1),
            Action::PreviousPane => self.turn_focus(-1),
            Action::Open => self.open(),
            Action::Back => self.back(),
            Action::Help => self.open_commands(true),
            Action::Palette => self.open_commands(false),
            Action::NextTheme => self.ask(Effect::NextTheme),
            Action::Mouse => {
                self.mouse = !self.mouse;
                self.notice = Some(Notice::Mouse(self.mouse));
                self.ask(Effect::Mouse(self.mouse));
            }
            Action::Redraw => self.ask(Effect::Redraw),
            Action::Suspend => self.ask(Effect::Suspend),
            Action::Interrupt => self.notice = Some(Notice::QLeaves),
            Action::Quit => self.quit(),
            Action::LeaveAnyway => self.ask(Effect::Quit),

            Action::TakeBack => self.take_back(),
            Action::SettleTopic => self.decide_selected(name, TopicState::Settled),
            Action::CarryOver => self.decide_selected(name, TopicState::CarriedOver),
            Action::BinParked => self.bin_parked(),
            Action::EditPrepared => self.edit_prepared(),
            Action::AddPerson => self.type_for(Purpose::NewPerson),
            Action::TogglePresent => self.toggle_present(name),
            Action::RenamePerson => self.edit_person(PersonField::Name),
            Action::PersonTeam => self.edit_person(PersonField::Team),
            Action::ToggleSeat => self.toggle_seat(name),
            Action::RemovePerson => self.remove_person(name),
            Action::MovePersonUp => self.move_person(name, -1),
            Action::MovePersonDown => self.move_person(name, 1),

            Action::Choose => self.take_choice(),
            Action::Toggle => self.toggle_choice(),
            Action::RunCommand => self.run_command(layout),
            Action::SetText | Action::SetNote => self.set_text(),
            Action::NextField => self.next_field(),
            Action::LeaveText => self.leave_text(),
            Action::CompleteName => self.complete_name(),
            Action::NextName => self.pick_name(1),
            Action::PreviousName => self.pick_name(-1),
            Action::TakeCategory => self.take_category(),
            Action::PreviousPart => self.previous_part(),
            Action::ToggleRow => self.toggle_row(),
            Action::ToggleAllRows => self.toggle_all_rows(),
            Action::AddRows => self.add_rows(),
            Action::HelpOnText => self.help_on_text(),
        }
    }

    fn with_workshop(&mut self, change: impl FnOnce(&mut Workshop)) {
        if let Some(workshop) = &mut self.workshop {
            change(workshop);
        }
    }

    fn open_selected(&mut self) {
        let Some(listing) = self.home.selection() else { return };
        let path = listing.path.clone();
        let spot = self.home.selected_spot.filter(|_| !listing.binned);
        if let Some(spot) = spot {
            self.jump_to(path, spot.into());
        } else if listing.binned {
            self.restore_selected();
        } else if self.workshop.as_ref().is_some_and(|workshop| workshop.path == path) {
            self.review_opened();
            self.place = Place::Workshop;
        } else if !self.must_stay() {
            self.reviewing = None;
            self.ask(Effect::Open(path));
        }
    }

    /// The risk a new solution is for: the one the details are of.
    fn risk_to_solve(&self) -> Option<crate::domain::RiskId> {
        let workshop = self.workshop.as_ref()?;
        let is_bow_tie = matches!(self.overlay, Some(Overlay::BowTie(_)));
        workshop.risk.filter(|_| is_bow_tie || !workshop.about_solution)
    }

    /// The selected field, if the details have the focus.
    #[must_use]
    pub fn selected_field(&self) -> Option<(Subject, Field)> {
        let workshop = self.workshop.as_ref().filter(|workshop| workshop.focus == Pane::Details)?;
        let subject = workshop.subject()?;
        Some((subject, *subject.fields().get(workshop.field.place)?))
    }

    fn step_by(&mut self, to: impl FnOnce(Step) -> Step) {
        if let Some(step) = self.workshop.as_ref().map(|workshop| to(workshop.step)) {
            self.go_to_step(step);
        }
    }

    /// Shows a step; nothing of the other steps is hidden or lost.
    pub(super) fn go_to_step(&mut self, step: Step) {
        let Some(workshop) = &mut self.workshop else { return };
        self.place = Place::Workshop;
        if workshop.step != step {
            workshop.step = step;
            if step == Step::Assess && !workshop.session().has_levels() {
                workshop.start_scoring();
            }
            workshop.focus = step.first_pane();
            workshop.about_solution = false;
            workshop.field.place = 0;
            workshop.refresh();
            self.ask_snapshot();
        }
    }

    /// Asks for the whole file of the open session to be written.
    pub(super) fn ask_snapshot(&mut self) {
        if let Some(workshop) = self.workshop.as_ref().filter(|it| it.access.is_full()) {
            let path = workshop.path.clone();
            self.ask(Effect::Snapshot(path));
        }
    }

    fn save_now(&mut self) {
        if !self.save() {
            self.notice = Some(Notice::AllSaved);
        }
        self.ask_snapshot();
    }

    /// Asks the disk to keep the newest state, if it is not there already; whether it was not.
    pub(super) fn save(&mut self) -> bool {
        let changed = |it: &&Workshop| it.saving.revision < it.history.revision();
        let Some(workshop) = self.workshop.as_ref().filter(changed) else { return false };
        let history = Box::new(workshop.history.clone());
        self.ask(Effect::Save { path: workshop.path.clone(), history });
        true
    }

    fn begin_go_to_risk(&mut self, chord: Option<Chord>) {
        self.type_for(Purpose::GoToRisk);
        if let (Some(typing), Some(digit)) = (&mut self.typing, chord.and_then(Chord::typed)) {
            typing.input.insert(digit);
        }
    }

    fn turn_focus(&mut self, by: isize) {
        let Some(workshop) = &mut self.workshop else { return };
        let panes = workshop.step.panes();
        let count = isize::try_from(panes.len()).unwrap_or(1);
        let now = panes.iter().position(|pane| *pane == workshop.focus).unwrap_or(0);
        let next = (isize::try_from(now).unwrap_or(0) + by).rem_euclid(count);
        if let Some(pane) = usize::try_from(next).ok().and_then(|at| panes.get(at)) {
            workshop.set_focus(*pane);
        }
    }

    fn open(&mut self) {
        match (self.place, self.workshop.as_ref().map(|workshop| workshop.focus)) {
            (Place::Home, _) | (_, None) => {}
            (Place::Workshop, Some(_)) => self.open_details(),
        }
    }

    /// Takes what is selected in the open overlay.
    pub(super) fn accept_overlay(&mut self) {
        let action = match &self.overlay {
            Some(Overlay::Choice(choice)) if choice.many => Action::Toggle,
            Some(Overlay::Choice(_)) => Action::Choose,
            Some(Overlay::Commands(_)) => Action::RunCommand,
            Some(Overlay::Preview(_)) => Action::ToggleRow,
            Some(Overlay::Prepare(_)) => Action::EditPrepared,
            // A click only selects what is read, parked, or who is meant.
            Some(
                Overlay::Reading(_)
                | Overlay::Lot(_)
                | Overlay::People(_)
                | Overlay::Ranking(_)
                | Overlay::HeatMap(_)
                | Overlay::Gaps(_)
                | Overlay::Weights(_)
                | Overlay::Duel(_)
                | Overlay::Teams(_)
                | Overlay::Dots(_)
                | Overlay::BowTie(_)
                | Overlay::Budget(_)
                | Overlay::Changes(_)
                | Overlay::Compare(_)
                | Overlay::FollowUps(_)
                | Overlay::Trend(_),
            )
            | None => {
                return;
            }
        };
        self.run_if_possible(action, &Layout::default());
    }

    fn run_command(&mut self, layout: &Layout) {
        let Some(Overlay::Commands(commands)) = self.overlay.take() else { return };
        let Some(&action) = commands.rows.get(commands.cursor.place) else { return };
        self.run_if_possible(action, layout);
    }

    fn run_if_possible(&mut self, action: Action, layout: &Layout) {
        match self.availability(action) {
            Ok(()) => self.run(action, None, layout),
            Err(why) => self.notice = Some(Notice::Unavailable(action, why)),
        }
    }
}
