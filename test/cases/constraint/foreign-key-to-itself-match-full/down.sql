ALTER TABLE public.t DROP CONSTRAINT t_px_py_fkey;
