CREATE DOMAIN price AS numeric(8,2);
CREATE TABLE users (id integer, name text COLLATE "C", paid price);
ALTER TABLE users ALTER name SET STORAGE EXTERNAL;
ALTER TABLE users ALTER paid SET STORAGE EXTERNAL;
INSERT INTO users VALUES (1, 'ann', 2.5);
