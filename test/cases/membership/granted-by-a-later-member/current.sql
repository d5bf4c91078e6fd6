CREATE ROLE case_group;
CREATE ROLE case_b;
CREATE ROLE case_c;
GRANT case_group TO case_b WITH ADMIN OPTION;
GRANT case_c TO case_b;
GRANT case_group TO case_c WITH ADMIN OPTION GRANTED BY case_b;
