ALTER TABLE public.orders ALTER COLUMN total DROP DEFAULT;
ALTER TABLE public.orders ALTER COLUMN total TYPE numeric(8,2) USING total::numeric(8,2);
ALTER TABLE public.orders ALTER COLUMN note TYPE character varying(10) USING note::character varying(10);
ALTER TABLE public.orders ALTER COLUMN id TYPE integer USING id::integer;
ALTER TABLE public.orders ALTER COLUMN total SET DEFAULT 0;
