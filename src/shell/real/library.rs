//! The thread of the library: it lists the sessions and searches them, which may take a while.
//!
//! A list shows what is known at once and the rest as it is read; a search ends when another one is asked for. Not here: what
//! is in a list ([`crate::shell::sessions::list`]).

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

use super::Wake;
use crate::app::Event;
use crate::shell::clock::now;
use crate::shell::search;
use crate::shell::sessions;
use crate::shell::words::Words;
use crate::store::index::Index;
use crate::store::paths::Places;
use crate::store::storage::Storage;

/// How often it is told how far the reading is.
const OFTEN: Duration = Duration::from_millis(200);
/// How often what is known so far is shown.
const SELDOM: Duration = Duration::from_secs(2);

/// What the thread is asked for.
#[derive(Debug)]
enum Request {
    List,
    Search(String, u64),
}

/// A handle on the thread.
#[derive(Debug, Clone)]
pub(in crate::shell) struct Library {
    requests: Sender<Request>,
    /// The number of the newest search.
    newest: Arc<AtomicU64>,
}

/// What the thread works with.
struct Desk {
    storage: Arc<dyn Storage>,
    places: Places,
    /// Files that were named at the start, wherever they lie.
    others: Vec<PathBuf>,
    words: Arc<Words>,
    index: Index,
    newest: Arc<AtomicU64>,
    outbox: Sender<Wake>,
}

impl Library {
    /// Starts the thread; its lists go to the outbox.
    ///
    /// # Errors
    /// What the system says if it has no thread to give.
    pub(in crate::shell) fn start(
        storage: Arc<dyn Storage>,
        places: Places,
        others: Vec<PathBuf>,
        words: Arc<Words>,
        outbox: Sender<Wake>,
    ) -> io::Result<Self> {
        let (requests, inbox) = mpsc::channel();
        let newest = Arc::new(AtomicU64::new(0));
        let index = Index::default();
        let mut desk = Desk { storage, places, others, words, index, newest: Arc::clone(&newest), outbox };
        thread::Builder::new().name("library".to_owned()).spawn(move || desk.work(&inbox))?;
        Ok(Self { requests, newest })
    }

    /// Asks for a new list, and does not wait.
    pub(in crate::shell) fn scan(&self) {
        // The thread ends with the program.
        let _ = self.requests.send(Request::List);
    }

    /// Asks for what is found in all sessions, and does not wait; searches before this one end.
    pub(in crate::shell) fn search(&self, words: String) {
        let number = self.newest.fetch_add(1, Ordering::Relaxed) + 1;
        let _ = self.requests.send(Request::Search(words, number));
    }
}

impl Desk {
    fn work(&mut self, inbox: &Receiver<Request>) {
        while let Ok(first) = inbox.recv() {
            // One list answers all who asked before it began, and only the newest search is wanted.
            let (mut lists, mut wanted) = (false, None);
            for request in std::iter::once(first).chain(inbox.try_iter()) {
                match request {
                    Request::List => lists = true,
                    Request::Search(words, number) => wanted = Some((words, number)),
                }
            }
            let told =
                (!lists || self.list()) && wanted.is_none_or(|(words, number)| self.search(&words, number));
            if !told {
                return;
            }
        }
    }

    /// Lists the sessions; whether anybody listens.
    fn list(&mut self) -> bool {
        let (mut told, mut shown) = (Instant::now(), Instant::now());
        let Self { storage, places, others, words, index, outbox, .. } = self;
        let list = sessions::list(index, &**storage, places, others, words, now(), |progress, known| {
            if told.elapsed() >= OFTEN {
                told = Instant::now();
                let reading = Event::Reading { done: progress.done, of: progress.of };
                let _ = outbox.send(Wake::Event(reading));
            }
            if shown.elapsed() >= SELDOM {
                shown = Instant::now();
                let known = sessions::listed(known.to_vec(), words);
                let _ = outbox.send(Wake::Event(Event::Listed(known)));
            }
        });
        self.outbox.send(Wake::Event(Event::Listed(list))).is_ok()
    }

    /// Searches them; whether anybody listens.
    fn search(&mut self, wanted: &str, number: u64) -> bool {
        let newest = &self.newest;
        let goes_on = || newest.load(Ordering::Relaxed) == number;
        match search::search(&self.index, &*self.storage, &self.places, wanted, goes_on) {
            Some(found) => self.outbox.send(Wake::Event(Event::Found(found))).is_ok(),
            None => true,
        }
    }
}
