//! One complete workshop, from the title to the reopened file.

use jiff::civil::date;
use riskroom::app::Place;
use riskroom::app::workshop::Step;
use riskroom::domain::{Approach, Cell, Status};
use riskroom::text::catalogue::Lang;

use crate::support::room::Room;
use crate::support::seeds::{level, levels, name, r, title};

#[test]
fn a_whole_workshop_is_in_the_file_and_comes_back() {
    let mut room = Room::new();
    room.keys("a 'Checkout Q4' Enter");
    room.keys("a 'Card testing' Enter 'Chargebacks' Enter 'Price goes live too low' Enter");
    room.keys("'Account takeover' Enter 'Fake reviews' Enter Esc");
    assert_eq!(room.listed(), [1, 2, 3, 4, 5].map(r));

    room.keys(". Home 5 3 3 2 2  4 2 4 2 3  4 2 2 1 2  4 5 3 4 3  3 2 1 3 4");
    assert_eq!(room.risk(1).levels(), levels([5, 3, 3, 2, 2]));
    assert_eq!(room.risk(4).levels(), levels([4, 5, 3, 4, 3]));
    assert_eq!(room.risk(5).levels(), levels([3, 2, 1, 3, 4]));

    // The ranks have the focus: a new solution is for the first of them and asks for its effect.
    room.keys(". Home a 'Log-in limit' Enter Enter");
    let first = room.solution(1).links[0];
    assert_eq!((first.lever, first.expected), (Cell::Probability, level(3)));
    room.keys("L o 'Ana' Enter D '2026-12-12' Enter");
    let solution = room.solution(1);
    assert_eq!(solution.status, Status::Chosen);
    assert_eq!((solution.owner.clone(), solution.due), (Some(name("Ana")), Some(date(2026, 12, 12))));
    room.keys("a 'Stock check' Enter s 1");
    assert_eq!(room.solution(2).approach, Approach::Reduce);
    assert!(room.solution(2).changes.software);

    assert_eq!(room.session().check(), []);
    room.keys("q");
    assert_eq!(room.app().place, Place::Home);
    assert_eq!(room.on_disk().session().as_ref(), room.session());
    assert_eq!(room.on_disk().entries(), room.workshop().history.entries());

    let mut room = room.reload();
    assert_eq!(room.workshop().step, Step::Solve);
    assert_eq!(room.session().title.to_string(), "Checkout Q4");
    room.keys("q q");
    assert!(room.has_left());
}

#[test]
fn the_demo_is_a_finished_meeting_of_today() {
    let mut room = Room::new();
    room.keys("D");
    assert!(room.session().demo);
    assert_eq!(room.listed().len(), 12);
    let last = room.workshop().history.entries().last().unwrap().at;
    assert_eq!(last.to_string().split('T').next(), Some("2026-01-15"));
    assert_eq!(room.session().check(), []);
}

#[test]
fn the_demo_speaks_the_language_of_the_user() {
    let mut room = Room::speaking(Lang::Es);
    room.keys("D");
    let first = room.path().to_owned();
    assert_eq!(room.session().title, title("Riesgos antes de la campaña de primavera, con responsables"));
    assert_eq!(&*room.session().categories[0].name, "Catálogo y precios");
    room.keys("q D");
    assert_eq!(room.path(), first, "it is found again by its Spanish name");
    room.keys("q a 'Otra' Enter q").wait(24 * 60 * 60).keys("D");
    assert!(room.path() != first && !first.exists());
}

#[test]
fn an_untouched_demo_is_opened_again_or_makes_room_for_that_of_another_day() {
    let mut room = Room::new();
    room.keys("D");
    let first = room.path().to_owned();
    room.keys("q D");
    assert_eq!(room.path(), first);
    room.keys("q a 'Other' Enter q").wait(24 * 60 * 60).keys("D");
    let second = room.path().to_owned();
    assert!(second != first && !first.exists());
    room.keys("g i a 'Mine' Enter Esc q a 'Third' Enter q").wait(24 * 60 * 60).keys("D");
    assert!(room.path() != second && second.exists());
}

#[test]
fn the_library_shows_the_open_session_as_it_is_while_its_file_is_on_the_way_to_the_disk() {
    let mut room = Room::with_session(&crate::support::demo::demo());
    room.keys("g i");
    room.world.hold();
    room.keys("a 'Parcels stolen' Enter Esc d q");
    assert_eq!(room.app().place, Place::Home);
    let figures = |room: &Room| room.app().home.selection().map(|it| it.summary.clone()).unwrap().unwrap();
    let before = figures(&room);
    assert_eq!(before.risks, room.workshop().derived.counts.listed);
    room.keys("Enter g i a 'Glass breaks' Enter Esc q");
    assert_eq!(figures(&room).risks, before.risks + 1);
    room.release();
    room.ask(riskroom::app::Effect::List);
    let now = figures(&room);
    assert_eq!(now.risks, before.risks + 1);
    assert_eq!(
        (now.scored, now.statuses, &now.follow_ups),
        (before.scored, before.statuses, &before.follow_ups)
    );
    assert_eq!((now.top_band, &now.top_risks), (before.top_band, &before.top_risks));
}

#[test]
fn the_figures_of_the_open_session_are_those_of_its_file() {
    let mut room = Room::with_session(&crate::support::demo::demo());
    room.keys("q");
    let open = room.app().home.listings.clone();
    let mut other = room.another();
    other.ask(riskroom::app::Effect::List);
    assert!(other.app().workshop.is_none());
    assert_eq!(other.app().home.listings, open);
}
