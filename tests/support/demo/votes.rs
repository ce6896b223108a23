//! How the room assesses: blind votes, talk, one re-vote, two overrides, and one risk that is left for later.

use riskroom::domain::Cell::{self, Financial, Fix, Impact, Marketing, Probability};
use riskroom::domain::RiskId;

use super::Meeting;
use super::meeting::Text;
use crate::support::seeds::r;

/// The votes on P, I, D€, D◎, F in the order of the seats, and the levels agreed. No votes: set at once.
type Row = (u32, &'static str, [&'static str; 5], [u8; 5]);

const ROWS: [Row; 12] = [
    (1, "09:32", ["443445", "233433", "555554", "344444", "443445"], [4, 3, 5, 4, 4]),
    (2, "09:38", ["445444", "222122", "111112", "112111", "222122"], [4, 2, 1, 1, 2]),
    (3, "09:43", ["333234", "555545", "444354", "333323", "44444-"], [3, 5, 4, 3, 4]),
    (4, "09:48", ["454443", "444434", "444434", "224442", "333323"], [4, 4, 4, 3, 3]),
    (5, "09:52", ["333233", "444344", "444343", "233333", "333433"], [3, 4, 3, 3, 3]),
    (6, "09:56", ["243254", "555455", "445444", "333433", "333233"], [4, 5, 4, 3, 3]),
    (7, "10:01", ["222322", "222132", "555554", "333234", "2??23?"], [2, 2, 5, 3, 2]),
    (8, "10:05", ["343333", "555555", "333432", "222322", "222212"], [3, 5, 3, 2, 2]),
    (9, "10:09", ["3334-3", "3333-3", "3323-3", "3334-3", "2232-2"], [3, 3, 3, 3, 2]),
    (12, "10:12", ["111211", "555555", "555555", "444543", "555455"], [1, 5, 5, 4, 5]),
    (10, "10:15", ["444345", "", "444434", "222232", ""], [4, 0, 4, 2, 0]),
    (11, "10:17", ["444344", "", "", "", ""], [4, 3, 2, 1, 3]),
];

pub(super) fn assess(meeting: &mut Meeting) {
    for (number, time, votes, levels) in ROWS {
        meeting.time(time);
        for ((cell, votes), level) in Cell::ALL.into_iter().zip(votes).zip(levels) {
            assess_cell(meeting, r(number), cell, votes, level);
        }
    }
}

fn assess_cell(meeting: &mut Meeting, risk: RiskId, cell: Cell, votes: &str, level: u8) {
    if !votes.is_empty() {
        meeting.votes(risk, cell, votes);
    }
    if (risk, cell) == (r(6), Probability) {
        meeting.votes_again(risk, cell, "444354");
    }
    if level == 0 {
        return;
    }
    meeting.agrees(risk, cell, level, reason(risk, cell));
    if (risk, cell) == (r(5), Fix) {
        meeting.undoes_and_redoes();
    }
}

/// Why the level is not the median of the votes. The room gave none for D€ of R5.
fn reason(risk: RiskId, cell: Cell) -> Text {
    match (risk.number(), cell) {
        (4, Marketing) => [
            "Between the camps: angry posts, but no press",
            "Entre las dos posturas: mensajes airados, pero sin prensa",
        ],
        (_, Probability | Impact | Financial | Marketing | Fix) => ["", ""],
    }
}
