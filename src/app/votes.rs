//! Votes without devices: fingers go up, and the facilitator types one sign per seat.
//!
//! The line has a seat for everybody who is here and votes, in seat order; the votes of people who have left in between
//! stay, without a seat. Votes of somebody who only watches now stay until the round is corrected. What is typed is votes
//! of people from the start, so that a draft survives a change of seats. Nothing here shows a vote; the line and what a
//! round adds up to are `ui::votes`'.

use super::action::Action;
use super::chord::{Chord, Key};
use super::input::Input;
use super::keymap::Meaning;
use super::notice::{Notice, Unavailable};
use super::typing::Typing;
use super::typing::purpose::Purpose;
use super::workshop::{Pane, Step, Workshop};
use super::{App, Place};
use crate::domain::{
    Assessment, Ballot, Cell, Edit, Level, LevelCount, PersonId, RiskEdit, RiskId, Seat, Session, Target,
    Vote, Votes,
};

/// Something told about votes; never a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    /// What was typed is no vote on a scale of so many levels.
    NotAVote(LevelCount),
    /// More votes than the seats that are left; so many seats there are.
    NoMoreSeats(usize),
    /// So many have voted, of so many who are here.
    In(usize, usize),
    /// Votes typed before are not stored yet.
    NotStored,
    /// Which keys work in the line.
    Help,
    /// No votes are taken here, for this reason, and what was typed nevertheless did nothing.
    NotTaken(Unavailable),
    /// The level stands, without the reason it was asked for.
    ReasonMissing(RiskId, Cell),
}

/// The sign of a seat without a vote.
pub const EMPTY: char = '-';

/// A participant as the line knows them.
#[derive(Debug, Clone, Copy)]
enum Row {
    /// Here, with a seat in the line.
    Here(PersonId),
    /// Away; the vote was cast before.
    Away(Vote),
}

/// The seats of a line of votes.
#[derive(Debug, Clone)]
pub struct VoteLine {
    /// In seat order.
    rows: Vec<Row>,
    /// The votes stored, of those who still vote.
    stored: Votes,
}

impl VoteLine {
    /// The seats for votes that are stored, and those that were typed before the line was left.
    fn of(session: &Session, stored: &Votes, typed: Option<&Votes>) -> Self {
        let rows = |typed: Option<&Votes>| -> Vec<Row> {
            let voters = session.people.iter().filter(|person| person.seat == Seat::Voter);
            let row = |id: PersonId, present: bool| {
                let cast = || typed.and_then(|votes| votes.of(id)).or_else(|| stored.of(id));
                if present {
                    Some(Row::Here(id))
                } else {
                    cast().map(|ballot| Row::Away(Vote { who: id, ballot }))
                }
            };
            voters.filter_map(|person| row(person.id, person.present)).collect()
        };
        let before = Self { rows: rows(None), stored: Votes::default() };
        let stored = before.votes(&before.signs(stored, session.scales.levels));
        Self { rows: rows(typed), stored }
    }

    /// Who has a seat, in seat order.
    pub fn seats(&self) -> impl Iterator<Item = PersonId> {
        self.rows.iter().filter_map(|row| match row {
            Row::Here(id) => Some(*id),
            Row::Away(_) => None,
        })
    }

    /// How many votes stay of people who have left.
    #[must_use]
    pub fn away(&self) -> usize {
        self.rows.len() - self.seats().count()
    }

    /// The votes that one sign per seat stands for, in seat order.
    #[must_use]
    pub fn votes(&self, signs: &str) -> Votes {
        let mut signs = signs.chars();
        let vote = |row: &Row| match row {
            Row::Here(who) => Some(Vote { who: *who, ballot: ballot(signs.next()?)? }),
            Row::Away(vote) => Some(*vote),
        };
        Votes(self.rows.iter().filter_map(vote).collect())
    }

