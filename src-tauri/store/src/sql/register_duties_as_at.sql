SELECT duties_as_at FROM register
