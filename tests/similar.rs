//! What looks alike and what does not, in both languages; and what is an event and what is not.

use riskroom::domain::advice::{Advice, advice};
use riskroom::domain::similar::words::{SILENT, fold};
use riskroom::domain::similar::{Near, Titles};

use crate::support::seeds::r;

mod events;

/// What the only title of a session looks like to a text.
fn nearest(title: &str, text: &str) -> Option<Near> {
    let mut titles = Titles::default();
    titles.follow([(r(1), title)].into_iter());
    titles.nearest(text)
}

#[test]
fn accents_that_follow_their_letters_are_folded_as_those_in_them() {
    let (composed, decomposed) =
        ("Façade à Nîmes, señal", "Fac\u{327}ade a\u{300} Ni\u{302}mes, sen\u{303}al");
    assert_eq!(fold(composed), "facade a nimes senal");
    assert_eq!(fold(decomposed), fold(composed));
}

const ALIKE: [(&str, &str); 34] = [
    ("Server crash", "server crash"),
    ("Chargebacks on high-value orders", "Chargeback on high value order"),
    ("Address look-up is down", "address lookup down"),
    ("Address lookup is down, over quota or its key expired", "Address look-up down"),
    ("Parcels stolen from the door in big cities", "Parcels stolen from the door in big cit"),
    ("Parcels stolen from the door", "Parcel theft at the door"),
    ("Payment provider is down and there is no second way to pay", "Payment provider outage"),
    ("The payment provider does not answer", "Payment provider is not responding"),
    ("Certificate or domain expires", "Certificate expires"),
    ("Certificate or domain expires", "the domain certificate expired"),
    ("Account takeover, leaked passwords", "leaked passwords: account takeover"),
    ("Account takeover, leaked passwords", "Acount takeover by leaked password"),
    ("A price goes live far too low", "Price goes live too low"),
    ("Prices go live far too low", "price goes live much too low"),
    ("Fake reviews by a competitor", "Competitor writes fake reviews"),
    ("Overselling: wrong stock count", "Overselling, stock count wrong"),
    ("Overselling: wrong stock count", "overselling because of a wrong inventory count"),
    ("Coupon stacking, promo abuse", "Voucher stacking and promo abuse"),
    ("A script on the payment page steals card data", "Card data stolen by a script on the payment page"),
    ("Two channels sell the last piece", "The last piece is sold by two channels"),
    ("A leaver's access still works", "Access of leavers still works"),
    ("Orders do not reach the warehouse", "orders never reach the warehouse"),
    ("Our mail lands in spam", "Emails land in spam"),
    ("Robots guess gift-card numbers", "Bots guess gift card numbers"),
    ("Caída del servidor", "El servidor se cae"),
    ("Los pedidos no llegan al almacén", "Pedidos que no llegan al almacen"),
    ("Contraseñas filtradas", "Contraseña filtrada"),
    ("Robo de paquetes en la puerta", "Paquetes robados en la puerta"),
    ("La pasarela de pago no responde", "La pasarela de pagos falla"),
    ("El certificado caduca", "Certificados caducados"),
    ("Reseñas falsas de un competidor", "Un competidor pone reseñas falsas"),
    ("Precio demasiado bajo publicado", "Se publica un precio demasiado bajo"),
    ("El proveedor sube las tarifas", "El provedor sube las tarifas"),
    ("Direcciones incompletas en el envío", "Envíos con dirección incompleta"),
];

