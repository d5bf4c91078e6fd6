CREATE TYPE public.mood AS ENUM ('calm', 'wild');
CREATE DOMAIN public.label AS text CHECK (length(VALUE) < 20);
CREATE TABLE public.orders (
  id integer NOT NULL,
  total numeric(8,2) NOT NULL,
  note character varying(30) NOT NULL,
  at timestamp(3) with time zone NOT NULL,
  tags text[] NOT NULL,
  mood public.mood NOT NULL,
  label public.label NOT NULL,
  key uuid NOT NULL,
  open boolean DEFAULT true NOT NULL,
  free text
);
CREATE TABLE public.parents (id integer, body jsonb NOT NULL);
CREATE TABLE public.children () INHERITS (public.parents);
INSERT INTO public.orders VALUES (1, 2, 'x', now(), '{}', 'wild', 'y', gen_random_uuid(), false, 'z');
INSERT INTO public.parents VALUES (1, '{}');
INSERT INTO public.children VALUES (2, '{}');
CREATE TABLE public.events (id integer, kind text NOT NULL) PARTITION BY RANGE (id);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (1) TO (100);
INSERT INTO public.events VALUES (1, 'x');
