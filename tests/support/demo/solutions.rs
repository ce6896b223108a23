//! What will be done: six solutions in all states, their links, and what the room decides about each risk.

use jiff::civil::Date;
use riskroom::domain::Approach::{self, Fix, Prevent, Reduce};
use riskroom::domain::Effort::{self, L, M, S};
use riskroom::domain::Status::{self, Chosen, Doing, Done, Dropped, Idea};
use riskroom::domain::{Cell, Changes, Decision, Edit, Link, Money, Note, RiskEdit, Solution, SolutionEdit};

use super::Meeting;
use super::meeting::Text;
use crate::support::seeds::{level, line, name, r, title};

/// One solution as the room words it.
struct Planned {
    title: Text,
    approach: Approach,
    /// Software, administrative, process.
    changes: [bool; 3],
    owner: &'static str,
    due: &'static str,
    status: Status,
    /// Once and yearly; 0 is not known.
    cost: [u64; 2],
    effort: Option<Effort>,
    note: Text,
    /// Risk, lever and the level expected after.
    links: &'static [(u32, Cell, u8)],
}

const PLANNED: [Planned; 6] = [
    Planned {
        title: [
            "Hold price changes over 30 % until a person agrees",
            "Retener cambios de precio de más del 30 % hasta revisarlos",
        ],
        approach: Prevent,
        changes: [true, false, true],
        owner: "Jonas Weber",
        due: "2026-02-13",
        status: Doing,
        cost: [4_000, 0],
        effort: Some(M),
        note: [
            "Also holds anything below the purchase price.",
            "También retiene todo lo que quede por debajo del precio de compra.",
        ],
        links: &[(1, Cell::Probability, 2), (1, Cell::Financial, 3)],
    },
    Planned {
        title: [
            "Second payment provider, switched by hand",
            "Segunda pasarela de pago, que se activa a mano",
        ],
        approach: Reduce,
        changes: [true, true, false],
        owner: "Pau Serra",
        due: "2026-03-31",
        status: Chosen,
        cost: [12_000, 3_600],
        effort: Some(L),
        note: ["", ""],
        links: &[(3, Cell::Financial, 2), (3, Cell::Fix, 2)],
    },
    Planned {
        title: [
            "Load test and waiting page before every campaign",
            "Prueba de carga y sala de espera antes de cada campaña",
        ],
        approach: Reduce,
        changes: [true, false, true],
        owner: "Inês Carvalho",
        due: "2026-01-12",
        status: Done,
        cost: [2_500, 1_200],
        effort: Some(M),
        note: ["First used for the January sale.", "Se estrenó en las rebajas de enero."],
        links: &[(6, Cell::Impact, 3), (6, Cell::Financial, 3)],
    },
    Planned {
        title: [
            "Place a test order on real phones after each release",
            "Pedido de prueba en móviles reales tras cada publicación",
        ],
        approach: Prevent,
        changes: [false, false, true],
        owner: "Diego Vidal",
        due: "2026-01-09",
        status: Doing,
        cost: [0, 600],
        effort: Some(S),
        note: [
            "Two phones are bought, the checklist is missing.",
            "Hay dos móviles comprados; falta la lista de comprobación.",
        ],
        links: &[(4, Cell::Probability, 2)],
    },
    Planned {
        title: [
            "Restore drill every quarter, with a runbook",
            "Simulacro de restauración cada trimestre, con guion escrito",
        ],
        approach: Fix,
        changes: [false, true, true],
        owner: "",
        due: "",
        status: Idea,
        cost: [0, 2_000],
        effort: None,
        note: ["", ""],
        links: &[(12, Cell::Fix, 3)],
    },
    Planned {
        title: ["Move to another address look-up service", "Cambiar de servicio de búsqueda de direcciones"],
        approach: Prevent,
        changes: [true, false, false],
        owner: "Jonas Weber",
        due: "2026-04-30",
        status: Dropped,
        cost: [6_000, 900],
        effort: Some(L),
        note: ["Costs more than the hours it saves.", "Cuesta más que las horas que ahorra."],
        links: &[(2, Cell::Probability, 2)],
    },
];

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn find(meeting: &mut Meeting) {
    for (minute, planned) in (19..).step_by(2).zip(&PLANNED) {
        meeting.time(&format!("10:{minute:02}"));
        plan(meeting, planned);
    }
}

