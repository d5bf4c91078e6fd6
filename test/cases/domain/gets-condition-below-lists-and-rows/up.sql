DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT few;
ALTER TABLE public.t ALTER COLUMN mails DROP DEFAULT;
ALTER DOMAIN public.inner_one DROP CONSTRAINT inner_one_check;
ALTER DOMAIN public.outer_list DROP CONSTRAINT outer_list_check;
ALTER DOMAIN public.wider DROP CONSTRAINT wider_check;
ALTER TYPE public.contact RENAME TO contact__old;
ALTER DOMAIN public.email RENAME TO email__old;
CREATE DOMAIN public.email AS text CONSTRAINT email_at CHECK (VALUE ~ '@'::text) CONSTRAINT email_check CHECK (VALUE <> ''::text);
CREATE TYPE public.contact AS (
  mail public.email,
  n public.plain
);
ALTER TABLE public.t ALTER COLUMN c TYPE public.contact USING c::text::public.contact;
ALTER TABLE public.t ALTER COLUMN mails TYPE public.email[] USING mails::text[]::public.email[];
ALTER TABLE public.t ALTER COLUMN own TYPE public.email USING own::text::public.email;
DROP TYPE public.contact__old;
DROP DOMAIN public.email__old;
-- nothing to do;
ALTER DOMAIN public.loose RENAME TO loose__old;
CREATE DOMAIN public.loose AS integer CONSTRAINT loose_check CHECK (VALUE < 100);
ALTER TABLE public.t ALTER COLUMN ls TYPE public.loose[] USING ls::integer[]::public.loose[];
DROP DOMAIN public.loose__old;
-- nothing to do;
ALTER TYPE public.contact RENAME TO contact__old;
ALTER DOMAIN public.plain RENAME TO plain__old;
CREATE DOMAIN public.plain AS integer CONSTRAINT plain_not_null NOT NULL;
CREATE TYPE public.contact AS (
  mail public.email,
  n public.plain
);
ALTER TABLE public.t ALTER COLUMN c TYPE public.contact USING c::text::public.contact;
ALTER TABLE public.t ALTER COLUMN ns TYPE public.plain[] USING ns::integer[]::public.plain[];
DROP TYPE public.contact__old;
DROP DOMAIN public.plain__old;
ALTER DOMAIN public.wider DROP NOT NULL;
-- nothing to do;
-- nothing to do;
ALTER TABLE public.t ALTER COLUMN mails SET DEFAULT '{}'::public.email[];
ALTER TABLE public.t ADD CONSTRAINT few CHECK (cardinality(mails) < 9);
CREATE VIEW public.v AS
SELECT id,
    mails,
    (c).mail AS mail
   FROM public.t;
