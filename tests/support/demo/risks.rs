//! What the room is afraid of: thirteen risks over all ten categories, the last one parked.

use riskroom::domain::Evidence::{self, Guess, SeenElsewhere, SeenHere};
use riskroom::domain::Glance::{self, Large, Nothing, Small};
use riskroom::domain::{CardSeen, Edit, Hit, Note, Origin, Risk, RiskEdit, RiskId, Verdict};

use super::Meeting;
use crate::support::seeds::{key, name, p, title};

/// One risk as the room words it.
struct Said {
    category: &'static str,
    title: &'static str,
    cause: &'static str,
    consequence: &'static str,
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
        title: "Price feed breaks: best seller at 1.99 instead of 199",
        cause: "The nightly price integration reads the decimal point wrongly, and nothing checks the result.",
        consequence: "A flood of orders overnight. We ship at a loss or cancel in public.",
        money: Large,
        marketing: Large,
        hit: &["customers", "finance", "catalogue", "orders"],
        evidence: SeenElsewhere,
        by: 1,
        origin: headline,
    },
    Said {
        category: "shipping",
        title: "Postcode look-up breaks and staff search by hand",
        cause: "The look-up service is down or our quota is used up.",
        consequence: "Customers type addresses freely; two people correct them by hand. Annoying, but small.",
        money: Small,
        marketing: Nothing,
        hit: &["support", "warehouse", "delivery"],
        evidence: SeenHere,
        by: 6,
        origin: room,
    },
    Said {
        category: "checkout",
        title: "Payment provider is down and there is no second one",
        cause: "All cards and wallets run through one provider.",
        consequence: "Nobody can pay; baskets go to competitors.",
        money: Large,
        marketing: Small,
        hit: &["customers", "checkout", "payment"],
        evidence: SeenHere,
        by: 2,
        origin: premortem,
    },
    Said {
        category: "checkout",
        title: "A release breaks the order button on phones",
        cause: "We test on desktop, and the button is covered by the cookie bar.",
        consequence: "Visits look normal while orders from phones drop to zero.",
        money: Large,
        marketing: Small,
        hit: &["customers", "checkout", "analytics"],
        evidence: SeenHere,
        by: 4,
        origin: premortem,
    },
    Said {
        category: "orders",
        title: "Order export to the warehouse stops without a word",
        cause: "The nightly job fails on one odd order and is not restarted.",
        consequence: "Paid orders wait until a customer asks where the parcel is.",
        money: Small,
        marketing: Small,
        hit: &["customers", "support", "warehouse", "orders"],
        evidence: SeenHere,
        by: 6,
        origin: room,
    },
    Said {
        category: "hosting",
        title: "Our own campaign brings more visitors than we can serve",
        cause: "Mail, ads and radio start in the same hour, unannounced to IT.",
        consequence: "The shop is slow or down in the best hours of the year.",
        money: Large,
        marketing: Large,
        hit: &["customers", "prospects", "site", "ads and search"],
        evidence: SeenHere,
        by: 3,
        origin: premortem,
    },
    Said {
        category: "security",
        title: "Gift-card codes are guessed and spent within hours",
        cause: "Codes are short, and the balance check has no limit.",
        consequence: "Goods leave against stolen balances that we owe to the owners.",
        money: Large,
        marketing: Small,
        hit: &["customers", "finance", "payment"],
        evidence: SeenElsewhere,
        by: 2,
        origin: card,
    },
    Said {
        category: "privacy",
        title: "Marketing cookies are set before anyone says yes",
        cause: "New tags are added past the consent banner.",
        consequence: "A complaint, an inspection, and data we must not use.",
        money: Small,
        marketing: Large,
        hit: &["customers", "authorities", "data", "analytics"],
        evidence: SeenHere,
        by: 5,
        origin: headline,
    },
    Said {
        category: "marketing",
        title: "Relaunch goes live with noindex left on",
        cause: "The setting of the test site is copied with everything else.",
        consequence: "Search traffic fades over days until somebody wonders.",
        money: Small,
        marketing: Large,
        hit: &["prospects", "marketing", "ads and search"],
        evidence: SeenElsewhere,
        by: 3,
        origin: room,
    },
    Said {
        category: "third-parties",
        title: "Stock app with write access sets everything to zero",
        cause: "A helper app updates stock in all channels and nobody reads its news.",
        consequence: "The whole catalogue is sold out for a day.",
        money: Large,
        marketing: Nothing,
        hit: &["customers", "partners", "stock"],
        evidence: Guess,
        by: 4,
        origin: room,
    },
    Said {
        category: "people",
        title: "Only one person can release, and he is away",
        cause: "Keys and know-how sit with Pau alone.",
        consequence: "A known fault stays online until he is back.",
        money: Small,
        marketing: Nothing,
        hit: &["support", "site"],
        evidence: SeenHere,
        by: 4,
        origin: room,
    },
    Said {
        category: "hosting",
        title: "The backup is there but will not restore",
        cause: "Nobody has ever tried a full restore.",
        consequence: "After a crash orders and customers of months are gone.",
        money: Large,
        marketing: Large,
        hit: &["customers", "finance", "data", "site"],
        evidence: Guess,
        by: 2,
        origin: premortem,
    },
    Said {
        category: "orders",
        title: "Returns from the marketplace cost more than they bring",
        cause: "",
        consequence: "",
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
        let mut about = |action: &str, edits: Vec<RiskEdit>| {
            meeting.acts(action, edits.into_iter().map(|edit| Edit::Risk(risk, edit)).collect());
        };
        about("set-glance", vec![RiskEdit::Money(said.money), RiskEdit::Marketing(said.marketing)]);
        if said.hit.is_empty() {
            continue;
        }
        about("edit-cause", vec![RiskEdit::Cause(note(said.cause))]);
        about("edit-consequence", vec![RiskEdit::Consequence(note(said.consequence))]);
        let tags = said.hit.iter().map(|tag| name(tag)).collect();
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
    let mut risk = Risk::new(id, meeting.uid(), title(said.title), meeting.now());
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
