//! How large a session may grow: [`Session::weight`], a bound in bytes that is never below what a session file needs.
//!
//! A file holds a session twice, as it stands and as it began; two of [`MAX_WEIGHT`] and their history stay below what a
//! file may have. A text weighs what it takes in quotes with every character escaped that a writer may escape; what is
//! around it weighs a round sum that is more than any layout of ours takes. Not here: the layout itself (`store`).

use super::{
    Decision, Edit, EntryKind, Origin, Participant, PersonEdit, Risk, RiskEdit, Scales, Session, SessionEdit,
    Sign, Solution, SolutionEdit, Topic,
};

/// The most a session may weigh: 8 million bytes.
pub const MAX_WEIGHT: u64 = 8_000_000;

/// Names, brackets, numbers and indentation of a session without its lists.
const SESSION: u64 = 4_000;
/// The same of one risk, its cells included but no votes.
const RISK: u64 = 1_300;
/// What a risk has besides if it was carried over.
const CARRIED: u64 = 400;
/// An agreed level or a round of votes, which share a line with their cell.
const LEVEL: u64 = 60;
/// The same of one solution without links.
const SOLUTION: u64 = 900;
/// The same of anything small: a person, a topic, a link, a category, a level of a scale.
const PART: u64 = 220;
/// One vote: a letter, a colon, a level, a blank; and the digits of its id.
const VOTE: u64 = 4;

impl Session {
    /// At most so many bytes a file needs for it. It looks at every text.
    #[must_use]
    pub fn weight(&self) -> u64 {
        let texts = [&*self.title, &*self.shop, &*self.scope, &*self.currency];
        let closing = self.closing.as_ref().map_or(0, |closing| text(&closing.reason));
        SESSION
            + texts.into_iter().map(text).sum::<u64>()
            + closing
            + self.people.iter().map(person).sum::<u64>()
            + self.risks.iter().map(|it| risk(it)).sum::<u64>()
            + self.solutions.iter().map(|it| solution(it)).sum::<u64>()
            + self.topics.iter().map(topic).sum::<u64>()
            + self.cards.iter().map(|seen| PART + text(&seen.card)).sum::<u64>()
            + self.categories.iter().map(|it| PART + text(&it.key) + text(&it.name)).sum::<u64>()
            + self.duels.iter().map(|duel| PART + text(&duel.reason)).sum::<u64>()
            + scales(&self.scales)
    }
}

/// At most so many bytes a session grows by when this happens to it.
pub(super) fn growth(kind: &EntryKind) -> u64 {
    match kind {
        EntryKind::Do(edits) => edits.iter().map(edit).sum(),
        EntryKind::Replaced(session) => session.weight(),
        EntryKind::Undo | EntryKind::Redo => 0,
    }
}

fn edit(edit: &Edit) -> u64 {
    PART + match edit {
        Edit::Session(edit) => session_edit(edit),
        Edit::AddPerson(it) => person(it),
        Edit::Person(_, PersonEdit::Name(name) | PersonEdit::Team(Some(name))) => text(name),
        Edit::Person(
            _,
            PersonEdit::Team(None)
            | PersonEdit::Seat(_)
            | PersonEdit::Present(_)
            | PersonEdit::MoveBefore(_)
            | PersonEdit::Remove,
        )
        | Edit::Topic(..)
        | Edit::ForgetCard(_) => 0,
        Edit::AddRisk(it) => risk(it),
        Edit::Risk(_, edit) => risk_edit(edit),
        Edit::AddSolution(it) => solution(it),
        Edit::Solution(_, edit) => solution_edit(edit),
        Edit::AddTopic(it) => topic(it),
        Edit::Card(seen) => text(&seen.card),
        Edit::Duel(duel) => text(&duel.reason),
    }
}

fn session_edit(edit: &SessionEdit) -> u64 {
    match edit {
        SessionEdit::Title(it) => text(it),
        SessionEdit::Shop(it) | SessionEdit::Close { reason: it, .. } => text(it),
        SessionEdit::Scope(it) => text(it),
        SessionEdit::Currency(it) => text(it),
        SessionEdit::Scales(it) => scales(it),
        SessionEdit::Categories(list) => list.iter().map(|it| PART + text(&it.key) + text(&it.name)).sum(),
        SessionEdit::Revenue(_)
        | SessionEdit::Appetite(_)
        | SessionEdit::Bands(_)
        | SessionEdit::Weights(_)
        | SessionEdit::DotsEach(_)
        | SessionEdit::Reopen { .. } => 0,
    }
}

