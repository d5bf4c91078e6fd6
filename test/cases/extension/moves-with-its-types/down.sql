DROP VIEW public.names;
ALTER TABLE public.people ALTER COLUMN tags DROP DEFAULT;
ALTER DOMAIN public.mail DROP CONSTRAINT mail_check;
ALTER EXTENSION citext SET SCHEMA public;
ALTER DOMAIN public.mail ADD CONSTRAINT mail_check CHECK (VALUE OPERATOR(public.<>) ''::public.citext);
ALTER TABLE public.people ALTER COLUMN tags SET DEFAULT '{}'::public.citext[];
CREATE VIEW public.names AS
SELECT name
   FROM public.people;
