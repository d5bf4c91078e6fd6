-- nothing to do;
DROP INDEX public.events_1_a_own;
-- nothing to do;
DROP INDEX public.events_kind;
DROP TABLE public.events_1_b;
CREATE INDEX events_kind ON public.events (kind);
ALTER INDEX public.events_1_kind_idx RENAME TO events_1_kind;
ALTER INDEX public.events_1_a_kind_idx RENAME TO events_1_a_kind;
CREATE INDEX events_1_a_own ON public.events_1_a (kind);
