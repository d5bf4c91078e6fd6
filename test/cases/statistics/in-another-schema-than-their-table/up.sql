DROP STATISTICS public.of_cities;
DROP STATISTICS public.of_lands;
CREATE STATISTICS public.of_cities (dependencies) ON city, zip FROM app.places;
