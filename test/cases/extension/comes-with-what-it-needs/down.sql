ALTER TABLE public.words DROP COLUMN tags;
DROP EXTENSION hstore;
DROP SCHEMA tools;
DROP INDEX public.words_word_idx;
DROP EXTENSION pg_trgm;
CREATE EXTENSION pg_trgm SCHEMA public VERSION '1.5';
CREATE INDEX words_word_idx ON public.words USING gin (word public.gin_trgm_ops);
