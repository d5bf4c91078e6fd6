REVOKE case_group FROM case_c;
GRANT case_group TO case_b WITH ADMIN TRUE;
GRANT case_group TO case_c WITH ADMIN TRUE GRANTED BY case_b;
