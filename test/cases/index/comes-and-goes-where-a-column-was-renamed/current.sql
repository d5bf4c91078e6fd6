CREATE TABLE t (id integer, place text, size integer) PARTITION BY RANGE (id);
CREATE TABLE t1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE INDEX t_place ON t (place);
CREATE INDEX t_size ON t (size);
ALTER TABLE t ADD CONSTRAINT t_key UNIQUE (id, size);
ALTER TABLE t RENAME place TO city;
ALTER TABLE t RENAME size TO area;
INSERT INTO t VALUES (1, 'north', 2);
