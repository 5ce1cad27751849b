-- Schema version 4: packs, the register of releases, the sharing log, questions from the public.

