CREATE ROLE case_mine LOGIN;
GRANT case_group TO case_mine;
COMMENT ON ROLE case_mine IS 'ours';
GRANT SELECT ON TABLE public.t TO case_mine;
