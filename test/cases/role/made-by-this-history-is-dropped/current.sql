CREATE ROLE case_mine LOGIN;
CREATE ROLE case_group;
CREATE ROLE case_foreign;
COMMENT ON ROLE case_foreign IS 'somebody else''s';
COMMENT ON ROLE case_mine IS 'ours';
GRANT case_group TO case_mine;
CREATE TABLE t (id integer);
GRANT SELECT ON t TO case_mine;
