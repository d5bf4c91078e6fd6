ALTER TABLE public.cats ALTER COLUMN n TYPE double precision;
ALTER TABLE public.cats RENAME COLUMN n TO "n aside";
ALTER TABLE public.animals ADD COLUMN n double precision;
UPDATE ONLY public.cats SET n = "n aside";
ALTER TABLE public.cats DROP COLUMN "n aside";
