//! Votes: the masked line they are typed into, how many are in, and what a revealed round adds up to.
//!
//! Only revealed rounds are read for levels; of a hidden one nothing is told but how many votes are in. What keys do is
//! `app::votes`'. The dots beside the texts of the levels are drawn by [`super::assess`], the lines of the details by
//! [`super::summary`].

use ratatui::layout::Position;
use unicode_width::UnicodeWidthStr;

use super::notice;
use super::paint::Canvas;
use super::theme::Role;
use crate::app::App;
use crate::app::layout::{Area, Shape};
use crate::app::votes::{self, EMPTY, Told};
use crate::app::workshop::Workshop;
use crate::domain::agreement::{self, Median, RoomRule};
use crate::domain::{Assessment, Ballot, Level, PersonId, Risk, Vote, Votes};
use crate::text::catalogue::{Arg, Catalogue};
use crate::text::numbers;
use crate::text::safe::Safe;

/// So many votes of a level are shown as dots; more as a number.
const DOTS: usize = 5;
/// Columns of the initials before the seats.
const INITIALS: u16 = 5;

/// Paints the seats, each a dot once its vote is in, and says where the caret is.
pub(super) fn draw(canvas: &mut Canvas<'_>, app: &App, area: Area) -> Option<Position> {
    let (typing, workshop) = (app.typing.as_ref()?, app.workshop.as_ref()?);
    let line = typing.votes.as_ref()?;
    let words = &canvas.look.catalogue;
    let signs = typing.input.text();
    let (seat, seats) = (typing.input.cursor(), signs.len());
    let cast = signs.chars().filter(|sign| *sign != EMPTY).count();
    let mut told = of(cast, seats, words);
    if line.away() > 0 {
        told.push_str(&words.format("votes-away", &[("n", number(line.away()))]));
    }
    let who = line.seats().nth(seat).map_or_else(String::new, |id| short_name(workshop, id, seat));
    let mut pen = canvas.row(area, 0);
    pen.say_in(INITIALS, &who, Role::Accent);
    let start = pen.x();
    let told_width = u16::try_from(told.width() + 2).unwrap_or(u16::MAX);
    let room = usize::from(pen.room().saturating_sub(told_width));
    // Dots apart where there is room, and as many as fit around the caret.
    let step = if 2 * seats <= room { 2 } else { 1 };
    let shown = (room / step).max(1);
    let first = (seat + 1).saturating_sub(shown);
    for sign in signs.chars().skip(first).take(shown) {
        let (dot, role) = if sign == EMPTY { ("○", Role::Muted) } else { ("●", Role::Text) };
        pen.put(dot, role).skip(u16::try_from(step - 1).unwrap_or(0));
    }
    pen.put_last(&told, Role::Accent);
    let x = start + u16::try_from((seat - first) * step).ok()?;
    (area.height > 0 && x < area.x + area.width).then_some(Position { x, y: area.y })
}

/// The initials of a seat; its number while names are hidden.
fn short_name(workshop: &Workshop, id: PersonId, seat: usize) -> String {
    let place = workshop.session().people.iter().position(|person| person.id == id);
    match place.and_then(|place| workshop.derived.initials.get(place)) {
        Some(initials) if !workshop.blank => initials.clone(),
        Some(_) | None => (seat + 1).to_string(),
    }
}

pub(super) fn number(n: usize) -> Arg<'static> {
    Arg::Number(i64::try_from(n).unwrap_or(i64::MAX))
}

/// `4 of 6 in`.
pub(super) fn of(cast: usize, seats: usize, words: &Catalogue) -> String {
    words.format("votes-in", &[("n", number(cast)), ("all", number(seats))])
}

/// What is told about votes, and how it looks.
pub(super) fn told(told: Told, words: &Catalogue) -> (String, Role) {
    match told {
        Told::NotAVote(levels) => {
            let levels = Arg::Number(levels.number().into());
            (words.format("notice-not-a-vote", &[("levels", levels)]), Role::Warning)
        }
        Told::NoMoreSeats(seats) => {
            (words.format("notice-no-more-seats", &[("n", number(seats))]), Role::Warning)
        }
        Told::In(cast, seats) => {
            let cast = of(cast, seats, words);
            (words.format("notice-votes-in", &[("what", Arg::Text(&cast))]), Role::Ok)
        }
        Told::NotStored => (words.text("notice-votes-not-stored").to_owned(), Role::Warning),
        Told::Help => (words.text("notice-help-on-votes").to_owned(), Role::Accent),
        Told::NotTaken(why) => {
            let why = Arg::Text(notice::reason(why, words));
            (words.format("notice-votes-not-taken", &[("why", why)]), Role::Warning)
        }
        Told::ReasonMissing(risk, cell) => {
            let what = format!("{risk} {}", cell.sign());
            (words.format("notice-reason-missing", &[("what", Arg::Text(&what))]), Role::Warning)
        }
    }
}

