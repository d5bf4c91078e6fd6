REVOKE SELECT ON TABLE app.t FROM case_second;
DROP TABLE app.gone;
ALTER TYPE app.mood OWNER TO case_second;
ALTER FUNCTION app.f(app.mood) OWNER TO case_second;
ALTER TABLE app.t OWNER TO case_second;
CREATE TABLE app.added (
  id integer
);
ALTER TABLE app.added OWNER TO case_second;
