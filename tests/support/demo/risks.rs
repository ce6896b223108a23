//! What the room is afraid of: thirteen risks over all ten categories, the last one parked.

use riskroom::domain::Evidence::{self, Guess, SeenElsewhere, SeenHere};
use riskroom::domain::Glance::{self, Large, Nothing, Small};
use riskroom::domain::{CardSeen, Edit, Hit, Note, Origin, Risk, RiskEdit, RiskId, Verdict};

use super::Meeting;
use super::meeting::Text;
use crate::support::seeds::{key, p, title};

/// One risk as the room words it.
struct Said {
    category: &'static str,
    title: Text,
    cause: Text,
    consequence: Text,
    money: Glance,
    marketing: Glance,
    hit: &'static [&'static str],
    evidence: Evidence,
    by: u32,
    origin: fn() -> Origin,
}

fn room() -> Origin {
    Origin::Room
}

fn premortem() -> Origin {
    Origin::Premortem
}

fn headline() -> Origin {
    Origin::Headline
}

fn card() -> Origin {
    Origin::Card { card: key("robots-guess-codes") }
}

const SAID: [Said; 13] = [
    Said {
        category: "catalogue",
        title: [
            "Price feed breaks: best seller at 1.99 instead of 199",
            "Fallan los precios: el más vendido a 1,99 en vez de a 199",
        ],
        cause: [
            "The nightly price integration reads the decimal point wrongly, and nothing checks the result.",
            "La integración nocturna de precios lee mal la coma decimal y nada comprueba el resultado.",
        ],
        consequence: [
            "A flood of orders overnight. We ship at a loss or cancel in public.",
            "Una avalancha de pedidos durante la noche. O enviamos con pérdidas o cancelamos a la vista de todos.",
        ],
        money: Large,
        marketing: Large,
        hit: &["customers", "finance", "catalogue", "orders"],
        evidence: SeenElsewhere,
        by: 1,
        origin: headline,
    },
    Said {
        category: "shipping",
        title: [
            "Postcode look-up breaks and staff search by hand",
            "Falla el buscador de códigos postales y se busca a mano",
        ],
        cause: [
            "The look-up service is down or our quota is used up.",
            "El servicio de búsqueda está caído o hemos agotado nuestra cuota.",
        ],
        consequence: [
            "Customers type addresses freely; two people correct them by hand. Annoying, but small.",
            "Los clientes escriben la dirección como quieren y dos personas la corrigen a mano. Molesto, pero poca cosa.",
        ],
        money: Small,
        marketing: Nothing,
        hit: &["support", "warehouse", "delivery"],
        evidence: SeenHere,
        by: 6,
        origin: room,
    },
    Said {
        category: "checkout",
        title: [
            "Payment provider is down and there is no second one",
            "Se cae la pasarela de pago y no hay una segunda",
        ],
        cause: [
            "All cards and wallets run through one provider.",
            "Todas las tarjetas y monederos pasan por un solo proveedor.",
        ],
        consequence: [
            "Nobody can pay; baskets go to competitors.",
            "Nadie puede pagar; los carritos se van a la competencia.",
        ],
        money: Large,
        marketing: Small,
        hit: &["customers", "checkout", "payment"],
        evidence: SeenHere,
        by: 2,
        origin: premortem,
    },
    Said {
        category: "checkout",
        title: [
            "A release breaks the order button on phones",
            "Una versión nueva rompe el botón de compra en el móvil",
        ],
        cause: [
            "We test on desktop, and the button is covered by the cookie bar.",
            "Probamos en el ordenador, y la barra de cookies tapa el botón.",
        ],
        consequence: [
            "Visits look normal while orders from phones drop to zero.",
            "Las visitas parecen normales, pero los pedidos desde el móvil caen a cero.",
        ],
        money: Large,
        marketing: Small,
        hit: &["customers", "checkout", "analytics"],
        evidence: SeenHere,
        by: 4,
        origin: premortem,
    },
    Said {
        category: "orders",
        title: [
            "Order export to the warehouse stops without a word",
            "Los pedidos dejan de pasar al almacén sin que nadie avise",
        ],
        cause: [
            "The nightly job fails on one odd order and is not restarted.",
            "El proceso nocturno falla con un pedido raro y no se vuelve a lanzar.",
        ],
        consequence: [
            "Paid orders wait until a customer asks where the parcel is.",
            "Pedidos ya pagados esperan hasta que un cliente pregunta por su paquete.",
        ],
        money: Small,
        marketing: Small,
        hit: &["customers", "support", "warehouse", "orders"],
        evidence: SeenHere,
        by: 6,
        origin: room,
    },
    Said {
        category: "hosting",
        title: [
            "Our own campaign brings more visitors than we can serve",
            "Nuestra campaña trae más visitas de las que aguanta la web",
        ],
        cause: [
            "Mail, ads and radio start in the same hour, unannounced to IT.",
            "El correo, los anuncios y la radio salen a la misma hora sin avisar a Informática.",
        ],
        consequence: [
            "The shop is slow or down in the best hours of the year.",
            "La tienda va lenta o se cae en las mejores horas del año.",
        ],
        money: Large,
        marketing: Large,
        hit: &["customers", "prospects", "site", "ads and search"],
        evidence: SeenHere,
        by: 3,
        origin: premortem,
    },
    Said {
        category: "security",
        title: [
            "Gift-card codes are guessed and spent within hours",
            "Adivinan códigos de tarjetas regalo y los gastan en horas",
        ],
        cause: [
            "Codes are short, and the balance check has no limit.",
            "Los códigos son cortos y la consulta de saldo no tiene límite.",
        ],
        consequence: [
            "Goods leave against stolen balances that we owe to the owners.",
            "Sale mercancía pagada con saldos robados que seguimos debiendo a sus dueños.",
        ],
        money: Large,
        marketing: Small,
        hit: &["customers", "finance", "payment"],
        evidence: SeenElsewhere,
        by: 2,
        origin: card,
    },
    Said {
        category: "privacy",
        title: [
            "Marketing cookies are set before anyone says yes",
            "Se instalan cookies de marketing antes del consentimiento",
        ],
        cause: [
            "New tags are added past the consent banner.",
            "Se añaden etiquetas nuevas sin pasar por el aviso de consentimiento.",
        ],
        consequence: [
            "A complaint, an inspection, and data we must not use.",
            "Una denuncia, una inspección y datos que no podemos usar.",
        ],
        money: Small,
        marketing: Large,
        hit: &["customers", "authorities", "data", "analytics"],
        evidence: SeenHere,
        by: 5,
        origin: headline,
    },
    Said {
        category: "marketing",
        title: ["Relaunch goes live with noindex left on", "La web nueva sale con el noindex puesto"],
        cause: [
            "The setting of the test site is copied with everything else.",
            "La configuración del entorno de pruebas se copia con todo lo demás.",
        ],
        consequence: [
            "Search traffic fades over days until somebody wonders.",
            "El tráfico de buscadores se apaga día a día hasta que alguien se extraña.",
        ],
        money: Small,
        marketing: Large,
        hit: &["prospects", "marketing", "ads and search"],
        evidence: SeenElsewhere,
        by: 3,
        origin: room,
    },
    Said {
        category: "third-parties",
        title: [
            "Stock app with write access sets everything to zero",
            "Una aplicación de stock pone todas las existencias a cero",
        ],
        cause: [
            "A helper app updates stock in all channels and nobody reads its news.",
            "Una aplicación con permiso de escritura actualiza las existencias de todos los canales y nadie lee sus avisos.",
        ],
        consequence: [
            "The whole catalogue is sold out for a day.",
            "Todo el catálogo aparece agotado durante un día.",
        ],
        money: Large,
        marketing: Nothing,
        hit: &["customers", "partners", "stock"],
        evidence: Guess,
        by: 4,
        origin: room,
    },
    Said {
        category: "people",
        title: [
            "Only one person can release, and he is away",
            "La única persona que puede publicar está de vacaciones",
        ],
        cause: ["Keys and know-how sit with Pau alone.", "Solo Pau tiene las claves y sabe cómo se hace."],
        consequence: [
            "A known fault stays online until he is back.",
            "Un fallo conocido sigue en línea hasta que vuelve.",
        ],
        money: Small,
        marketing: Nothing,
        hit: &["support", "site"],
        evidence: SeenHere,
        by: 4,
        origin: room,
    },
    Said {
        category: "hosting",
        title: [
            "The backup is there but will not restore",
            "La copia de seguridad está, pero no se puede restaurar",
        ],
        cause: ["Nobody has ever tried a full restore.", "Nadie ha probado nunca una restauración completa."],
        consequence: [
            "After a crash orders and customers of months are gone.",
            "Tras una caída se pierden pedidos y clientes de meses.",
        ],
        money: Large,
        marketing: Large,
        hit: &["customers", "finance", "data", "site"],
        evidence: Guess,
        by: 2,
        origin: premortem,
    },
    Said {
        category: "orders",
        title: [
            "Returns from the marketplace cost more than they bring",
            "Las devoluciones del marketplace cuestan más de lo que dejan",
        ],
        cause: ["", ""],
        consequence: ["", ""],
        money: Small,
        marketing: Nothing,
        hit: &[],
        evidence: Guess,
        by: 1,
        origin: room,
    },
];

