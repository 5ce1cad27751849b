DELETE FROM policy WHERE effective_from = :effective_from
