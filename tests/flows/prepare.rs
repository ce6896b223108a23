//! What a session is prepared with: its fields, its template, its people.

use riskroom::app::form::amount;
use riskroom::app::notice::Notice;
use riskroom::app::overlay::Overlay;
use riskroom::app::people::initials;
use riskroom::domain::{Money, Participant, Seat};
use riskroom::store::atomic;
use riskroom::store::storage::{Disk, make_folders};
use riskroom::text::bands::money_bands;
use riskroom::text::catalogue::Lang;

use crate::support::room::Room;
use crate::support::seeds::{name, p, person, r};

fn prepares(room: &Room) -> bool {
    matches!(room.app().overlay, Some(Overlay::Prepare(_)))
}

fn names(room: &Room) -> Vec<String> {
    room.session().people.iter().map(|person| person.name.to_string()).collect()
}

#[test]
fn people_asked_for_at_home_are_shown_in_their_session() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("g w a 'Ana' Enter Esc Esc q");
    assert_eq!(room.app().place, riskroom::app::Place::Home);
    room.keys("g w");
    assert!(room.shows("Checkout Q4") && room.shows("Ana"), "{}", room.screen());
    room.keys("Esc a");
    assert!(room.shows("New risk"), "{}", room.screen());
}

#[test]
fn a_title_and_enter_are_enough_to_begin() {
    let mut room = Room::new();
    room.keys("a 'Checkout Q4' Enter a 'Card testing' Enter");
    assert_eq!(room.listed(), [r(1)]);
}

#[test]
fn tab_at_the_title_opens_the_form_and_escape_begins() {
    let mut room = Room::new();
    room.keys("a 'Checkout Q4' Tab");
    assert!(prepares(&room));
    room.keys("Down Enter 'Shoes & more' Tab 'Only the web shop' Ctrl+s");
    room.keys("Down Enter '5 M' Enter Down Enter End Enter");
    assert!(room.app().typing.is_some(), "another currency is typed");
    room.keys("Ctrl+w 'SEK' Enter");
    assert!(prepares(&room));
    let session = room.session();
    assert_eq!(session.shop.as_str(), "Shoes & more");
    assert_eq!(session.scope.as_str(), "Only the web shop");
    assert_eq!(session.revenue.unwrap().units(), 5_000_000);
    assert_eq!(session.currency.as_str(), "SEK");
    room.keys("Esc");
    assert!(room.app().overlay.is_none());
    room.keys("u u u u");
    assert!(room.session().shop.is_empty());
    assert!(room.session().revenue.is_none());
}

#[test]
fn the_form_opens_again_at_any_time() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("g d Enter ' again' Enter Esc");
    assert_eq!(room.session().title.as_str(), "Checkout Q4 again");
    room.keys(". g d");
    assert!(prepares(&room));
}

#[test]
fn a_typed_amount_says_what_it_is_understood_as_and_a_bad_one_what_a_good_one_is() {
    for (lang, understood) in [(Lang::En, "= €1,200,000"), (Lang::Es, "= 1.200.000 €")] {
        let mut room = Room::speaking(lang);
        room.keys("a 'Checkout Q4' Tab Down Down Down Enter");
        room.keys(if lang == Lang::En { "'1.2 M'" } else { "'1,2 M'" });
        assert!(room.shows(understood), "{}", room.screen());
        room.keys("' or so' Enter");
        assert_eq!(room.notice(), Some(&Notice::NotAnAmount));
        assert!(room.app().typing.is_some());
    }
}

#[test]
fn amounts_are_read_as_the_language_writes_them() {
    let read = |text: &str, decimal: char| amount::read(text, decimal, "€").map(Money::units);
    for (text, expected) in [
        ("5 M", 5_000_000),
        ("5,000,000", 5_000_000),
        ("5.000.000 €", 5_000_000),
        ("5'000'000", 5_000_000),
        ("5 000 000", 5_000_000),
        ("800k", 800_000),
        ("800 K€", 800_000),
        ("€2.5M", 2_500_000),
        ("2,5 m", 2_500_000),
        ("1.5 million", 1_500_000),
        ("3 millones de", 0),
        ("3 millones", 3_000_000),
        ("20 mil €", 20_000),
        ("1,234,567.00", 1_234_567),
        ("1.234.567,00 EUR", 1_234_567),
        ("12,00", 12),
        ("1 234", 1_234),
    ] {
        for decimal in ['.', ','] {
            assert_eq!(read(text, decimal), Some(expected).filter(|it| *it > 0), "{text} {decimal}");
        }
    }
    assert_eq!((read("1,200 M", '.'), read("1,200 M", ',')), (Some(1_200_000_000), Some(1_200_000)));
    assert_eq!((read("1.200 M", '.'), read("1.200 M", ',')), (Some(1_200_000), Some(1_200_000_000)));
    for bad in
        ["", "M", "five", "1,5", "12,34", "1,23,456", "5 Q", "-5", "1.2.3 M", "9999999999999", "0.0005 k"]
    {
        assert_eq!(read(bad, '.'), None, "{bad}");
    }
}

