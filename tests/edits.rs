//! What edits do, and each reason they are refused for.
//!
//! A refusal leaves the session as it was: [`refuses`] looks. Look next at `laws` for arbitrary edits.

mod history;
mod limits;
mod risks;
mod settings;
mod solutions;

use riskroom::domain::{Edit, Refusal, Session};

/// The edit is refused for this reason, and nothing has changed.
fn refuses(session: &Session, edit: &Edit, refusal: &Refusal) {
    let mut after = session.clone();
    assert_eq!(after.apply(edit).as_ref(), Err(refusal), "{edit:?}");
    assert_eq!(after, *session, "a refused edit leaves no trace");
}

/// The session after these edits, all accepted.
fn after(mut session: Session, edits: impl IntoIterator<Item = Edit>) -> Session {
    for edit in edits {
        assert_eq!(session.apply(&edit), Ok(()), "{edit:?}");
    }
    assert_eq!(session.check(), []);
    session
}
