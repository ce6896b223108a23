//! The list of step 1 as it is looked at: order, groups, marks, and what is done to all marked risks at once.
//!
//! Not here: adding risks and their fields ([`super::identify`]), nor what is listed ([`super::derived`]).

use super::App;
use super::action::Action;
use super::form::value::Value;
use super::notice::Notice;
use super::overlay::{Asked, Item};
use super::workshop::{Step, Workshop};
use crate::domain::{Edit, Key, RiskEdit, RiskId};

impl Workshop {
    /// Arranges the lists again, after a change of nothing but filters, order or groups.
    pub fn rearrange(&mut self) {
        let session = self.shown();
        self.derived.arrange(&session, &self.filter, self.arrangement);
        self.find_risk();
        self.arrange_board();
    }

    /// Whether the list in front has heads of groups between its risks.
    #[must_use]
    pub fn is_in_groups(&self) -> bool {
        self.step == Step::Identify && self.arrangement.grouped
    }

    /// Moves the place in the list in front by so many rows.
    pub(super) fn step_list(&mut self, by: isize) {
        if self.is_in_groups() {
            self.list.place = self.derived.groups.stepped(self.list.place, by);
        } else {
            let length = self.rows().len();
            self.cursor_mut().step(by, length);
        }
    }

    /// Fits the list in front to the rows that can be seen; whether anything moved.
    pub(super) fn settle_list(&mut self, rows: usize) -> bool {
        if self.is_in_groups() {
            self.grouped.place = self.derived.groups.row_of(self.list.place);
            self.grouped.settle(self.derived.groups.rows.len(), rows)
        } else {
            let length = self.rows().len();
            self.cursor_mut().settle(length, rows)
        }
    }

    /// The marked risks, or else the selected one, in the order of the list.
    fn marked_in_order(&self) -> Vec<RiskId> {
        if self.marks.is_empty() {
            return self.risk.into_iter().collect();
        }
        self.session().risks.iter().map(|risk| risk.id).filter(|id| self.marks.contains(id)).collect()
    }
}

impl App {
    /// Sorts the list by what comes next.
    pub(super) fn turn_sort(&mut self) {
        self.arrange(|workshop| workshop.arrangement.sort = workshop.arrangement.sort.next());
    }

    /// Groups the list by category, or no more.
    pub(super) fn turn_groups(&mut self) {
        self.arrange(|workshop| workshop.arrangement.grouped = !workshop.arrangement.grouped);
    }

    fn arrange(&mut self, change: impl FnOnce(&mut Workshop)) {
        if let Some(workshop) = &mut self.workshop {
            change(workshop);
            workshop.rearrange();
        }
    }

    /// Shows who said what, or no more; the search finds them only while they are shown.
    pub(super) fn turn_names(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        workshop.arrangement.names = !workshop.arrangement.names;
        workshop.refresh();
        self.notice = Some(Notice::Names(workshop.arrangement.names));
    }

    /// Marks every risk that is shown.
    pub(super) fn mark_all(&mut self) {
        let Some(workshop) = &mut self.workshop else { return };
        let shown: Vec<RiskId> =
            (0..workshop.rows().len()).filter_map(|place| workshop.risk_at(place)).map(|it| it.id).collect();
        workshop.marks.extend(shown);
    }

    /// Takes every mark away.
    pub(super) fn clear_marks(&mut self) {
        if let Some(workshop) = &mut self.workshop {
            workshop.marks.clear();
        }
    }

    /// Asks for the category of the marked risks, or of the selected one.
    pub(super) fn choose_category(&mut self) {
        let Some(workshop) = &self.workshop else { return };
        let session = workshop.session();
        let risks: Vec<_> =
            workshop.marked_in_order().into_iter().filter_map(|id| session.risk(id)).collect();
        let now = risks.first().map(|first| first.category.as_ref());
        let shared = now.filter(|now| risks.iter().all(|risk| risk.category.as_ref() == *now));
        let shared = shared.map(|key| key.cloned().map_or(Value::Nothing, Value::Category));
        let keys = session.categories.iter().map(|category| Value::Category(category.key.clone()));
        let values = std::iter::once(Value::Nothing).chain(keys);
        let items: Vec<Item> =
            values.map(|value| Item::Value(value.clone(), Some(value) == shared)).collect();
        let place = items.iter().position(|item| matches!(item, Item::Value(_, true))).unwrap_or(0);
        self.choose(Asked::Category(risks.len()), items, false, place);
    }

    /// Gives the marked risks, or the selected one, this category in one entry.
    pub(super) fn set_category(&mut self, category: Option<&Key>) {
        let Some(workshop) = &self.workshop else { return };
        let risks = workshop.marked_in_order();
        let count = risks.len();
        let edits = risks.into_iter().map(|id| Edit::Risk(id, RiskEdit::Category(category.cloned())));
        let edits = edits.collect();
        if self.commit_quietly("set-category", edits) && count > 1 {
            self.notice = Some(Notice::CategorySet(count));
        }
    }

    /// Moves the marked risks together, or the selected one, one row up or down the list, in the order of entry only.
    pub(super) fn move_risks(&mut self, action: &str, by: isize) {
        let Some(workshop) = &self.workshop else { return };
        if !workshop.arrangement.is_of_entry() {
            self.notice = Some(Notice::NotInEntryOrder(self.keys_to_entry_order()));
            return;
        }
        let moved = workshop.marked_in_order();
        let is_moved = |place: usize| workshop.risk_at(place).is_some_and(|risk| moved.contains(&risk.id));
        let places: Vec<usize> = (0..workshop.rows().len()).filter(|place| is_moved(*place)).collect();
        let shown = places.iter().filter_map(|place| workshop.risk_at(*place)).map(|risk| risk.id);
        let shown: Vec<RiskId> = shown.collect();
        let (Some(first), Some(last)) = (places.first(), places.last()) else { return };
        // Risks that stand apart come together first.
        let is_together = last - first + 1 == places.len();
        let before = match (is_together, by < 0) {
            (false, _) => {
                (first + 1..*last).find(|place| !is_moved(*place)).filter(|_| by < 0).or(Some(last + 1))
            }
            (true, true) => first.checked_sub(1),
            (true, false) if last + 1 < workshop.rows().len() => Some(last + 2),
            (true, false) => None,
        };
        let Some(before) = before else {
            self.notice = Some(Notice::EndReached);
            return;
        };
        let next = workshop.risk_at(before).map(|risk| risk.id);
        let edits = shown.into_iter().map(|id| Edit::Risk(id, RiskEdit::MoveBefore(next))).collect();
        self.commit_quietly(action, edits);
    }

    /// The keys that bring the order of entry back, such as `C S S`.
    fn keys_to_entry_order(&self) -> String {
        let Some(workshop) = &self.workshop else { return String::new() };
        let arrangement = workshop.arrangement;
        let groups = std::iter::repeat_n(Action::GroupRisks, usize::from(arrangement.grouped));
        let sorts = std::iter::repeat_n(Action::SortRisks, arrangement.sort.steps_to_entry());
        let keys = groups.chain(sorts).filter_map(|action| self.keymap.keys(action).next());
        keys.map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }
}
