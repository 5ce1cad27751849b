UPDATE deputy SET ended_on = :on WHERE id = :id