fn risk_edit(edit: &RiskEdit) -> u64 {
    match edit {
        RiskEdit::Title(it) => text(it),
        RiskEdit::Cause(it) | RiskEdit::Consequence(it) => text(it),
        RiskEdit::Category(it) => it.as_deref().map_or(0, text),
        RiskEdit::Hit(hit) => self::hit(hit),
        RiskEdit::Duty(it) => it.as_deref().map_or(0, text),
        RiskEdit::Owner(it) => it.as_deref().map_or(0, text),
        RiskEdit::Decision(it) => decision(it),
        RiskEdit::Agree(_, it) => it.as_ref().map_or(0, |agreed| text(&agreed.reason)),
        RiskEdit::Vote(_, it) => votes(it),
        RiskEdit::Sign(it) => it.as_ref().map_or(0, sign),
        RiskEdit::Money(_)
        | RiskEdit::Marketing(_)
        | RiskEdit::Evidence(_)
        | RiskEdit::SaidBy(_)
        | RiskEdit::Place(_)
        | RiskEdit::MoveBefore(_)
        | RiskEdit::Reveal(_)
        | RiskEdit::ReVote(_)
        | RiskEdit::Dots(_) => 0,
    }
}

fn solution_edit(edit: &SolutionEdit) -> u64 {
    match edit {
        SolutionEdit::Title(it) => text(it),
        SolutionEdit::Owner(it) => it.as_deref().map_or(0, text),
        SolutionEdit::Note(it) => text(it),
        SolutionEdit::Approach(_)
        | SolutionEdit::Changes(_)
        | SolutionEdit::Due(_)
        | SolutionEdit::Status(_)
        | SolutionEdit::CostOnce(_)
        | SolutionEdit::CostYearly(_)
        | SolutionEdit::Effort(_)
        | SolutionEdit::Link(_)
        | SolutionEdit::Unlink(..)
        | SolutionEdit::Binned(_)
        | SolutionEdit::MoveBefore(_) => 0,
    }
}

fn person(person: &Participant) -> u64 {
    PART + text(&person.name) + person.team.as_deref().map_or(0, text)
}

fn topic(topic: &Topic) -> u64 {
    PART + text(&topic.text)
}

fn risk(risk: &Risk) -> u64 {
    let texts = [&*risk.title, &*risk.cause, &*risk.consequence];
    let options = [risk.category.as_deref(), risk.duty.as_deref(), risk.owner.as_deref()];
    let origin = match &risk.origin {
        Origin::Card { card } => text(card),
        Origin::Room | Origin::Premortem | Origin::Headline | Origin::Import | Origin::Carried => 0,
    };
    let cells = risk.cells.iter().map(|(_, cell)| {
        let agreed = cell.agreed.as_ref().map_or(0, |agreed| LEVEL + text(&agreed.reason));
        agreed + cell.rounds.iter().map(|round| LEVEL + votes(&round.votes)).sum::<u64>()
    });
    let carried = if risk.carried_from.is_some() { CARRIED } else { 0 };
    RISK + carried
        + texts.into_iter().map(text).sum::<u64>()
        + options.into_iter().flatten().map(text).sum::<u64>()
        + hit(&risk.hit)
        + origin
        + cells.sum::<u64>()
        + decision(&risk.decision)
        + risk.sign.as_ref().map_or(0, sign)
}

fn sign(sign: &Sign) -> u64 {
    let watcher = sign.watcher.as_deref().map_or(0, text);
    PART + text(&sign.watched) + text(&sign.threshold) + watcher
}

fn hit(hit: &super::Hit) -> u64 {
    text(&hit.note) + hit.tags.iter().map(|tag| PART + text(tag)).sum::<u64>()
}

fn decision(decision: &Decision) -> u64 {
    match decision {
        Decision::Undecided | Decision::Treat => 0,
        Decision::Accept { reason, .. } | Decision::Transfer { reason } | Decision::Avoid { reason } => {
            text(reason)
        }
    }
}

fn votes(votes: &super::Votes) -> u64 {
    let digits = |number: u32| u64::from(number.checked_ilog10().unwrap_or(0) + 1);
    votes.0.iter().map(|vote| VOTE + digits(vote.who.number())).sum()
}

fn solution(solution: &Solution) -> u64 {
    SOLUTION
        + text(&solution.title)
        + text(&solution.note)
        + solution.owner.as_deref().map_or(0, text)
        + times(solution.links.len(), PART)
}

fn scales(scales: &Scales) -> u64 {
    let scale = |scale: &super::Scale| {
        let levels = scale.levels.iter().map(|level| PART + text(&level.word) + text(&level.text));
        PART + text(&scale.question) + levels.sum::<u64>()
    };
    scales.cells.iter().map(|(_, it)| scale(it)).sum::<u64>() + times(scales.revenue_shares.len(), PART)
}

/// What a text takes between its quotes, all that may be escaped being escaped.
fn text(text: &str) -> u64 {
    let plain = |byte: u8| matches!(byte, b' '..=b'~') && !matches!(byte, b'"' | b'\'' | b'\\');
    if text.bytes().all(plain) {
        return u64::try_from(text.len()).unwrap_or(u64::MAX);
    }
    let width = |c: char| match c.escape_debug().len() {
        1 => c.len_utf8(),
        escaped => escaped,
    };
    text.chars().map(|c| u64::try_from(width(c)).unwrap_or(u64::MAX)).sum()
}

fn times(count: usize, weight: u64) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX).saturating_mul(weight)
}
