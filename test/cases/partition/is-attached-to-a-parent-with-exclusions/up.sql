ALTER TABLE public.events_2 DROP CONSTRAINT events_2_id_excl;
-- nothing to do;
-- nothing to do;
ALTER TABLE public.events ATTACH PARTITION public.events_1 FOR VALUES FROM (1) TO (100);
DO $$ DECLARE command text; BEGIN
  SELECT format('ALTER TABLE public.events_1 RENAME CONSTRAINT %I TO %I', k.conname, 'named') INTO command
    FROM pg_constraint k JOIN pg_constraint p ON p.oid = k.conparentid
   WHERE p.conrelid = 'public.events'::regclass AND p.conname = 'one_at_a_time'
     AND k.conrelid = 'public.events_1'::regclass AND k.conname <> 'named';
  IF FOUND THEN EXECUTE command; END IF;
END $$;
ALTER TABLE public.events ATTACH PARTITION public.events_2 FOR VALUES FROM (100) TO (200);
