DROP TABLE app.added;
ALTER TABLE app.t OWNER TO case_first;
ALTER FUNCTION app.f(app.mood) OWNER TO postgres;
ALTER TYPE app.mood OWNER TO postgres;
CREATE TABLE app.gone (
  id integer
);
ALTER TABLE app.gone OWNER TO case_second;
GRANT SELECT ON TABLE app.t TO case_second;
