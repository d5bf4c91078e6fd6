ALTER TABLE public.t RESET (autovacuum_enabled, toast.autovacuum_enabled);
ALTER TABLE public.t SET (fillfactor=80, toast.autovacuum_vacuum_threshold=500);
