CREATE TABLE public.devices (id integer PRIMARY KEY);
