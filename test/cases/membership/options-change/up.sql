REVOKE case_other FROM case_member;
GRANT case_group TO case_member WITH ADMIN FALSE, INHERIT FALSE, SET FALSE;
GRANT case_group TO case_admin WITH ADMIN TRUE;
