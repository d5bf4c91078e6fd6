CREATE TABLE users (id integer, twice integer GENERATED ALWAYS AS (id * 2) STORED);
CREATE INDEX users_twice ON users (twice);
INSERT INTO users VALUES (1), (2);
