CREATE TABLE public."events aside" AS SELECT * FROM ONLY public.events;
DROP TABLE public.events;
CREATE TABLE public.events (
  id integer,
  kind text CONSTRAINT events_kind_not_null NOT NULL
) PARTITION BY RANGE (id);
CREATE TABLE public.events_1 PARTITION OF public.events FOR VALUES FROM (1) TO (100);
ALTER TABLE public.parents ADD COLUMN body jsonb DEFAULT '{}' CONSTRAINT parents_body_not_null NOT NULL;
ALTER TABLE public.parents ALTER COLUMN body DROP DEFAULT;
ALTER TABLE public.orders ADD COLUMN total numeric(8,2) DEFAULT 0 NOT NULL;
ALTER TABLE public.orders ALTER COLUMN total DROP DEFAULT;
ALTER TABLE public.orders ADD COLUMN tags text[] DEFAULT '{}' NOT NULL;
ALTER TABLE public.orders ALTER COLUMN tags DROP DEFAULT;
ALTER TABLE public.orders ADD COLUMN open boolean DEFAULT true NOT NULL;
ALTER TABLE public.orders ADD COLUMN note character varying(30) DEFAULT '' NOT NULL;
ALTER TABLE public.orders ALTER COLUMN note DROP DEFAULT;
ALTER TABLE public.orders ADD COLUMN mood public.mood DEFAULT 'calm' NOT NULL;
ALTER TABLE public.orders ALTER COLUMN mood DROP DEFAULT;
ALTER TABLE public.orders ADD COLUMN label public.label DEFAULT '' NOT NULL;
ALTER TABLE public.orders ALTER COLUMN label DROP DEFAULT;
ALTER TABLE public.orders ADD COLUMN key uuid DEFAULT '00000000-0000-0000-0000-000000000000' NOT NULL;
ALTER TABLE public.orders ALTER COLUMN key DROP DEFAULT;
ALTER TABLE public.orders ADD COLUMN free text;
ALTER TABLE public.orders ADD COLUMN at timestamp(3) with time zone DEFAULT 'epoch' NOT NULL;
ALTER TABLE public.orders ALTER COLUMN at DROP DEFAULT;
INSERT INTO public.events (id, kind) SELECT id, '' FROM public."events aside";
DROP TABLE public."events aside";
