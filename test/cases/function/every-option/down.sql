DROP PROCEDURE public.move(IN integer, OUT integer);
DROP FUNCTION public.unnamed(integer, text);
DROP FUNCTION public.over(integer);
DROP FUNCTION public.over(bigint);
DROP FUNCTION public.outs(text);
DROP FUNCTION public.nothing();
DROP FUNCTION app."Rich ""one"""(integer, text, numeric[]);
