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
