DROP INDEX public.t_payload_idx;
CREATE INDEX t_payload_idx ON public.t USING gin (payload jsonb_path_ops);
