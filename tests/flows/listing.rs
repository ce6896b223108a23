//! Step 1: the list sorted, grouped, searched, marked; what is done to all that is marked.

use proptest::prelude::*;
use riskroom::app::arrangement::{Row, Sort};
use riskroom::app::notice::Notice;
use riskroom::domain::{Edit, Glance, History, Name, Note, Participant, Place, RiskEdit, RiskId, Seat};
use riskroom::text::catalogue::Lang;

use super::five_risks;
use crate::support::room::Room;
use crate::support::seeds::{key, name, p, person, r, risk, session_of, title};

/// Titles with categories and first glances: R1 checkout, R2 none, R3 orders, R4 checkout, R5 none.
fn history() -> History {
    let mut session = session_of(5);
    let ana = Participant { name: Name::new("Ana").unwrap(), ..person(1, Seat::Voter) };
    session.apply(&Edit::AddPerson(ana)).unwrap();
    let rows = [
        ("¿Zero stock?", Some("checkout"), Glance::Small, Glance::Large),
        ("árbol caído", None, Glance::Large, Glance::Nothing),
        ("Banana prices", Some("orders"), Glance::Nothing, Glance::Nothing),
        ("apple refunds", Some("checkout"), Glance::Large, Glance::Small),
        ("Zebra crossing", None, Glance::Small, Glance::Large),
    ];
    for (number, (text, category, money, marketing)) in (1..).zip(rows) {
        let mut risk = risk(number);
        risk.title = title(text);
        risk.category = category.map(key);
        (risk.money, risk.marketing) = (money, marketing);
        session.apply(&Edit::AddRisk(Box::new(risk))).unwrap();
    }
    let said = Edit::Risk(r(3), RiskEdit::SaidBy(Some(p(1))));
    let cause = Edit::Risk(r(4), RiskEdit::Cause(Note::new("The café's till\nis slow").unwrap()));
    let owner = Edit::Risk(r(5), RiskEdit::Owner(Some(name("Begoña"))));
    for edit in [said, cause, owner] {
        session.apply(&edit).unwrap();
    }
    History::new(session)
}

fn room() -> Room {
    Room::with_session(&history())
}

fn ids(numbers: [u32; 5]) -> [RiskId; 5] {
    numbers.map(r)
}

#[test]
fn the_list_is_sorted_and_the_selection_stays_on_its_risk() {
    let mut room = room();
    room.keys("Down Down");
    for (sort, title, order) in [
        (Sort::Category, "Risks · by category", [1, 4, 3, 2, 5]),
        (Sort::Glance, "Risks · by first glance", [4, 2, 1, 5, 3]),
        (Sort::Title, "Risks · by title", [4, 2, 3, 5, 1]),
        (Sort::Entry, "Risks ━", [1, 2, 3, 4, 5]),
    ] {
        room.keys("S");
        assert_eq!(room.workshop().arrangement.sort, sort);
        assert_eq!(room.listed(), ids(order), "{sort:?}");
        assert_eq!(room.workshop().risk, Some(r(3)));
        assert!(room.shows(title), "{}", room.screen());
    }
    assert_eq!(room.workshop().history.revision(), 0);
}

#[test]
fn the_grid_has_the_order_of_the_list_and_keeps_it_while_levels_are_set() {
    let mut room = room();
    room.keys("S S . 5 5 5 5 5");
    assert!(room.shows("Scoring grid · by first glance"));
    assert_eq!(room.listed(), ids([4, 2, 1, 5, 3]));
    assert_eq!(room.workshop().risk, Some(r(2)));
    room.keys("1 , S S");
    assert_eq!(room.listed(), ids([1, 2, 3, 4, 5]));
}

#[test]
fn risks_are_grouped_by_category_with_counts() {
    let mut room = room();
    room.keys("C");
    assert_eq!(room.listed(), ids([1, 4, 3, 2, 5]));
    let rows = &room.workshop().derived.groups.rows;
    let heads = [Row::Head(0), Row::Risk(0), Row::Risk(1), Row::Head(1), Row::Risk(2), Row::Head(2)];
    assert_eq!(rows[..6], heads);
    for head in ["checkout 2", "orders 1", "No category 2"] {
        assert!(room.shows(head), "{}", room.screen());
    }
    room.keys("Home Down Down");
    assert_eq!(room.workshop().risk, Some(r(3)));
    room.keys("Up Up Up Up");
    assert_eq!(room.workshop().risk, Some(r(1)));
    room.keys("/ 'apple' Enter");
    assert!(!room.shows("orders 1") && room.shows("checkout 1"));
    room.keys("Esc C");
    assert_eq!(room.listed(), ids([1, 2, 3, 4, 5]));
}

