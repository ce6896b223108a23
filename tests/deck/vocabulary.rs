//! What the words of a risk tell of its category.

use std::fmt::Write;

use riskroom::domain::{Category, Vocabulary};
use riskroom::text::catalogue::Lang;
use riskroom::text::template::template;

use super::of;
use crate::support::seeds::{key, name};

/// As people say it, with the category they mean.
const ENGLISH: &[(&str, &str)] = &[
    ("Intern sets the TV to 9.99 by typo in the price list", "catalogue"),
    ("Welcome coupon gets posted in a deals forum", "catalogue"),
    ("Summer sale discount applied on top of clearance", "catalogue"),
    ("Wrong VAT rate for books after the tax change", "catalogue"),
    ("CSV upload wipes all product descriptions", "catalogue"),
    ("PayPal doesn't respond on a Saturday evening", "checkout"),
    ("The buy button does nothing on iPhones", "checkout"),
    ("Klarna charges the card twice", "checkout"),
    ("Chargebacks explode after Christmas", "checkout"),
    ("Shopping carts get emptied at login", "checkout"),
    ("We sell more consoles than we have in stock", "orders"),
    ("ERP sync hangs over the weekend", "orders"),
    ("People send back empty boxes and get a refund", "orders"),
    ("Scalpers grab every limited sneaker drop", "orders"),
    ("DHL strike before Christmas", "shipping"),
    ("Parcels go to incomplete addresses", "shipping"),
    ("Express delivery arrives two days late", "shipping"),
    ("Site crashes on Black Friday", "hosting"),
    ("AWS outage in Frankfurt takes us offline", "hosting"),
    ("SSL certificate ran out at night", "hosting"),
    ("Database restore takes three days", "hosting"),
    ("Account takeover with leaked passwords", "security"),
    ("Ransomware encrypts everything", "security"),
    ("Fake reviews by a competitor", "security"),
    ("Personal data leaks and GDPR fine follows", "privacy"),
    ("Cookie banner tracks people who said no", "privacy"),
    ("Google drops us from the index after the relaunch", "marketing"),
    ("Newsletter goes out to unsubscribed people", "marketing"),
    ("Facebook pixel stops reporting conversions", "marketing"),
    ("Chatbot tells customers nonsense about warranty", "marketing"),
    ("Shopify doubles its price", "third-parties"),
    ("Amazon suspends our seller account", "third-parties"),
    ("API of the supplier gets switched off", "third-parties"),
    ("Our only developer quits", "people"),
    ("Ex-employee still can log in to everything", "people"),
    ("No one trained for the holiday season", "people"),
];

const SPANISH: &[(&str, &str)] = &[
    ("Un becario pone el televisor a 9,99 por una errata en los precios", "catalogue"),
    ("El cupón de bienvenida acaba en un foro de chollos", "catalogue"),
    ("El descuento de rebajas se acumula con la liquidación", "catalogue"),
    ("IVA mal calculado en los libros", "catalogue"),
    ("Fotos cambiadas en las fichas de producto", "catalogue"),
    ("Redsys no responde un sábado por la tarde", "checkout"),
    ("El TPV rechaza todas las tarjetas", "checkout"),
    ("Se cobra dos veces la tarjeta", "checkout"),
    ("El carrito se vacía al cambiar de móvil", "checkout"),
    ("Bizum se cae en hora punta", "checkout"),
    ("Vendemos más consolas de las que hay en stock", "orders"),
    ("La sincronización con el ERP se atasca el fin de semana", "orders"),
    ("Devuelven cajas vacías y cobran el reembolso", "orders"),
    ("El inventario del almacén no cuadra", "orders"),
    ("Huelga de mensajería antes de Navidad", "shipping"),
    ("Paquetes con la dirección incompleta", "shipping"),
    ("Los gastos de envío a Canarias están mal", "shipping"),
    ("El servidor no aguanta el Black Friday", "hosting"),
    ("Se nos olvida renovar el dominio", "hosting"),
    ("La copia de seguridad no se puede recuperar", "hosting"),
    ("Se llena el disco del servidor", "hosting"),
    ("Roban cuentas con contraseñas filtradas", "security"),
    ("Un ransomware lo cifra todo", "security"),
    ("Reseñas falsas de la competencia", "security"),
    ("Un hacker entra por un plugin sin parche", "security"),
    ("Fuga de datos personales y multa de la agencia", "privacy"),
    ("Las cookies se activan sin consentimiento", "privacy"),
    ("Google nos saca del índice tras la migración", "marketing"),
    ("El boletín se manda a gente que se dio de baja", "marketing"),
    ("La analítica deja de contar conversiones", "marketing"),
    ("Influencer contratado nos pone verdes en redes", "marketing"),
    ("Amazon nos bloquea la cuenta de vendedor", "third-parties"),
    ("El proveedor cierra su API", "third-parties"),
    ("Quiebra la empresa que nos integra el ERP", "third-parties"),
    ("La única programadora está de baja", "people"),
    ("Un exempleado conserva sus claves", "people"),
    ("Nadie se entera de la nueva ley a tiempo", "people"),
];

