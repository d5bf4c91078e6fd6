-- nothing to do;
DROP INDEX public.a;
-- nothing to do;
ALTER INDEX public.t1_id_idx1 RENAME TO t1_id_idx;
