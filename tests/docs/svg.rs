//! A frame as a picture: a rectangle per background, text in runs of one look, box lines as lines.
//!
//! Fonts differ in the width of signs and the height of box lines; so lines are drawn, and each run is told its width.

use std::fmt::Write;

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

const WIDTH: usize = 9;
const HEIGHT: usize = 18;
const BASELINE: usize = 13;
const MARGIN: usize = 9;
const FONT: &str = "ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace";

/// The look of a run of cells.
#[derive(Clone, PartialEq, Eq)]
struct Ink {
    front: String,
    back: String,
    bold: bool,
}

/// The picture of a frame. Every color must be told in red, green and blue.
pub(super) fn svg(buffer: &Buffer) -> String {
    let (columns, rows) = (usize::from(buffer.area.width), usize::from(buffer.area.height));
    let (width, height) = (columns * WIDTH + 2 * MARGIN, rows * HEIGHT + 2 * MARGIN);
    let base = ink(&buffer[(0, 0)]).back;
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\">\n<title>Riskroom, step 2: the scoring grid</title>\n\
         <rect x=\"0.5\" y=\"0.5\" width=\"{}\" height=\"{}\" rx=\"6\" fill=\"{base}\" stroke=\"#8c959f\"/>\n\
         <g font-family=\"{FONT}\" font-size=\"15\">\n",
        width - 1,
        height - 1
    );
    for (row, cells) in buffer.content.chunks(columns).enumerate() {
        draw_row(&mut out, cells, MARGIN + row * HEIGHT, &base);
    }
    out.push_str("</g>\n</svg>\n");
    out
}

fn draw_row(out: &mut String, cells: &[Cell], y: usize, base: &str) {
    let x = |place: usize| MARGIN + place * WIDTH;
    for (start, run) in runs(cells, |a, b| ink(a).back == ink(b).back) {
        let back = ink(&run[0]).back;
        if back != base {
            let (x, width) = (x(start), run.len() * WIDTH);
            writeln!(
                out,
                "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{HEIGHT}\" fill=\"{back}\"/>"
            )
            .unwrap();
        }
    }
    for (start, run) in runs(cells, |a, b| ink(a) == ink(b) && together(a.symbol(), b.symbol())) {
        let look = ink(&run[0]);
        if let Some(arms) = arms(run[0].symbol()) {
            draw_lines(out, (x(start), y), run.len(), arms, &look.front);
        } else {
            draw_text(out, run, (x(start), y + BASELINE), &look);
        }
    }
}

/// Neighbors that belong together, each group with the place of its first.
fn runs(cells: &[Cell], same: impl FnMut(&Cell, &Cell) -> bool) -> Vec<(usize, &[Cell])> {
    let mut start = 0;
    let place = |run: &'_ [Cell]| {
        start += run.len();
        start - run.len()
    };
    let runs: Vec<&[Cell]> = cells.chunk_by(same).collect();
    let mut place = place;
    runs.into_iter().map(|run| (place(run), run)).collect()
}

/// Whether two signs go into one run: letters do, box lines if they are the same, other signs stand alone.
fn together(a: &str, b: &str) -> bool {
    let is_text = |sign: &str| sign.chars().all(|c| c.is_ascii() || c.is_alphanumeric());
    (is_text(a) && is_text(b)) || (a == b && ["─", "━"].contains(&a))
}

fn draw_text(out: &mut String, run: &[Cell], (x, y): (usize, usize), look: &Ink) {
    let text: String = run.iter().map(Cell::symbol).collect();
    let blank = text.len() - text.trim_start().len();
    let text = text.trim();
    if text.is_empty() {
        return;
    }
    let (x, width) = (x + blank * WIDTH, text.chars().count() * WIDTH);
    let bold = if look.bold { " font-weight=\"bold\"" } else { "" };
    let text = text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    writeln!(
        out,
        "<text x=\"{x}\" y=\"{y}\" textLength=\"{width}\" lengthAdjust=\"spacingAndGlyphs\" \
         xml:space=\"preserve\" fill=\"{}\"{bold}>{text}</text>",
        look.front
    )
    .unwrap();
}

/// The arms of a box line, left, right, up, down, and its thickness.
fn arms(sign: &str) -> Option<([bool; 4], usize)> {
    let (arms, thickness) = match sign {
        "─" | "━" => ([1, 1, 0, 0], sign == "━"),
        "│" | "┃" => ([0, 0, 1, 1], sign == "┃"),
        "┌" | "┏" => ([0, 1, 0, 1], sign == "┏"),
        "┐" | "┓" => ([1, 0, 0, 1], sign == "┓"),
        "└" | "┗" => ([0, 1, 1, 0], sign == "┗"),
        "┘" | "┛" => ([1, 0, 1, 0], sign == "┛"),
        _ => return None,
    };
    Some((arms.map(|arm| arm == 1), if thickness { 3 } else { 1 }))
}

fn draw_lines(
    out: &mut String,
    (x, y): (usize, usize),
    cells: usize,
    ([left, right, up, down], thickness): ([bool; 4], usize),
    color: &str,
) {
    let (half, middle) = (WIDTH / 2, HEIGHT / 2);
    let mut path = String::new();
    if left || right {
        let from = if left { x } else { x + half };
        let to = if right { x + cells * WIDTH } else { x + half + 1 };
        write!(path, "M{from} {}.5H{to}", y + middle).unwrap();
    }
    if up || down {
        let from = if up { y } else { y + middle };
        let to = if down { y + HEIGHT } else { y + middle + 1 };
        write!(path, "M{}.5 {from}V{to}", x + half).unwrap();
    }
    writeln!(out, "<path d=\"{path}\" stroke=\"{color}\" stroke-width=\"{thickness}\" fill=\"none\"/>")
        .unwrap();
}

fn ink(cell: &Cell) -> Ink {
    let (front, back) = (hex(cell.fg), hex(cell.bg));
    let (front, back) =
        if cell.modifier.contains(Modifier::REVERSED) { (back, front) } else { (front, back) };
    Ink { front, back, bold: cell.modifier.contains(Modifier::BOLD) }
}

fn hex(color: Color) -> String {
    let Color::Rgb(red, green, blue) = color else { panic!("{color:?} is not told in red, green and blue") };
    format!("#{red:02x}{green:02x}{blue:02x}")
}
