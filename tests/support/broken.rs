//! Files nobody should have to open: cut, flipped, deep, huge, lying about themselves, and full of what steers a
//! terminal.
//!
//! Here: making them, from a small real session. Not here: what is asked of the program in front of them (`hostile`).

use riskroom::store::atomic::Hash;
use riskroom::store::format::{self, FORMAT};

use super::sessions::small;

/// Texts that steer a terminal, turn the reading direction, hide, or end a line where one does not see it.
pub(crate) const TEXTS: [&str; 12] = [
    "\x1b[2J\x1b[31mred",
    "\x1b]0;title\x07",
    "\x1b]52;c;cm0gLXJm\x07",
    "\u{9b}31m\u{9d}0;x\u{9c}",
    "bell\x07 back\x08 nul\0 del\x7f",
    "user\u{202e}gpj.exe",
    "\u{2066}isolate\u{2069}",
    "pay\u{200b}pal\u{200d}x\u{feff}",
    "tag\u{e0041}\u{e007f}",
    "Z\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}\u{307}\u{308}\u{309}\u{30a}\u{30b}",
    "👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{200d}👩\u{fe0f}",
    "表\u{3164}\u{115f}\u{ad}",
];

/// A file with what it is called in a test's complaint.
pub(crate) struct Broken {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
}

impl Broken {
    pub(crate) fn new(name: impl Into<String>, bytes: impl Into<Vec<u8>>) -> Self {
        Self { name: name.into(), bytes: bytes.into() }
    }
}

/// A small real file.
pub(crate) fn real() -> Vec<u8> {
    format::encode(&small()).unwrap()
}

/// The text after the first line of a small real file.
pub(crate) fn real_body() -> String {
    let text = String::from_utf8(real()).unwrap();
    text.split_once('\n').unwrap().1.to_owned()
}

/// A body under a first line that fits it.
pub(crate) fn sealed(body: &[u8]) -> Vec<u8> {
    let mut file = format!("// riskroom session {FORMAT} · sha256:{}\n", Hash::of(body)).into_bytes();
    file.extend_from_slice(body);
    file
}

/// A real file without its end, for every length.
pub(crate) fn cuts(file: &[u8]) -> impl Iterator<Item = Broken> {
    (0..file.len()).map(|length| Broken::new(format!("first {length} bytes"), &file[..length]))
}

/// A real file with one bit flipped, one for every byte and each time another.
pub(crate) fn flips(file: &[u8]) -> impl Iterator<Item = Broken> {
    (0..file.len()).map(|at| flip(file, at, u32::try_from(at * 7 % 8).unwrap()))
}

/// The same for every bit of these bytes.
pub(crate) fn all_flips(file: &[u8], bytes: std::ops::Range<usize>) -> impl Iterator<Item = Broken> {
    bytes.flat_map(move |at| (0..8).map(move |bit| flip(file, at, bit)))
}

fn flip(file: &[u8], at: usize, bit: u32) -> Broken {
    let mut bytes = file.to_vec();
    bytes[at] ^= 1 << bit;
    Broken::new(format!("bit {bit} of byte {at} flipped"), bytes)
}

/// Pieces repeated so often that a reader which recurses or looks back falls over, at the top, inside the session and
/// instead of its title, with and without a first line.
pub(crate) fn repeated(times: usize) -> Vec<Broken> {
    let pieces = [
        "(",
        "[",
        "{",
        "Some(",
        "([{",
        "a(",
        "a:(",
        "1",
        "-",
        "'",
        "\\'",
        "\"",
        "r#",
        "r\"",
        "#",
        "/*",
        "//\n",
        ",",
        "#![a]\n",
        "(),",
        "format:(",
        "format:",
        "session:(",
        "🛒",
        "\u{200b}",
        "\u{301}",
        "\0",
        "\r",
        "\n",
        "\u{feff}",
        "\u{202e}",
        "r",
        "b\"",
        "Some(Some(",
        "\x1b[31m",
    ];
    let inside = "(format: 2, session: ";
    let title = "(format: 2, session: (id: \"00000000000000000000000001\", title: ";
    let quoted = "(format: 2, session: (id: \"";
    let mut files = Vec::new();
    for piece in pieces {
        let many = piece.repeat(times);
        files.push(Broken::new(format!("{piece:?} alone"), many.as_bytes()));
        for before in ["", inside, title, quoted, "'"] {
            let body = format!("{before}{many}");
            files.push(Broken::new(format!("{piece:?} after {before:?}"), sealed(body.as_bytes())));
        }
    }
    files
}

