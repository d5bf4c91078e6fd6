CREATE TABLE public."t2 aside" AS SELECT id, n FROM public.t2;
TRUNCATE public.t2;
CREATE TABLE public."t1 aside" AS SELECT id, n FROM public.t1;
TRUNCATE public.t1;
ALTER TABLE public.t DETACH PARTITION public.t2;
ALTER TABLE public.t DETACH PARTITION public.t1;
ALTER TABLE public.t2 DROP CONSTRAINT IF EXISTS by_hand;
ALTER TABLE public.t ATTACH PARTITION public.t2 FOR VALUES IN (1);
DO $$ DECLARE command text; BEGIN
  SELECT format('ALTER TABLE public.t2 RENAME CONSTRAINT %I TO %I', k.conname, 'by_hand') INTO command
    FROM pg_constraint k JOIN pg_constraint p ON p.oid = k.conparentid
   WHERE p.conrelid = 'public.t'::regclass AND p.conname = 't_apart'
     AND k.conrelid = 'public.t2'::regclass AND k.conname <> 'by_hand';
  IF FOUND THEN EXECUTE command; END IF;
END $$;
ALTER TABLE public.t1 DROP CONSTRAINT IF EXISTS t1_id_excl;
ALTER TABLE public.t ATTACH PARTITION public.t1 FOR VALUES IN (0);
INSERT INTO public.t (id, n) OVERRIDING SYSTEM VALUE SELECT id, n FROM public."t2 aside";
DROP TABLE public."t2 aside";
INSERT INTO public.t (id, n) OVERRIDING SYSTEM VALUE SELECT id, n FROM public."t1 aside";
DROP TABLE public."t1 aside";
