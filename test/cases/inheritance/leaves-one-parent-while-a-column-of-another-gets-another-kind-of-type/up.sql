CREATE TABLE public.boxes__like (LIKE public.boxes INCLUDING CONSTRAINTS INCLUDING GENERATED);
ALTER TABLE public.boxes INHERIT public.boxes__like;
ALTER TABLE public.boxes NO INHERIT public.parcels;
ALTER TABLE public.boxes NO INHERIT public.things;
ALTER TABLE public.parcels ALTER COLUMN places TYPE text USING CASE WHEN cardinality(places) = 1 THEN places[1]::text ELSE places::text END;
ALTER TABLE public.boxes__like ALTER COLUMN places TYPE text USING CASE WHEN cardinality(places) = 1 THEN places[1]::text ELSE places::text END;
DROP TYPE public.place;
CREATE TABLE public.place (
  shelf integer
);
ALTER TABLE public.parcels ALTER COLUMN places TYPE public.place[] USING CASE WHEN places LIKE '{%}' THEN places::public.place[] WHEN places IS NOT NULL THEN ARRAY[places]::public.place[] END;
ALTER TABLE public.boxes__like ALTER COLUMN places TYPE public.place[] USING CASE WHEN places LIKE '{%}' THEN places::public.place[] WHEN places IS NOT NULL THEN ARRAY[places]::public.place[] END;
ALTER TABLE public.boxes INHERIT public.parcels;
ALTER TABLE public.boxes NO INHERIT public.boxes__like;
DROP TABLE public.boxes__like;
