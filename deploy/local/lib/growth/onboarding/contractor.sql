INSERT INTO onboarding_contractor (id, canonical) SELECT id, id FROM growth_contractor;
