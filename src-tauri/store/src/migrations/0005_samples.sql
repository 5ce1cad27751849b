-- Schema version 5: samples for audit and what was found.

