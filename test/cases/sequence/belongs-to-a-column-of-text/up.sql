ALTER SEQUENCE public.counts OWNED BY NONE;
ALTER SEQUENCE public.lines OWNED BY NONE;
DROP SEQUENCE public.counts;
DROP SEQUENCE public.lines;