    /// Whether the signs stand for anything but what is stored.
    #[must_use]
    pub fn differs(&self, signs: &str) -> bool {
        self.votes(signs) != self.stored
    }

    /// One sign per seat.
    fn signs(&self, votes: &Votes, levels: LevelCount) -> String {
        let sign = |id| match votes.of(id) {
            Some(Ballot::Level(level)) if level <= levels.worst() => char::from(b'0' + level.number()),
            Some(Ballot::DontKnow) => '?',
            Some(Ballot::Level(_)) | None => EMPTY,
        };
        self.seats().map(sign).collect()
    }
}

/// What a sign stands for.
fn ballot(sign: char) -> Option<Ballot> {
    match sign {
        '?' => Some(Ballot::DontKnow),
        digit => Some(Ballot::Level(level(digit)?)),
    }
}

fn level(sign: char) -> Option<Level> {
    sign.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).and_then(Level::new)
}

/// What is typed as the sign of the line, if it is one: `0` is `?`.
fn sign(typed: char, levels: LevelCount) -> Option<char> {
    match typed {
        '?' | '0' => Some('?'),
        EMPTY => Some(EMPTY),
        digit => level(digit).filter(|level| *level <= levels.worst()).map(|_| digit),
    }
}

/// How many of those who are here have voted, and how many there are.
#[must_use]
pub fn progress(workshop: &Workshop, votes: &Votes) -> (usize, usize) {
    let seats = &workshop.derived.voters;
    let cast = votes.0.iter().filter(|vote| seats.contains(&vote.who)).count();
    (cast, seats.len())
}

impl App {
    /// Opens the line for the selected cell.
    pub(super) fn enter_votes(&mut self) {
        if let Some((risk, cell)) = self.voted_cell() {
            self.type_votes(risk, cell);
        }
    }

    fn voted_cell(&self) -> Option<(RiskId, Cell)> {
        let workshop = self.workshop.as_ref()?;
        Some((workshop.risk?, workshop.cell))
    }

    /// Opens the line for a cell, with the votes that are stored and those left unfinished.
    pub(super) fn type_votes(&mut self, risk: RiskId, cell: Cell) {
        let purpose = Purpose::Votes(risk, cell);
        let Some(workshop) = &self.workshop else { return };
        let session = workshop.session();
        let Some(found) = session.risk(risk) else { return };
        let stored = found.cells.at(cell).hidden().cloned().unwrap_or_default();
        let draft = self.draft(purpose).map(|draft| draft.text.parse::<Votes>().unwrap_or_default());
        let line = VoteLine::of(session, &stored, draft.as_ref());
        let levels = session.scales.levels;
        let saved = line.signs(&stored, levels);
        let signs = draft.map_or_else(|| saved.clone(), |typed| line.signs(&typed, levels));
        let mut input = Input::line(&signs).limited(signs.len());
        input.go_to_seat(signs.find(EMPTY).unwrap_or(0));
        self.take_draft(purpose);
        self.typing = Some(Typing { purpose, input, saved, votes: Some(line), names: None });
    }

    /// Gives a key to the line; whether it was taken, `None` if no votes are typed.
    pub(super) fn types_votes(&mut self, chord: Chord) -> Option<bool> {
        self.typing.as_ref()?.votes.as_ref()?;
        let is_key = matches!(self.keymap.meaning(self.scopes(), &[chord]), Meaning::Actions(_));
        let typed = chord.typed().filter(|_| !is_key);
        if let Some(typed) = typed {
            self.cast(typed.encode_utf8(&mut [0; 4]));
            self.leaving = None;
            return Some(true);
        }
        let input = &mut self.typing.as_mut()?.input;
        let taken = match chord.key() {
            Key::Backspace => {
                input.clear_back(EMPTY);
                true
            }
            Key::Delete => {
                input.clear_seat(EMPTY);
                true
            }
            key @ (Key::Left | Key::Right | Key::Home | Key::End) => input.handle(Chord::plain(key)),
            Key::Char('z' | 'y') if chord.has_ctrl() => input.handle(chord),
            Key::Char(_)
            | Key::Up
            | Key::Down
            | Key::Enter
            | Key::Esc
            | Key::Tab
            | Key::BackTab
            | Key::Insert
            | Key::PageUp
            | Key::PageDown
            | Key::F(_) => false,
        };
        if taken {
            self.leaving = None;
        }
        Some(taken)
    }

