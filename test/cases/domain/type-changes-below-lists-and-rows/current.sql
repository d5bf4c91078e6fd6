CREATE DOMAIN one AS integer CHECK (VALUE > 0);
CREATE DOMAIN two AS one;
CREATE DOMAIN list AS two[];
CREATE TYPE pair AS (a two, b list);
CREATE DOMAIN full_pair AS pair;
CREATE TABLE t (v two, l list, p pair, f full_pair);
INSERT INTO t VALUES (1, '{2,3}', '(4,"{5}")', '(6,"{7}")');
