CREATE TABLE one (id bigint, note varchar(20));
CREATE TABLE two (id bigint);
CREATE TABLE toys () INHERITS (two, one);
INSERT INTO toys VALUES (1, 'x');
