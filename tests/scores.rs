//! The figures of the method, one by one: what levels, votes and solutions add up to.
//!
//! Look next at `laws` for what holds for all sessions.

mod agreement;
mod bands;
mod dots;
mod duels;
mod floors;
mod order;
mod pace;
mod residual;
mod robustness;
mod simulation;
mod teams;
