DROP VIEW public.v;
ALTER TABLE public.t DROP CONSTRAINT few;
ALTER TABLE public.t ALTER COLUMN mails DROP DEFAULT;
ALTER DOMAIN public.email DROP CONSTRAINT email_at;
ALTER DOMAIN public.loose DROP CONSTRAINT loose_check;
ALTER DOMAIN public.loose ADD CONSTRAINT loose_check CHECK (VALUE < 100) NOT VALID;
ALTER DOMAIN public.wider RENAME TO wider__old;
CREATE DOMAIN public.wider AS integer CONSTRAINT wider_not_null NOT NULL CONSTRAINT wider_check CHECK (VALUE > 0);
ALTER TABLE public.t ALTER COLUMN ws TYPE public.wider[] USING ws::integer[]::public.wider[];
DROP DOMAIN public.wider__old;
ALTER DOMAIN public.plain DROP NOT NULL;
ALTER DOMAIN public.outer_list RENAME TO outer_list__old;
CREATE DOMAIN public.outer_list AS public.inner_one[] CONSTRAINT outer_list_check CHECK (cardinality(VALUE) < 9);
ALTER TABLE public.t ALTER COLUMN os TYPE public.outer_list[] USING os::public.inner_one[][]::public.outer_list[];
DROP DOMAIN public.outer_list__old;
-- nothing to do;
ALTER DOMAIN public.outer_list RENAME TO outer_list__old;
ALTER DOMAIN public.inner_one RENAME TO inner_one__old;
CREATE DOMAIN public.inner_one AS text CONSTRAINT inner_one_check CHECK (VALUE <> ''::text);
CREATE DOMAIN public.outer_list AS public.inner_one[] CONSTRAINT outer_list_check CHECK (cardinality(VALUE) < 9);
ALTER TABLE public.t ALTER COLUMN os TYPE public.outer_list[] USING os::text::public.outer_list[];
DROP DOMAIN public.outer_list__old;
DROP DOMAIN public.inner_one__old;
-- nothing to do;
-- nothing to do;
-- nothing to do;
-- nothing to do;
ALTER TABLE public.t ALTER COLUMN mails SET DEFAULT '{}'::public.email[];
ALTER TABLE public.t ADD CONSTRAINT few CHECK (cardinality(mails) < 9);
CREATE VIEW public.v AS
SELECT id,
    mails,
    (c).mail AS mail
   FROM public.t;
