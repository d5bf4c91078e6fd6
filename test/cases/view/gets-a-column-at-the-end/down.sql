ALTER VIEW public.v ALTER COLUMN name DROP DEFAULT;
ALTER VIEW public.w SET (security_barrier=on);
DROP VIEW public.w;
DROP VIEW public.v;
CREATE VIEW public.v AS
SELECT id
   FROM public.t
  WHERE ((status)::text = ANY (ARRAY['a'::character varying, 'b'::character varying]));
CREATE VIEW public.w WITH (security_barrier=on) AS
SELECT id
   FROM public.v;
