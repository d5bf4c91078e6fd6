CREATE FUNCTION public.cmp(text, text) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT length($1) - length($2)';
CREATE OPERATOR FAMILY public.plain USING btree;
ALTER OPERATOR FAMILY public.plain USING btree ADD OPERATOR 1 < (integer, bigint), FUNCTION 1 (integer, bigint) btint48cmp(integer, bigint);
CREATE TABLE public.t (name text);
INSERT INTO public.t VALUES ('x');
