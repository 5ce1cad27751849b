SELECT code, label FROM code WHERE list = :list ORDER BY position
