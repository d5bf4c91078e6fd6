DROP FOREIGN TABLE public.abroad;
DROP SERVER far;
CREATE SERVER far TYPE 'x' FOREIGN DATA WRAPPER far_wrapper;
CREATE FOREIGN TABLE public.abroad (
  id integer,
  n text
) SERVER far OPTIONS (table_name 't');
