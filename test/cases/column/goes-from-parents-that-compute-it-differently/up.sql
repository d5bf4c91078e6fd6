ALTER TABLE public.numbered DROP COLUMN computed;
ALTER TABLE public.sized DROP COLUMN computed;
