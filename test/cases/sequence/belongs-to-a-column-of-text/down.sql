CREATE SEQUENCE public.lines;
CREATE SEQUENCE public.counts;
ALTER SEQUENCE public.lines OWNED BY public.notes.note;
ALTER SEQUENCE public.counts OWNED BY public.notes.n;
SELECT setval('public.counts', max(n)) FROM public.notes HAVING max(n) > 0;
