ALTER TABLE public.m_1 DROP CONSTRAINT m_1_pkey;
ALTER TABLE public.m_1 ALTER COLUMN c DROP NOT NULL;
-- nothing to do;
-- nothing to do;
DROP TABLE public.m_1;
