REVOKE case_group FROM case_c GRANTED BY case_b;
REVOKE case_group FROM case_b;
GRANT case_group TO case_c;
