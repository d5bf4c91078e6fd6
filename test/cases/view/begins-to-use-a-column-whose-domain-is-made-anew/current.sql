CREATE DOMAIN email AS text DEFAULT 'x@y';
CREATE TABLE users (id bigint, mail email, other email);
CREATE VIEW ids AS SELECT id FROM users;
