CREATE TABLE public.devices (
  device_uid text NOT NULL,
  owner text NOT NULL,
  seen_at timestamp with time zone DEFAULT now() NOT NULL,
  CONSTRAINT devices_pkey PRIMARY KEY (device_uid)
);
