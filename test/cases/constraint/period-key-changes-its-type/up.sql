ALTER TABLE public.bookings DROP CONSTRAINT bookings_fk;
ALTER TABLE public.bookings ALTER COLUMN room TYPE bigint;
ALTER TABLE public.rooms ALTER COLUMN id TYPE bigint;
ALTER TABLE public.bookings ADD CONSTRAINT bookings_fk FOREIGN KEY (room, PERIOD during) REFERENCES public.rooms (id, PERIOD during);
