//! What clicks and the wheel do.

use super::layout::Target;
use super::workshop::{Pane, Workshop};
use super::{App, Place};

impl App {
    /// Turns the wheel by so many rows.
    pub(super) fn wheel(&mut self, rows: i16) {
        let by = isize::from(rows);
        if self.overlay.is_some() {
            self.step_overlay(by);
        } else if self.place == Place::Home {
            self.home.step(by);
        } else if let Some(workshop) = &mut self.workshop {
            match workshop.focus {
                Pane::Board => workshop.step_card(by),
                Pane::Details => workshop.step_field(by),
                Pane::Risks | Pane::Grid | Pane::Ranks => {
                    workshop.step_risk(by);
                }
                Pane::Sessions | Pane::Preview | Pane::Levels | Pane::Coverage => {}
            }
        }
    }

    /// Clicks what lies under the mouse.
    pub(super) fn click(&mut self, target: Option<Target>) {
        self.notice = None;
        let Some(target) = target else { return };
        match target {
            Target::Session(place) => {
                self.home.step(isize::try_from(place).unwrap_or(0) - self.place_at_home());
            }
            Target::Item(place) => {
                self.step_overlay(isize::MIN);
                self.step_overlay(isize::try_from(place).unwrap_or(0));
                self.accept_overlay();
            }
            Target::Step(step) => self.go_to_step(step),
            Target::Pane(_) | Target::Risk(_) | Target::Cell(..) | Target::Solution(_) | Target::Field(_) => {
                if let Some(workshop) = &mut self.workshop {
                    workshop.click(target);
                }
            }
        }
    }

    fn place_at_home(&self) -> isize {
        isize::try_from(self.home.cursor.place).unwrap_or(0)
    }
}

impl Workshop {
    fn click(&mut self, target: Target) {
        match target {
            Target::Pane(pane) => self.set_focus(pane),
            Target::Risk(id) => {
                self.select_risk(id);
                self.set_focus(self.step.first_pane());
            }
            Target::Cell(id, cell) => {
                self.select_risk(id);
                self.cell = cell;
                self.set_focus(Pane::Grid);
            }
            Target::Solution(id) => {
                self.select_solution(id);
                self.set_focus(Pane::Board);
            }
            Target::Field(place) => {
                self.field.place = place;
                self.set_focus(Pane::Details);
            }
            Target::Step(_) | Target::Session(_) | Target::Item(_) => {}
        }
    }
}
