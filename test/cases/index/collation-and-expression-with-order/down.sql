DROP INDEX public.by_length;
DROP INDEX public.by_c;
