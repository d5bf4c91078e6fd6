CREATE TYPE "thing表表表表表表表表表表表表表表表表表表表x" AS RANGE (subtype = date);
CREATE TYPE "goes表表表表表表表表表表表表表表表表表表表xx" AS RANGE (subtype = date);
CREATE TABLE t (d "thing表表表表表表表表表表表表表表表表表表表x");
INSERT INTO t VALUES ('[2026-01-01,2026-02-01)');
