//! The keys of the words of the method: which message names an approach, a status, an effort.
//!
//! The words themselves are in `words.ftl`; bands have theirs in [`formula`](super::formula).

use crate::domain::{Approach, Course, Effort, Evidence, Glance, Status};

/// The key of the name of a first-glance magnitude.
#[must_use]
pub const fn glance_key(glance: Glance) -> &'static str {
    match glance {
        Glance::Nothing => "glance-none",
        Glance::Small => "glance-small",
        Glance::Large => "glance-large",
    }
}

/// The key of the name of a kind of evidence.
#[must_use]
pub const fn evidence_key(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Guess => "evidence-guess",
        Evidence::SeenElsewhere => "evidence-elsewhere",
        Evidence::SeenHere => "evidence-here",
    }
}

/// The key of the name of an approach.
#[must_use]
pub const fn approach_key(approach: Approach) -> &'static str {
    match approach {
        Approach::Fix => "approach-fix",
        Approach::Prevent => "approach-prevent",
        Approach::Reduce => "approach-reduce",
    }
}

/// The key of the name of a status.
#[must_use]
pub const fn status_key(status: Status) -> &'static str {
    match status {
        Status::Idea => "status-idea",
        Status::Chosen => "status-chosen",
        Status::Doing => "status-doing",
        Status::Done => "status-done",
        Status::Dropped => "status-dropped",
    }
}

/// The key of the name of a decision.
#[must_use]
pub const fn course_key(course: Course) -> &'static str {
    match course {
        Course::Undecided => "decision-undecided",
        Course::Treat => "decision-treat",
        Course::Accept => "decision-accept",
        Course::Transfer => "decision-transfer",
        Course::Avoid => "decision-avoid",
    }
}

/// The key of the name of an effort.
#[must_use]
pub const fn effort_key(effort: Effort) -> &'static str {
    match effort {
        Effort::XS => "effort-xs",
        Effort::S => "effort-s",
        Effort::M => "effort-m",
        Effort::L => "effort-l",
        Effort::XL => "effort-xl",
    }
}
