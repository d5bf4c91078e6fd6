CREATE TABLE cache (key text PRIMARY KEY, value text);
INSERT INTO cache VALUES ('a', '1');
