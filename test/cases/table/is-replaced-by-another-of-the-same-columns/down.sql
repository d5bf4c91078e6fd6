DROP TABLE public.new_name;
CREATE TABLE public.old_name (
  id integer NOT NULL,
  CONSTRAINT old_name_pkey PRIMARY KEY (id)
);
