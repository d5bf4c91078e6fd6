REVOKE case_group FROM case_admin;
GRANT case_group TO case_member WITH ADMIN TRUE, INHERIT TRUE, SET TRUE;
GRANT case_other TO case_member;
