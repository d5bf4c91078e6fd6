CREATE TABLE public."readings aside" AS SELECT * FROM public.readings;
DROP VIEW public.latest;
DROP TABLE public.readings_others;
DROP TABLE public.readings_2026_01;
DROP TABLE public.readings;
CREATE TABLE public.readings (
  id bigint GENERATED ALWAYS AS IDENTITY NOT NULL,
  device integer NOT NULL,
  ts timestamp with time zone DEFAULT now() NOT NULL,
  total numeric GENERATED ALWAYS AS (1.5 * (2)::numeric) STORED,
  CONSTRAINT readings_device_fkey FOREIGN KEY (device) REFERENCES public.devices (id),
  CONSTRAINT readings_pkey PRIMARY KEY (id, ts)
);
CREATE INDEX readings_device_idx ON public.readings (device);
COMMENT ON TABLE public.readings IS 'What came in';
CREATE VIEW public.latest AS
SELECT max(ts) AS ts
   FROM public.readings;
INSERT INTO public.readings (id, device, ts) OVERRIDING SYSTEM VALUE SELECT id, device, ts FROM public."readings aside";
SELECT setval(pg_get_serial_sequence('public.readings', 'id'), max(id)) FROM public.readings;
DROP TABLE public."readings aside";
