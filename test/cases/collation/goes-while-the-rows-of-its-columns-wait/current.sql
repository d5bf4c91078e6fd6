CREATE COLLATION swedish (provider = icu, locale = 'sv', deterministic = false);
CREATE DOMAIN word AS text COLLATE swedish;
CREATE TABLE grid (a integer, b text COLLATE swedish, c word);
INSERT INTO grid VALUES (1, 'å', 'ä');
CREATE TABLE many (a integer, c word) PARTITION BY RANGE (a);
CREATE TABLE many_1 PARTITION OF many FOR VALUES FROM (0) TO (100);
INSERT INTO many VALUES (1, 'ö'), (70, 'é');
