//! Small numbers in tables.
#![cfg_attr(test, allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used))]

mod attack;
mod dimension;
mod exact;
mod model;
mod primary;
mod profile;
mod publish;
mod refusal;
mod release;
mod secondary;
mod seed;
mod table;
mod world;

pub use attack::{Known, attack, audit};
pub use dimension::{Category, Dimension};
pub use profile::{Audience, Profile, ProfileError};
pub use publish::{Cost, publish};
pub use refusal::Refusal;
pub use release::{Release, Shown, Why};
pub use seed::Seed;
pub use table::{Population, Series, Table, TableError};