#[test]
fn the_revenue_tells_the_financial_levels_in_money() {
    let bands = |revenue, lang| money_bands(revenue, &[2, 10, 50, 250], "€", lang).join(" · ");
    assert_eq!(bands(5_000_000, Lang::En), "<€1 k · €1–5 k · €5–25 k · €25–125 k · >€125 k");
    assert_eq!(bands(5_000_000, Lang::Es), "<1 mil € · 1–5 mil € · 5–25 mil € · 25–125 mil € · >125 mil €");
    assert_eq!(bands(1_000_000, Lang::En), "<€200 · €200 – 1 k · €1–5 k · €5–25 k · >€25 k");
    let mut room = Room::new();
    room.keys("a 'Checkout Q4' Tab Down Down Down Enter '5 M' Enter");
    assert!(room.shows("€25–125 k"), "{}", room.screen());
}

#[test]
fn the_template_is_chosen_in_one_entry_until_something_is_scored() {
    let mut room = Room::new();
    room.keys("a 'Checkout Q4' Tab Down Down Down Down Down");
    assert!(room.shows("Online shop · 5 levels"));
    room.keys("Enter Down Enter");
    assert!(prepares(&room));
    assert_eq!(room.session().scales.levels.number(), 3);
    assert!(room.shows("Online shop, short · 3 levels"), "{}", room.screen());
    room.keys("u");
    assert_eq!(room.session().scales.levels.number(), 5);
    room.keys("U Esc a 'Card testing' Enter Esc . 3 g d Down Down Down Down Down Enter");
    assert_eq!(room.notice(), Some(&Notice::TemplateFixed));
    assert!(room.shows("fixed"));
    assert_eq!(room.session().check(), []);
}

#[test]
fn the_categories_of_risks_stay_with_another_template() {
    let mut room = Room::new();
    let folder = room.world.places.config.join("templates");
    make_folders(&Disk, &folder).unwrap();
    let put = |name: &str, text: String| {
        atomic::create(&Disk, &folder.join(name), text.as_bytes()).map(drop).unwrap();
    };
    let own = include_str!("../../assets/templates/online-shop-short.en.ron");
    let own = own.replacen(
        "(key: \"catalogue\", name: \"Catalogue & pricing\"),",
        "(key: \"tills\", name: \"Tills\"),",
        1,
    );
    put("our shop.ron", own.replacen("probability: 2", "probability: 4", 1));
    put("broken.ron", "(\n    currency: \"€\",\n    weights: 7,\n)".to_owned());
    put("begun with a mark.ron", format!("\u{feff}{own}"));
    put(".hidden.ron", "nothing".to_owned());
    put("wrong.ron", own_with(&["levels: 3", "levels: 4"]));
    room.keys("a 'Checkout Q4' Tab");
    let told: Vec<String> = room.app().messages.iter().map(|message| format!("{:?}", message.told)).collect();
    let told = told.join("\n");
    assert!(told.contains("broken.ron:3:"), "{told}");
    assert!(told.contains("wrong.ron:"), "{told}");
    assert!(!told.contains("mark.ron") && !told.contains("hidden.ron"), "{told}");
    room.keys("Esc a 'Prices' Enter Esc c Down Enter g d Down Down Down Down Down Enter End Enter");
    assert_eq!(room.session().weights.probability.number(), 4);
    let keys: Vec<String> = room.session().categories.iter().map(|it| it.key.to_string()).collect();
    assert!(keys.contains(&"tills".to_owned()) && keys.last().unwrap() == "catalogue", "{keys:?}");
    assert!(room.shows("our shop · 3 levels"), "{}", room.screen());
    room.keys("u");
    assert_eq!(room.session().scales.levels.number(), 5);
}

#[test]
fn a_folder_of_templates_that_cannot_be_read_is_told() {
    let mut room = Room::new();
    make_folders(&Disk, &room.world.places.config).unwrap();
    atomic::create(&Disk, &room.world.places.config.join("templates"), b"a file").map(drop).unwrap();
    room.keys("a 'Checkout Q4' Tab");
    let told: Vec<String> = room.app().messages.iter().map(|message| format!("{:?}", message.told)).collect();
    assert!(told.join("\n").contains("templates"), "{told:?}");
}

fn own_with([before, after]: &[&str; 2]) -> String {
    include_str!("../../assets/templates/online-shop-short.en.ron").replacen(before, after, 1)
}

