//! Many lines pasted at the capture line: what would be added is shown first, and only what is marked is added.
//!
//! Here: [`Preview`], and how the risks found in a text compare with the session. Not here: finding them, which is the
//! shell's to ask of `exchange`, nor drawing (`ui::paste`). The text is a draft from the moment it is pasted until its
//! risks are added, so that nothing of it is lost; one that cannot be read is none.

use super::App;
use super::banner::News;
use super::capture::Capture;
use super::cursor::Cursor;
use super::event::Effect;
use super::input::Input;
use super::notice::Notice;
use super::overlay::Overlay;
use super::typing::purpose::Purpose;
use crate::domain::similar::{Near, Titles};
use crate::domain::{Edit, Key, Note, Origin, Risk, RiskId, Session, Title};

/// A pasted text of more bytes is not read, and not kept.
const KEPT: usize = 1_000_000;

/// What was found in a pasted text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Pasted {
    /// The risks, one a row.
    pub rows: Vec<PastedRow>,
    /// Whether it is a table rather than lines.
    pub table: bool,
    /// How many lines are empty.
    pub empty: usize,
}

/// A risk found in a pasted text, as it stands there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PastedRow {
    /// The line it begins in, from 1.
    pub line: usize,
    /// What happens.
    pub title: String,
    /// Its category, if the session has it.
    pub category: Option<Key>,
    /// What stands where the category is expected, if the session has none of that name.
    pub unknown: Option<String>,
    /// What stands beside it.
    pub note: String,
}

/// How a row compares with the session and with the rows above it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// Nothing looks like it.
    New,
    /// It looks like a risk of the session, or is the same.
    Risk(Near),
    /// It looks like the row of this line, or is the same.
    Line(usize, bool),
    /// Its title or its note has so many characters, and too many.
    TooLong(usize),
    /// It has no title.
    Blank,
}

impl Mark {
    /// Whether the row can be added at all.
    #[must_use]
    pub const fn can_be_added(self) -> bool {
        match self {
            Self::New | Self::Risk(_) | Self::Line(..) => true,
            Self::TooLong(_) | Self::Blank => false,
        }
    }

    /// Whether the row is in unless somebody takes it out: what is the same is there already.
    const fn is_in(self) -> bool {
        match self {
            Self::New => true,
            Self::Risk(near) => !near.same,
            Self::Line(_, same) => !same,
            Self::TooLong(_) | Self::Blank => false,
        }
    }
}

/// A row of the preview.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewRow {
    /// The line it begins in, from 1.
    pub line: usize,
    /// The title as it is added, cleaned of what cannot be seen.
    pub title: String,
    /// Its category.
    pub category: Option<Key>,
    /// A category the session does not have; the risk is added without.
    pub unknown: Option<String>,
    /// What stands beside it; it becomes the consequence.
    pub note: String,
    /// How it compares.
    pub mark: Mark,
    /// Whether it is added.
    pub taken: bool,
}

/// What would be added.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preview {
    /// The rows.
    pub rows: Vec<PreviewRow>,
    /// Whether they come from a table.
    pub table: bool,
    /// How many.
    pub counts: PreviewCounts,
    /// The selected row.
    pub cursor: Cursor,
}

/// How many rows are what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PreviewCounts {
    /// Rows that are marked to be added.
    pub taken: usize,
    /// Rows nothing looks like.
    pub new: usize,
    /// Rows that look like a risk of the session.
    pub known: usize,
    /// Rows that look like a row above.
    pub repeated: usize,
    /// Rows with too many characters.
    pub too_long: usize,
    /// Empty lines, and rows without a title.
    pub empty: usize,
    /// Rows whose category the session does not have.
    pub unknown: usize,
    /// Rows with a note.
    pub notes: usize,
}

