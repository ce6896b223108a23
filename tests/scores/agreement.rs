//! What a round of votes adds up to: median, range, consensus and the room rule.

use riskroom::domain::Votes;
use riskroom::domain::agreement::{Median, RoomRule, consensus, median, range, room_rule};

use crate::support::seeds::{count, level, votes};

#[test]
fn consensus_has_the_figures_of_the_method() {
    let figures = [("333444", 0.81), ("223344", 0.72), ("222444", 0.58), ("111444", 0.32)];
    for (signs, expected) in figures {
        let found = consensus(&votes(signs), count(5)).unwrap();
        assert!((found - expected).abs() < 0.005, "{signs}: {found}, not {expected}");
    }
}

#[test]
fn consensus_is_1_for_all_alike_and_0_for_half_at_each_end() {
    assert_eq!(consensus(&votes("4444"), count(5)), Some(1.0));
    assert_eq!(consensus(&votes("3"), count(5)), Some(1.0));
    assert_eq!(consensus(&votes("111555"), count(5)), Some(0.0));
    assert_eq!(consensus(&votes("13"), count(3)), Some(0.0));
    assert_eq!(consensus(&votes("1177"), count(7)), Some(0.0));
}

#[test]
fn consensus_of_all_alike_is_1_for_any_number_of_voters() {
    for voters in 1..=500 {
        for number in ["1", "3", "5"] {
            let found = consensus(&votes(&number.repeat(voters)), count(5));
            assert_eq!(found, Some(1.0), "{voters} votes of {number}");
        }
    }
}

#[test]
fn consensus_leaves_out_those_who_do_not_know() {
    assert_eq!(consensus(&votes("33?44-"), count(5)), consensus(&votes("3344"), count(5)));
    assert_eq!(consensus(&votes("???"), count(5)), None);
    assert_eq!(consensus(&Votes::default(), count(5)), None);
}

#[test]
fn the_median_is_the_lower_one_with_a_mark_between_levels() {
    let of = |signs| median(&votes(signs));
    let at = |number, between| Some(Median { level: level(number), between });
    assert_eq!(of("334"), at(3, false));
    assert_eq!(of("3344"), at(3, true));
    assert_eq!(of("1155"), at(1, true));
    assert_eq!(of("3345"), at(3, true));
    assert_eq!(of("2335"), at(3, false));
    assert_eq!(of("5"), at(5, false));
    assert_eq!(of("43"), at(3, true));
    assert_eq!(of("4??"), at(4, false));
    assert_eq!(of("?-"), None);
}

#[test]
fn the_range_leaves_out_those_who_do_not_know() {
    assert_eq!(range(&votes("42?5")), Some((level(2), level(5))));
    assert_eq!(range(&votes("??")), None);
}

#[test]
fn the_room_rule_follows_the_range() {
    let rules = [
        ("333333", RoomRule::Agreed),
        ("3", RoomRule::Agreed),
        ("333444", RoomRule::Agreed),
        ("223344", RoomRule::Glance),
        ("233344", RoomRule::Glance),
        ("122225", RoomRule::Talk),
        ("253333", RoomRule::Talk),
        ("111444", RoomRule::Talk),
    ];
    for (signs, expected) in rules {
        assert_eq!(room_rule(&votes(signs)), Some(expected), "{signs}");
    }
}

#[test]
fn two_camps_with_nobody_between_must_talk() {
    assert_eq!(room_rule(&votes("222444")), Some(RoomRule::Talk));
    assert_eq!(room_rule(&votes("2244")), Some(RoomRule::Talk));
    assert_eq!(room_rule(&votes("22344")), Some(RoomRule::Glance), "somebody stands between");
    assert_eq!(room_rule(&votes("22224")), Some(RoomRule::Glance), "one voice is no camp");
    assert_eq!(room_rule(&votes("2224?4")), Some(RoomRule::Talk), "who doesn't know stands nowhere");
}

#[test]
fn a_third_who_do_not_know_is_a_knowledge_gap() {
    assert_eq!(room_rule(&votes("33?")), Some(RoomRule::KnowledgeGap));
    assert_eq!(room_rule(&votes("1155??")), Some(RoomRule::KnowledgeGap), "even between camps");
    assert_eq!(room_rule(&votes("???")), Some(RoomRule::KnowledgeGap));
    assert_eq!(room_rule(&votes("333?")), Some(RoomRule::Agreed));
    assert_eq!(room_rule(&votes("33?---")), Some(RoomRule::KnowledgeGap), "no vote counts in no figure");
    assert_eq!(room_rule(&Votes::default()), None);
}
