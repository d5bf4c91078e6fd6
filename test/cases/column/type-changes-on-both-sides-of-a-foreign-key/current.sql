CREATE TABLE parents (id integer PRIMARY KEY);
CREATE TABLE children (parent_id integer REFERENCES parents);
INSERT INTO parents VALUES (1);
INSERT INTO children VALUES (1);
