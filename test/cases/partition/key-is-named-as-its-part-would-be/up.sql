ALTER TABLE public.t ADD CONSTRAINT t1_pkey PRIMARY KEY (id);
DO $$ DECLARE command text; BEGIN
  SELECT format('ALTER TABLE public.t1 RENAME CONSTRAINT %I TO %I', k.conname, 't_pkey') INTO command
    FROM pg_constraint k JOIN pg_constraint p ON p.oid = k.conparentid
   WHERE p.conrelid = 'public.t'::regclass AND p.conname = 't1_pkey'
     AND k.conrelid = 'public.t1'::regclass AND k.conname <> 't_pkey';
  IF FOUND THEN EXECUTE command; END IF;
END $$;
