CREATE SCHEMA "odd schema";
CREATE TYPE "odd schema"."select" AS ENUM ('it''s', 'back\slash', '');
CREATE TABLE "odd schema"."T" ("a.b" "odd schema"."select" DEFAULT '');
INSERT INTO "odd schema"."T" VALUES ('back\slash');
