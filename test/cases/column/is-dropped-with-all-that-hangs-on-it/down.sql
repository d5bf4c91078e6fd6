ALTER TABLE public.t ADD COLUMN code text DEFAULT 'x'::text NOT NULL;
ALTER TABLE public.t ADD CONSTRAINT t_code_key UNIQUE (code);
ALTER TABLE public.t ADD CONSTRAINT t_code_check CHECK (code <> ''::text);
CREATE INDEX t_code_idx ON public.t (lower(code));
