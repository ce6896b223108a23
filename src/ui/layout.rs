//! Where things are: a pure function of the state and the size.
//!
//! Narrow screens lose panes, never the list, the level being scored, the step or the save state. Places of rows inside
//! the panes are told by the views, which know them.

use ratatui::layout::Size;

use super::{
    assess, banner, board, chrome, deck, form, home, identify, overlay, replay, rounds, solve, typing,
};
use crate::app::layout::{Area, Layout, Rows, Shape, Target};
use crate::app::workshop::{Pane, Step, Workshop};
use crate::app::{App, Place};

/// Where things are for a state and a size.
#[must_use]
pub fn layout(app: &App, size: Size) -> Layout {
    let shape = shape(size);
    if shape == Shape::Tiny {
        return Layout::default();
    }
    let whole = Area { x: 0, y: 0, width: size.width, height: size.height };
    let timeline =
        app.replay().map(|_| Area { y: size.height - 1 - replay::HEIGHT, height: replay::HEIGHT, ..whole });
    let bar = timeline.map_or(0, |area| area.height);
    let body = Area { y: 1, height: size.height - 2 - bar, ..whole };
    let stage = Some(body).filter(|_| app.is_presenting());
    let strip = strip(app, shape, body).filter(|_| stage.is_none());
    let panes = match (app.place, &app.workshop) {
        _ if stage.is_some() => Vec::new(),
        (Place::Workshop, Some(workshop)) => workshop_panes(workshop, shape, under(body, strip)),
        _ => home_panes(shape, body),
    };
    let panes = panes.into_iter().map(|(pane, area)| (pane, banner::trimmed(app, area, body))).collect();
    let mut layout = Layout { shape, panes, strip, stage, timeline, ..Layout::default() };
    // What is typed for an overlay stands below it, not in a column.
    let beside = if app.overlay.is_some() { &Layout { shape, ..Layout::default() } } else { &layout };
    layout.typing = app.typing.as_ref().map(|it| typing::area(it, beside, banner::above(app, body)));
    if let Some(area) = layout.typing {
        make_room(&mut layout, area);
    }
    let above = layout.typing.map_or(body, |typing| Area { height: typing.y.saturating_sub(body.y), ..body });
    let overlay_area = |it| {
        let area = overlay::area(it, body);
        // Only what would be covered makes room, so that nothing jumps.
        if area.y + area.height > above.y + above.height { overlay::area(it, above) } else { area }
    };
    layout.overlay = app.overlay.as_ref().map(|it| banner::trimmed(app, overlay_area(it), body));
    layout.rows = rows(app, &layout);
    if app.mouse {
        layout.targets = targets(app, &layout, whole);
    }
    layout
}

const fn shape(size: Size) -> Shape {
    match (size.width, size.height) {
        (0..40, _) | (_, 0..12) => Shape::Tiny,
        (40..60, _) | (_, 12..20) => Shape::Small,
        (60..80, _) => Shape::Narrow,
        (80..110, _) => Shape::Middle,
        _ => Shape::Wide,
    }
}

/// The strip of a round: above the panes of step 1, below the tabs.
fn strip(app: &App, shape: Shape, body: Area) -> Option<Area> {
    let is_here = app.place == Place::Workshop && app.round.is_some();
    app.workshop.as_ref().filter(|workshop| is_here && workshop.step == Step::Identify)?;
    let height = rounds::height(body);
    let room = if shape == Shape::Narrow { chrome::below_tabs(body) } else { body };
    Some(Area { height, ..room })
}

/// What is left of the body under the strip.
fn under(body: Area, strip: Option<Area>) -> Area {
    let taken = strip.map_or(0, |strip| strip.height);
    Area { y: body.y + taken, height: body.height.saturating_sub(taken), ..body }
}

