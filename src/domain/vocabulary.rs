//! Which category a text is about, told by its words: [`Vocabulary`].
//!
//! The words come from prompt cards and from the names of categories, in every language at once. A word counts for a
//! category by how much it belongs there and nowhere else; unless one category is well ahead, nothing is suggested.

mod stem;

use std::collections::{HashMap, HashSet};

use self::stem::stems;
use super::deck::{Card, Deck};
use super::{Category, Key};

/// What a word is worth that belongs to one category only.
const WHOLE: u32 = 1000;
/// The least a category must reach to be suggested.
const ENOUGH: u32 = 700;
/// The best must be ahead of the second by this part of a hundred of itself.
const MARGIN: u32 = 25;
/// More occurrences than this do not make a word surer.
const SURE: u32 = 4;
/// No more words of a text are looked at.
const MOST: usize = 100;

/// How much each word tells of each category; made once, asked often.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    categories: Vec<Key>,
    /// What a stem is worth, by the place of the category.
    worth: HashMap<String, Vec<(usize, u32)>>,
}

impl Vocabulary {
    /// The vocabulary of these categories: their names, and the cards that belong to them.
    #[must_use]
    pub fn of<'d>(decks: impl IntoIterator<Item = &'d Deck>, categories: &[Category]) -> Self {
        let keys: Vec<Key> = categories.iter().map(|category| category.key.clone()).collect();
        let mut counts: HashMap<String, HashMap<usize, u32>> = HashMap::new();
        let mut count = |place: usize, text: &str, weight: u32| {
            for stem in stems(text).collect::<HashSet<_>>() {
                *counts.entry(stem).or_default().entry(place).or_default() += weight;
            }
        };
        for (place, category) in categories.iter().enumerate() {
            count(place, &category.name, 2);
        }
        for Card { category, title, text, words, .. } in decks.into_iter().flat_map(|deck| &deck.cards) {
            let Some(place) = keys.iter().position(|key| key == category) else { continue };
            count(place, words, 3);
            count(place, title, 2);
            count(place, text, 1);
        }
        let worth = counts.into_iter().map(|(stem, places)| (stem, worth(&places))).collect();
        Self { categories: keys, worth }
    }

    /// The category this text is about, if its words tell one clearly.
    #[must_use]
    pub fn category_of(&self, text: &str) -> Option<&Key> {
        let mut points = vec![0_u32; self.categories.len()];
        for stem in stems(text).take(MOST).collect::<HashSet<_>>() {
            for (place, worth) in self.worth.get(&stem).into_iter().flatten() {
                if let Some(sum) = points.get_mut(*place) {
                    *sum += worth;
                }
            }
        }
        let best = *points.iter().max()?;
        let place = points.iter().position(|sum| *sum == best)?;
        let second =
            points.iter().enumerate().filter(|(other, _)| *other != place).map(|(_, sum)| *sum).max();
        let lead = best - second.unwrap_or(0);
        (best >= ENOUGH && lead * 100 >= best * MARGIN).then(|| self.categories.get(place)).flatten()
    }
}

/// What a word is worth for each category: the square of its share there, less if it was seen only now and then.
fn worth(places: &HashMap<usize, u32>) -> Vec<(usize, u32)> {
    let total: u32 = places.values().sum();
    let sure = total.min(SURE);
    let mut worth: Vec<(usize, u32)> = places
        .iter()
        .map(|(place, count)| {
            let share = WHOLE * count / total.max(1);
            (*place, share * share / WHOLE * sure / SURE)
        })
        .collect();
    worth.sort_unstable();
    worth
}
