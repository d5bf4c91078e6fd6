CREATE TABLE t (a text, b integer, CONSTRAINT c1 CHECK (a IN ('x', 'y')), CONSTRAINT c2 CHECK (b BETWEEN 1 AND 5));
