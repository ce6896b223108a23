//! What the next window tells and offers after a kill.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use riskroom::store::paths::Places;
use riskroom::store::recover::{self, Found};
use riskroom::store::storage::Disk;

use crate::support::pty::{Home, Window};

/// Longer than anything takes on a busy machine.
const LONG: Duration = Duration::from_secs(30);

fn begin(home: &Home) -> (Window, PathBuf) {
    let mut window = home.start(&["--theme", "dark", "new", "Checkout Q4"]);
    window.wait_for("IDENTIFY");
    let [path] = &home.sessions()[..] else { panic!("{:?}", home.sessions()) };
    (window, path.clone())
}

/// Waits until this is on disk.
fn wait(window: &mut Window, home: &Home, path: &Path, is_there: impl Fn(&Found) -> bool) {
    let until = Instant::now() + LONG;
    while !recover::read(&Disk, &Places::within(home.path()), path).is_ok_and(|found| is_there(&found)) {
        assert!(Instant::now() < until, "it does not come to the disk:\n{}", window.contents());
        window.listen();
    }
}

#[test]
fn the_banner_tells_how_many_changes_were_recovered() {
    for count in [1, 2, 7] {
        let home = Home::new();
        let (mut window, path) = begin(&home);
        window.keys("a").wait_for("EDIT");
        for number in 0..count {
            window.keys(&format!("Risk {number}\r"));
        }
        wait(&mut window, &home, &path, |found| found.history.revision() == count);
        window.kill();

        let mut window = home.start(&["--theme", "dark", path.to_str().unwrap()]);
        let changes = if count == 1 { "change" } else { "changes" };
        window.wait_for(&format!("Recovered {count} {changes} after an unexpected stop"));
        window.wait_for("Nothing lost.").wait_for(&format!("Risk {}", count - 1)).keys("qq");
        assert_eq!(window.end(), 0);
        // It is told once.
        let mut window = home.start(&["--theme", "dark", path.to_str().unwrap()]);
        window.wait_for("Risk 0");
        assert!(!window.contents().contains("Recovered"), "{}", window.contents());
        window.keys("qq");
        assert_eq!(window.end(), 0);
    }
}

#[test]
fn a_text_being_typed_when_it_was_killed_is_gone_on_with() {
    for risks in [0, 2] {
        let home = Home::new();
        let (mut window, path) = begin(&home);
        window.keys("a").wait_for("EDIT");
        for number in 0..risks {
            window.keys(&format!("Risk {number}\r")).wait_for(&format!("Risk {number}"));
        }
        window.keys("Half a ri");
        wait(&mut window, &home, &path, |found| {
            found.history.revision() == risks && found.drafts.iter().any(|draft| draft.text == "Half a ri")
        });
        window.kill();

        let mut window = home.start(&["--theme", "dark", path.to_str().unwrap()]);
        if risks > 0 {
            // One banner after the other: this one offers to read all messages.
            window.wait_for("Recovered 2 changes").keys("go").wait_for("Messages of this run");
            window.keys("\x1b").wait_without("Messages of this run");
        }
        window.wait_for("An unfinished text was kept (new risk).").keys("go").wait_for("Half a ri");
        window.keys("sk\r").wait_for("Half a risk").keys("\x1b").wait_without("EDIT").keys("qq");
        assert_eq!(window.end(), 0);
        let found = recover::read(&Disk, &Places::within(home.path()), &path).unwrap();
        let last = found.history.session().risks.last().unwrap().title.to_string();
        assert_eq!((found.history.revision(), &*last), (risks + 1, "Half a risk"));
        assert_eq!(found.drafts, []);
    }
}
