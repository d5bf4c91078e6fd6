ALTER INDEX public.t_a_idx SET (fillfactor=70, deduplicate_items=off);
