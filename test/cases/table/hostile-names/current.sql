CREATE TABLE "select" ("from" integer);
INSERT INTO "select" VALUES (1);
