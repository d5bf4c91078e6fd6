CREATE TABLE parents (id integer CONSTRAINT old_name PRIMARY KEY, code text NOT NULL);
CREATE TABLE children (parent_id integer REFERENCES parents);
INSERT INTO parents VALUES (1, 'a');
INSERT INTO children VALUES (1);
