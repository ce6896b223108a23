//! Which titles say the same: "looks like R7" while a risk is typed.
//!
//! Here: [`Titles`], an index of the titles of a session, kept up to date title by title so that a key costs next to
//! nothing. Two titles are compared by their words, whatever their order, case, accents and endings, with a typo allowed;
//! and by their letters in groups of three, which find words written together or apart. How a word is brought to its stem,
//! which words say nothing and which mean the same is in [`words`]. Not here: what is done about it (`app`).

pub mod words;

use std::collections::HashMap;

use self::words::{Stem, fold, is_typo, stems};
use super::RiskId;

/// From so many per cent on, two titles look alike.
pub const ALIKE: u32 = 68;

/// A title that looks like the text asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Near {
    /// Whose title it is.
    pub id: RiskId,
    /// How alike they are, in per cent.
    pub percent: u32,
    /// Whether they are the same but for case, accents and signs.
    pub same: bool,
}

/// The titles of a session, ready to be searched.
#[derive(Debug, Clone, Default)]
pub struct Titles {
    entries: Vec<Entry>,
    /// Every stem of all titles, each once.
    stems: Vec<Box<str>>,
    places: HashMap<Box<str>, usize>,
    /// The places of the stems that begin with a byte: a typo is never in the first one.
    begun: HashMap<u8, Vec<usize>>,
}

/// A title as it is compared.
#[derive(Debug, Clone)]
struct Entry {
    id: RiskId,
    title: Box<str>,
    phrase: Phrase,
    /// Its stems, as places in [`Titles::stems`], with their weights.
    known: Vec<(usize, u32)>,
}

/// A text as it is compared.
#[derive(Debug, Clone)]
struct Phrase {
    folded: String,
    stems: Vec<Stem>,
    weight: u32,
    /// The numbers among its words, in order.
    numbers: Vec<String>,
    /// Its letters in groups of three, sorted.
    groups: Vec<[u8; 3]>,
    /// A bit for each of them.
    print: Print,
}

/// Which groups of letters a text has, as bits that several of them share: quickly compared.
type Print = [u64; 8];

/// Per stem: which word of the text means it, and by how many per cent.
type Meant = Vec<Option<(usize, u32)>>;

impl Phrase {
    fn of(text: &str) -> Self {
        let folded = fold(text);
        let stems = stems(&folded);
        let weight = stems.iter().map(|stem| stem.weight).sum();
        let groups = groups(&stems);
        let is_number = |stem: &&Stem| stem.text.bytes().all(|byte| byte.is_ascii_digit());
        let mut numbers: Vec<String> = stems.iter().filter(is_number).map(|stem| stem.text.clone()).collect();
        numbers.sort_unstable();
        let print = print(&groups);
        Self { folded, stems, weight, numbers, groups, print }
    }
}

impl Titles {
    /// Takes in the titles as they are now; only those that changed cost anything.
    pub fn follow<'a>(&mut self, titles: impl Iterator<Item = (RiskId, &'a str)>) {
        let mut count = 0;
        for (id, title) in titles {
            let known = self.entries.get(count).is_some_and(|it| it.id == id && *it.title == *title);
            if !known {
                let entry = self.entry(id, title);
                match self.entries.get_mut(count) {
                    Some(old) => *old = entry,
                    None => self.entries.push(entry),
                }
            }
            count += 1;
        }
        self.entries.truncate(count);
    }

    /// Takes in one title more.
    pub fn push(&mut self, id: RiskId, title: &str) {
        let entry = self.entry(id, title);
        self.entries.push(entry);
    }

    fn entry(&mut self, id: RiskId, title: &str) -> Entry {
        let phrase = Phrase::of(title);
        let known = phrase.stems.iter().map(|stem| (self.place(&stem.text), stem.weight)).collect();
        Entry { id, title: title.into(), phrase, known }
    }

    fn place(&mut self, stem: &str) -> usize {
        if let Some(place) = self.places.get(stem) {
            return *place;
        }
        let place = self.stems.len();
        if let Some(first) = stem.as_bytes().first() {
            self.begun.entry(*first).or_default().push(place);
        }
        self.stems.push(stem.into());
        self.places.insert(stem.into(), place);
        place
    }

    /// The title that looks most like a text, if one does; of equals the first one.
    #[must_use]
    pub fn nearest(&self, text: &str) -> Option<Near> {
        let phrase = Phrase::of(text);
        if phrase.weight < 2 {
            return None;
        }
        let meant = self.meant(&phrase);
        let mut best: Option<Near> = None;
        for entry in &self.entries {
            if phrase.folded == entry.phrase.folded {
                return Some(Near { id: entry.id, percent: 100, same: true });
            }
            let least = best.map_or(ALIKE, |best| best.percent + 1);
            let percent = likeness(&phrase, entry, &meant, least);
            if percent >= least {
                best = Some(Near { id: entry.id, percent, same: false });
            }
        }
        best
    }

    /// Per known stem: the weight of the word of the text that means it, a little less where a typo lies between.
    fn meant(&self, phrase: &Phrase) -> Meant {
        let mut meant = vec![None; self.stems.len()];
        for (word, stem) in phrase.stems.iter().enumerate() {
            if let Some(place) = self.places.get(stem.text.as_str()) {
                if let Some(slot) = meant.get_mut(*place) {
                    *slot = Some((word, 100));
                }
                continue;
            }
            let begun = stem.text.as_bytes().first().and_then(|first| self.begun.get(first));
            let is_near =
                |place: &&usize| self.stems.get(**place).is_some_and(|known| is_typo(&stem.text, known));
            for place in begun.into_iter().flatten().filter(is_near) {
                if let Some(slot @ None) = meant.get_mut(*place) {
                    *slot = Some((word, 90));
                }
            }
        }
        meant
    }
}