fn plan(meeting: &mut Meeting, planned: &Planned) {
    let id = meeting.history.next_solution();
    let mut solution = Solution::new(id, meeting.uid(), title(meeting.says(planned.title)), planned.approach);
    let [software, administrative, process] = planned.changes;
    solution.changes = Changes { software, administrative, process };
    meeting.acts("add-solution", vec![Edit::AddSolution(Box::new(solution))]);
    let note = meeting.says(planned.note);
    let mut about = |action: &str, edits: Vec<SolutionEdit>| {
        meeting.acts(action, edits.into_iter().map(|edit| Edit::Solution(id, edit)).collect());
    };
    for &(risk, lever, expected) in planned.links {
        about("link", vec![SolutionEdit::Link(Link { risk: r(risk), lever, expected: level(expected) })]);
    }
    if !planned.owner.is_empty() {
        about("set-owner", vec![SolutionEdit::Owner(Some(name(planned.owner)))]);
    }
    if !planned.due.is_empty() {
        about("set-due", vec![SolutionEdit::Due(Some(date(planned.due)))]);
    }
    let [once, yearly] = planned.cost.map(|cost| Some(Money::try_from(cost).unwrap()).filter(|_| cost > 0));
    about("set-cost", vec![SolutionEdit::CostOnce(once), SolutionEdit::CostYearly(yearly)]);
    if planned.effort.is_some() {
        about("set-effort", vec![SolutionEdit::Effort(planned.effort)]);
    }
    if !note.is_empty() {
        about("edit-note", vec![SolutionEdit::Note(Note::new(note).unwrap())]);
    }
    if planned.status != Idea {
        about("set-status", vec![SolutionEdit::Status(planned.status)]);
    }
}

/// Duty, owners and decisions; some are left out, so that closing has something to ask for.
pub(super) fn decide(meeting: &mut Meeting) {
    meeting.time("10:31");
    let decisions = decisions(meeting);
    let duty = line(meeting.says([
        "Privacy law asks for consent before any marketing cookie",
        "La ley exige el consentimiento antes de cualquier cookie de marketing",
    ]));
    let mut about = |number: u32, action: &str, edit: RiskEdit| {
        meeting.acts(action, vec![Edit::Risk(r(number), edit)]);
    };
    about(8, "pin-duty", RiskEdit::Duty(Some(duty)));
    let owners = [
        (1, "Jonas Weber"),
        (2, "Diego Vidal"),
        (3, "Pau Serra"),
        (4, "Pau Serra"),
        (5, "Marta Ruiz"),
        (6, "Inês Carvalho"),
        (7, "Marta Ruiz"),
        (8, "Claire Dubois"),
        (11, "Jonas Weber"),
    ];
    for (number, owner) in owners {
        about(number, "set-owner", RiskEdit::Owner(Some(name(owner))));
    }
    for (number, decision) in decisions {
        about(number, "decide", RiskEdit::Decision(decision));
    }
}

fn decisions(meeting: &Meeting) -> [(u32, Decision); 7] {
    let reason = |text| line(meeting.says(text));
    let accept = Decision::Accept {
        reason: reason([
            "Ten minutes a day by hand cost less than a second service",
            "Diez minutos al día a mano cuestan menos que un segundo servicio",
        ]),
        review: Some(date("2026-07-15")),
    };
    let transfer = Decision::Transfer {
        reason: reason([
            "The insurer covers fraud above 5,000 €",
            "El seguro cubre el fraude a partir de 5.000 €",
        ]),
    };
    let avoid = Decision::Avoid {
        reason: reason([
            "All marketing tags come off until the banner works",
            "Se quitan todas las etiquetas de marketing hasta que el aviso funcione",
        ]),
    };
    [
        (1, Decision::Treat),
        (2, accept),
        (3, Decision::Treat),
        (4, Decision::Treat),
        (6, Decision::Treat),
        (7, transfer),
        (8, avoid),
    ]
}
