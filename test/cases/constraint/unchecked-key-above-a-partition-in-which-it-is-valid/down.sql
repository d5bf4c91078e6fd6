ALTER TABLE public.uses ADD CONSTRAINT uses_a_fkey FOREIGN KEY (a) REFERENCES public.keys (a) NOT VALID;
ALTER TABLE public.uses_1 VALIDATE CONSTRAINT uses_a_fkey;
