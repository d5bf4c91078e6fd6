ALTER TABLE public.a ADD COLUMN gone integer;
ALTER SEQUENCE public.numbers OWNED BY public.a.gone;