#[test]
fn heads_of_groups_are_rows_for_scrolling_and_none_for_clicks() {
    let mut room = Room::with_session(&history()).size(60, 20);
    for number in 6..60 {
        room.keys(&format!("a 'More {number}' Enter Esc"));
    }
    room.keys("M C Home");
    let head = room.screen().lines().position(|line| line.contains("checkout 2")).unwrap();
    let below = u16::try_from(head + 1).unwrap();
    room.keys("Down").click(5, u16::try_from(head).unwrap());
    assert_eq!(room.workshop().risk, Some(r(4)), "a head is nothing to select");
    room.click(5, below);
    assert_eq!(room.workshop().risk, Some(r(1)));
    let mut seen = vec![r(1)];
    while seen.last() != room.listed().last() {
        room.keys("Down");
        let risk = room.workshop().risk.unwrap();
        assert_ne!(seen.last(), Some(&risk));
        assert!(room.cursor().is_some(), "the selected row is seen");
        seen.push(risk);
    }
    assert_eq!(seen, room.listed());
    room.keys("Home PgDn PgDn PgUp PgUp");
    assert_eq!(room.workshop().risk, Some(r(1)));
}

#[test]
fn risks_move_in_the_order_of_entry_only_and_are_told_the_way_back() {
    let mut room = room();
    room.keys("S J");
    assert_eq!(room.notice(), Some(&Notice::NotInEntryOrder("S S S".to_owned())));
    room.keys("C K");
    assert_eq!(room.notice(), Some(&Notice::NotInEntryOrder("C S S S".to_owned())));
    room.keys("C S S S J");
    assert_eq!(room.listed(), ids([2, 1, 3, 4, 5]));
}

#[test]
fn marked_risks_move_together_in_one_entry() {
    let mut room = five_risks();
    room.keys("Space Down Space J");
    assert_eq!(room.listed(), ids([2, 1, 3, 4, 5]), "they come together where the last one is");
    room.keys("J");
    assert_eq!(room.listed(), ids([2, 4, 1, 3, 5]));
    room.keys("K K K");
    assert_eq!(room.listed(), ids([1, 3, 2, 4, 5]));
    assert_eq!(room.notice(), Some(&Notice::EndReached));
    room.keys("u u u u");
    assert_eq!(room.listed(), ids([1, 2, 3, 4, 5]));
}

#[test]
fn every_word_must_be_found_somewhere_in_any_order() {
    let found = |search: &str| {
        let mut room = room();
        room.keys(&format!("/ '{search}' Enter"));
        room.listed()
    };
    assert_eq!(found("ARBOL"), [r(2)]);
    assert_eq!(found("slow cafe"), [r(4)], "in a cause, words in any order, no accents");
    assert_eq!(found("begona"), [r(5)], "the owner");
    assert_eq!(found("orders"), [r(3)], "the category");
    assert_eq!(found("checkout apple"), [r(4)]);
    assert_eq!(found("chckout"), [r(1), r(4)], "a letter left out");
    assert_eq!(found("r4"), [r(4)]);
    assert_eq!(found("ana"), [r(3)], "only as a part of banana: who said it is not searched");
    assert_eq!(found("apple zebra"), []);
}

#[test]
fn the_letters_found_in_a_title_are_set_apart() {
    let mut room = room();
    room.keys("/ 'caid'");
    let screen = room.screen();
    let row = screen.lines().position(|line| line.contains("►")).unwrap();
    let column = screen.lines().nth(row).unwrap().chars().position(|c| c == 'á').unwrap();
    let roles: String = room.roles().lines().nth(row).unwrap().chars().skip(column).take(11).collect();
    assert_eq!(roles, "TTTTTTUUUUT");
}

#[test]
fn what_was_merged_is_found_in_the_risk_it_is_part_of() {
    let mut history = history();
    let edit = Edit::Risk(r(3), RiskEdit::Place(Place::Merged { into: r(5) }));
    history.commit(crate::support::seeds::at(1), key("merge"), vec![edit]).unwrap();
    let mut room = Room::with_session(&history);
    room.keys("/ 'banana' Enter");
    assert_eq!(room.listed(), [r(5)]);
}

#[test]
fn marks_are_counted_and_set_for_all_that_is_shown() {
    let mut room = room();
    room.keys("/ 'z' Enter : 'mark all' Enter");
    assert_eq!(room.workshop().marks.iter().copied().collect::<Vec<_>>(), [r(1), r(5)]);
    assert!(room.shows("✓ 2 marked"));
    room.keys(": 'clear all' Enter");
    assert!(room.workshop().marks.is_empty());
}

