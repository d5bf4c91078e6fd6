CREATE TABLE public.t (name text, code text COLLATE "C");
CREATE INDEX t_lower ON public.t (lower(name) COLLATE "C", lower(code), (name || code) COLLATE "POSIX");
CREATE INDEX t_plain ON public.t (lower(name));
