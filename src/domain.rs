//! What a risk session is.
