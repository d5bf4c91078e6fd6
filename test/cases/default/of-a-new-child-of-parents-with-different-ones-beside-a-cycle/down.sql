ALTER TABLE public.both_of_them ALTER COLUMN n DROP DEFAULT;
DROP FUNCTION public.counted();
DROP TABLE public.both_of_them;
ALTER TABLE public.a DROP COLUMN t;
DROP TABLE public.b;
