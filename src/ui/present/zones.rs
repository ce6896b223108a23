//! How the screen is divided between what is shown of a risk: the same for all its cells, and whether votes are hidden,
//! typed or revealed, so that nothing jumps. What cannot be given in full gives way in this order: air, the large count of
//! votes, the large question, the large title, lines of the levels, the question.

use crate::app::layout::{Area, Shape};
use crate::ui::letters::{self, Size};

/// Most lines of a title in large letters.
const TITLE_LINES: usize = 4;
/// Most lines of it in the larger sizes, and of a question that leaves room for the large numbers of the levels.
const FEW_LINES: usize = 2;
/// Most lines of a question.
const QUESTION_LINES: usize = 3;
/// Rows of the large count of votes.
const TALLY: u16 = 4;

/// What wants room.
#[derive(Debug, Clone, Default)]
pub(super) struct Wants<'s> {
    /// The title of the risk.
    pub(super) title: &'s str,
    /// The question of each cell.
    pub(super) questions: Vec<&'s str>,
    /// The rows of the body if nothing of it is cut.
    pub(super) body: u16,
    /// The parts of the body, each at least a row.
    pub(super) parts: u16,
    /// Whether votes are counted in large letters.
    pub(super) tally: bool,
    /// Rows at the bottom.
    pub(super) foot: u16,
}

/// The parts of the screen from top to bottom.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Zones {
    /// Which risk, which cell.
    pub(super) head: Area,
    /// The title.
    pub(super) title: Area,
    /// How large the title is.
    pub(super) title_size: Size,
    /// The question.
    pub(super) question: Area,
    /// The levels, or what else is told.
    pub(super) body: Area,
    /// The large count of votes; no rows where there is no room for it.
    pub(super) tally: Area,
    /// What the votes add up to; the box for text covers it.
    pub(super) foot: Area,
}

/// Rows, as far as they are given away.
#[derive(Debug, Default)]
struct Rows {
    spare: u16,
    title: u16,
    question: u16,
    body: u16,
    tally: u16,
    /// Above title, question, body and foot.
    air: [u16; 4],
}

impl Rows {
    /// So many rows if there are as many.
    fn take(&mut self, rows: u16) -> u16 {
        if rows <= self.spare {
            self.spare -= rows;
            rows
        } else {
            0
        }
    }
}

/// Divides an area.
pub(super) fn zones(area: Area, wants: &Wants<'_>) -> Zones {
    let margin = area.width / 40;
    let inside = Area { x: area.x + margin, width: area.width.saturating_sub(2 * margin), ..area };
    let columns = inside.width;
    let foot = wants.foot.min(area.height / 3);
    let spare = area.height.saturating_sub(1 + foot);
    let asked = plain_rows(&wants.questions, columns);
    let (title_size, title) = title(wants, columns, area.height, spare, asked);
    let mut rows = Rows { spare: spare.saturating_sub(title), title, ..Rows::default() };
    rows.body = wants.parts.min(rows.spare);
    rows.spare -= rows.body;
    rows.question = asked.min(rows.spare);
    rows.spare -= rows.question;
    let more = (wants.body.saturating_sub(wants.parts)).min(rows.spare);
    rows.spare -= more;
    rows.body += more;
    give_away(&mut rows, wants, columns);
    let mut y = inside.y + 1;
    let mut next = |air: u16, height: u16| {
        let here = Area { y: y + air, height, ..inside };
        y += air + height;
        here
    };
    let [above_title, above_question, above_body, above_foot] = rows.air;
    let (title, question) = (next(above_title, rows.title), next(above_question, rows.question));
    let (body, tally) = (next(above_body, rows.body), next(above_foot, rows.tally));
    let bottom = area.y + area.height;
    Zones {
        head: Area { height: area.height.min(1), ..inside },
        title,
        title_size,
        question,
        body,
        tally,
        foot: Area { y: bottom - foot, height: foot, ..inside },
    }
}