impl Preview {
    fn of(pasted: Pasted, session: &Session, capture: &mut Capture) -> Self {
        let titles = capture.titles(session);
        let mut above = Above::default();
        let rows = pasted.rows.into_iter().map(|row| PreviewRow::of(row, titles, &mut above));
        let rows: Vec<PreviewRow> = rows.collect();
        let of = |test: &dyn Fn(&PreviewRow) -> bool| rows.iter().filter(|row| test(row)).count();
        let counts = PreviewCounts {
            taken: of(&|row| row.taken),
            new: of(&|row| row.mark == Mark::New),
            known: of(&|row| matches!(row.mark, Mark::Risk(_))),
            repeated: of(&|row| matches!(row.mark, Mark::Line(..))),
            too_long: of(&|row| matches!(row.mark, Mark::TooLong(_))),
            empty: pasted.empty + of(&|row| row.mark == Mark::Blank),
            unknown: of(&|row| row.unknown.is_some()),
            notes: of(&|row| !row.note.is_empty()),
        };
        Self { rows, table: pasted.table, counts, cursor: Cursor::default() }
    }

    /// Takes the selected row in or out; whether it can be added at all.
    fn toggle(&mut self) -> bool {
        let row = self.rows.get_mut(self.cursor.place).filter(|row| row.mark.can_be_added());
        let Some(row) = row else { return false };
        row.taken = !row.taken;
        self.recount();
        true
    }

    /// Takes every row in that can be; if they all are, every row out.
    fn toggle_all(&mut self) {
        let take = self.rows.iter().any(|row| row.mark.can_be_added() && !row.taken);
        for row in &mut self.rows {
            row.taken = take && row.mark.can_be_added();
        }
        self.recount();
    }

    fn recount(&mut self) {
        self.counts.taken = self.rows.iter().filter(|row| row.taken).count();
    }
}

/// The titles of the rows above.
#[derive(Debug, Default)]
struct Above {
    titles: Titles,
    lines: Vec<usize>,
}

impl Above {
    fn nearest(&self, title: &str) -> Option<(usize, bool)> {
        let near = self.titles.nearest(title)?;
        let place = usize::try_from(near.id.number()).ok()?.checked_sub(1)?;
        Some((*self.lines.get(place)?, near.same))
    }

    fn push(&mut self, line: usize, title: &str) {
        self.lines.push(line);
        if let Some(id) = u32::try_from(self.lines.len()).ok().and_then(RiskId::new) {
            self.titles.push(id, title);
        }
    }
}

impl PreviewRow {
    fn of(row: PastedRow, titles: &Titles, above: &mut Above) -> Self {
        let title = Input::line(&row.title).text().trim().to_owned();
        let note = Input::note(&row.note).text().trim().to_owned();
        let mark = if title.is_empty() {
            Mark::Blank
        } else if let Some(length) = too_long(&title, Title::LIMIT).or_else(|| too_long(&note, Note::LIMIT)) {
            Mark::TooLong(length)
        } else {
            // What is the same says more than what looks like it; each is searched for once.
            match (titles.nearest(&title), || above.nearest(&title)) {
                (Some(near), _) if near.same => Mark::Risk(near),
                (near, above) => match (near, above()) {
                    (_, Some((line, true))) => Mark::Line(line, true),
                    (Some(near), _) => Mark::Risk(near),
                    (None, Some((line, false))) => Mark::Line(line, false),
                    (None, None) => Mark::New,
                },
            }
        };
        if mark.can_be_added() {
            above.push(row.line, &title);
        }
        let PastedRow { line, category, unknown, .. } = row;
        Self { line, title, category, unknown, note, mark, taken: mark.is_in() }
    }

    fn risk(&self, id: RiskId, uid: crate::domain::Uid, now: jiff::Timestamp) -> Option<Risk> {
        let title = Title::new(self.title.clone()).ok()?;
        let consequence = Note::new(self.note.clone()).ok()?;
        let category = self.category.clone();
        Some(Risk { consequence, category, origin: Origin::Import, ..Risk::new(id, uid, title, now) })
    }
}

