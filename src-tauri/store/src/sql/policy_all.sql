SELECT body FROM policy ORDER BY effective_from
