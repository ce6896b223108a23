//! The templates a session can be made from: those of the program, then the user's own.

use super::Sessions;
use crate::app::Event;
use crate::app::prepare::Offered;
use crate::store::{sentence, templates};
use crate::text::template::builtin;

impl Sessions {
    /// The templates there are, and a sentence for each file that holds none.
    #[must_use]
    pub fn templates(&self) -> Event {
        let catalogue = self.desk.words.catalogue();
        let own = builtin(catalogue.lang()).unwrap_or_default().into_iter();
        let named = |(key, template): (&str, _)| Offered { name: catalogue.text(key).to_owned(), template };
        let mut templates: Vec<Offered> = own.map(named).collect();
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
