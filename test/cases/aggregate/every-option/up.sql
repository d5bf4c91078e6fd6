DROP AGGREGATE public.gone(*);
CREATE OR REPLACE AGGREGATE public.total(integer) (
  SFUNC = public.add,
  STYPE = integer,
  SSPACE = 64,
  FINALFUNC_MODIFY = SHAREABLE,
  COMBINEFUNC = public.add,
  INITCOND = '0',
  MSFUNC = public.add,
  MINVFUNC = public.sub,
  MSTYPE = integer,
  MSSPACE = 32,
  MFINALFUNC_MODIFY = READ_WRITE,
  MINITCOND = '0',
  PARALLEL = SAFE
);
CREATE AGGREGATE public.counted(*) (
  SFUNC = int8inc,
  STYPE = bigint,
  INITCOND = '0'
);
COMMENT ON AGGREGATE public.counted(*) IS 'all';
CREATE AGGREGATE public.largest(value integer) (
  SFUNC = int4larger,
  STYPE = integer,
  SORTOP = >
);
CREATE AGGREGATE public.my_rank(VARIADIC "any" ORDER BY VARIADIC "any") (
  SFUNC = ordered_set_transition_multi,
  STYPE = internal,
  FINALFUNC = rank_final,
  FINALFUNC_EXTRA,
  HYPOTHETICAL
);
CREATE AGGREGATE public.no_direct(ORDER BY x integer) (
  SFUNC = public.add,
  STYPE = integer
);
COMMENT ON AGGREGATE public.no_direct(ORDER BY integer) IS 'os';
CREATE AGGREGATE public.os_last(anyelement ORDER BY anyelement) (
  SFUNC = public.last,
  STYPE = anyelement
);
COMMENT ON AGGREGATE public.os_last(anyelement ORDER BY anyelement) IS 'os';
