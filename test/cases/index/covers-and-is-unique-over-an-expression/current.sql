CREATE TABLE users (email text, name text);
CREATE INDEX users_email_idx ON users (email);
INSERT INTO users VALUES ('A@x', 'a');
