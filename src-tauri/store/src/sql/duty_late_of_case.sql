SELECT due_on, snoozed_to >= :today AS at_rest FROM duty
WHERE case_id = :case AND until_on = '9999-12-31' AND start_on <= :today AND due_on < :today
