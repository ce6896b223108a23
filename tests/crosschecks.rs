//! Frames of what checks the ranking: duels, teams compared, the dot vote. See `frames` for how they are kept.

use riskroom::text::catalogue::Lang;

use crate::support::demo;
use crate::support::room::Room;

/// What ties R2 and R11 of the demo, and opens the ranking at R2.
const TIED: &str = "g a g 2 Enter Right 3 Enter 2 Enter 1 3 Enter g 2 Enter g r";

/// Holds what the keys lead to at some sizes.
fn golden_at(name: &str, lang: Lang, sizes: &[(u16, u16)], keys: &str) {
    for (width, height) in sizes {
        let mut room = Room::speaking(lang).size(*width, *height);
        room.put("demo.ron", &demo::demo_in(lang));
        room.keys("g l Enter").keys(keys);
        insta::assert_snapshot!(format!("{name}_{width}x{height}"), room.frame());
    }
}

#[test]
fn tied_risks_are_marked_and_stand_side_by_side() {
    golden_at("ranking_tied", Lang::En, &[(80, 24)], TIED);
    let duel = format!("{TIED} D");
    golden_at("duel", Lang::En, &[(40, 12), (80, 24), (120, 36)], &duel);
    golden_at("duel_es", Lang::Es, &[(80, 24)], &duel);
    golden_at("duel_reason", Lang::En, &[(80, 24)], &format!("{duel} 2 'More people are hit'"));
    golden_at("ranking_fought_es", Lang::Es, &[(120, 36)], &format!("{duel} 2 'Afecta a más gente' Enter"));
}

#[test]
fn teams_are_compared_cell_by_cell() {
    golden_at("teams", Lang::En, &[(40, 12), (80, 24), (120, 36)], "g a g 7 Enter m Right Right Right Right");
    golden_at("teams_es", Lang::Es, &[(60, 20), (80, 24)], "g a g 7 Enter m");
}

#[test]
fn the_dot_vote_counts_and_then_compares() {
    let typed = "g v Home Down 5 Enter Down Down Down Down Down Down 4 Enter 3";
    golden_at("dots", Lang::En, &[(40, 12), (80, 24), (120, 36)], typed);
    golden_at("dots_es", Lang::Es, &[(80, 24)], typed);
    let compared = format!("{typed} Enter Esc Tab");
    golden_at("dots_compared", Lang::En, &[(40, 12), (80, 24), (120, 36)], &compared);
    golden_at("dots_compared_es", Lang::Es, &[(60, 20), (80, 24)], &compared);
}
