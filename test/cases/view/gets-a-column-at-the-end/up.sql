CREATE OR REPLACE VIEW public.v WITH (check_option=local) AS
SELECT id,
    name
   FROM public.t
  WHERE ((status)::text = ANY (ARRAY['a'::character varying, 'b'::character varying]));
ALTER VIEW public.w SET (security_barrier=true);
ALTER VIEW public.v ALTER COLUMN name SET DEFAULT 'none'::character varying;
COMMENT ON COLUMN public.v.name IS 'new';
