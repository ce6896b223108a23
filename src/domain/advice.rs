//! Whether a text names an event: something that happens. If not, how to word it.
//!
//! A small check by rules, for English and Spanish. It informs and never refuses, so it keeps silent when in doubt: a thing
//! is told from an event only where every word is known to be a thing.

use super::similar::words::fold;

/// What a text is instead of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Advice {
    /// A thing or a topic: "server".
    Thing,
    /// A cause alone: "no backups".
    Cause,
    /// A wish or a solution: "we should test more".
    Wish,
    /// A question.
    Question,
}

/// Beginnings of wishes and solutions.
const WISHES: &[&str] = &[
    "we should",
    "we must",
    "we need",
    "we have to",
    "we ought",
    "we could",
    "we want",
    "we will",
    "lets",
    "let us",
    "need to",
    "should",
    "must",
    "have to",
    "someone should",
    "somebody should",
    "it would be",
    "i would",
    "i want",
    "make sure",
    "ensure",
    "why not",
    "deberiamos",
    "debemos",
    "debe ",
    "hay que",
    "habria que",
    "tenemos que",
    "tendriamos que",
    "necesitamos",
    "podriamos",
    "podemos",
    "conviene",
    "queremos",
    "quiero",
    "vamos a",
    "seria bueno",
    "estaria bien",
    "asegurar",
    "asegurarse",
    "alguien deberia",
];

/// First words of orders: what to do, not what happens. A noun or the subject of a sentence is none of them.
const ORDERS: &str = "
    install add buy hire implement introduce create improve upgrade migrate enable automate write build
    define document set put use train encrypt rotate monitor test check review replace reduce prevent avoid
    fix instalar anadir comprar contratar implantar introducir crear mejorar actualizar migrar activar
    automatizar escribir definir documentar poner usar formar cifrar rotar vigilar monitorizar probar
    comprobar revisar sustituir reducir prevenir evitar arreglar hacer tener instala anade mejora
    implementar cambiar
";

/// Beginnings of causes.
const CAUSES: &[&str] = &[
    "no ",
    "lack of ",
    "lacking ",
    "missing ",
    "absence of ",
    "without ",
    "insufficient ",
    "not enough ",
    "too few ",
    "too little ",
    "poor ",
    "bad ",
    "weak ",
    "outdated ",
    "old ",
    "inadequate ",
    "falta de ",
    "falta ",
    "ausencia de ",
    "sin ",
    "insuficiente ",
    "insuficientes ",
    "poca ",
    "poco ",
    "pocos ",
    "pocas ",
    "mala ",
    "mal ",
    "escasa ",
    "escaso ",
    "carencia de ",
    "ningun ",
    "ninguna ",
];

/// A cause is followed by what comes of it after one of these.
const SO: &str = "
    so and that which because then when while after during y que porque entonces cuando asi tras durante
    por al is are cannot can will es son no causes lets makes provoca causa hace impide deja leads means
    stops keeps leaves reaches goes
";

/// Words of things: alone, they say nothing of what happens.
const THINGS: &str = "
    account accounts ad address addresses admin ads agency almacen alojamiento analitica analytics api apis
    app apps backup backups bank banco base basket black bot bots buscador caja campana campaign campaigns
    card cards carrier carriers carrito cart catalog catalogo catalogue categories category cdn certificado
    certificate checkout cliente clientes cloud competition competidores competitor competitors contrasenas
    cookies copias correo coupons cupones customer customers data database datos delivery descuentos
    devoluciones direcciones discounts dns domain dominio email emails empleados employees entrega envio
    envios erp existencias extension extensions facturacion facturas feed finance finanzas firewall friday
    gdpr google hosting import importacion informatica infrastructure inventario inventory invoices legal
    lista login logistica logistics logs magento mail marketing marketplace migracion migration network
    newsletter nube order orders page pages pagina paginas pago pagos partners pasarela password passwords
    payment payments paypal pedido pedidos people personal personas phone platform plataforma plugin
    plugins precio precios price prices privacidad privacy procesos process processes product producto
    productos products promociones promotions provider providers proveedor proveedores publicidad red redes
    reputacion reputation returns reviews search security seguridad seo server servers servicio service
    services servidor servidores shipping shop shopify site sitio social sociales software staff stock store
    supplier suppliers system systems sistema sistemas tarjetas tax taxes team tienda traffic trafico
    transporte transportista update updates user users usuarios vat iva vendor vendors warehouse web
    website wifi
