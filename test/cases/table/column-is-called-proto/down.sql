ALTER TABLE public.t DROP CONSTRAINT t___proto___check;
ALTER TABLE public.u ALTER COLUMN t_id TYPE integer;
ALTER TABLE public.t ALTER COLUMN __proto__ TYPE integer;
ALTER TYPE public.ty ALTER ATTRIBUTE __proto__ TYPE integer CASCADE;
ALTER TABLE public.t ADD CONSTRAINT t___proto___check CHECK (__proto__ > 0);
