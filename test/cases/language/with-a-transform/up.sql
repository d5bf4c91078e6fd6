CREATE OR REPLACE TRUSTED LANGUAGE mine HANDLER plpgsql_call_handler INLINE plpgsql_inline_handler;
CREATE FUNCTION public.pair_from(internal)
RETURNS internal
LANGUAGE internal
IMMUTABLE
AS 'record_send';
CREATE TRANSFORM FOR public.pair LANGUAGE mine (FROM SQL WITH FUNCTION public.pair_from(internal));
COMMENT ON TRANSFORM FOR public.pair LANGUAGE mine IS 'transform';
CREATE FUNCTION public.uses(public.pair)
RETURNS void
LANGUAGE mine
TRANSFORM FOR TYPE public.pair
AS $$BEGIN END$$;
COMMENT ON LANGUAGE mine IS 'mine';
