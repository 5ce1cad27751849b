SELECT audience, hidden_to, rounded_to FROM disclosure_profile ORDER BY audience
