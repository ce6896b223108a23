//! Words as they are compared: without case, accents and endings, in English and Spanish.
//!
//! The endings taken off are few and the same for both languages, since a meeting mixes them and nobody sees the stems.

use crate::domain::letters::{is_accent, plain};

/// A word as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stem {
    /// Without its ending, or the word that stands for its like.
    pub text: String,
    /// 2, or 1 for a word that many titles have.
    pub weight: u32,
}

/// Words that say nothing by themselves, in alphabetical order.
pub const SILENT: &[&str] = &[
    "a", "al", "an", "and", "any", "are", "as", "at", "be", "because", "been", "but", "by", "can", "cannot",
    "con", "cuando", "de", "del", "desde", "do", "does", "el", "en", "entre", "es", "esta", "estan", "for",
    "from", "ha", "han", "has", "have", "hay", "her", "his", "in", "into", "is", "it", "its", "la", "las",
    "le", "les", "lo", "los", "mas", "may", "more", "muy", "ni", "no", "nos", "not", "nuestra", "nuestras",
    "nuestro", "nuestros", "o", "of", "off", "on", "or", "our", "out", "para", "pero", "por", "porque",
    "que", "se", "sin", "so", "sobre", "son", "su", "sus", "than", "that", "the", "their", "them", "there",
    "they", "this", "to", "too", "un", "una", "unos", "us", "very", "was", "we", "were", "when", "which",
    "while", "will", "with", "without", "y", "you", "your",
];

/// Words that mean the same in a list of risks; the first one stands for all. Those with weight 1 are in many titles.
const ALIKE: &[(u32, &[&str])] = &[
    (
        1,
        &[
            "fails",
            "fail",
            "failing",
            "failure",
            "breaks",
            "broken",
            "break",
            "down",
            "outage",
            "unavailable",
            "offline",
            "crash",
            "crashes",
            "unreachable",
            "stops",
            "dies",
            "falla",
            "fallo",
            "fallan",
            "cae",
            "caen",
            "caida",
            "caido",
            "rompe",
            "averia",
            "inaccesible",
            "responde",
            "responds",
            "respond",
            "answer",
            "answers",
            "working",
            "works",
            "work",
            "funciona",
            "funcionan",
            "goes",
            "go",
        ],
    ),
    (1, &["shop", "store", "website", "site", "web", "webshop", "online", "tienda", "sitio"]),
    (
        1,
        &[
            "wrong",
            "incorrect",
            "incorrectly",
            "wrongly",
            "erroneous",
            "mal",
            "erroneo",
            "erronea",
            "incorrecto",
            "incorrecta",
        ],
    ),
    (1, &["customer", "client", "buyer", "shopper", "cliente", "comprador"]),
    (2, &["stolen", "steal", "steals", "theft", "robo", "roban", "roba", "robado", "robada", "robados"]),
    (2, &["late", "delay", "delays", "delayed", "retraso", "retrasos", "tarde"]),
    (2, &["email", "mail", "mails", "emails", "correo", "correos"]),
    (2, &["password", "contrasena", "clave", "passwords", "claves"]),
    (2, &["robots", "robot", "bot", "bots"]),
    (2, &["parcel", "package", "paquete", "parcels", "packages"]),
    (2, &["coupon", "voucher", "cupon", "vale", "cupones", "vouchers"]),
    (2, &["stock", "inventory", "existencias", "inventario"]),
    (2, &["provider", "proveedor", "supplier", "vendor"]),
    (2, &["staff", "employee", "employees", "personal", "empleado", "empleados"]),
];

/// Without case, accents and signs, the words apart by one blank.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars().flat_map(char::to_lowercase).map(plain) {
        // What a hyphen or an apostrophe joins is one word.
        if is_accent(letter) || matches!(letter, '-' | '\u{2010}' | '\u{2011}' | '\'' | '\u{2019}') {
            continue;
        }
        if letter.is_alphanumeric() {
            folded.push(letter);
        } else if !folded.ends_with(' ') && !folded.is_empty() {
            folded.push(' ');
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
}

/// The words of a folded text that say something, each once.
pub(super) fn stems(folded: &str) -> Vec<Stem> {
    let mut stems: Vec<Stem> = Vec::new();
    for word in folded.split(' ').filter(|word| !word.is_empty() && SILENT.binary_search(word).is_err()) {
        let stem = of_word(word);
        if !stems.iter().any(|known| known.text == stem.text) {
            stems.push(stem);
        }
    }
    stems
}

fn of_word(word: &str) -> Stem {
    let singular = word.strip_suffix('s').filter(|rest| rest.len() > 2);
    let is_it = |known: &&str| {
        // The first letters differ for nearly all of them.
        known.as_bytes().first() == word.as_bytes().first()
            && (*known == word || Some(*known) == singular || (known.len() > 7 && is_typo(word, known)))
    };
    let means = |group: &&(u32, &[&str])| group.1.iter().any(&is_it);
    match ALIKE.iter().find(means) {
        Some((weight, group)) => Stem { text: (*group.first().unwrap_or(&word)).to_owned(), weight: *weight },
        None => Stem { text: without_ending(word).to_owned(), weight: 2 },
    }
}

/// Takes plural, gender and the commonest endings of verbs off.
fn without_ending(word: &str) -> &str {
    let off = |word: &'static [&'static str]| word;
    let cut = |word: &str, endings: &[&str], left: usize| {
        let ending = endings.iter().find(|it| word.ends_with(**it) && word.len() >= it.len() + left);
        word.len() - ending.map_or(0, |it| it.len())
    };
    let mut end = cut(word, off(&["s"]), 3);
    for (endings, left) in [(off(&["ment", "ing", "ed"]), 3), (off(&["e", "o", "a", "y", "i"]), 3)] {
        let rest = word.get(..end).unwrap_or(word);
        let shorter = cut(rest, endings, left);
        // `shipping`, `shipped`: the doubled letter goes too.
        let doubled = shorter + 2 < end && {
            let mut last = rest.get(..shorter).unwrap_or_default().bytes().rev();
            let (one, two) = (last.next(), last.next());
            one == two && shorter > 3 && one.is_some_and(|letter| !b"aeiouls".contains(&letter))
        };
        end = shorter - usize::from(doubled);
    }
    word.get(..end).unwrap_or(word)
}

/// Whether one word may be the other with a typo: a letter more, less or another, or two in the wrong order.
pub(super) fn is_typo(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    // In short words a letter makes another word.
    if short.len() < 4 || long.len() - short.len() > 1 || short.iter().any(u8::is_ascii_digit) {
        return false;
    }
    let same = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (short, long) = (short.get(same..).unwrap_or_default(), long.get(same..).unwrap_or_default());
    match (short, long) {
        // The first letter is seldom the wrong one.
        _ if same == 0 => false,
        ([], _) => true,
        ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c && rest == others => true,
        ([_, rest @ ..], [_, others @ ..]) if short.len() == long.len() => rest == others,
        (rest, [_, others @ ..]) => rest == others,
        (_, []) => false,
    }
}
