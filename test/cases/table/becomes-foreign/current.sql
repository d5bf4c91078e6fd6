CREATE FOREIGN DATA WRAPPER far_wrapper;
CREATE SERVER far FOREIGN DATA WRAPPER far_wrapper;
CREATE TABLE public.abroad (id integer NOT NULL);
CREATE VIEW public.seen AS SELECT id FROM public.abroad;
