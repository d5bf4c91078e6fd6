DROP FOREIGN TABLE public.abroad;
DROP SERVER far;
CREATE SERVER far TYPE 'y' FOREIGN DATA WRAPPER far_wrapper;
CREATE FOREIGN TABLE public.abroad (
  id integer
) SERVER far;
