ALTER SEQUENCE public.numbers OWNED BY public.b.n;
ALTER TABLE public.a DROP COLUMN gone;
