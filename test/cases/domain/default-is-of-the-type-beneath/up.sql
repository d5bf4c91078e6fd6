ALTER DOMAIN public.several RENAME TO several__old;
ALTER DOMAIN public.small RENAME TO small__old;
CREATE DOMAIN public.small AS smallint;
CREATE DOMAIN public.several AS public.small DEFAULT 6 CONSTRAINT several_check CHECK ((VALUE)::text <> 'x'::text);
ALTER TABLE public.t ALTER COLUMN s TYPE public.several USING (s::text)::smallint::public.several;
DROP DOMAIN public.several__old;
DROP DOMAIN public.small__old;