const APART: [(&str, &str); 30] = [
    ("The backup is there but will not restore", "no backups"),
    ("Supplier 1 closes", "Supplier 11 closes"),
    ("Payment provider is down and there is no second way to pay", "Payment provider raises its fees"),
    ("Payment provider is down", "Shipping provider is down"),
    ("Server crash", "Price crash"),
    ("Certificate expires", "Voucher expires"),
    ("A price goes live far too low", "A campaign goes live far too early"),
    ("Orders do not reach the warehouse", "Returns do not reach the customer"),
    ("Customer data lies open in storage or a backup", "The backup exists but will not restore"),
    ("Fake reviews by a competitor", "Competitors scrape prices and content"),
    ("Wrong item in the box", "Wrong price in the feed"),
    ("Robots guess coupon numbers", "Robots hold stock in baskets nobody pays"),
    ("The shop is down", "The shop is slow"),
    ("One voucher is spent twice", "One order is charged twice"),
    ("Log-in fails", "Payment fails"),
    ("Stock import fails", "Price import fails"),
    ("Card testing on guest checkout", "Gift card sold twice"),
    ("Our mail lands in spam", "Fake accounts, reviews or spam"),
    ("Search pages are empty", "Shelf is empty"),
    ("Ads lead to a sold-out page", "Click fraud in ads"),
    ("A", "B"),
    ("Server", "Servant"),
    ("Caída del servidor", "Caída del proveedor"),
    ("Los pedidos no llegan al almacén", "Las facturas no llegan al cliente"),
    ("Contraseñas filtradas", "Precios filtrados a la competencia"),
    ("El certificado caduca", "El dominio caduca"),
    ("La pasarela de pago no responde", "El buscador no responde"),
    ("Huelga de transporte", "Huelga de almacén"),
    ("Se pierde un paquete", "Se pierde la cesta"),
    ("El proveedor sube las tarifas", "El proveedor cierra"),
];

#[test]
fn titles_that_say_the_same_look_alike_both_ways_round() {
    let missed: Vec<_> = ALIKE
        .iter()
        .flat_map(|(one, other)| [(one, other), (other, one)])
        .filter(|(title, text)| nearest(title, text).is_none())
        .collect();
    assert!(missed.is_empty(), "{missed:#?}");
}

#[test]
fn titles_that_say_something_else_do_not() {
    let confused: Vec<_> = APART
        .iter()
        .flat_map(|(one, other)| [(one, other), (other, one)])
        .filter_map(|(title, text)| Some((title, text, nearest(title, text)?.percent)))
        .collect();
    assert!(confused.is_empty(), "{confused:#?}");
}

#[test]
fn the_same_but_for_case_accents_and_signs_is_the_same() {
    for (title, text) in [("Caída del servidor", "CAIDA DEL  SERVIDOR."), ("Log-in fails", "login fails!")] {
        assert!(nearest(title, text).unwrap().same, "{title}");
    }
    assert!(!nearest("Server crash", "Servers crash").unwrap().same);
}

#[test]
fn the_nearest_of_many_is_found_after_every_change() {
    let mut titles = Titles::default();
    titles.follow(
        [(r(1), "Price too low"), (r(2), "Server crash"), (r(3), "Crash of the main server")].into_iter(),
    );
    assert_eq!(titles.nearest("server crash").map(|near| near.id), Some(r(2)));
    titles.follow([(r(1), "Price too low"), (r(3), "Crash of the main server")].into_iter());
    assert_eq!(titles.nearest("server crash").map(|near| near.id), Some(r(3)));
    titles.follow([(r(1), "Price too low"), (r(3), "Fire")].into_iter());
    assert_eq!(titles.nearest("server crash"), None);
}

#[test]
fn nothing_looks_like_nothing() {
    for text in ["", "  ", "the", "de la", "…", "¿?"] {
        assert_eq!(nearest(text, text), None, "{text}");
    }
}

#[test]
fn silent_words_stand_in_order_and_as_they_are_looked_up() {
    assert!(SILENT.is_sorted());
    assert!(SILENT.iter().all(|word| fold(word) == *word));
}

proptest::proptest! {
    #[test]
    fn any_text_can_be_compared(one in "\\PC{0,60}", other in "\\PC{0,60}") {
        let _ = (nearest(&one, &other), advice(&one));
        if let Some(near) = nearest(&one, &one) {
            proptest::prop_assert!(near.same && near.percent == 100);
        }
    }
}

#[test]
fn what_is_no_event_is_told_by_its_kind() {
    let wrong: Vec<_> = events::OTHERS.iter().filter(|(text, kind)| advice(text) != Some(*kind)).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert_eq!(advice("We should test backups"), Some(Advice::Wish));
}

#[test]
fn events_are_left_alone() {
    let wrong: Vec<_> = events::EVENTS.iter().filter_map(|text| Some((text, advice(text)?))).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}
