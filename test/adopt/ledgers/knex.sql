-- Written by knex 3.3.0.
CREATE TABLE knex_migrations ("id" integer, "name" character varying(255), "batch" integer, "migration_time" timestamp with time zone);
INSERT INTO knex_migrations VALUES ('1', '20240101000000_users.js', '1', '2026-11-20 15:12:14.074+00');
INSERT INTO knex_migrations VALUES ('2', '20240102000000_devices.js', '1', '2026-11-20 15:12:14.076+00');
CREATE TABLE knex_migrations_lock ("index" integer, "is_locked" integer);
INSERT INTO knex_migrations_lock VALUES ('1', '0');
