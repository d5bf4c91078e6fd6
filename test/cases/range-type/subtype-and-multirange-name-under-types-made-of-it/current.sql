CREATE TYPE span AS RANGE (subtype = integer, multirange_type_name = public.spans);
CREATE TYPE visit AS (open spans);
CREATE DOMAIN often AS spans;
CREATE TYPE week AS (days spans[], hours often);
CREATE TABLE shops (id bigint, visited visit, open often, closed spans[], week week, during spans);
INSERT INTO shops VALUES (1, NULL, '{[1,3)}', '{"{[1,3)}"}', ROW('{"{[1,3)}"}', '{[1,3)}'), NULL);