fn home_panes(shape: Shape, body: Area) -> Vec<(Pane, Area)> {
    match shape {
        Shape::Wide => {
            let (left, right) = beside(body, body.width * 3 / 5);
            vec![(Pane::Sessions, left), (Pane::Preview, right)]
        }
        Shape::Middle => {
            let (top, bottom) = below(body, body.height.saturating_sub(9));
            vec![(Pane::Sessions, top), (Pane::Preview, bottom)]
        }
        Shape::Tiny | Shape::Small | Shape::Narrow => vec![(Pane::Sessions, body)],
    }
}

fn workshop_panes(workshop: &Workshop, shape: Shape, body: Area) -> Vec<(Pane, Area)> {
    let single = workshop.zoom || matches!(shape, Shape::Tiny | Shape::Small | Shape::Narrow);
    let body = if shape == Shape::Narrow { chrome::below_tabs(body) } else { body };
    match workshop.step {
        Step::Assess if single => assess_single(workshop, shape, body),
        Step::Identify | Step::Solve if single => vec![(workshop.focus, body)],
        Step::Identify if shape == Shape::Wide => {
            let (left, right) = beside(body, body.width * 9 / 20);
            let cards = deck::height(workshop).min(right.height / 2);
            let (top, bottom) = below(right, right.height - cards);
            vec![(Pane::Risks, left), (Pane::Details, top), (Pane::Coverage, bottom)]
        }
        Step::Identify => {
            let (top, bottom) = below(body, body.height / 2);
            vec![(Pane::Risks, top), (deck::or_details(workshop), bottom)]
        }
        Step::Assess if shape == Shape::Wide => {
            let (left, right) = beside(body, body.width - (body.width / 3).clamp(36, 60));
            let levels = assess::levels_height(workshop).min(right.height * 3 / 5);
            let (top, bottom) = below(right, levels);
            vec![(Pane::Grid, left), (Pane::Levels, top), (Pane::Details, bottom)]
        }
        Step::Assess => {
            let (top, bottom) = below(body, body.height.saturating_sub(9));
            let under = if workshop.focus == Pane::Details { Pane::Details } else { Pane::Levels };
            vec![(Pane::Grid, top), (under, bottom)]
        }
        Step::Solve => {
            let under = if shape == Shape::Wide { 14 } else { 9 };
            let (top, bottom) = below(body, body.height.saturating_sub(under.min(body.height / 2)));
            let (left, right) = beside(top, if shape == Shape::Wide { body.width * 2 / 5 } else { 25 });
            vec![(Pane::Ranks, left), (Pane::Board, right), (Pane::Details, bottom)]
        }
    }
}

/// The grid never goes without the text of the level being scored.
fn assess_single(workshop: &Workshop, shape: Shape, body: Area) -> Vec<(Pane, Area)> {
    if workshop.focus == Pane::Details {
        return vec![(Pane::Details, body)];
    }
    let levels = if shape == Shape::Small { body.height / 3 } else { 8.min(body.height / 2) };
    let (top, bottom) = below(body, body.height - levels);
    vec![(Pane::Grid, top), (Pane::Levels, bottom)]
}

/// Where text is typed over the pane with the focus, that pane ends above it, so that the selected row is seen.
fn make_room(layout: &mut Layout, typing: Area) {
    let bottom = typing.y + typing.height;
    for (_, area) in &mut layout.panes {
        let beside = area.x >= typing.x + typing.width || area.x + area.width <= typing.x;
        let covered = area.y + area.height > typing.y && area.y < bottom && !beside;
        if covered && area.y < typing.y {
            area.height = typing.y - area.y;
        }
    }
    layout.panes.retain(|(_, area)| area.y < typing.y || area.y >= bottom || area.x + area.width <= typing.x);
    close_gaps(layout, typing.y);
}

/// A pane of which only its edges are left above the box gives its rows to the pane above it.
fn close_gaps(layout: &mut Layout, bottom: u16) {
    let too_low = |area: &Area| area.height < 3 && area.y + area.height == bottom;
    let Some(gap) = layout.panes.iter().map(|(_, area)| *area).find(too_low) else { return };
    let above = |area: &Area| area.x == gap.x && area.y + area.height == gap.y;
    if let Some((_, area)) = layout.panes.iter_mut().find(|(_, area)| above(area)) {
        area.height += gap.height;
        layout.panes.retain(|(_, area)| *area != gap);
    }
}