    /// Keeps fingers that type on after a refused `v` from setting levels, or worse: while the last row tells that no votes
    /// are taken here, what would belong to their line does nothing else, and Esc ends that. Whether it was so.
    pub(super) fn minds_refused_votes(&mut self, told: Option<&Notice>, chord: Chord) -> bool {
        let why = match told {
            Some(Notice::Unavailable(Action::EnterVotes, why) | Notice::Votes(Told::NotTaken(why))) => *why,
            Some(_) | None => return false,
        };
        if !self.workshop.as_ref().is_some_and(Workshop::is_on_cell) {
            return false;
        }
        let ends = chord.key() == Key::Esc;
        let is_of_votes = matches!(
            chord.key(),
            Key::Enter | Key::Backspace | Key::Delete | Key::Char('0'..='9' | '?' | '-' | ' ')
        );
        if is_of_votes {
            self.notice = Some(Notice::Votes(Told::NotTaken(why)));
        }
        ends || is_of_votes
    }

    /// Gives a pasted text to the line; whether votes are typed.
    pub(super) fn pastes_votes(&mut self, text: &str) -> bool {
        let is_here = self.typing.as_ref().is_some_and(|typing| typing.votes.is_some());
        if is_here {
            self.cast(text);
        }
        is_here
    }

    /// Puts signs at the seats from the cursor on: all of them, or none and a sentence that tells why.
    fn cast(&mut self, text: &str) {
        let levels = self.workshop.as_ref().map(|workshop| workshop.session().scales.levels);
        let (Some(levels), Some(typing)) = (levels, &mut self.typing) else { return };
        let typed = text.chars().filter(|c| !c.is_whitespace());
        let signs: Option<Vec<char>> = typed.map(|typed| sign(typed, levels)).collect();
        let seats = typing.input.text().len();
        match signs {
            None => self.notice = Some(Notice::Votes(Told::NotAVote(levels))),
            Some(signs) if signs.len() > seats - typing.input.cursor() => {
                self.notice = Some(Notice::Votes(Told::NoMoreSeats(seats)));
            }
            Some(signs) => signs.into_iter().for_each(|sign| typing.input.fill_seat(sign)),
        }
    }

    /// Stores what is typed, complete or not; whether that worked.
    pub(super) fn set_votes(&mut self, typing: &Typing) -> bool {
        let (Purpose::Votes(risk, cell), Some(line)) = (typing.purpose, &typing.votes) else { return true };
        let signs = typing.input.text();
        if !line.differs(signs) {
            return true;
        }
        let votes = line.votes(signs);
        let cast = signs.chars().filter(|sign| *sign != EMPTY).count();
        let done = self.commit("enter-votes", vec![Edit::Risk(risk, RiskEdit::Vote(cell, votes))]);
        if done {
            self.notice = Some(Notice::Votes(Told::In(cast, signs.len())));
        }
        done
    }

    /// Lets the room see the votes; those being typed are stored first, as an entry of their own.
    pub(super) fn reveal(&mut self, action: &str) {
        let typing = self.typing.take();
        let cell = match typing.as_ref().map(|typing| typing.purpose) {
            Some(Purpose::Votes(risk, cell)) => Some((risk, cell)),
            _ => self.voted_cell(),
        };
        let Some((risk, cell)) = cell else { return };
        if let Some(typing) = typing {
            if !self.set_votes(&typing) {
                self.typing = Some(typing);
                return;
            }
        } else if self.draft(Purpose::Votes(risk, cell)).is_some() {
            self.type_votes(risk, cell);
            self.notice = Some(Notice::Votes(Told::NotStored));
            return;
        }
        self.notice = None;
        self.commit(action, vec![Edit::Risk(risk, RiskEdit::Reveal(cell))]);
    }

