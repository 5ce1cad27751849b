//! How the register is kept: one SQLCipher file, its key file, its audit chain, its backups.
