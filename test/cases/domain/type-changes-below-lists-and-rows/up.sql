ALTER DOMAIN public.full_pair RENAME TO full_pair__old;
ALTER TYPE public.pair RENAME TO pair__old;
ALTER DOMAIN public.list RENAME TO list__old;
ALTER DOMAIN public.two RENAME TO two__old;
ALTER DOMAIN public.one RENAME TO one__old;
CREATE DOMAIN public.one AS bigint CONSTRAINT one_check CHECK (VALUE > 0);
CREATE DOMAIN public.two AS public.one;
CREATE DOMAIN public.list AS public.two[];
CREATE TYPE public.pair AS (
  a public.two,
  b public.list
);
CREATE DOMAIN public.full_pair AS public.pair;
ALTER TABLE public.t ALTER COLUMN f TYPE public.full_pair USING f::text::public.full_pair;
ALTER TABLE public.t ALTER COLUMN p TYPE public.pair USING p::text::public.pair;
ALTER TABLE public.t ALTER COLUMN l TYPE public.list USING l::text::public.list;
ALTER TABLE public.t ALTER COLUMN v TYPE public.two USING v::integer::bigint::public.two;
DROP DOMAIN public.full_pair__old;
DROP TYPE public.pair__old;
DROP DOMAIN public.list__old;
DROP DOMAIN public.two__old;
DROP DOMAIN public.one__old;
