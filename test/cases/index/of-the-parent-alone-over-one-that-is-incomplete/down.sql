-- nothing to do;
-- nothing to do;
DROP INDEX public.events_kind;
DROP INDEX public.events_at;
CREATE INDEX events_at ON ONLY public.events (at);
CREATE INDEX events_1_at ON ONLY public.events_1 (at);
ALTER INDEX public.events_at ATTACH PARTITION public.events_1_at;
CREATE INDEX events_1_a_at ON public.events_1_a (at);
ALTER INDEX public.events_1_at ATTACH PARTITION public.events_1_a_at;
-- nothing to do;
CREATE INDEX events_kind ON public.events (kind);
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.events_1_kind_idx')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 'events_1_kind_idx') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.events_kind'::regclass AND c.relname <> 'events_1_kind_idx'
     AND x.indrelid = 'public.events_1'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