/// How alike a text and a title are, in per cent: by words or by letters, whichever says more. Whoever numbers things means
/// different ones. What the letters say is not asked where it cannot be `least` or more.
fn likeness(phrase: &Phrase, entry: &Entry, meant: &Meant, least: u32) -> u32 {
    let (one, other) = (&phrase.numbers, &entry.phrase.numbers);
    if !one.is_empty() && !other.is_empty() && one != other {
        return 0;
    }
    let by_words = by_words(phrase, entry, meant);
    if most_by_letters(phrase, &entry.phrase) < least.max(by_words + 1) {
        return by_words;
    }
    by_words.max(by_letters(&phrase.groups, &entry.phrase.groups))
}

/// What both say, against what the shorter one says and, for less, what the longer one says beside: a title of few words
/// that are all in a longer one looks like it. One word in common says nothing, unless each has no more.
fn by_words(phrase: &Phrase, entry: &Entry, meant: &Meant) -> u32 {
    let (mut common, mut taken, mut telling) = (0, Vec::new(), false);
    for (place, weight) in &entry.known {
        let word = meant.get(*place).copied().flatten();
        if let Some((word, percent)) = word.filter(|(word, _)| !taken.contains(word)) {
            common += weight * percent;
            telling |= *weight > 1;
            taken.push(word);
        }
    }
    let (one, other) = (phrase.weight, entry.phrase.weight);
    let single = phrase.stems.len().max(entry.known.len()) == 1;
    if !telling || taken.len() < 2 && !single {
        return 0;
    }
    (common * 10).checked_div(8 * one.min(other) + 2 * one.max(other)).unwrap_or(0)
}

/// The share of groups of three letters that both have.
fn by_letters(one: &[[u8; 3]], other: &[[u8; 3]]) -> u32 {
    // Short texts have letters in common by chance.
    if one.len() < 8 || other.len() < 8 {
        return 0;
    }
    let (mut left, mut right, mut common) = (0, 0, 0_u32);
    while let (Some(a), Some(b)) = (one.get(left), other.get(right)) {
        common += u32::from(a == b);
        left += usize::from(a <= b);
        right += usize::from(b <= a);
    }
    share(common, one.len() + other.len())
}

/// No less than what [`by_letters`] comes to: a group whose bit the other text has not is not in it.
fn most_by_letters(one: &Phrase, other: &Phrase) -> u32 {
    let left = |of: &Phrase, by: &Phrase| {
        let bits = of.print.iter().zip(&by.print).map(|(of, by)| (of & !by).count_ones());
        u32::try_from(of.groups.len()).unwrap_or(u32::MAX).saturating_sub(bits.sum())
    };
    share(left(one, other).min(left(other, one)), one.groups.len() + other.groups.len())
}

/// How much groups in common say among so many. Less than the words say: letters know no meaning.
fn share(common: u32, all: usize) -> u32 {
    common.saturating_mul(170).checked_div(u32::try_from(all).unwrap_or(u32::MAX)).unwrap_or(0)
}

fn print(groups: &[[u8; 3]]) -> Print {
    let mut print = Print::default();
    for [one, two, three] in groups {
        let mixed =
            [two, three].into_iter().fold(u32::from(*one), |mixed, byte| mixed * 37 + u32::from(*byte));
        let bit = mixed % (64 * 8);
        if let Some(word) = usize::try_from(bit / 64).ok().and_then(|at| print.get_mut(at)) {
            *word |= 1 << (bit % 64);
        }
    }
    print
}

fn groups(stems: &[Stem]) -> Vec<[u8; 3]> {
    let letters: Vec<u8> = stems.iter().flat_map(|stem| stem.text.bytes()).collect();
    let groups = letters.windows(3).filter_map(|group| <[u8; 3]>::try_from(group).ok());
    let mut groups: Vec<_> = groups.collect();
    groups.sort_unstable();
    groups
}
