CREATE VIEW app.two AS
SELECT id
   FROM app.one;
GRANT SELECT ON TABLE app.two TO case_reader;
GRANT SELECT ON TABLE app.one TO case_reader;
