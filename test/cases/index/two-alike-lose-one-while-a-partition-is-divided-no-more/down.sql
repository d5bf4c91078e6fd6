CREATE TABLE public."events_1 aside" AS SELECT * FROM ONLY public.events_1;
DROP TABLE public.events_1;
CREATE INDEX events_id ON public.events (id);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM ('2026-01-01') TO ('2026-02-01') PARTITION BY RANGE (id);
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.events_1_id_idx')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 'events_1_id_idx') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.events_id'::regclass AND c.relname <> 'events_1_id_idx'
     AND x.indrelid = 'public.events_1'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.events_1_id_idx1')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 'events_1_id_idx1') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.events_id_too'::regclass AND c.relname <> 'events_1_id_idx1'
     AND x.indrelid = 'public.events_1'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
INSERT INTO public.events_1 (id, at) SELECT id, at FROM public."events_1 aside";
DROP TABLE public."events_1 aside";
