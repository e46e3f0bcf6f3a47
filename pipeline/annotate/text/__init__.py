"""What words, punctuation, capitals and layout tell by themselves, whoever is meant."""
