CREATE TABLE public."readings aside" AS SELECT * FROM ONLY public.readings;
DROP VIEW public.latest;
DROP TABLE public.readings;
CREATE TABLE public.readings (
  id bigint GENERATED ALWAYS AS IDENTITY CONSTRAINT readings_id_not_null NOT NULL,
  device integer CONSTRAINT readings_device_not_null NOT NULL,
  ts timestamp with time zone DEFAULT now() CONSTRAINT readings_ts_not_null NOT NULL,
  total numeric GENERATED ALWAYS AS (1.5 * (2)::numeric) STORED,
  CONSTRAINT readings_device_fkey FOREIGN KEY (device) REFERENCES public.devices (id),
  CONSTRAINT readings_pkey PRIMARY KEY (id, ts)
) PARTITION BY RANGE (ts);
CREATE INDEX readings_device_idx ON public.readings (device);
COMMENT ON TABLE public.readings IS 'What came in';
CREATE TABLE public.readings_2026_01 PARTITION OF public.readings FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2026-02-01 00:00:00+00');
CREATE TABLE public.readings_others PARTITION OF public.readings DEFAULT;
CREATE VIEW public.latest AS
SELECT max(ts) AS ts
   FROM public.readings;
INSERT INTO public.readings (id, device, ts) OVERRIDING SYSTEM VALUE SELECT id, device, ts FROM public."readings aside";
SELECT setval(pg_get_serial_sequence('public.readings', 'id'), max(id)) FROM public.readings;
DROP TABLE public."readings aside";