fn vocabulary(lang: Lang) -> Vocabulary {
    Vocabulary::of(&Lang::ALL.map(of), &template(lang).unwrap().categories)
}

/// How many of these get the right category, and how many a wrong one, with all that is not right in words.
fn tried<'t>(
    vocabulary: &Vocabulary,
    titles: impl IntoIterator<Item = (&'t str, &'t str)>,
) -> (usize, usize, String) {
    let (mut right, mut wrong, mut told) = (0, 0, String::new());
    for (title, meant) in titles {
        let found = vocabulary.category_of(title);
        match found {
            Some(found) if **found == *meant => right += 1,
            Some(found) => {
                wrong += 1;
                writeln!(told, "{title}: {found}, not {meant}").unwrap();
            }
            None => writeln!(told, "{title}: nothing, not {meant}").unwrap(),
        }
    }
    (right, wrong, told)
}

#[test]
fn what_people_say_gets_its_category_or_none() {
    for session in Lang::ALL {
        let vocabulary = vocabulary(session);
        for titles in [ENGLISH, SPANISH] {
            let (right, wrong, told) = tried(&vocabulary, titles.iter().copied());
            assert!(titles.len() >= 30);
            assert!(wrong * 10 <= titles.len(), "{wrong} wrong of {}:\n{told}", titles.len());
            assert!(right * 10 >= titles.len() * 6, "{right} right of {}:\n{told}", titles.len());
        }
    }
}

#[test]
fn the_cards_own_titles_get_their_category() {
    let vocabulary = vocabulary(Lang::En);
    for deck in Lang::ALL.map(of) {
        let titles = deck.cards.iter().map(|card| (&*card.title, &*card.category));
        let (right, _, told) = tried(&vocabulary, titles);
        assert!(right * 100 >= deck.cards.len() * 85, "{right} right:\n{told}");
    }
}

#[test]
fn what_says_nothing_gets_nothing() {
    let vocabulary = vocabulary(Lang::En);
    for text in
        ["", "   ", "!?", "x", "the and of", "Something bad happens", "Algo malo pasa", "日本語", "🦀🦀"]
    {
        assert_eq!(vocabulary.category_of(text), None, "{text}");
    }
    assert_eq!(Vocabulary::default().category_of("payment provider"), None);
}

#[test]
fn letters_accents_and_plurals_make_no_difference() {
    let vocabulary = vocabulary(Lang::Es);
    let same = [
        "contraseña filtrada",
        "CONTRASEÑAS FILTRADAS",
        "contrasenas filtradas",
        "contrasen\u{303}a filtradas",
    ];
    for text in same {
        assert_eq!(vocabulary.category_of(text), Some(&key("security")), "{text}");
    }
}

#[test]
fn only_categories_of_the_session_are_suggested() {
    let categories = [
        Category { key: key("orders"), name: name("Pedidos") },
        Category { key: key("kitchen"), name: name("Kitchen and ovens") },
    ];
    let vocabulary = Vocabulary::of(&Lang::ALL.map(of), &categories);
    assert_eq!(vocabulary.category_of("Ransomware encrypts everything"), None);
    assert_eq!(vocabulary.category_of("All ovens of the kitchen are cold"), Some(&key("kitchen")));
}
