//! What must hold of the whole program, through its own doors: the verbs, the files, the register on disk.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod action_plan;
mod audit;
mod bad_input;
mod bank_holidays;
mod behalf;
mod calendar;
mod causes;
mod census;
mod flags;
mod history;
mod import_export;
mod inspection;
mod leaving;
mod lists;
mod meeting;
mod office;
mod oversight;
mod packs;
mod past_days;
mod policy;
mod progress;
mod reckoning;
mod reopening;
mod review_dates;
mod roles;
mod rooms;
mod samples;
mod secrets;
mod sharing;
mod sign_off;
mod tracker;
mod window;
mod worklist;
mod year;
