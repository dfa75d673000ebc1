INSERT INTO metrics_contractor (id, canonical) SELECT id, id FROM growth_contractor;
