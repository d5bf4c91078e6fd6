ALTER SEQUENCE public."Ids" RENAME TO t_id_seq;
