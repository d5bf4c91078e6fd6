ALTER TABLE public.readings DROP CONSTRAINT readings_pkey;
ALTER TABLE public.readings ALTER COLUMN id DROP NOT NULL;