    /// Begins the second round, and opens its line.
    pub(super) fn re_vote(&mut self, action: &str) {
        let Some((risk, cell)) = self.voted_cell() else { return };
        if self.commit(action, vec![Edit::Risk(risk, RiskEdit::ReVote(cell))]) {
            // What was left unfinished was of the round before.
            self.take_draft(Purpose::Votes(risk, cell));
            self.type_votes(risk, cell);
        }
    }

    /// Shows the cell that votes left unfinished are of, and goes on with them if it still takes them.
    pub(super) fn go_on_with_votes(&mut self, risk: RiskId, cell: Cell) {
        self.place = Place::Workshop;
        self.go_to_step(Step::Assess);
        if let Some(workshop) = &mut self.workshop {
            workshop.follow(Target::Risk(risk, Some(cell)));
            workshop.focus = Pane::Grid;
        }
        match self.takes_votes() {
            Ok(()) => self.enter_votes(),
            Err(why) => self.notice = Some(Notice::Unavailable(Action::EnterVotes, why)),
        }
    }

    /// Whether the selected cell takes votes.
    pub(super) fn takes_votes(&self) -> Result<(), Unavailable> {
        let (workshop, assessment) = self.cell_in_front()?;
        match assessment.rounds.last() {
            Some(round) if round.revealed && assessment.rounds.len() >= Assessment::ROUNDS => {
                Err(Unavailable::RoundsOver)
            }
            Some(round) if round.revealed => Err(Unavailable::ReVoteFirst),
            Some(_) | None => somebody_votes(workshop),
        }
    }

    /// Whether there are votes to reveal.
    pub(super) fn has_hidden_votes(&self) -> Result<(), Unavailable> {
        let there = if let Some(typing) = &self.typing {
            let line = typing.votes.as_ref();
            line.is_some_and(|line| !line.votes(typing.input.text()).0.is_empty())
        } else {
            let (workshop, assessment) = self.cell_in_front()?;
            let draft = |risk| self.draft(Purpose::Votes(risk, workshop.cell)).is_some();
            let stored = assessment.hidden().is_some_and(|votes| !votes.0.is_empty());
            let is_open = assessment.rounds.last().is_none_or(|round| !round.revealed);
            stored || is_open && workshop.risk.is_some_and(draft) && somebody_votes(workshop).is_ok()
        };
        if there { Ok(()) } else { Err(Unavailable::NothingToReveal) }
    }

    /// Whether the selected cell can be voted on once more.
    pub(super) fn takes_re_vote(&self) -> Result<(), Unavailable> {
        let (workshop, assessment) = self.cell_in_front()?;
        if assessment.rounds.last().is_none_or(|round| !round.revealed) {
            Err(Unavailable::NotRevealed)
        } else if assessment.rounds.len() >= Assessment::ROUNDS {
            Err(Unavailable::ReVoteUsed)
        } else {
            somebody_votes(workshop)
        }
    }

    /// What is known of the selected cell, if the grid has the focus.
    fn cell_in_front(&self) -> Result<(&Workshop, &Assessment), Unavailable> {
        let workshop = self.workshop.as_ref().filter(|it| it.is_on_cell());
        let workshop = workshop.ok_or(Unavailable::NothingSelected)?;
        let assessment = workshop.selected_cell().ok_or(Unavailable::NothingSelected)?;
        Ok((workshop, assessment))
    }
}

fn somebody_votes(workshop: &Workshop) -> Result<(), Unavailable> {
    if workshop.derived.voters.is_empty() { Err(Unavailable::NobodyVotes) } else { Ok(()) }
}
