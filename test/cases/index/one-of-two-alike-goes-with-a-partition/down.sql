CREATE TABLE public."t_default aside" AS SELECT id FROM public.t_default WHERE (id >= 0 AND id < 10);
DELETE FROM public.t_default WHERE (id >= 0 AND id < 10);
-- nothing to do;
CREATE INDEX later ON public.t (id);
CREATE TABLE public.t1 PARTITION OF public.t FOR VALUES FROM (0) TO (10);
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.t1_id_idx')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 't1_id_idx') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.later'::regclass AND c.relname <> 't1_id_idx'
     AND x.indrelid = 'public.t1'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.t1_id_idx1')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 't1_id_idx1') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.earlier'::regclass AND c.relname <> 't1_id_idx1'
     AND x.indrelid = 'public.t1'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.t_default_id_idx1')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 't_default_id_idx1') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.earlier'::regclass AND c.relname <> 't_default_id_idx1'
     AND x.indrelid = 'public.t_default'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
DO $$ DECLARE command text; BEGIN
  SELECT coalesce('ALTER INDEX ' || to_regclass('public.t_default_id_idx')::text || format(' RENAME TO %I; ', 'tidemark_' || i.inhrelid), '')
         || format('ALTER INDEX %s RENAME TO %I', i.inhrelid::regclass, 't_default_id_idx') INTO command
    FROM pg_inherits i JOIN pg_index x ON x.indexrelid = i.inhrelid JOIN pg_class c ON c.oid = i.inhrelid
   WHERE i.inhparent = 'public.later'::regclass AND c.relname <> 't_default_id_idx'
     AND x.indrelid = 'public.t_default'::regclass;
  IF FOUND THEN EXECUTE command; END IF;
END $$;
INSERT INTO public.t (id) OVERRIDING SYSTEM VALUE SELECT id FROM public."t_default aside";
DROP TABLE public."t_default aside";
