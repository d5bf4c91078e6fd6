CREATE TABLE t (payload jsonb);
CREATE INDEX t_payload_idx ON t USING gin (payload);
INSERT INTO t VALUES ('{"a": 1}');
