DROP VIEW public.names;
ALTER TABLE public.people ALTER COLUMN tags DROP DEFAULT;
ALTER DOMAIN public.mail DROP CONSTRAINT mail_check;
ALTER EXTENSION citext SET SCHEMA tools;
ALTER DOMAIN public.mail ADD CONSTRAINT mail_check CHECK (VALUE OPERATOR(tools.<>) ''::tools.citext);
ALTER TABLE public.people ALTER COLUMN tags SET DEFAULT '{}'::tools.citext[];
CREATE VIEW public.names AS
SELECT name
   FROM public.people;
