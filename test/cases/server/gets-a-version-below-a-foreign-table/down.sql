DROP FOREIGN TABLE public.abroad;
DROP SERVER far;
CREATE SERVER far FOREIGN DATA WRAPPER wrap;
CREATE FOREIGN TABLE public.abroad () SERVER far;
ALTER TABLE public.abroad ADD COLUMN id integer;
ALTER TABLE public.abroad ADD COLUMN n text;
ALTER TABLE public.abroad ALTER COLUMN id SET DEFAULT 3;
ALTER TABLE public.abroad ALTER COLUMN n SET NOT NULL;
COMMENT ON COLUMN public.abroad.n IS 'far away';
