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
    /// Every stem of all titles, each once, with what a typo must be near to.
    stems: Vec<Box<str>>,
    places: HashMap<Box<str>, usize>,
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
}

impl Phrase {
    fn of(text: &str) -> Self {
        let folded = fold(text);
        let stems = stems(&folded);
        let weight = stems.iter().map(|stem| stem.weight).sum();
        let groups = groups(&stems);
        let is_number = |stem: &&Stem| stem.text.bytes().all(|byte| byte.is_ascii_digit());
        let mut numbers: Vec<String> = stems.iter().filter(is_number).map(|stem| stem.text.clone()).collect();
        numbers.sort_unstable();
        Self { folded, stems, weight, numbers, groups }
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
            let same = phrase.folded == entry.phrase.folded;
            let percent = if same { 100 } else { likeness(&phrase, entry, &meant) };
            let near = Near { id: entry.id, percent, same };
            let better = best.is_none_or(|best| (near.same, percent) > (best.same, best.percent));
            if percent >= ALIKE && better {
                best = Some(near);
            }
        }
        best
    }

    /// Per known stem: the weight of the word of the text that means it, a little less where a typo lies between.
    fn meant(&self, phrase: &Phrase) -> HashMap<usize, (usize, u32)> {
        let mut meant = HashMap::new();
        for (word, stem) in phrase.stems.iter().enumerate() {
            if let Some(place) = self.places.get(stem.text.as_str()) {
                meant.insert(*place, (word, 100));
                continue;
            }
            let typos = self.stems.iter().enumerate().filter(|(_, known)| is_typo(&stem.text, known));
            for (place, _) in typos {
                meant.entry(place).or_insert((word, 90));
            }
        }
        meant
    }
}

/// How alike a text and a title are, in per cent: by words or by letters, whichever says more. Whoever numbers things means
/// different ones.
fn likeness(phrase: &Phrase, entry: &Entry, meant: &HashMap<usize, (usize, u32)>) -> u32 {
    let (one, other) = (&phrase.numbers, &entry.phrase.numbers);
    if !one.is_empty() && !other.is_empty() && one != other {
        return 0;
    }
    by_words(phrase, entry, meant).max(by_letters(&phrase.groups, &entry.phrase.groups))
}

/// What both say, against what the shorter one says and, for less, what the longer one says beside: a title of few words
/// that are all in a longer one looks like it. One word in common says nothing, unless each has no more.
fn by_words(phrase: &Phrase, entry: &Entry, meant: &HashMap<usize, (usize, u32)>) -> u32 {
    let (mut common, mut taken, mut telling) = (0, Vec::new(), false);
    for (place, weight) in &entry.known {
        if let Some((word, percent)) = meant.get(place).filter(|(word, _)| !taken.contains(word)) {
            common += weight * percent;
            telling |= *weight > 1;
            taken.push(*word);
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
    let all = u32::try_from(one.len() + other.len()).unwrap_or(u32::MAX);
    // Less than the words say: letters know no meaning.
    (common * 170).checked_div(all).unwrap_or(0)
}

fn groups(stems: &[Stem]) -> Vec<[u8; 3]> {
    let letters: Vec<u8> = stems.iter().flat_map(|stem| stem.text.bytes()).collect();
    let groups = letters.windows(3).filter_map(|group| <[u8; 3]>::try_from(group).ok());
    let mut groups: Vec<_> = groups.collect();
    groups.sort_unstable();
    groups
}
