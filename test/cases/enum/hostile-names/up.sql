ALTER TABLE "odd schema"."T" ALTER COLUMN "a.b" DROP DEFAULT;
ALTER TYPE "odd schema"."select" RENAME TO select__old;
CREATE TYPE "odd schema"."select" AS ENUM ('', '感じ "x"', 'it''s', E'back\\slash');
ALTER TABLE "odd schema"."T" ALTER COLUMN "a.b" TYPE "odd schema"."select" USING "a.b"::text::"odd schema"."select";
DROP TYPE "odd schema".select__old;
ALTER TABLE "odd schema"."T" ALTER COLUMN "a.b" SET DEFAULT 'it''s'::"odd schema"."select";
