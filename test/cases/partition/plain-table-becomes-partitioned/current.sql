CREATE TABLE public.devices (id integer PRIMARY KEY);
CREATE TABLE public.readings (
  id bigint GENERATED ALWAYS AS IDENTITY, device integer NOT NULL REFERENCES public.devices, ts timestamptz NOT NULL DEFAULT now(),
  total numeric GENERATED ALWAYS AS (1.5 * 2) STORED, PRIMARY KEY (id, ts));
CREATE INDEX readings_device_idx ON public.readings (device);
COMMENT ON TABLE public.readings IS 'What came in';
CREATE VIEW public.latest AS SELECT max(ts) AS ts FROM public.readings;
INSERT INTO public.devices VALUES (1);
INSERT INTO public.readings (device, ts) VALUES (1, '2026-01-05'), (1, '2026-02-05'), (1, '2024-02-05');
