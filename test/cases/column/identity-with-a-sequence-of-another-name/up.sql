ALTER SEQUENCE public.t_id_seq RENAME TO "Ids";
