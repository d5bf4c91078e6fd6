CREATE ROLE case_reader;
CREATE SCHEMA app;
CREATE TABLE app.one (id integer);
