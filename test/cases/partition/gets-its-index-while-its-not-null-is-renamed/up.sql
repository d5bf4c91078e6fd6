DROP INDEX public.events_id_idx;
ALTER TABLE public.events DETACH PARTITION public.events_1;
ALTER TABLE public.events_1 RENAME CONSTRAINT events_id_not_null TO has_id;
ALTER TABLE public.events ATTACH PARTITION public.events_1 FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
CREATE INDEX events_id_idx ON public.events (id);
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.events_1_id_idx')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 'events_1_id_idx') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.events_id_idx'::regclass AND c.relname <> 'events_1_id_idx'
     AND x.indrelid = 'public.events_1'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
