CREATE TABLE public.z (
  id integer NOT NULL,
  CONSTRAINT z_pkey PRIMARY KEY (id)
);
CREATE TABLE public.m (
  id integer NOT NULL,
  z integer,
  CONSTRAINT m_pkey PRIMARY KEY (id),
  CONSTRAINT m_z_fkey FOREIGN KEY (z) REFERENCES public.z (id)
);
CREATE TABLE public.a (
  id integer NOT NULL,
  m integer,
  CONSTRAINT a_pkey PRIMARY KEY (id),
  CONSTRAINT a_m_fkey FOREIGN KEY (m) REFERENCES public.m (id)
);
