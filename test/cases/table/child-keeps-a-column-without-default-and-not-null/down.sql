ALTER TABLE public.c RENAME COLUMN n TO "n aside";
ALTER TABLE public.p ADD COLUMN n integer DEFAULT 7 CONSTRAINT p_n_not_null NOT NULL;
UPDATE ONLY public.c SET n = "n aside";
ALTER TABLE public.c DROP COLUMN "n aside";
-- nothing to do;
-- nothing to do;
