DROP VIEW public.of;
DROP VIEW public.names;
DROP VIEW "odd one"."Numbers";
