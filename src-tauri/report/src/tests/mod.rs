//! What must hold of a summary and of every file made from it.

mod builders;
mod counts;
mod earlier;
mod edges;
mod files;
mod inspection;
mod laws;
mod leaving;
mod menu;
mod metadata;
mod register;
