DELETE FROM meeting_case WHERE meeting_id = :meeting
