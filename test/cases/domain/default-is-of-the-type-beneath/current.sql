CREATE DOMAIN small AS text;
CREATE DOMAIN several AS small DEFAULT '5' CHECK (VALUE::text <> 'x');
CREATE TABLE t (s several);
INSERT INTO t VALUES ('7');