/// `4 of 6 in`, while votes on the selected cell wait for their reveal.
pub(super) fn waiting(workshop: &Workshop, words: &Catalogue) -> Option<String> {
    let (cast, seats) = votes::progress(workshop, workshop.selected_cell()?.hidden()?);
    Some(of(cast, seats, words))
}

/// How many are in, and of how many: of what is being typed, or else of what is stored.
pub(super) fn waiting_now(app: &App, workshop: &Workshop) -> Option<(usize, usize)> {
    let typed = app.typing.as_ref().filter(|typing| typing.votes.is_some()).map(|typing| typing.input.text());
    match typed {
        Some(signs) => Some((signs.chars().filter(|sign| *sign != EMPTY).count(), signs.len())),
        None => Some(votes::progress(workshop, workshop.selected_cell()?.hidden()?)),
    }
}

/// `4/6` for a cell of the grid, if so many columns can hold it.
pub(super) fn progress(workshop: &Workshop, hidden: &Votes, columns: u16) -> String {
    let (cast, seats) = votes::progress(workshop, hidden);
    let text = format!("{cast}/{seats}");
    if text.len() <= usize::from(columns) { text } else { "●".to_owned() }
}

/// The columns kept for the dots of a level: the same for every cell of a session.
pub(super) fn dots_width(workshop: &Workshop) -> u16 {
    let people = workshop.derived.voters.len();
    if people == 0 { 0 } else { u16::try_from(people.min(DOTS) + 1).unwrap_or(0) }
}

/// The votes for a level: a dot each.
pub(super) fn dots(revealed: &Votes, level: Level) -> String {
    dots_up_to(DOTS, revealed, level)
}

/// The same where there is room for so many dots.
pub(super) fn dots_up_to(most: usize, revealed: &Votes, level: Level) -> String {
    let count = revealed.levels().filter(|known| *known == level).count();
    if count <= most { "●".repeat(count) } else { format!("{count} ●") }
}

/// What the round adds up to, for the edge below the levels; in short where the details say it, too.
pub(super) fn foot(workshop: &Workshop, words: &Catalogue, shape: Shape) -> String {
    let Some(revealed) = workshop.selected_cell().and_then(Assessment::revealed).filter(|_| !workshop.blank)
    else {
        return String::new();
    };
    let mut parts: Vec<String> = median(revealed, words).into_iter().collect();
    match (agreement::room_rule(revealed), shape) {
        (Some(rule), Shape::Wide) => parts.push(words.text(short_rule_key(rule)).to_owned()),
        (Some(_), _) => parts.extend(self::rule(workshop, revealed, words)),
        (None, _) => {}
    }
    if shape != Shape::Wide {
        parts.extend(spread(workshop, revealed, words));
    }
    parts.join(" · ")
}

/// `median 3+`, with the mark if it falls between two levels.
pub(super) fn median(revealed: &Votes, words: &Catalogue) -> Option<String> {
    let Median { level, between } = agreement::median(revealed)?;
    let sign = if between { "+" } else { "" };
    Some(format!("{} {}{sign}", words.text("summary-median"), level.number()))
}

/// Range and consensus.
pub(super) fn spread(workshop: &Workshop, revealed: &Votes, words: &Catalogue) -> Vec<String> {
    let range = range(revealed).map(|range| format!("{} {range}", words.text("votes-range")));
    range.into_iter().chain(consensus(workshop, revealed, words)).collect()
}

/// `1–5`, or `3` where all are the same.
fn range(revealed: &Votes) -> Option<String> {
    let (low, high) = agreement::range(revealed)?;
    Some(if low == high { low.number().to_string() } else { format!("{}–{}", low.number(), high.number()) })
}

fn consensus(workshop: &Workshop, revealed: &Votes, words: &Catalogue) -> Option<String> {
    let consensus = agreement::consensus(revealed, workshop.session().scales.levels)?;
    let figure = numbers::decimal(consensus, 2, words.lang());
    Some(format!("{} {figure}", words.text("summary-consensus")))
}

