DROP INDEX public.by_a;
CREATE TABLE public.old (
  a integer
);
CREATE INDEX by_a ON public.old (a);
