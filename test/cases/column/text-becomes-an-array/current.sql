CREATE TABLE posts (id integer, tags text DEFAULT '{}');
INSERT INTO posts VALUES (1, '{a,b}');
