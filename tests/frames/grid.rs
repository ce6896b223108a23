//! The grid in the quick pass, the levels in money, and how firm the selected rank is.

use riskroom::text::catalogue::Lang;

use super::meeting;

/// Holds what the keys lead to in the demo, at both sizes, once everything that follows is drawn.
fn golden(name: &str, lang: Lang, keys: &str) {
    for (width, height) in super::SIZES {
        let mut room = meeting(lang).size(width, height);
        room.keys(keys).wait(2);
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), room.frame());
    }
}

/// Two more risks without their I, one of them with damage at the worst level.
const PARTLY: &str = "g a g g f Right Backspace Down Backspace Right";

#[test]
fn the_quick_pass_is_named_and_counted() {
    golden("quick", Lang::En, &format!("{PARTLY} Left"));
    golden("quick_es", Lang::Es, &format!("{PARTLY} Left"));
}

#[test]
fn after_it_the_ranking_goes_by_the_ranges() {
    golden("quick_ranking", Lang::En, &format!("{PARTLY} g r"));
    golden("quick_ranking_es", Lang::Es, &format!("{PARTLY} g r"));
}

#[test]
fn the_levels_of_financial_damage_are_told_in_money() {
    golden("money", Lang::En, "g a g g Right Right");
    golden("money_es", Lang::Es, "g a g g Right Right");
}

#[test]
fn the_details_tell_formula_rank_and_gates() {
    golden("rank", Lang::En, "g a g 1 2 Enter Tab");
    golden("rank_es", Lang::Es, "g a g 1 2 Enter Tab");
}
