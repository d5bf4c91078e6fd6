CREATE TABLE t (ts timestamptz, a integer, p point);
