DROP AGGREGATE public.os_last(anyelement ORDER BY anyelement);
DROP AGGREGATE public.no_direct(ORDER BY integer);
DROP AGGREGATE public.my_rank(VARIADIC "any" ORDER BY VARIADIC "any");
DROP AGGREGATE public.largest(integer);
DROP AGGREGATE public.counted(*);
CREATE OR REPLACE AGGREGATE public.total(integer) (
  SFUNC = public.add,
  STYPE = integer,
  INITCOND = '0'
);
CREATE AGGREGATE public.gone(*) (
  SFUNC = int8inc,
  STYPE = bigint,
  INITCOND = '0'
);
COMMENT ON AGGREGATE public.gone(*) IS 'gone';
