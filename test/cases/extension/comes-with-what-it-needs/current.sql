CREATE EXTENSION pg_trgm VERSION '1.5';
CREATE TABLE words (word text);
CREATE INDEX words_word_idx ON words USING gin (word gin_trgm_ops);
