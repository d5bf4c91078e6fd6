CREATE TYPE span AS RANGE (SUBTYPE = bigint);
CREATE TABLE shops (first span, open span_multirange DEFAULT '{}', lists span_multirange[]);
CREATE INDEX shops_open_idx ON shops USING gist (open);
INSERT INTO shops VALUES ('[1,3)', '{[1,3)}', '{}');
