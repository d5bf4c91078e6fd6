COMMENT ON LANGUAGE mine IS NULL;
DROP FUNCTION public.uses(public.pair);
DROP TRANSFORM FOR public.pair LANGUAGE mine;
DROP FUNCTION public.pair_from(internal);
CREATE OR REPLACE LANGUAGE mine HANDLER plpgsql_call_handler;
