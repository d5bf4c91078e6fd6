ALTER TABLE public.animals ALTER COLUMN weight DROP DEFAULT;
ALTER TABLE public.animals ALTER COLUMN weight TYPE numeric(8,2) USING weight::numeric(8,2);
ALTER TABLE public.cats ALTER COLUMN weight SET STORAGE EXTERNAL;
ALTER TABLE public.animals ALTER COLUMN weight SET DEFAULT 7;
