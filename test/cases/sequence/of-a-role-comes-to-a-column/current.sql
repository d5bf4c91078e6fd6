CREATE ROLE case_keeper;
CREATE SEQUENCE public.counter;
ALTER SEQUENCE public.counter OWNER TO case_keeper;
CREATE TABLE public.users (n bigint);
INSERT INTO public.users VALUES (nextval('public.counter'));
