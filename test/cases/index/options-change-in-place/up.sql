ALTER INDEX public.t_a_idx RESET (deduplicate_items);
ALTER INDEX public.t_a_idx SET (fillfactor=90);
