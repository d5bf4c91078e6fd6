DROP TABLE public.rooms;
CREATE TABLE public.halls (
  id integer NOT NULL,
  name text,
  during int4range,
  CONSTRAINT empty EXCLUDE USING gist (during WITH &&),
  CONSTRAINT halls_name UNIQUE (name),
  CONSTRAINT halls_pkey PRIMARY KEY (id)
);
ALTER TABLE public.halls ADD CONSTRAINT empty_too EXCLUDE USING gist (during WITH &&);
ALTER TABLE public.halls ADD CONSTRAINT halls_a UNIQUE (id);
ALTER TABLE public.halls ADD CONSTRAINT halls_name1 UNIQUE (name);
ALTER TABLE public.halls ADD CONSTRAINT halls_name2 UNIQUE NULLS NOT DISTINCT (name);
