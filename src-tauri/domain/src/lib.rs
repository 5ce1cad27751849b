//! What casework is: cases, items, sign-off, duties, policy, calendar, action plan.
//!
//! Pure rules. Nothing here does I/O or reads a clock, randomness or the environment: `now`, `today`
//! and ids are arguments, so that every answer can be asked again and come out the same.
#![cfg_attr(test, allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing))]

pub mod action_plan;
pub mod calendar;
pub mod code;
pub mod content;
pub mod date;
pub mod deputy;
pub mod duty;
pub mod flag;
pub mod floor;
pub mod history;
pub mod id;
pub mod item;
pub mod leaving;
pub mod level;
pub mod plan_in_force;
pub mod policy;
pub mod reference;
pub mod role;
pub mod sample;
pub mod sharing;
pub mod sign_off;
pub mod text;
