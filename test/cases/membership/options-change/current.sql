CREATE ROLE case_group;
CREATE ROLE case_other;
CREATE ROLE case_member;
CREATE ROLE case_admin;
GRANT case_group TO case_member WITH ADMIN OPTION;
GRANT case_other TO case_member;
