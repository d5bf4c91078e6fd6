CREATE TABLE public.items (label text, size text GENERATED ALWAYS AS (length(label)) STORED);
INSERT INTO public.items (label) VALUES ('abc');
