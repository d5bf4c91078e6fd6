CREATE DOMAIN email AS text COLLATE "C";
CREATE TABLE users (id integer NOT NULL, mails email[]);
CREATE TABLE others (id integer NOT NULL);
CREATE TABLE children () INHERITS (users);
CREATE TABLE grandchildren () INHERITS (children, others);
INSERT INTO grandchildren VALUES (1, '{ok,sad}');
