ALTER TABLE public.rooms DETACH PARTITION public.rooms_1;
ALTER TABLE public.rooms_1 DROP CONSTRAINT rooms_1_pkey;
ALTER TABLE public.rooms_1 ALTER COLUMN during DROP NOT NULL;
ALTER TABLE public.rooms_1 ALTER COLUMN id DROP NOT NULL;
DROP TABLE public.rooms;
-- nothing to do;
ALTER TABLE public.halls ATTACH PARTITION public.rooms_1 FOR VALUES IN ('[1,2)');
