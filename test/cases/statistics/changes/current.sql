CREATE TABLE places (city text, zip text, size integer);
CREATE STATISTICS place ON city, zip FROM places;
CREATE STATISTICS sizes (mcv) ON city, size, lower(zip) FROM places;
ALTER STATISTICS place SET STATISTICS 100;