";

/// Words that stand beside things without saying what happens.
const BESIDE: &str = "
    a an and the our of in for on y el la los las un una de del en nuestro nuestra nuestros nuestras main
    new other all e o or to with con para nuevo nueva principal data problems problem issues issue problema
    problemas risk risks riesgo riesgos topic tema general
";

/// What a text is instead of an event; `None` if it may be one.
#[must_use]
pub fn advice(text: &str) -> Option<Advice> {
    let text = text.trim();
    let folded = fold(text);
    if folded.chars().count() < 3 {
        return None;
    }
    let words: Vec<&str> = folded.split(' ').collect();
    if text.ends_with('?') || text.starts_with('¿') {
        Some(Advice::Question)
    } else if is_wish(&folded, &words) {
        Some(Advice::Wish)
    } else if is_cause(&folded, &words) {
        Some(Advice::Cause)
    } else if is_thing(&words) {
        Some(Advice::Thing)
    } else {
        None
    }
}

/// Whether a word is in a list of words apart by blanks.
fn is_in(word: &str, list: &str) -> bool {
    list.split_whitespace().any(|known| known == word)
}

fn is_wish(folded: &str, words: &[&str]) -> bool {
    let begins = |start: &&str| {
        folded.strip_prefix(start.trim_end()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    if WISHES.iter().any(begins) {
        return true;
    }
    // `Test data leaks` and `Check fails` have a verb of their own; an order is followed by its object.
    let Some((first, rest)) = words.split_first() else { return false };
    let is_noun = rest.first().is_some_and(|next| ["of", "de", "del"].contains(next));
    let is_order = is_in(first, ORDERS) && !rest.is_empty() && !is_noun;
    let objects = [
        "a", "an", "the", "more", "our", "all", "two", "up", "un", "una", "el", "la", "los", "las", "mas",
        "dos",
    ];
    let spanish = first.ends_with('r') && !["order", "monitor"].contains(first);
    is_order
        && (spanish
            || rest.first().is_some_and(|next| objects.contains(next))
            || !rest.iter().any(|it| may_happen(it)))
}

/// Whether an English word may be a verb of what happens: it ends as one, or is one of the commonest.
fn may_happen(word: &str) -> bool {
    let is_plural =
        |word: &str| is_in(word, THINGS) || ["backups", "tests", "tools", "checks"].contains(&word);
    let common = "is are was be gets goes cannot fail break stop crash leak expire stay reach arrive come get become remain \
        disappear lose appear";
    is_in(word, common)
        || (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !is_plural(word))
}

fn is_cause(folded: &str, words: &[&str]) -> bool {
    let begins = CAUSES.iter().any(|start| folded.starts_with(start));
    let (first, rest) = words.split_first().map_or(("", &[][..]), |(first, rest)| (*first, rest));
    // Spanish plurals end like English verbs.
    let spanish = "falta ausencia sin insuficiente insuficientes poca poco pocos pocas mala mal escasa escaso carencia ningun \
        ninguna";
    let english = !is_in(first, spanish);
    begins
        && words.len() <= 6
        && !rest
            .iter()
            .any(|word| is_in(word, SO) || (english && may_happen(word)) || may_happen_in_spanish(word))
}

/// `No llegan los pedidos` is what happens, `no hay copias` is why.
fn may_happen_in_spanish(word: &str) -> bool {
    let verbs = [
        "llega",
        "llegan",
        "funciona",
        "funcionan",
        "sale",
        "salen",
        "entra",
        "entran",
        "carga",
        "cargan",
        "responde",
        "responden",
        "recibe",
        "reciben",
        "recibimos",
        "aparece",
        "aparecen",
        "llego",
        "puede",
        "pueden",
        "podemos",
        "se",
        "restaura",
        "cobra",
        "cobran",
        "paga",
        "pagan",
        "cumple",
        "cumplen",
        "vende",
        "venden",
        "envia",
        "envian",
    ];
    verbs.contains(&word)
}

fn is_thing(words: &[&str]) -> bool {
    let known = |word: &&str| is_in(word, THINGS) || is_in(word, BESIDE);
    words.len() <= 6 && words.iter().all(known)
}