/// Median, range and consensus in one line: `median 3 (1–5) · consensus 0.31`.
pub(super) fn figures(workshop: &Workshop, revealed: &Votes, words: &Catalogue) -> String {
    let range = range(revealed).map(|range| format!(" ({range})")).unwrap_or_default();
    let median = median(revealed, words).map(|median| median + &range);
    median.into_iter().chain(consensus(workshop, revealed, words)).collect::<Vec<_>>().join(" · ")
}

const fn rule_key(rule: RoomRule) -> &'static str {
    match rule {
        RoomRule::Agreed => "rule-agreed",
        RoomRule::Glance => "rule-glance",
        RoomRule::Talk => "rule-talk",
        RoomRule::KnowledgeGap => "rule-knowledge-gap",
    }
}

pub(super) const fn short_rule_key(rule: RoomRule) -> &'static str {
    match rule {
        RoomRule::Agreed => "rule-agreed.short",
        RoomRule::Glance => "rule-glance.short",
        RoomRule::Talk => "rule-talk.short",
        RoomRule::KnowledgeGap => "rule-knowledge-gap.short",
    }
}

/// What the room should do, in words; who speaks first has a name only where names are shown.
pub(super) fn rule(workshop: &Workshop, revealed: &Votes, words: &Catalogue) -> Option<String> {
    let rule = agreement::room_rule(revealed)?;
    let (low, high) = match (rule, agreement::range(revealed)) {
        (RoomRule::Talk, Some(range)) if workshop.arrangement.names => range,
        _ => return Some(words.text(rule_key(rule)).to_owned()),
    };
    let at = |end: Level| {
        let voted = revealed.0.iter().filter(|vote| vote.ballot == Ballot::Level(end));
        let named = voted.filter_map(|vote| workshop.session().person(vote.who));
        named.map(|person| Safe::new(&person.name).as_str().to_owned()).collect::<Vec<_>>().join(", ")
    };
    let (low, high) = (at(low), at(high));
    Some(words.format("rule-talk-names", &[("low", Arg::Text(&low)), ("high", Arg::Text(&high))]))
}

/// How a role may be told from another one: by which it is emphasized.
pub(super) const fn rule_role(rule: Option<RoomRule>) -> Role {
    match rule {
        Some(RoomRule::Talk | RoomRule::KnowledgeGap | RoomRule::Glance) => Role::Warning,
        Some(RoomRule::Agreed) | None => Role::Ok,
    }
}

/// The rounds of the selected cell: `votes 3·3·4·5`, or `round 1  3·3·4·5` and `→ round 2  4·4·4·4`.
pub(super) fn rounds(workshop: &Workshop, risk: &Risk, words: &Catalogue) -> [String; 2] {
    let rounds = &risk.cells.at(workshop.cell).rounds;
    let told = |place: usize| {
        let round = rounds.get(place)?;
        if round.revealed {
            return Some(ballots(workshop, &round.votes));
        }
        let (cast, seats) = votes::progress(workshop, &round.votes);
        Some(of(cast, seats, words))
    };
    let name = |n: usize| words.format("votes-round", &[("n", number(n))]);
    match (told(0), told(1)) {
        (None, _) => [words.text("summary-no-votes").to_owned(), String::new()],
        (Some(only), None) => [format!("{} {only}", words.text("summary-votes")), String::new()],
        (Some(first), Some(second)) => [format!("{} {first}", name(1)), format!("→ {} {second}", name(2))],
    }
}

/// From low to high, so that no place tells who it was; in seat order with initials where names are shown.
fn ballots(workshop: &Workshop, revealed: &Votes) -> String {
    let sign = |ballot: Ballot| match ballot {
        Ballot::Level(level) => level.number().to_string(),
        Ballot::DontKnow => "?".to_owned(),
    };
    if workshop.arrangement.names {
        let place = |id| workshop.session().people.iter().position(|person| person.id == id);
        let named = |vote: &Vote| {
            let initials = place(vote.who).and_then(|place| workshop.derived.initials.get(place));
            format!("{} {}", initials.map_or("", String::as_str), sign(vote.ballot))
        };
        return revealed.0.iter().map(named).collect::<Vec<_>>().join(" · ");
    }
    let mut ballots: Vec<Ballot> = revealed.0.iter().map(|vote| vote.ballot).collect();
    ballots.sort_unstable();
    ballots.into_iter().map(sign).collect::<Vec<_>>().join("·")
}
