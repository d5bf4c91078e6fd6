ALTER TABLE public.t DROP CONSTRAINT t___proto___check;
ALTER TYPE public.ty ALTER ATTRIBUTE __proto__ TYPE bigint CASCADE;
ALTER TABLE public.t ALTER COLUMN __proto__ TYPE bigint;
ALTER TABLE public.u ALTER COLUMN t_id TYPE bigint;
ALTER TABLE public.t ADD CONSTRAINT t___proto___check CHECK (__proto__ > 1);
