//! Where things are kept, [`Places`], and what a session's file is called, [`file_name`].
//!
//! Not here: making the folders ([`super::storage::make_folders`]).

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use jiff::civil::Date;

const PROGRAM: &str = "riskroom";
const SLUG: usize = 40;
/// So many bytes of a name go on in a name made of it; file systems take 255.
const STEM: usize = 200;
const SHORT_ID: usize = 6;
const FULL_ID: usize = 26;

/// The folders of this user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Places {
    /// What belongs to the user.
    pub data: PathBuf,
    /// One file per session, in `data`.
    pub sessions: PathBuf,
    /// Deleted sessions, in `data`.
    pub trash: PathBuf,
    /// Locks, journals and backups of this machine; never moves with `data`.
    pub state: PathBuf,
    /// Journals that have no room in `state`, in `data`.
    pub unsaved: PathBuf,
    /// Journals that have no room there either: a folder of this user among the temporary files.
    pub temporary: PathBuf,
    /// Settings, decks, templates and themes.
    pub config: PathBuf,
}

/// The user has no home folder, and not every place was given by name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
#[error("there is no home folder: give RISKROOM_DATA, RISKROOM_STATE and RISKROOM_CONFIG")]
pub struct NoHome;

impl Places {
    /// Finds the places: the flag before `RISKROOM_DATA` before the system's folder for data, and `RISKROOM_STATE` and
    /// `RISKROOM_CONFIG` before the system's for those. An empty variable is an unset one.
    ///
    /// # Errors
    /// [`NoHome`] if a place is left to the system and the system knows none.
    pub fn resolve(flag: Option<PathBuf>, env: impl Fn(&str) -> Option<OsString>) -> Result<Self, NoHome> {
        let named = |name| env(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let system = ProjectDirs::from("", "", PROGRAM);
        let system = |of: fn(&ProjectDirs) -> PathBuf| system.as_ref().map(of).ok_or(NoHome);

        let data = match flag.or_else(|| named("RISKROOM_DATA")) {
            Some(data) => data,
            None => system(|dirs| dirs.data_local_dir().to_owned())?,
        };
        let state = match named("RISKROOM_STATE") {
            Some(state) => state,
            None => system(|dirs| {
                dirs.state_dir().map_or_else(|| dirs.data_local_dir().join("state"), Path::to_owned)
            })?,
        };
        let config = match named("RISKROOM_CONFIG") {
            Some(config) => config,
            None => system(|dirs| dirs.config_dir().to_owned())?,
        };
        let temporary = named("TMPDIR").unwrap_or_else(|| PathBuf::from("/tmp"));
        let temporary = temporary.join(format!("{PROGRAM}-{}", rustix::process::geteuid().as_raw()));
        let [sessions, trash, unsaved] = ["sessions", "trash", "unsaved"].map(|name| data.join(name));
        Ok(Self { data, sessions, trash, state, unsaved, temporary, config })
    }

    /// The same, with everything in one folder.
    #[must_use]
    pub fn within(folder: &Path) -> Self {
        let data = folder.join("data");
        let [sessions, trash, unsaved] = ["sessions", "trash", "unsaved"].map(|name| data.join(name));
        let [state, temporary, config] = ["state", "temporary", "config"].map(|name| folder.join(name));
        Self { data, sessions, trash, state, unsaved, temporary, config }
    }

    /// The state folder of one session, by its whole id.
    #[must_use]
    pub fn state_of(&self, id: &str) -> PathBuf {
        self.state.join(plain(id, FULL_ID))
    }

    /// The folders a journal of one session may be in, the first choice first.
    #[must_use]
    pub fn journals_of(&self, id: &str) -> [PathBuf; 3] {
        [&self.state, &self.unsaved, &self.temporary].map(|place| place.join(plain(id, FULL_ID)))
    }

    /// The folder of a session's earlier files.
    #[must_use]
    pub fn backups_of(&self, id: &str) -> PathBuf {
        self.state_of(id).join("backups")
    }

    /// The folder of byte copies of what was found broken of a session.
    #[must_use]
    pub fn damaged_of(&self, id: &str) -> PathBuf {
        self.state_of(id).join("damaged")
    }
}

/// A free name for a session's file: `2026-11-22-checkout-q4-7k3f9a.ron`.
///
/// Date, [`slug`] of the title and the first 6 characters of the id, two more as long as `taken` says that name is
/// taken. If even the whole id is taken, that name is the answer: creating the file will refuse it.
#[must_use]
pub fn file_name(date: Date, title: &str, id: &str, taken: impl Fn(&str) -> bool) -> String {
    let name = |length| format!("{date}-{}-{}.ron", slug(title), plain(id, length));
    (SHORT_ID..FULL_ID).step_by(2).map(name).find(|name| !taken(name)).unwrap_or_else(|| name(FULL_ID))
}

/// A title as a part of a file name: lower-case ASCII letters and digits joined by single dashes, at most 40
/// characters, accents folded; `session` if nothing is left.
#[must_use]
pub fn slug(title: &str) -> String {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase).filter(|letter| !is_accent(*letter)) {
        let folded = fold(letter);
        if slug.len() + folded.len() > SLUG {
            break;
        }
        if !folded.is_empty() {
            slug.push_str(folded);
        } else if letter.is_ascii_alphanumeric() {
            slug.push(letter);
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    let length = slug.trim_end_matches('-').len();
    slug.truncate(length);
    if slug.is_empty() { "session".to_owned() } else { slug }
}

/// The name of a file without its extension, short enough for a word, a time and a number to follow.
#[must_use]
pub fn stem(path: &Path) -> String {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    stem.get(..stem.floor_char_boundary(STEM)).unwrap_or_default().to_owned()
}

/// The first characters of an id, and nothing that could lead out of a folder.
fn plain(id: &str, length: usize) -> String {
    id.chars().filter(char::is_ascii_alphanumeric).take(length).collect()
}

/// A combining accent, as in a title typed or pasted in decomposed form.
fn is_accent(letter: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&letter)
}

/// The plain letters of an accented one, or nothing if it has none or needs none.
fn fold(letter: char) -> &'static str {
    match letter {
        'á' | 'à' | 'â' | 'ä' | 'ã' | 'å' | 'ª' => "a",
        'æ' => "ae",
        'ç' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'í' | 'ì' | 'î' | 'ï' => "i",
        'ñ' => "n",
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' | 'ø' | 'º' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'ú' | 'ù' | 'û' | 'ü' => "u",
        'ý' | 'ÿ' => "y",
        _ => "",
    }
}
