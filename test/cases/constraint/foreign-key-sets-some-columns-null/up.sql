ALTER TABLE public.b ADD CONSTRAINT b_fk FOREIGN KEY (tenant, a_id) REFERENCES public.a (tenant, id) ON DELETE SET NULL (a_id);
