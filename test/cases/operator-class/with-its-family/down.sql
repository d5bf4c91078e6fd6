DROP INDEX public.t_name;
DROP OPERATOR CLASS public.odd USING gin;
DROP OPERATOR CLASS public.by_length USING btree;
DROP OPERATOR FAMILY public.odd USING gin;
DROP OPERATOR FAMILY public."Lengths" USING btree;
ALTER OPERATOR FAMILY public.plain USING btree DROP
  OPERATOR 2 (integer,bigint);
ALTER OPERATOR FAMILY public.plain USING btree ADD
  OPERATOR 1 <(integer,bigint);
