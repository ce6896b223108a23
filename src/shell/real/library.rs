//! The thread of the library: it reads every session to list them, which may take a while.
//!
//! Not here: what is in a list ([`crate::shell::sessions::list`]).

use std::io;
use std::sync::Arc;
use std::sync::mpsc::{self, Sender};
use std::thread;

use super::Wake;
use crate::app::Event;
use crate::shell::sessions;
use crate::shell::words::Words;
use crate::store::paths::Places;
use crate::store::storage::Storage;

/// A handle on the thread.
#[derive(Debug, Clone)]
pub(in crate::shell) struct Library {
    requests: Sender<()>,
}

impl Library {
    /// Starts the thread; its lists go to the outbox.
    ///
    /// # Errors
    /// What the system says if it has no thread to give.
    pub(in crate::shell) fn start(
        storage: Arc<dyn Storage>,
        places: Places,
        words: Arc<Words>,
        outbox: Sender<Wake>,
    ) -> io::Result<Self> {
        let (requests, inbox) = mpsc::channel();
        thread::Builder::new().name("library".to_owned()).spawn(move || {
            while inbox.recv().is_ok() {
                // One list answers all who asked before it began.
                while inbox.try_recv().is_ok() {}
                let list = sessions::list(&*storage, &places, &words);
                if outbox.send(Wake::Event(Event::Listed(list))).is_err() {
                    return;
                }
            }
        })?;
        Ok(Self { requests })
    }

    /// Asks for a new list, and does not wait.
    pub(in crate::shell) fn scan(&self) {
        // The thread ends with the program.
        let _ = self.requests.send(());
    }
}
