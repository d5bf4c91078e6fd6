CREATE TABLE public.uses (
  a integer,
  CONSTRAINT of_uses FOREIGN KEY (a) REFERENCES public.keys (a)
) PARTITION BY LIST (a);
CREATE TABLE public.uses_1 PARTITION OF public.uses FOR VALUES IN (1) PARTITION BY LIST (a);
CREATE TABLE public.uses_1a PARTITION OF public.uses_1 FOR VALUES IN (1);
ALTER TABLE public.uses_1a RENAME CONSTRAINT of_uses TO of_the_part;
