CREATE TABLE public.events (
  id integer,
  at integer,
  CONSTRAINT events_key UNIQUE (at)
) PARTITION BY RANGE (at);
CREATE INDEX events_id ON public.events (id);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (1) TO (100);
DO $$ DECLARE command text; BEGIN
  SELECT format('ALTER TABLE public.events_1 RENAME CONSTRAINT %I TO %I', k.conname, 'events_1_key') INTO command
    FROM pg_constraint k JOIN pg_constraint p ON p.oid = k.conparentid
   WHERE p.conrelid = 'public.events'::regclass AND p.conname = 'events_key'
     AND k.conrelid = 'public.events_1'::regclass AND k.conname <> 'events_1_key';
  IF FOUND THEN EXECUTE command; END IF;
END $$;
ALTER TABLE public.events_1 ADD CONSTRAINT events_1_at_key UNIQUE (id, at);
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.events_1_id_idx1')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 'events_1_id_idx1') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.events_id'::regclass AND c.relname <> 'events_1_id_idx1'
     AND x.indrelid = 'public.events_1'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
CREATE INDEX events_1_id_idx ON public.events_1 USING hash (id);
