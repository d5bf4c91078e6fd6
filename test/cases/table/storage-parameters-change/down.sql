ALTER TABLE public.t RESET (toast.autovacuum_vacuum_threshold);
ALTER TABLE public.t SET (autovacuum_enabled=false, fillfactor=70, toast.autovacuum_enabled=false);
