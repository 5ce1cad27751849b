//! The verbs. One file per verb: parse, load, decide, write, view.
