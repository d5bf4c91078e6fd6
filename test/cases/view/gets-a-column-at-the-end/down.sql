ALTER VIEW public.v ALTER COLUMN name DROP DEFAULT;
DROP VIEW public.w;
DROP VIEW public.v;
CREATE VIEW public.v AS
SELECT id
   FROM public.t
  WHERE ((status)::text = ANY (ARRAY['a'::character varying, 'b'::character varying]));
CREATE VIEW public.w WITH (security_barrier=true) AS
SELECT id
   FROM public.v;
