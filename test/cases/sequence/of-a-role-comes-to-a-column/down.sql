ALTER SEQUENCE public.counter OWNED BY NONE;
ALTER SEQUENCE public.counter OWNER TO case_keeper;
