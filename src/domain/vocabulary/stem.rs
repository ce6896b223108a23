//! Words as the vocabulary knows them: lower case, without accents, plurals folded, empty words left out.
//!
//! English and Spanish alike: what a rule does to a word of the other language, it does to its every form.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Words that tell of nothing, in English and Spanish.
const EMPTY: &[&str] = &[
    "a",
    "about",
    "after",
    "again",
    "all",
    "an",
    "and",
    "another",
    "any",
    "are",
    "as",
    "at",
    "bad",
    "be",
    "because",
    "been",
    "before",
    "but",
    "by",
    "can",
    "cannot",
    "comes",
    "could",
    "did",
    "do",
    "does",
    "during",
    "each",
    "every",
    "for",
    "from",
    "gets",
    "goes",
    "had",
    "happens",
    "has",
    "have",
    "he",
    "her",
    "his",
    "how",
    "if",
    "in",
    "into",
    "is",
    "it",
    "its",
    "just",
    "like",
    "made",
    "makes",
    "many",
    "more",
    "most",
    "much",
    "must",
    "never",
    "no",
    "nobody",
    "not",
    "nothing",
    "now",
    "of",
    "off",
    "on",
    "one",
    "only",
    "or",
    "our",
    "out",
    "over",
    "same",
    "she",
    "should",
    "so",
    "some",
    "something",
    "somebody",
    "someone",
    "such",
    "than",
    "that",
    "the",
    "their",
    "them",
    "then",
    "there",
    "they",
    "this",
    "through",
    "to",
    "too",
    "two",
    "under",
    "until",
    "up",
    "us",
    "use",
    "used",
    "very",
    "was",
    "we",
    "well",
    "were",
    "what",
    "when",
    "where",
    "which",
    "while",
    "who",
    "will",
    "with",
    "would",
    "you",
    "your",
    "customer",
    "customers",
    "shop",
    "store",
    "online",
    "page",
    "pages",
    "al",
    "algo",
    "alguien",
    "ante",
    "antes",
    "asi",
    "aun",
    "cada",
    "como",
    "con",
    "cosa",
    "cual",
    "cuando",
    "de",
    "del",
    "desde",
    "despues",
    "dia",
    "donde",
    "dos",
    "el",
    "ella",
    "en",
    "entre",
    "era",
    "es",
    "esa",
    "ese",
    "eso",
    "esta",
    "este",
    "esto",
    "fue",
    "ha",
    "hace",
    "hacia",
    "han",
    "hasta",
    "hay",
    "la",
    "las",
    "le",
    "mal",
    "mala",
    "malo",
    "les",
    "lo",
    "los",
    "mas",
    "mismo",
    "misma",
    "muy",
    "nada",
    "nadie",
    "ni",
    "nos",
    "nuestra",
    "nuestro",
    "nuestras",
    "nuestros",
    "nunca",
    "o",
    "otra",
    "otro",
    "para",
    "pasa",
    "pero",
    "por",
    "porque",
    "que",
    "quien",
    "se",
    "ser",
    "si",
    "sin",
    "sobre",
    "solo",
    "son",
    "su",
    "sus",
    "tambien",
    "tan",
    "todo",
    "todos",
    "tras",
    "un",
    "una",
    "unas",
    "uno",
    "unos",
    "va",
    "vez",
    "y",
    "ya",
    "cliente",
    "clientes",
    "tienda",
    "pagina",
    "paginas",
];

/// The same, to be asked often.
static LEFT_OUT: LazyLock<HashSet<&str>> = LazyLock::new(|| EMPTY.iter().copied().collect());

/// The stems of a text, in its order.
pub(super) fn stems(text: &str) -> impl Iterator<Item = String> {
    text.split(|letter: char| !letter.is_alphanumeric() && !is_accent(letter))
        .map(folded)
        .filter(|word| word.chars().nth(1).is_some() && !LEFT_OUT.contains(word.as_str()))
        .map(stem)
}

/// In lower case and without accents.
fn folded(word: &str) -> String {
    word.chars().flat_map(char::to_lowercase).filter(|letter| !is_accent(*letter)).map(plain).collect()
}

/// A combining accent, as in decomposed text.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

const fn plain(letter: char) -> char {
    match letter {
        'á' | 'à' | 'â' | 'ä' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}

/// One form for singular and plural, present and past: endings go, and so does the letter that comes and goes with
/// them.
fn stem(mut word: String) -> String {
    if word.chars().count() > 3 && word.ends_with('s') && !word.ends_with("ss") {
        word.pop();
    }
    for (ending, least) in [("ing", 6), ("ed", 5)] {
        if word.ends_with(ending) && word.chars().count() >= least {
            word.truncate(word.len() - ending.len());
            return word;
        }
    }
    if word.chars().count() > 3 && word.ends_with('e') {
        word.pop();
    }
    match word.chars().last() {
        Some('y') => replace_last(&mut word, 'i'),
        Some('z') => replace_last(&mut word, 'c'),
        Some(_) | None => {}
    }
    word
}

fn replace_last(word: &mut String, letter: char) {
    word.pop();
    word.push(letter);
}
