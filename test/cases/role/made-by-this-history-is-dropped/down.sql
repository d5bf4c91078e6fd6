CREATE ROLE case_mine LOGIN;
COMMENT ON ROLE case_mine IS 'ours';
GRANT case_group TO case_mine;
GRANT SELECT ON TABLE public.t TO case_mine;
