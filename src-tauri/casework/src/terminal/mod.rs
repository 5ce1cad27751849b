//! What only the command line does: a demonstration register, everything out, everything in.
