REVOKE SELECT ON TABLE app.one FROM case_reader;
DROP VIEW app.two;
