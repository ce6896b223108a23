//! The templates that come with the program are whole and say the same in both languages.

use riskroom::domain::{Session, Template, Title};
use riskroom::text::catalogue::Lang;
use riskroom::text::template::{builtin, template};

use crate::support::seeds::{at, uid};

fn all(lang: Lang) -> Vec<Template> {
    let all = builtin(lang).unwrap_or_else(|error| panic!("{error}"));
    all.into_iter().map(|(_, template)| template).collect()
}

/// Each template in English and in Spanish.
fn pairs() -> Vec<(Template, Template)> {
    all(Lang::En).into_iter().zip(all(Lang::Es)).collect()
}

#[test]
fn the_first_template_is_the_default_and_the_others_differ_in_levels() {
    for lang in Lang::ALL {
        let all = all(lang);
        assert_eq!(all[0], template(lang).unwrap());
        let levels: Vec<u8> = all.iter().map(|template| template.scales.levels.number()).collect();
        assert_eq!(levels, [5, 3]);
    }
}

#[test]
fn the_text_of_a_level_fits_one_line_of_80_columns() {
    for template in Lang::ALL.into_iter().flat_map(all) {
        for level in template.scales.cells.iter().flat_map(|(_, scale)| &scale.levels) {
            assert!(level.text.chars().count() <= 75, "{} has {}", level.text, level.text.chars().count());
        }
    }
}

#[test]
fn a_session_made_from_a_template_has_no_findings() {
    for template in Lang::ALL.into_iter().flat_map(all) {
        let session = Session::new(uid(1), Title::new("New").unwrap(), at(0), 1, &template);
        assert_eq!(session.check(), []);
    }
}

#[test]
fn both_languages_have_the_same_keys_and_settings() {
    for (english, spanish) in pairs() {
        let keys = |template: &Template| {
            template.categories.iter().map(|category| category.key.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(keys(&english), keys(&spanish));
        assert_eq!(english.categories.len(), 10);
        assert_eq!(english.hit_tags.len(), spanish.hit_tags.len());
        assert_eq!(english.scales.levels, spanish.scales.levels);
        assert_eq!(english.scales.revenue_shares, spanish.scales.revenue_shares);
        assert_eq!(
            (english.weights, english.bands, english.appetite),
            (spanish.weights, spanish.bands, spanish.appetite)
        );
    }
}

#[test]
fn no_tag_and_no_word_stands_twice() {
    for template in Lang::ALL.into_iter().flat_map(all) {
        for (place, tag) in template.hit_tags.iter().enumerate() {
            assert!(!template.hit_tags[..place].contains(tag), "{tag}");
        }
        for (cell, scale) in template.scales.cells.iter() {
            let words: Vec<&str> = scale.levels.iter().map(|level| &*level.word).collect();
            for (place, word) in words.iter().enumerate() {
                assert!(!words[..place].contains(word), "{} {word}", cell.sign());
                assert_eq!(word.split_whitespace().count(), 1, "{word}");
                assert!(word.chars().count() <= 9, "{word}");
            }
        }
    }
}

#[test]
fn both_languages_are_worded_in_full() {
    for template in Lang::ALL.into_iter().flat_map(all) {
        for (_, scale) in template.scales.cells.iter() {
            assert!(!scale.question.is_empty());
            assert!(scale.levels.iter().all(|level| !level.text.is_empty()));
        }
    }
    for (english, spanish) in pairs() {
        for ((_, english), (_, spanish)) in english.scales.cells.iter().zip(spanish.scales.cells.iter()) {
            assert_ne!(english.question, spanish.question);
        }
    }
}
