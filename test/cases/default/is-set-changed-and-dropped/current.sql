CREATE TABLE t (new integer, other text DEFAULT 'a', gone boolean DEFAULT true);
INSERT INTO t VALUES (1, 'b', false);