fn rows(app: &App, layout: &Layout) -> Rows {
    let lines =
        |pane: Pane| layout.pane(pane).map_or(0, |area| usize::from(inner(area, layout.shape).height));
    let fields = match (&app.workshop, layout.pane(Pane::Details)) {
        (Some(workshop), Some(area)) => form::rows(workshop, inner(area, layout.shape)),
        _ => 0,
    };
    let (columns, cards) = layout.pane(Pane::Board).map_or((0, 0), |area| board::rows(area, layout.shape));
    let items = match (&app.overlay, layout.overlay) {
        (Some(open), Some(area)) => overlay::rows(app, open, area),
        _ => 0,
    };
    let risks = match app.workshop.as_ref().map(|workshop| workshop.step) {
        Some(Step::Identify) => lines(Pane::Risks),
        Some(Step::Assess) => lines(Pane::Grid).saturating_sub(assess::HEAD),
        Some(Step::Solve) => {
            lines(Pane::Ranks).saturating_sub(app.workshop.as_ref().map_or(0, solve::ranks_other))
        }
        None => 0,
    };
    let sessions = lines(Pane::Sessions).saturating_sub(home::HEAD);
    Rows { sessions, risks, cards, columns, fields, items }
}

fn targets(app: &App, layout: &Layout, whole: Area) -> Vec<(Area, Target)> {
    let mut targets = Vec::new();
    if let (Some(open), Some(area)) = (&app.overlay, layout.overlay) {
        overlay::targets(app, open, area, &mut targets);
        return targets;
    }
    let panes = || layout.panes.iter().map(|(pane, area)| (*pane, inner(*area, layout.shape)));
    match (app.place, &app.workshop) {
        (Place::Workshop, Some(workshop)) => {
            chrome::step_targets(app, whole, &mut targets);
            for (pane, area) in panes() {
                match pane {
                    Pane::Risks => identify::targets(workshop, area, &mut targets),
                    Pane::Grid => assess::targets(workshop, area, layout.shape, &mut targets),
                    Pane::Ranks => solve::rank_targets(workshop, area, &mut targets),
                    Pane::Board => board::targets(workshop, layout, &mut targets),
                    Pane::Details => form::targets(workshop, area, &mut targets),
                    Pane::Sessions | Pane::Preview | Pane::Levels | Pane::Coverage => {}
                }
            }
        }
        _ => {
            if let Some(area) = layout.pane(Pane::Sessions) {
                home::targets(app, inner(area, layout.shape), &mut targets);
            }
        }
    }
    targets.extend(layout.panes.iter().map(|(pane, area)| (*area, Target::Pane(*pane))));
    targets
}

/// What is left of a pane inside its frame; small screens have no frames.
pub(super) const fn inner(area: Area, shape: Shape) -> Area {
    if matches!(shape, Shape::Small | Shape::Tiny) {
        return area;
    }
    Area {
        x: area.x.saturating_add(1),
        y: area.y.saturating_add(1),
        width: area.width.saturating_sub(2),
        height: area.height.saturating_sub(2),
    }
}

/// An area divided into its first `width` columns and the rest.
const fn beside(area: Area, width: u16) -> (Area, Area) {
    let width = if width < area.width { width } else { area.width };
    (Area { width, ..area }, Area { x: area.x + width, width: area.width - width, ..area })
}

/// An area divided into its first `height` rows and the rest.
const fn below(area: Area, height: u16) -> (Area, Area) {
    let height = if height < area.height { height } else { area.height };
    (Area { height, ..area }, Area { y: area.y + height, height: area.height - height, ..area })
}

/// Row `row` of an area, as an area of its own.
pub(super) const fn line(area: Area, row: u16) -> Area {
    Area { y: area.y.saturating_add(row), height: if row < area.height { 1 } else { 0 }, ..area }
}
