CREATE DOMAIN small AS smallint CHECK (VALUE < 100);
CREATE TABLE things (listed small[]);
CREATE TABLE others (id integer);
CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM things';
