CREATE TABLE users (id bigint PRIMARY KEY) WITH (fillfactor = 70);
CREATE FUNCTION counted() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) FROM users; END;
INSERT INTO users VALUES (1);
