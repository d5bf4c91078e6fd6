DROP TABLE public.halls;
CREATE TABLE public.rooms (
  id integer NOT NULL,
  name text,
  during int4range,
  CONSTRAINT free EXCLUDE USING gist (during WITH &&),
  CONSTRAINT rooms_name UNIQUE (name),
  CONSTRAINT rooms_pkey PRIMARY KEY (id)
);
ALTER TABLE public.rooms ADD CONSTRAINT free_too EXCLUDE USING gist (during WITH &&);
ALTER TABLE public.rooms ADD CONSTRAINT rooms_a UNIQUE (id);
ALTER TABLE public.rooms ADD CONSTRAINT rooms_b UNIQUE (id);
ALTER TABLE public.rooms ADD CONSTRAINT rooms_name1 UNIQUE (name) DEFERRABLE;
