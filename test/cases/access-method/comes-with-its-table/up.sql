DROP ACCESS METHOD old;
CREATE ACCESS METHOD heap2 TYPE TABLE HANDLER heap_tableam_handler;
COMMENT ON ACCESS METHOD heap2 IS 'a copy';
CREATE TABLE public.t (
  id integer
) USING heap2;
