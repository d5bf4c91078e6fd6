DROP TABLE public.cats;
DROP TABLE public.pets;
ALTER TABLE public.animals ALTER COLUMN age DROP DEFAULT;
ALTER TABLE public.animals ALTER COLUMN age TYPE text;
ALTER TABLE public.animals ALTER COLUMN age SET DEFAULT '7'::text;
