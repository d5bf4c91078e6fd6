DROP STATISTICS public.of_cities;
CREATE STATISTICS public.of_lands ON land, zip FROM app.places;
CREATE STATISTICS public.of_cities ON city, zip FROM app.places;
