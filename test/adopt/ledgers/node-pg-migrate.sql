-- Written by node-pg-migrate 9.0.0.
CREATE TABLE pgmigrations ("id" integer, "name" character varying(255), "run_on" timestamp without time zone);
INSERT INTO pgmigrations VALUES ('1', '1704067200000_users', '2026-11-20 15:12:14.187981');
INSERT INTO pgmigrations VALUES ('2', '1704153600000_devices', '2026-11-20 15:12:14.201813');