#[test]
fn people_are_added_one_after_the_other_and_all_at_once() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("g w a 'Ana, Support' Enter 'Luis' Enter Enter");
    assert!(room.app().typing.is_none());
    assert_eq!(names(&room), ["Ana", "Luis"]);
    assert_eq!(room.session().people[0].team, Some(name("Support")));
    room.keys("a").paste("Marta\tIT\nPablo, Warehouse\n\nEva\n");
    room.keys("Enter Esc");
    assert_eq!(names(&room), ["Ana", "Luis", "Marta", "Pablo", "Eva"]);
    assert_eq!(room.session().people[3].team, Some(name("Warehouse")));
    room.keys("a").paste("Zoe, Ben, Kim");
    room.keys("Enter Esc");
    assert_eq!(room.session().people.len(), 8);
    assert_eq!(room.notice(), None);
    room.keys("u");
    assert_eq!(room.session().people.len(), 5, "one entry");
}

#[test]
fn people_come_go_move_and_change_what_they_do() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("g w a 'Ana; Luis; Eva' Enter Esc Home");
    assert!(room.shows("3 here · 3 vote"));
    room.keys("Space v Down J e 'a' Enter t 'IT' Enter");
    assert_eq!(names(&room), ["Ana", "Eva", "Luisa"]);
    let [ana, _, luisa] = &room.session().people[..] else { panic!() };
    assert_eq!((ana.present, ana.seat), (false, Seat::Observer));
    assert_eq!(luisa.team, Some(name("IT")));
    assert!(room.shows("2 here · 2 vote"));
    room.keys("d");
    assert_eq!(names(&room), ["Ana", "Eva"]);
    room.keys("u Esc");
    assert_eq!(names(&room), ["Ana", "Eva", "Luisa"]);
    assert!(room.app().overlay.is_none());
}

#[test]
fn many_people_scroll_on_a_small_screen() {
    let mut room = Room::with_workshop("Checkout Q4").size(40, 12);
    room.keys("g w a");
    let names: Vec<String> = (1..=15).map(|number| format!("Person {number}")).collect();
    room.paste(&names.join("\n")).keys("Enter Esc");
    assert!(room.shows("► 15 ") && room.shows("Person 15") && !room.shows("Person 2 "), "{}", room.screen());
    room.keys("Home");
    assert!(room.shows("►  1 ") && room.shows("▼ 7 more"), "{}", room.screen());
    room.keys("Down Down K K");
    assert!(room.shows("►  1 P3"), "{}", room.screen());
}

#[test]
fn who_has_said_something_stays() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("g w a 'Ana' Enter Esc Esc a 'Card testing' Enter Esc o Down Enter g w d");
    assert_eq!(room.notice(), Some(&Notice::PersonNeeded("Ana".to_owned())));
    assert_eq!(names(&room), ["Ana"]);
}

#[test]
fn the_people_opened_from_the_form_lead_back_to_it() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("g d End Enter a 'Ana' Enter Esc Esc");
    assert!(prepares(&room));
    assert!(room.shows("1: Ana"), "{}", room.screen());
    room.keys("Esc");
    assert!(room.app().overlay.is_none());
}

#[test]
fn no_two_people_share_their_initials_and_moving_changes_none() {
    let named = |texts: &[&str]| -> Vec<Participant> {
        let of =
            |(number, text): (u32, &&str)| Participant { name: name(text), ..person(number, Seat::Voter) };
        (1..).zip(texts).map(of).collect()
    };
    let people = named(&["Luis", "Ana García", "Luis", "lu", "Begoña de la Fuente", "É", "7", "!"]);
    assert_eq!(initials(&people), ["Lu1", "AG", "Lu2", "Lu3", "BF", "É", "7", "?"]);
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("g w a 'Luis; Luis' Enter Esc");
    let of = |room: &Room| room.workshop().derived.initials.clone();
    assert_eq!(of(&room), ["Lu1", "Lu2"]);
    room.keys("K");
    assert_eq!(of(&room), ["Lu2", "Lu1"]);
    assert_eq!(room.session().people[0].id, p(2));
}

#[test]
fn a_session_that_is_only_read_shows_its_details_and_keeps_them() {
    let mut room = Room::with_workshop("Checkout Q4");
    room.keys("a 'Card testing' Enter Esc q");
    let path = room.path().to_owned();
    let mut second = room.another();
    room.open(&path);
    second.open(&path);
    assert!(!second.workshop().access.is_full());
    second.keys("g d Enter");
    assert!(prepares(&second) && second.app().typing.is_none());
    second.keys("Esc g w a");
    assert!(second.app().typing.is_none());
    second.keys("Esc g i S C");
    assert!(second.shows("by category"), "how it is looked at is one's own");
}
