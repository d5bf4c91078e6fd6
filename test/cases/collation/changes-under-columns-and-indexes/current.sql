CREATE COLLATION any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE TABLE users (email text COLLATE any_case UNIQUE, name text);
CREATE INDEX users_name_idx ON users (name COLLATE any_case);
CREATE VIEW names AS SELECT name COLLATE any_case AS name FROM users;
INSERT INTO users VALUES ('A@b', 'n');
