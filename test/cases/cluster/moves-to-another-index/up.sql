ALTER TABLE public.a CLUSTER ON a_pkey;
DROP INDEX public.a_n_idx;
ALTER MATERIALIZED VIEW public.m CLUSTER ON m_n_idx;
