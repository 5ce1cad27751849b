INSERT INTO duty (case_id, place, rule, family, subject, start_on, due_on, met_on, until_on, level_rank, explanation, snoozed_to,
                  team_id, practitioner_id, manager_id)
VALUES (:case, :place, :rule, :family, :subject, :start_on, :due_on, :met_on, :until_on, :level_rank, :explanation, :snoozed_to,
        :team, :practitioner, :manager)
