DROP INDEX public.orders_note_idx;
CREATE INDEX orders_note_idx ON public.orders (note);
