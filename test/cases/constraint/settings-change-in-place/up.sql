ALTER INDEX public.t_code_key SET (fillfactor=60);
ALTER INDEX public.t_pkey RESET (fillfactor);
