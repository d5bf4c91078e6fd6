CREATE TABLE public.events (id integer, n integer, CONSTRAINT one_at_a_time EXCLUDE USING btree (id WITH =)) PARTITION BY RANGE (id);
CREATE TABLE public.events_1 (id integer, n integer);
CREATE TABLE public.events_2 (id integer, n integer, CONSTRAINT events_2_id_excl EXCLUDE USING btree (id WITH =));
