CREATE TYPE mood AS ENUM ('sad', 'ok', 'happy', 'gone');
COMMENT ON TYPE mood IS 'How somebody feels';
CREATE DOMAIN state AS mood DEFAULT 'ok' CONSTRAINT not_sad CHECK (VALUE <> 'sad');
CREATE TYPE pair AS (a mood, b state);
COMMENT ON COLUMN pair.a IS 'The first';
CREATE FUNCTION is_ok(mood) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$SELECT $1 = 'ok'$$;
CREATE TABLE moods (mood mood PRIMARY KEY);
CREATE TABLE people (
  id integer PRIMARY KEY,
  mood mood NOT NULL DEFAULT 'ok' REFERENCES moods,
  moods mood[] DEFAULT ARRAY['ok'::mood],
  state state,
  pair pair,
  pairs pair[],
  fine boolean GENERATED ALWAYS AS (mood = 'ok') STORED,
  CONSTRAINT not_gone CHECK (mood <> 'ok' OR id > 0)
);
CREATE INDEX people_mood_idx ON people (mood);
CREATE INDEX people_ok_idx ON people (is_ok(mood)) WHERE mood <> 'sad';
CREATE VIEW fine_people AS SELECT id, mood FROM people WHERE mood = 'ok';
CREATE POLICY visible ON people USING (mood <> 'sad');
INSERT INTO moods VALUES ('ok'), ('happy');
INSERT INTO people (id, mood, moods, state, pair, pairs)
VALUES (1, 'ok', '{ok,happy}', 'happy', ROW('ok', 'happy'), ARRAY[ROW('happy', 'ok')::pair]), (2, 'happy', NULL, NULL, NULL, NULL);
