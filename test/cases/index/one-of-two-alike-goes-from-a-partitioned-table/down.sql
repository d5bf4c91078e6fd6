-- nothing to do;
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.t1_id_idx1')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 't1_id_idx1') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.b'::regclass AND c.relname <> 't1_id_idx1'
     AND x.indrelid = 'public.t1'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
CREATE INDEX a ON public.t (id);
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.t1_id_idx')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 't1_id_idx') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.a'::regclass AND c.relname <> 't1_id_idx'
     AND x.indrelid = 'public.t1'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
