CREATE DOMAIN score AS int DEFAULT (CASE WHEN 1 BETWEEN 0 AND 2 AND true THEN 1 END)
  CHECK (VALUE BETWEEN 0 AND 100 AND VALUE <> 13);
CREATE TABLE trips (
  id int,
  speed int DEFAULT (CASE WHEN 1 NOT BETWEEN 0 AND 2 OR true THEN 1 END),
  kind varchar(10),
  fast boolean GENERATED ALWAYS AS (speed BETWEEN 90 AND 200 AND id > 0) STORED,
  during int4range,
  CONSTRAINT in_range CHECK (speed BETWEEN 0 AND 200 AND id > 0),
  CONSTRAINT pairs CHECK ((id, speed) <> (1, 2) OR kind = 'x'),
  CONSTRAINT alone EXCLUDE USING gist (during WITH &&) WHERE (speed NOT BETWEEN 10 AND 20 OR id < 0)
);
CREATE INDEX middling ON trips (id) WHERE speed BETWEEN 30 AND 50 AND kind IN ('a', 'b');
CREATE INDEX computed ON trips ((speed BETWEEN 30 AND 50 AND id > 0));
CREATE STATISTICS seldom ON (speed BETWEEN 30 AND 50 AND id > 0), id FROM trips;
CREATE POLICY near ON trips USING (speed BETWEEN 0 AND 30 AND id > 0) WITH CHECK ((id, speed) = (1, 2) AND fast);
CREATE TABLE divided (a int, b int) PARTITION BY LIST ((a BETWEEN 1 AND 2 AND b > 0));
CREATE FUNCTION is_slow(v int, d boolean DEFAULT 1 BETWEEN 0 AND 2 AND true) RETURNS boolean LANGUAGE sql
  BEGIN ATOMIC SELECT v BETWEEN 0 AND 30 AND d; END;
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touched BEFORE UPDATE ON trips FOR EACH ROW
  WHEN (NEW.speed BETWEEN 1 AND 2 AND OLD.id > 0) EXECUTE FUNCTION touch();
CREATE RULE quiet AS ON UPDATE TO trips WHERE NEW.speed BETWEEN 1 AND 2 AND OLD.id > 0
  DO INSTEAD UPDATE divided SET b = 1 WHERE a BETWEEN 1 AND 2 AND b > 0;
CREATE VIEW slow AS
  SELECT id, 'a BETWEEN ((x) AND (y)) AND (z)' AS note FROM trips
   WHERE (speed BETWEEN 0 AND 30 AND id > 0) OR (speed NOT BETWEEN 0 AND 90 OR id < 0) OR ((id, speed) IN ((1, 2), (3, 4)) OR fast);
CREATE MATERIALIZED VIEW ranked AS
  SELECT id, (sum(speed) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) > 1) AND fast AS good
    FROM trips WHERE ((speed BETWEEN 0 AND 30 AND fast) AND id > 0) AND 'ø😀' <> kind AND NOT (id BETWEEN 1 AND 2 AND fast);
INSERT INTO trips (id, speed, kind) VALUES (1, 10, 'x');
