SELECT day FROM bank_holiday ORDER BY day
