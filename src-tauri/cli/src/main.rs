//! The same verbs from a terminal.
fn main() {}
