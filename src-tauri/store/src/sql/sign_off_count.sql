SELECT count(*) AS decisions FROM sign_off;