/// A real file with one thing in it that does not belong there, under a first line that fits.
pub(crate) fn misshapen() -> Vec<Broken> {
    let body = real_body();
    let swap = |name: &str, from: &str, to: &str| {
        assert!(body.contains(from), "{from} is in the file");
        Broken::new(name, sealed(body.replacen(from, to, 1).as_bytes()))
    };
    let mut files = vec![
        swap("a field twice", "demo: false,", "demo: false, demo: false,"),
        swap("a field nobody knows", "demo: false,", "demo: false, owner: 1,"),
        swap("a field missing", "demo: false,", ""),
        swap("a text for a number", "seed: ", "seed: \"x\", //"),
        swap("a number for a text", "shop: \"\"", "shop: 7"),
        swap("a list for a struct", "weights: (", "weights: ["),
        swap("a level of nine", "level: 4", "level: 9"),
        swap("a level of many digits", "level: 4", &format!("level: {}", "9".repeat(400))),
        swap("a level below zero", "level: 4", "level: -4"),
        swap("a broken level", "level: 4", "level: 4.5"),
        swap("a level without end", "level: 4", "level: inf"),
        swap("an id twice", "id: \"R2\"", "id: \"R1\""),
        swap("an id of nobody", "id: \"R2\"", "id: \"R0\""),
        swap("an id too high", "id: \"R2\"", "id: \"R99999999999999999999\""),
        swap("a word nobody knows", "place: List", "place: Shelf"),
        swap("a merge with itself", "place: List", "place: Merged(into: \"R1\")"),
        swap("no title", "title: \"Test\"", "title: \"  \""),
        swap("a title of two lines", "title: \"Test\"", "title: \"Te\\nst\""),
        swap("a title too long", "title: \"Test\"", &format!("title: \"{}\"", "x".repeat(501))),
        swap("a scope too long", "scope: \"\"", &format!("scope: \"{}\"", "x".repeat(20_001))),
        swap("a time nobody knows", "created: \"", "created: \"x"),
        swap("another format inside", "format: 2", "format: 3"),
        swap("an older format inside", "format: 2", "format: 1"),
        swap(
            "the history of another",
            "entries: [",
            "entries: [(seq:1,at:\"2026-01-15T09:00:00Z\",action:\"x\",kind:Redo),",
        ),
        swap("counters too high", "entries: 1", "entries: 18446744073709551615"),
    ];
    for (place, text) in TEXTS.iter().enumerate() {
        let quoted = format!("{text:?}");
        for (field, was) in [
            ("title", "\"Test\""),
            ("shop", "\"\""),
            ("scope", "\"\""),
            ("created", "\"2026"),
            ("appetite", "High"),
            ("demo", "false"),
        ] {
            let from = format!("{field}: {was}");
            if body.contains(&from) {
                // As a text it is a hand edit; elsewhere it is the wrong kind of thing.
                files.push(swap(&format!("text {place} as {field}"), &from, &format!("{field}: {quoted}")));
                files.push(swap(&format!("text {place} raw as {field}"), &from, &format!("{field}: {text}")));
            }
        }
        files.push(swap(&format!("text {place} as a field"), "demo: ", &format!("{text}: ")));
        files.push(swap(&format!("text {place} as an id"), "id: \"R2\"", &format!("id: {quoted}")));
    }
    files
}

/// A real file in clothes that are not ours.
pub(crate) fn dressed() -> Vec<Broken> {
    let (file, body) = (real(), real_body());
    let text = String::from_utf8(file.clone()).unwrap();
    let utf16 = |bytes: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(bytes).collect::<Vec<u8>>();
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap_or(b'?')).collect();
    let first = |line: &str| Broken::new(line, format!("{line}\n{body}"));
    vec![
        Broken::new("UTF-16 LE", [&[0xFF, 0xFE][..], &utf16(u16::to_le_bytes)].concat()),
        Broken::new("UTF-16 BE", [&[0xFE, 0xFF][..], &utf16(u16::to_be_bytes)].concat()),
        Broken::new("Latin-1", latin),
        Broken::new("CR only", text.replace('\n', "\r")),
        Broken::new("NULs at the end", [&file[..], &[0; 512]].concat()),
        Broken::new("NULs alone", vec![0; 4096]),
        Broken::new("blanks alone", "\n \t\r\n"),
        Broken::new("twice", [&file[..], &file[..]].concat()),
        Broken::new("two first lines", format!("// riskroom session {FORMAT} · sha256:00\n{text}")),
        Broken::new("body alone", body.as_bytes()),
        Broken::new("first line alone", text.lines().next().unwrap()),
        first("// riskroom session 3 · sha256:00"),
        first("// riskroom session 999999999999999999999 · sha256:00"),
        first("// riskroom session -1 · sha256:00"),
        first("// riskroom session 1 · sha256:00"),
        first("// riskroom session 2 · sha256:00"),
        first("// riskroom session 2 · md5:00"),
        first("// riskroom session 1"),
        first("// riskroom session 2"),
        first("// riskroom session "),
        first("// riskroom session \x1b[31m1 · sha256:\u{202e}"),
        first("{\"format\": 1}"),
        first("<?xml version=\"1.0\"?>"),
        first("\x7fELF"),
    ]
}
