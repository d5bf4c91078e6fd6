CREATE TABLE public.grandchildren__like (LIKE public.grandchildren INCLUDING CONSTRAINTS INCLUDING GENERATED);
ALTER TABLE public.grandchildren INHERIT public.grandchildren__like;
ALTER TABLE public.grandchildren NO INHERIT public.children;
ALTER TABLE public.grandchildren__like ALTER COLUMN id DROP NOT NULL;
ALTER DOMAIN public.email RENAME TO email__old;
CREATE DOMAIN public.email AS text COLLATE pg_catalog."C";
ALTER TABLE public.users ALTER COLUMN mails TYPE public.email[] USING mails::public.mood[]::text[]::public.email[];
ALTER TABLE public.grandchildren__like ALTER COLUMN mails TYPE public.email[] USING mails::public.mood[]::text[]::public.email[];
DROP DOMAIN public.email__old;
DROP TYPE public.mood;
CREATE TABLE public.others (
  id integer NOT NULL
);
ALTER TABLE public.grandchildren__like ADD CONSTRAINT users_id_not_null NOT NULL id;
ALTER TABLE public.grandchildren INHERIT public.children;
ALTER TABLE public.grandchildren INHERIT public.others;
ALTER TABLE public.grandchildren NO INHERIT public.grandchildren__like;
DROP TABLE public.grandchildren__like;
