ALTER TABLE public.t ADD CONSTRAINT t_px_py_fkey FOREIGN KEY (px, py) REFERENCES public.t (x, y) MATCH FULL;
