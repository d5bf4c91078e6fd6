CREATE TABLE public.events (
  device integer,
  at integer,
  CONSTRAINT known FOREIGN KEY (device) REFERENCES public.devices (id)
) PARTITION BY RANGE (at);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (1) TO (100);
DO $$ DECLARE command text; BEGIN
  SELECT format('ALTER TABLE public.events_1 RENAME CONSTRAINT %I TO %I', k.conname, 'known_1') INTO command
    FROM pg_constraint k JOIN pg_constraint p ON p.oid = k.conparentid
   WHERE p.conrelid = 'public.events'::regclass AND p.conname = 'known'
     AND k.conrelid = 'public.events_1'::regclass AND k.conname <> 'known_1';
  IF FOUND THEN EXECUTE command; END IF;
END $$;
ALTER TABLE public.events_1 ADD CONSTRAINT known CHECK (device > 0);
