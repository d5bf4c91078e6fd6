REVOKE SELECT ON TABLE public.t FROM case_mine;
DROP ROLE case_mine;
