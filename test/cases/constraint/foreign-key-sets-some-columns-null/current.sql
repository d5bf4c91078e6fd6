CREATE TABLE a (tenant integer, id integer, PRIMARY KEY (tenant, id));
CREATE TABLE b (tenant integer, a_id integer);
INSERT INTO a VALUES (1, 1);
INSERT INTO b VALUES (1, 1);
