ALTER INDEX public.t_a_idx SET (deduplicate_items=off, fillfactor=70);
