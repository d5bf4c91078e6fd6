ALTER OPERATOR FAMILY public.plain USING btree DROP
  OPERATOR 1 (integer,bigint);
ALTER OPERATOR FAMILY public.plain USING btree ADD
  OPERATOR 2 <=(integer,bigint);
CREATE OPERATOR FAMILY public."Lengths" USING btree;
COMMENT ON OPERATOR FAMILY public."Lengths" USING btree IS 'family';
CREATE OPERATOR FAMILY public.odd USING gin;
CREATE OPERATOR CLASS public.by_length FOR TYPE text USING btree FAMILY public."Lengths" AS
  OPERATOR 1 <(text,text),
  OPERATOR 2 <=(text,text),
  OPERATOR 3 =(text,text),
  OPERATOR 4 >=(text,text),
  OPERATOR 5 >(text,text),
  FUNCTION 1 (text, text) public.cmp(text,text);
COMMENT ON OPERATOR CLASS public.by_length USING btree IS 'class';
CREATE OPERATOR CLASS public.odd FOR TYPE text USING gin FAMILY public.odd AS
  STORAGE integer;
CREATE INDEX t_name ON public.t (name public.by_length);
