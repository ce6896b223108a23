//! Where things are kept, and what a session's file is called.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use jiff::civil::date;
use proptest::prelude::{ProptestConfig, prop_assert, proptest};
use riskroom::store::paths::{Places, file_name, slug, stem};

const ID: &str = "7k3f9a2b4c6d8e0g1h2j3k4m5n";

fn places(flag: Option<&str>, vars: &[(&str, &str)]) -> Places {
    let env =
        |name: &str| vars.iter().find(|(known, _)| *known == name).map(|(_, value)| OsString::from(value));
    Places::resolve(flag.map(PathBuf::from), env).unwrap()
}

#[test]
fn the_flag_wins_over_the_variable_and_state_stays_behind() {
    let all = [("RISKROOM_DATA", "/d"), ("RISKROOM_STATE", "/s"), ("RISKROOM_CONFIG", "/c")];
    let named = places(None, &all);
    assert_eq!(named.sessions, PathBuf::from("/d/sessions"));
    assert_eq!(named.trash, PathBuf::from("/d/trash"));
    assert_eq!(named.state_of(ID), PathBuf::from("/s").join(ID));
    let flagged = places(Some("/f"), &all);
    assert_eq!(flagged.data, PathBuf::from("/f"));
    assert_eq!((flagged.state, flagged.config), (named.state, named.config));
}

#[test]
fn an_empty_variable_is_unset() {
    let others = [("RISKROOM_STATE", "/s"), ("RISKROOM_CONFIG", "/c"), ("RISKROOM_DATA", "")];
    let system = places(None, &others);
    assert_eq!(system, places(None, &others[..2]));
    assert!(system.data.ends_with("riskroom") || cfg!(not(target_os = "linux")));
}

#[test]
fn an_id_cannot_lead_out_of_the_state_folder() {
    assert_eq!(places(None, &[("RISKROOM_STATE", "/s")]).state_of("../x"), PathBuf::from("/s/x"));
}

#[test]
fn slugs() {
    for (title, expected) in [
        ("Checkout Q4", "checkout-q4"),
        ("  ¿Qué falló en la Reseña?  ", "que-fallo-en-la-resena"),
        ("Pin\u{303}ata u\u{308}ber", "pinata-uber"),
        ("a/../b\\c", "a-b-c"),
        ("危険 🔥", "session"),
        ("", "session"),
        ("12345678901234567890123456789012345678 áé", "12345678901234567890123456789012345678-a"),
        ("123456789012345678901234567890123456789 áé", "123456789012345678901234567890123456789"),
    ] {
        assert_eq!(slug(title), expected);
    }
}

#[test]
fn a_taken_name_takes_more_of_the_id() {
    let name =
        |taken: &[&str]| file_name(date(2026, 11, 22), "Checkout Q4", ID, |name| taken.contains(&name));
    assert_eq!(name(&[]), "2026-11-22-checkout-q4-7k3f9a.ron");
    assert_eq!(name(&["2026-11-22-checkout-q4-7k3f9a.ron"]), "2026-11-22-checkout-q4-7k3f9a2b.ron");
    let last = file_name(date(2026, 11, 22), "", ID, |_| true);
    assert_eq!(last, format!("2026-11-22-session-{ID}.ron"));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn a_slug_is_always_a_plain_name(title in "\\PC{0,60}") {
        let slug = slug(&title);
        prop_assert!((1..=40).contains(&slug.len()));
        prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
        prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
    }
}

#[test]
fn a_long_name_is_cut_between_characters() {
    let long = "x".to_owned() + &"ñ".repeat(125);
    let cut = stem(Path::new(&format!("/a/{long}.ron")));
    assert_eq!(cut, "x".to_owned() + &"ñ".repeat(99));
    assert_eq!(stem(Path::new("/a/shop.ron")), "shop");
}
