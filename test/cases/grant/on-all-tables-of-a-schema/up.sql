CREATE VIEW app.two AS
SELECT 1 AS id;
GRANT SELECT ON TABLE app.two TO case_reader;
GRANT SELECT ON TABLE app.one TO case_reader;
