SET ROLE guildhall_owner;
DROP VIEW growth_engagement, growth_contractor;
DROP FUNCTION growth_v7;
DROP TABLE growth_known, growth_people;
