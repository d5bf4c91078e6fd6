DROP VIEW public.amounts;
DROP FUNCTION public.twice(public.amount);
ALTER DOMAIN public.price RENAME TO price__old;
ALTER DOMAIN public.amount RENAME TO amount__old;
CREATE DOMAIN public.amount AS bigint DEFAULT 1 CONSTRAINT amount_not_null NOT NULL CONSTRAINT amount_check CHECK (VALUE > 0);
CREATE DOMAIN public.price AS public.amount DEFAULT 1;
ALTER TABLE public.orders ALTER COLUMN price TYPE public.price USING price::integer::bigint::public.price;
ALTER TABLE public.orders ALTER COLUMN amount TYPE public.amount USING amount::integer::bigint::public.amount;
ALTER TABLE public.orders ALTER COLUMN amounts TYPE public.amount[] USING amounts::integer[]::bigint[]::public.amount[];
DROP DOMAIN public.price__old;
DROP DOMAIN public.amount__old;
CREATE FUNCTION public.twice(public.amount)
RETURNS bigint
LANGUAGE sql
AS $$SELECT $1 * 2$$;
CREATE VIEW public.amounts AS
SELECT amount
   FROM public.orders;
