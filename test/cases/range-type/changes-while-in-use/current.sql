CREATE TYPE floatrange AS RANGE (subtype = double precision);
CREATE TABLE spans (span floatrange, spans floatmultirange);
CREATE INDEX spans_span_idx ON spans USING gist (span);
CREATE VIEW wide AS SELECT span FROM spans WHERE span @> floatrange(1, 2);
INSERT INTO spans VALUES ('[1,2.5)', '{[1,2),[3,4)}');
