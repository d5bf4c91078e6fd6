CREATE DOMAIN public.score AS integer DEFAULT 
CASE
    WHEN ((1 BETWEEN 0 AND 2) AND true) THEN 1
    ELSE NULL::integer
END CONSTRAINT score_check CHECK ((VALUE BETWEEN 0 AND 100) AND (VALUE <> 13));
CREATE FUNCTION public.touch()
RETURNS trigger
LANGUAGE plpgsql
AS $$BEGIN RETURN NEW; END$$;
CREATE FUNCTION public.is_slow(v integer, d boolean DEFAULT ((1 BETWEEN 0 AND 2) AND true))
RETURNS boolean
LANGUAGE sql
BEGIN ATOMIC
 SELECT ((v BETWEEN 0 AND 30) AND d);
END;
CREATE TABLE public.divided (
  a integer,
  b integer
) PARTITION BY LIST ((((a BETWEEN 1 AND 2) AND (b > 0))));
ALTER TABLE public.trips ADD COLUMN fast boolean GENERATED ALWAYS AS ((speed BETWEEN 90 AND 200) AND (id > 0)) STORED;
ALTER TABLE public.trips ALTER COLUMN speed SET DEFAULT 
CASE
    WHEN ((1 NOT BETWEEN 0 AND 2) OR true) THEN 1
    ELSE NULL::integer
END;
ALTER TABLE public.trips ADD CONSTRAINT pairs CHECK (((id <> 1) OR (speed <> 2))::boolean OR ((kind)::text = 'x'::text));
ALTER TABLE public.trips ADD CONSTRAINT in_range CHECK ((speed BETWEEN 0 AND 200) AND (id > 0));
ALTER TABLE public.trips ADD CONSTRAINT alone EXCLUDE USING gist (during WITH &&) WHERE ((speed NOT BETWEEN 10 AND 20) OR (id < 0));
CREATE INDEX middling ON public.trips (id) WHERE (speed BETWEEN 30 AND 50) AND ((kind)::text = ANY (ARRAY['a'::character varying, 'b'::character varying]));
CREATE INDEX computed ON public.trips ((((speed BETWEEN 30 AND 50) AND (id > 0))));
CREATE STATISTICS public.seldom ON id, ((speed BETWEEN 30 AND 50) AND (id > 0)) FROM public.trips;
CREATE VIEW public.slow AS
SELECT id,
    'a BETWEEN ((x) AND (y)) AND (z)'::text AS note
   FROM public.trips
  WHERE (((speed BETWEEN 0 AND 30) AND (id > 0)) OR ((speed NOT BETWEEN 0 AND 90) OR (id < 0)) OR ((((id = 1) AND (speed = 2)) OR ((id = 3) AND (speed = 4)))::boolean OR fast));
CREATE MATERIALIZED VIEW public.ranked AS
SELECT id,
    ((sum(speed) OVER (ORDER BY id ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) > 1) AND fast) AS good
   FROM public.trips
  WHERE ((speed BETWEEN 0 AND 30) AND fast AND (id > 0) AND ('ø😀'::text <> (kind)::text) AND (NOT ((id BETWEEN 1 AND 2) AND fast)));
CREATE TRIGGER touched BEFORE UPDATE ON public.trips
FOR EACH ROW WHEN ((new.speed BETWEEN 1 AND 2) AND (old.id > 0)) EXECUTE FUNCTION public.touch();
CREATE RULE quiet AS ON UPDATE TO public.trips WHERE (new.speed BETWEEN 1 AND 2) AND (old.id > 0)
DO INSTEAD UPDATE public.divided SET b = 1
  WHERE ((divided.a BETWEEN 1 AND 2) AND (divided.b > 0));
CREATE POLICY near ON public.trips USING ((speed BETWEEN 0 AND 30) AND (id > 0)) WITH CHECK (((id = 1) AND (speed = 2))::boolean AND fast);
