CREATE TABLE public."events aside" AS SELECT * FROM public.events;
ALTER TABLE public.orders DROP COLUMN at;
ALTER TABLE public.orders DROP COLUMN free;
ALTER TABLE public.orders DROP COLUMN key;
ALTER TABLE public.orders DROP COLUMN label;
ALTER TABLE public.orders DROP COLUMN mood;
ALTER TABLE public.orders DROP COLUMN note;
ALTER TABLE public.orders DROP COLUMN open;
ALTER TABLE public.orders DROP COLUMN tags;
ALTER TABLE public.orders DROP COLUMN total;
ALTER TABLE public.parents DROP COLUMN body;
DROP TABLE public.events_1;
DROP TABLE public.events;
CREATE TABLE public.events (
  id integer
);
INSERT INTO public.events (id) SELECT id FROM public."events aside";
DROP TABLE public."events aside";
