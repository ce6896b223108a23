//! The people in the room.

use serde::{Deserialize, Serialize};

use super::{Name, PersonId};

/// What a participant does in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Seat {
    /// Votes.
    Voter,
    /// Watches and speaks, but does not vote.
    Observer,
}

/// Somebody who takes part. Their place in [`Session::people`](super::Session::people) is their seat in the order of
/// voting.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Participant {
    /// Who; votes belong to this id, not to the seat.
    pub id: PersonId,
    /// The name people call them.
    pub name: Name,
    /// The team they speak for.
    pub team: Option<Name>,
    /// Voter or observer.
    pub seat: Seat,
    /// Whether they are in the room now.
    pub present: bool,
}