/// Gives away what is left after everything stands there in normal letters.
fn give_away(rows: &mut Rows, wants: &Wants<'_>, columns: u16) {
    if wants.questions.is_empty() {
        rows.air = [rows.take(1), rows.take(1), 0, 0];
        rows.body += std::mem::take(&mut rows.spare);
        return;
    }
    let mut above_question = rows.take(1);
    let mut above_body = rows.take(u16::from(rows.question > 0));
    let tally = if wants.tally { TALLY } else { 0 };
    enlarge_question(rows, wants, columns, (FEW_LINES, tally));
    rows.tally = rows.take(tally);
    let mut above_title = rows.take(1);
    rows.body += rows.take(wants.parts.saturating_sub(1));
    let mut above_foot = rows.take(1);
    // Room for large numbers and dots.
    rows.body += rows.take((Size::Quarters.rows() * wants.parts).saturating_sub(rows.body));
    enlarge_question(rows, wants, columns, (QUESTION_LINES, 0));
    rows.body += rows.take(wants.parts);
    // What is left is air.
    let (each, odd) = (rows.spare / 4, rows.spare % 4);
    let airs = [&mut above_question, &mut above_body, &mut above_foot, &mut above_title];
    for (place, air) in (0..).zip(airs) {
        *air += each + u16::from(place < odd);
    }
    rows.air = [above_title, above_question, above_body, above_foot];
    rows.spare = 0;
}

/// Gives the question the rows that the longest one takes in so many lines of large letters, if so many rows are left
/// after that.
fn enlarge_question(rows: &mut Rows, wants: &Wants<'_>, columns: u16, (lines, left): (usize, u16)) {
    let larger = |question: &&str| {
        let height = rows_of(question, Size::Quarters, columns, lines)?;
        let more = height.saturating_sub(rows.question);
        (more + left <= rows.spare).then_some(more)
    };
    let more = wants.questions.iter().filter_map(larger).max().unwrap_or(0);
    rows.question += rows.take(more);
}

/// How large the title can be without anything else being cut, and the rows it takes; before it is in normal letters,
/// the levels are cut to a line each.
fn title(wants: &Wants<'_>, columns: u16, height: u16, spare: u16, asked: u16) -> (Size, u16) {
    let most = height * 9 / 20;
    let whole = asked + wants.body;
    for size in Size::LARGE {
        let lines = if size == Size::Quarters { TITLE_LINES } else { FEW_LINES };
        match rows_of(wants.title, size, columns, lines) {
            Some(rows) if rows <= most && rows + whole <= spare => return (size, rows),
            Some(_) | None => {}
        }
    }
    let short = wants.parts + asked.min(1);
    match rows_of(wants.title, Size::Quarters, columns, TITLE_LINES) {
        Some(rows) if rows + short <= spare => return (Size::Quarters, rows),
        Some(_) | None => {}
    }
    let room = spare.saturating_sub(wants.parts).clamp(1, 4);
    (Size::Plain, rows_of(wants.title, Size::Plain, columns, usize::from(room)).unwrap_or(1).min(spare))
}

fn rows_of(text: &str, size: Size, columns: u16, most: usize) -> Option<u16> {
    letters::rows(text, size, columns, most).and_then(|rows| u16::try_from(rows.len()).ok())
}

/// The rows that every one of these texts has room in.
fn plain_rows(texts: &[&str], columns: u16) -> u16 {
    let rows = texts.iter().filter_map(|text| rows_of(text, Size::Plain, columns, QUESTION_LINES));
    rows.max().unwrap_or(0)
}

/// A question as large as it can be in so many rows.
pub(super) fn question_rows(text: &str, columns: u16, height: u16) -> (Size, Vec<String>) {
    let lines = usize::from(height / Size::Quarters.rows()).min(QUESTION_LINES);
    let large = if lines == 0 { None } else { letters::rows(text, Size::Quarters, columns, lines) };
    match large {
        Some(rows) => (Size::Quarters, rows),
        None => (Size::Plain, crate::ui::paint::wrap(text, usize::from(columns), usize::from(height))),
    }
}

/// Rows kept at the bottom: as many as the box for a line of text takes.
pub(super) const fn foot(shape: Shape) -> u16 {
    match shape {
        Shape::Tiny | Shape::Small => 2,
        Shape::Narrow | Shape::Middle | Shape::Wide => 3,
    }
}