#[test]
fn a_category_is_given_to_all_that_is_marked_in_one_entry() {
    let mut room = room();
    room.keys("Down Space Down Space c");
    assert!(room.shows("Category of 2 risks"));
    room.keys("Down Down Enter");
    assert_eq!(room.risk(2).category, Some(key("orders")));
    assert_eq!(room.risk(4).category, Some(key("orders")));
    assert_eq!(room.notice(), Some(&Notice::CategorySet(2)));
    room.keys("u");
    assert_eq!((room.risk(2).category.clone(), room.risk(4).category.clone()), (None, Some(key("checkout"))));
}

#[test]
fn several_come_out_of_the_bin_at_once_to_where_they_were() {
    let mut room = room();
    room.keys("Down Space Down Space d g b");
    assert!(room.shows("apple refunds") && room.shows("checkout"));
    room.keys("Space Space Enter");
    assert_eq!(room.listed(), ids([1, 2, 3, 4, 5]));
    assert_eq!(room.notice(), Some(&Notice::Restored(2)));
    room.keys("u");
    assert_eq!(room.listed(), [1, 3, 5].map(r));
}

#[test]
fn who_said_it_is_never_shown_unless_that_is_switched_on() {
    for lang in Lang::ALL {
        let mut room = Room::speaking(lang);
        let path = room.put("given.ron", &history());
        room.open(&path);
        room.keys("g i End Up Up");
        assert!(!room.shows("Ana"), "{}", room.screen());
        room.keys("o");
        let asked = room.screen();
        assert!(!asked.lines().any(|line| line.contains("✓ Ana")), "{asked}");
        room.keys("Esc v u");
        assert!(!room.shows("Ana"));
        room.keys(if lang == Lang::En {
            ": 'show or hide who' Enter"
        } else {
            ": 'mostrar u ocultar quién' Enter"
        });
        assert!(room.shows("Ana"), "{}", room.screen());
        room.keys("/ 'ana' Enter");
        assert!(room.listed().contains(&r(3)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_arrangement_shows_each_risk_that_it_should_once_and_keeps_the_selection(
        keys in proptest::collection::vec(proptest::sample::select(vec![
            "S", "C", "Down", "Up", "PgDn", "End", "Space", "v", "r", "d", "u", "c Down Enter", "J", "K",
            "/ 'e' Enter", "/ 'a z' Enter", "Esc",
        ]), 1..25),
    ) {
        let mut room = room();
        for press in keys {
            let at_home = room.app().place == riskroom::app::Place::Home;
            if at_home { break; }
            let before = room.workshop().risk;
            room.keys(press);
            let workshop = room.workshop();
            let session = workshop.session();
            let mut listed = workshop.derived.listed.clone();
            if ["S", "C"].contains(&press) {
                prop_assert_eq!(workshop.risk, before);
            }
            if workshop.filter.is_empty() {
                listed.sort_unstable();
                let on_list: Vec<usize> = (0..session.risks.len())
                    .filter(|place| session.risks[*place].place == Place::List)
                    .collect();
                prop_assert_eq!(&listed, &on_list);
            }
            let mut once = listed.clone();
            once.dedup();
            prop_assert_eq!(&once, &listed);
            prop_assert_eq!(workshop.risk.is_some(), !listed.is_empty());
            if workshop.arrangement.grouped {
                let rows = &workshop.derived.groups.rows;
                let risks: Vec<usize> =
                    rows.iter().filter_map(|row| if let Row::Risk(at) = row { Some(*at) } else { None }).collect();
                prop_assert_eq!(risks, (0..listed.len()).collect::<Vec<_>>());
                let counted: usize = workshop.derived.groups.heads.iter().map(|group| group.count).sum();
                prop_assert_eq!(counted, listed.len());
            }
        }
    }
}

#[test]
fn the_ids_of_a_thousand_risks_stand_apart_from_what_is_beside_them() {
    let mut room = Room::with_workshop("Checkout Q4").size(80, 24);
    room.keys("a");
    let lines: Vec<String> =
        (1..=1_000).map(|number| format!("Event {number} stops shop {number}")).collect();
    room.paste(&lines.join("\n")).keys("Enter Esc End");
    assert_eq!(room.listed().len(), 1_000);
    assert!(room.shows("R1000 ·  ·  Event 1000"), "{}", room.screen());
    room.keys("g s End");
    assert!(room.shows("R1000 --"), "{}", room.screen());
}
