ALTER TABLE public.halls DETACH PARTITION public.rooms_1;
ALTER TABLE public.rooms_1 DROP CONSTRAINT rooms_1_id_during_excl;
CREATE TABLE public.rooms (
  id int4range CONSTRAINT rooms_id_not_null NOT NULL,
  during daterange CONSTRAINT rooms_during_not_null NOT NULL,
  CONSTRAINT rooms_pk PRIMARY KEY (id, during WITHOUT OVERLAPS)
) PARTITION BY LIST (id);
ALTER TABLE public.rooms_1 ADD CONSTRAINT rooms_id_not_null NOT NULL id;
ALTER TABLE public.rooms_1 ADD CONSTRAINT rooms_during_not_null NOT NULL during;
-- nothing to do;
ALTER TABLE public.rooms ATTACH PARTITION public.rooms_1 FOR VALUES IN ('[1,2)');
