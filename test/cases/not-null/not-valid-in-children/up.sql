CREATE TABLE public.dogs () INHERITS (public.animals);
CREATE TABLE public.events_2 PARTITION OF public.events FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');
ALTER TABLE public.animals ADD CONSTRAINT animals_id_not_null NOT NULL id NOT VALID;