fn too_long(text: &str, limit: usize) -> Option<usize> {
    let length = text.chars().count();
    (length > limit).then_some(length)
}

/// Whether a text has more than one line with something in it.
fn has_lines(text: &str) -> bool {
    text.split(['\r', '\n']).filter(|line| !line.trim().is_empty()).nth(1).is_some()
}

impl App {
    /// Takes a text pasted at the capture line, if it has several lines: it is read, and shown before anything is added.
    pub(super) fn takes_lines(&mut self, text: &str) -> bool {
        let capturing = matches!(self.typing.as_ref().map(|it| it.purpose), Some(Purpose::NewRisk));
        if !capturing || !has_lines(text) {
            return false;
        }
        self.take_draft(Purpose::Paste);
        if text.len() <= KEPT {
            self.keep_draft(Purpose::Paste, text.to_owned());
        }
        self.read_paste(text.to_owned());
        true
    }

    /// Asks for the pasted text that is kept to be read again.
    pub(super) fn go_on_with_paste(&mut self) {
        let text = self.draft(Purpose::Paste).map(|draft| draft.text.clone());
        if let Some(text) = text {
            self.read_paste(text);
        }
    }

    fn read_paste(&mut self, text: String) {
        if let Some(workshop) = &self.workshop {
            let categories = workshop.session().categories.clone();
            self.ask(Effect::ReadPaste { text, categories });
        }
    }

    /// Shows what was found in a pasted text, or tells why it could not be read.
    pub(super) fn paste_read(&mut self, outcome: Result<Pasted, String>) {
        match (outcome, &mut self.workshop) {
            (Ok(pasted), Some(workshop)) => {
                let preview = Preview::of(pasted, workshop.history.session(), &mut workshop.capture);
                self.leave_text();
                self.notice = None;
                self.overlay = Some(Overlay::Preview(preview));
            }
            (Err(sentence), _) => {
                self.take_draft(Purpose::Paste);
                self.notice = Some(Notice::Sentence(sentence));
            }
            (Ok(_), None) => {}
        }
    }

    /// Takes the selected row of the preview in or out.
    pub(super) fn toggle_row(&mut self) {
        if let Some(Overlay::Preview(preview)) = &mut self.overlay {
            if preview.toggle() {
                let length = preview.rows.len();
                preview.cursor.step(1, length);
            } else {
                self.notice = Some(Notice::CannotBeAdded);
            }
        }
    }

    /// Takes every row of the preview in or out.
    pub(super) fn toggle_all_rows(&mut self) {
        if let Some(Overlay::Preview(preview)) = &mut self.overlay {
            preview.toggle_all();
        }
    }

    /// Adds the rows that are marked, in one action.
    pub(super) fn add_rows(&mut self) {
        let Some(Overlay::Preview(preview)) = &self.overlay else { return };
        let rows: Vec<PreviewRow> = preview.rows.iter().filter(|row| row.taken).cloned().collect();
        let uids: Vec<_> = rows.iter().map(|_| self.draw_uid()).collect();
        let Some(workshop) = &mut self.workshop else { return };
        let first = workshop.history.next_risk().number();
        let ids = (first..).map_while(RiskId::new);
        let now = self.now;
        let risks = ids.zip(uids).zip(&rows).filter_map(|((id, uid), row)| row.risk(id, uid, now));
        let edits: Vec<Edit> = risks.map(|risk| Edit::AddRisk(Box::new(risk))).collect();
        let count = edits.len();
        if count > 0 {
            workshop.filter.clear();
            if !self.commit("paste-risks", edits) {
                return;
            }
        }
        self.take_draft(Purpose::Paste);
        self.overlay = None;
        self.open_capture();
        self.notice = Some(Notice::RisksPasted(count));
    }

    /// Closes the preview; the pasted text stays to be gone on with.
    pub(super) fn leave_preview(&mut self) {
        self.tell(News::Draft(Purpose::Paste));
        self.open_capture();
        self.notice = Some(Notice::PasteKept);
    }
}
