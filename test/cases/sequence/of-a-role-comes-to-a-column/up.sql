ALTER SEQUENCE public.counter OWNER TO CURRENT_USER;
ALTER SEQUENCE public.counter OWNED BY public.users.n;
