//! The templates a session can be made from: those of the program, in every language, then the user's own.

use super::Sessions;
use crate::app::Event;
use crate::app::prepare::Offered;
use crate::store::{sentence, templates};
use crate::text::catalogue::{Catalogue, Lang};
use crate::text::template::builtin;

impl Sessions {
    /// The templates there are, and a sentence for each file that holds none.
    #[must_use]
    pub fn templates(&self) -> Event {
        let catalogue = self.desk.words.catalogue();
        let mut templates = offered(catalogue.lang(), catalogue, "");
        for lang in Lang::ALL.into_iter().filter(|lang| *lang != catalogue.lang()) {
            templates.extend(offered(lang, catalogue, &format!(" ({})", lang.tag())));
        }
        let mut broken = Vec::new();
        for (path, found) in templates::templates(&*self.desk.storage, &self.desk.places.config) {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            match found {
                Ok(template) => templates.push(Offered { name, template }),
                Err(trouble) => broken.push(sentence::trouble(&trouble, &path, catalogue)),
            }
        }
        Event::Templates { templates, broken }
    }
}

/// The templates of the program in a language, named in the user's.
fn offered(lang: Lang, catalogue: &Catalogue, mark: &str) -> Vec<Offered> {
    let named = |(key, template)| Offered { name: format!("{}{mark}", catalogue.text(key)), template };
    builtin(lang).unwrap_or_default().into_iter().map(named).collect()
}
