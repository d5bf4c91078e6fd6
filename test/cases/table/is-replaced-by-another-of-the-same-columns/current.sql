CREATE TABLE old_name (id integer PRIMARY KEY);
INSERT INTO old_name VALUES (1);
