//! `riskroom new TITLE`: a title that fits, and the file of a new session.

use std::path::{Path, PathBuf};

use super::{Exit, Surroundings};
use crate::domain::{Session, Title};
use crate::store::library;
use crate::store::paths::Places;
use crate::store::random;
use crate::store::recover;
use crate::store::sentence;
use crate::text::catalogue::Catalogue;
use crate::text::sentence::bad_text;
use crate::text::template::template;

/// The title as it was typed, if a session can be called that.
pub(super) fn title(
    title: &str,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Result<Title, Exit> {
    Title::new(title.trim()).map_err(|problem| around.complain(Exit::Usage, &bad_text(&problem, catalogue)))
}

/// Creates the file and gives its path.
pub(super) fn create(
    title: Title,
    from: Option<&Path>,
    places: &Places,
    catalogue: &Catalogue,
    around: &mut Surroundings<'_>,
) -> Result<PathBuf, Exit> {
    let template =
        template(catalogue.lang()).map_err(|error| around.complain(Exit::Internal, &error.to_string()))?;
    let (Some(id), Some(seed)) = (random::identity(), random::seed()) else {
        return Err(around.complain(Exit::Internal, catalogue.text("cli-no-random-bits")));
    };
    let session = match from {
        Some(from) => match recover::read(around.storage, places, from) {
            Ok(found) => found.history.session().carried(id, title, around.now, seed),
            Err(error) => {
                let sentence = sentence::trouble(&error, from, catalogue);
                return Err(around.complain(Exit::from(&error), &sentence));
            }
        },
        None => Session::new(id, title, around.now, seed, &template),
    };
    let date = around.now.to_zoned(around.zone.clone()).date();
    library::create(around.storage, &places.sessions, session, date)
        .map(|(path, _)| path)
        .map_err(|error| around.complain(Exit::Io, &sentence::save_error(&error, catalogue)))
}
