//! A frame of each screen beside a bare table of the same rows.
//!
//! A frame is all that the loop does before the terminal compares it with the last one: places, scrolling, drawing
//! into an emptied buffer. The names are `screen/columns x rows/risks` and `bare …` for its yardstick. `grid/…` shows that a
//! frame of the scoring grid takes as long for 3,000 risks as for 60.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a bench may stop at the first surprise")]

mod bare;
mod support;

use criterion::Criterion;
use ratatui::buffer::Buffer;
use ratatui::layout::{Rect, Size};
use riskroom::app::App;
use riskroom::app::workshop::Step;
use riskroom::domain::History;
use riskroom::ui;

use support::{RISKS, SESSIONS, at_home, criterion, fit, generate, history, in_session, look};

const SIZES: [Size; 2] = [Size::new(120, 36), Size::new(80, 24)];
/// Risks the grid is drawn with, without votes: with those of a whole room no session holds so many.
const GRIDS: [usize; 3] = [60, 300, 3_000];
const STEPS: [(&str, Step); 3] =
    [("identify", Step::Identify), ("assess", Step::Assess), ("solve", Step::Solve)];

fn main() {
    let mut criterion = criterion();
    for count in SESSIONS {
        frames(&mut criterion, "home", count, &mut at_home(count));
    }
    for count in RISKS {
        let history = history(count);
        for (name, step) in STEPS {
            frames(&mut criterion, name, count, &mut in_session(history.clone(), step));
        }
    }
    for count in GRIDS {
        let history = History::new(generate::session_with(count, 0, 1));
        frame(&mut criterion, "grid", count, &mut in_session(history, Step::Assess), SIZES[0]);
    }
    criterion.final_summary();
}

fn frames(criterion: &mut Criterion, screen: &str, count: usize, app: &mut App) {
    for size in SIZES {
        let name = frame(criterion, screen, count, app, size);
        let mut buffer = Buffer::empty(Rect::from(size));
        let layout = fit(app, size);
        criterion.bench_function(&format!("bare {name}"), |bencher| {
            bencher.iter(|| {
                buffer.reset();
                bare::draw(app, &layout, &mut buffer);
            });
        });
    }
}

/// A frame of the program; gives back what it is called.
fn frame(criterion: &mut Criterion, screen: &str, count: usize, app: &mut App, size: Size) -> String {
    let look = look();
    let mut buffer = Buffer::empty(Rect::from(size));
    let name = format!("{screen}/{}x{}/{count}", size.width, size.height);
    criterion.bench_function(&name, |bencher| {
        bencher.iter(|| {
            buffer.reset();
            let layout = fit(app, size);
            ui::draw(app, &look, &layout, &mut buffer)
        });
    });
    name
}