/// Captured in turns: the event first, then its marks, then what leads to it and what follows.
pub(super) fn identify(meeting: &mut Meeting) {
    for (minute, said) in (6..).zip(&SAID) {
        meeting.time(&format!("09:{minute:02}"));
        let risk = add(meeting, said);
        let [cause, consequence] = [said.cause, said.consequence].map(|text| note(meeting.says(text)));
        let tags = said.hit.iter().map(|tag| meeting.tag(tag)).collect();
        let mut about = |action: &str, edits: Vec<RiskEdit>| {
            meeting.acts(action, edits.into_iter().map(|edit| Edit::Risk(risk, edit)).collect());
        };
        about("set-glance", vec![RiskEdit::Money(said.money), RiskEdit::Marketing(said.marketing)]);
        if said.hit.is_empty() {
            continue;
        }
        about("edit-cause", vec![RiskEdit::Cause(cause)]);
        about("edit-consequence", vec![RiskEdit::Consequence(consequence)]);
        about("set-hit", vec![RiskEdit::Hit(Hit { tags, note: Note::default() })]);
        if said.evidence != Guess {
            about("set-evidence", vec![RiskEdit::Evidence(said.evidence)]);
        }
    }
}

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

fn add(meeting: &mut Meeting, said: &Said) -> RiskId {
    let id = meeting.history.next_risk();
    let mut risk = Risk::new(id, meeting.uid(), title(meeting.says(said.title)), meeting.now());
    risk.category = Some(key(said.category));
    risk.said_by = Some(p(said.by));
    risk.origin = (said.origin)();
    let adopted = match &risk.origin {
        Origin::Card { card } => {
            Some(CardSeen { card: card.clone(), verdict: Verdict::Adopted { risk: id } })
        }
        Origin::Room | Origin::Premortem | Origin::Headline | Origin::Import | Origin::Carried => None,
    };
    let action = if adopted.is_some() { "adopt-card" } else { "add-risk" };
    let mut edits = vec![Edit::AddRisk(Box::new(risk))];
    edits.extend(adopted.map(Edit::Card));
    meeting.acts(action, edits);
    id
}
