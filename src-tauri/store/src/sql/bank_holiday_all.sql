SELECT day, title FROM bank_holiday ORDER BY day
