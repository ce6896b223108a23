//! Colors measured: read by everyone in the room, also by who lacks a kind of cone.

use ratatui::style::{Color, Style};
use riskroom::ui::theme::depth::{Rgb, nearest};
use riskroom::ui::theme::{Depth, Role, Theme, ThemeName};

const TOLD: [Depth; 2] = [Depth::Ansi256, Depth::TrueColor];
const PAINTED: [(ThemeName, f64); 4] = [
    (ThemeName::Light, 4.5),
    (ThemeName::Dark, 4.5),
    (ThemeName::ProjectorLight, 7.0),
    (ThemeName::ProjectorDark, 7.0),
];
const TEXTS: [Role; 11] = [
    Role::Text,
    Role::Muted,
    Role::Accent,
    Role::Ok,
    Role::Warning,
    Role::Problem,
    Role::Border,
    Role::FocusBorder,
    Role::Title,
    Role::Key,
    Role::Header,
];
const BANDS: [Role; 4] = [Role::Low, Role::Medium, Role::High, Role::Critical];

/// Sight with all cones and without one kind: Machado, Oliveira and Fernandes 2009, severity 1.0, for linear RGB.
const SIGHTS: [(&str, [[f64; 3]; 3]); 4] = [
    ("all", [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]),
    (
        "protan",
        [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    ),
    (
        "deutan",
        [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    ),
    (
        "tritan",
        [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    ),
];

/// Linear red, green and blue, 0 to 1.
type Light = [f64; 3];

/// The parts of a color as terminals show it; of the palette's sixteen only those that a theme lays on a background of
/// its own, as xterm shows them.
fn parts(color: Color) -> [u8; 3] {
    match color {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index @ 232..) => [8 + 10 * (index - 232); 3],
        Color::Indexed(index @ 16..) => {
            let steps = [0, 95, 135, 175, 215, 255];
            [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(|step| steps[usize::from(step)])
        }
        Color::Black => [0, 0, 0],
        Color::White => [255, 255, 255],
        Color::Gray => [229, 229, 229],
        Color::Blue => [0, 0, 238],
        Color::Magenta => [205, 0, 205],
        Color::Red => [205, 0, 0],
        Color::LightCyan => [0, 255, 255],
        Color::LightGreen => [0, 255, 0],
        Color::LightYellow => [255, 255, 0],
        Color::LightRed => [255, 0, 0],
        Color::Reset
        | Color::Green
        | Color::Yellow
        | Color::Cyan
        | Color::DarkGray
        | Color::LightBlue
        | Color::LightMagenta
        | Color::Indexed(_) => panic!("no color that can be relied on: {color:?}"),
    }
}

fn light(color: Color) -> Light {
    parts(color).map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    })
}

/// WCAG contrast, 1 to 21.
fn contrast(a: Color, b: Color) -> f64 {
    let [a, b] = [a, b].map(|color| {
        let [red, green, blue] = light(color);
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    });
    (a / b).max(b / a)
}

fn seen(matrix: &[[f64; 3]; 3], light: Light) -> Light {
    matrix.map(|row| row.iter().zip(light).map(|(weight, part)| weight * part).sum::<f64>().clamp(0.0, 1.0))
}

/// CIE 1976 L*a*b* under D65.
fn lab([red, green, blue]: Light) -> [f64; 3] {
    let x = (0.412_456 * red + 0.357_576 * green + 0.180_438 * blue) / 0.950_47;
    let y = 0.212_673 * red + 0.715_152 * green + 0.072_175 * blue;
    let z = (0.019_334 * red + 0.119_192 * green + 0.950_304 * blue) / 1.088_83;
    let [x, y, z] = [x, y, z].map(|part: f64| {
        if part > 216.0 / 24389.0 { part.cbrt() } else { (24389.0 / 27.0 * part + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// How different two colors look, ΔE of 1976.
fn difference(a: Light, b: Light) -> f64 {
    lab(a).into_iter().zip(lab(b)).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt()
}

fn colors(style: Style) -> [Color; 2] {
    [style.bg.unwrap(), style.fg.unwrap()]
}

#[test]
fn the_measures_are_right() {
    assert!((contrast(Color::Black, Color::White) - 21.0).abs() < 0.01);
    assert!((contrast(Color::Rgb(0x76, 0x76, 0x76), Color::White) - 4.54).abs() < 0.01);
    let [l, a, b] = lab(light(Color::Rgb(255, 0, 0)));
    assert!((l - 53.24).abs() < 0.05 && (a - 80.09).abs() < 0.05 && (b - 67.20).abs() < 0.05);
}

#[test]
fn chips_and_bands_can_be_read() {
    for (name, text) in PAINTED {
        for depth in TOLD {
            let theme = Theme::new(name, depth);
            for role in Role::CHIPS.into_iter().chain(BANDS) {
                let [bg, fg] = colors(theme.style(role));
                let measured = contrast(bg, fg);
                assert!(measured >= text.max(5.3), "{name} {depth} {role:?}: {measured:.2}");
            }
        }
    }
}

#[test]
fn chips_are_told_apart_with_any_sight() {
    for (name, _) in PAINTED {
        for depth in TOLD {
            let theme = Theme::new(name, depth);
            for (sight, matrix) in &SIGHTS {
                let looks = Role::CHIPS.map(|role| seen(matrix, light(theme.style(role).bg.unwrap())));
                for (place, one) in looks.iter().enumerate() {
                    for other in &looks[..place] {
                        let measured = difference(*one, *other);
                        assert!(measured >= 23.0, "{name} {depth} {sight} {place}: {measured:.1}");
                    }
                }
            }
        }
    }
}

#[test]
fn texts_can_be_read_on_the_background_of_their_theme() {
    for (name, least) in PAINTED {
        for depth in [Depth::Ansi16, Depth::Ansi256, Depth::TrueColor] {
            let theme = Theme::new(name, depth);
            let [background, ink] = colors(theme.style(Role::Text));
            for role in TEXTS {
                let measured = contrast(theme.style(role).fg.unwrap_or(ink), background);
                assert!(measured >= least, "{name} {depth} {role:?}: {measured:.2}");
            }
        }
    }
}

#[test]
fn the_nearest_of_256_is_found() {
    for index in 16..=255 {
        let [red, green, blue] = parts(Color::Indexed(index));
        let found = nearest(Rgb(red, green, blue));
        assert_eq!(parts(Color::Indexed(found)), [red, green, blue], "{index}");
    }
    assert_eq!(nearest(Rgb(0x10, 0x14, 0x18)), 233);
    assert_eq!(nearest(Rgb(255, 255, 255)), 231);
}
