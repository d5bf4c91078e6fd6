DROP INDEX public.events_1_by_kind;
-- nothing to do;
DROP INDEX public.events_by;
CREATE INDEX events_by ON public.events (kind);
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.events_1_kind_idx')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 'events_1_kind_idx') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.events_by'::regclass AND c.relname <> 'events_1_kind_idx'
     AND x.indrelid = 'public.events_1'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
CREATE INDEX events_1_by_kind ON public.events_1 (kind);
