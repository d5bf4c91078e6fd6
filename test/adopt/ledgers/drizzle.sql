-- Written by drizzle-orm 0.45.4.
CREATE SCHEMA drizzle;
CREATE TABLE drizzle.__drizzle_migrations ("id" integer, "hash" text, "created_at" bigint);
INSERT INTO drizzle.__drizzle_migrations VALUES ('1', 'a15ebcab704727eefd822a74c96ecc837377c7f9028269f520d6d24ff372f0f2', '1704067200000');
INSERT INTO drizzle.__drizzle_migrations VALUES ('2', '2197f0384f57e08cfc4f28f8da718a7b25e9b9350e04e0ac006c55be3d09aaa3', '1704153600000');
