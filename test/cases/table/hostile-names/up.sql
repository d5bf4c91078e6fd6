CREATE SCHEMA "Odd ""Schema""";
CREATE TABLE "Odd ""Schema"""."user's" (
  "group by" integer NOT NULL,
  "CamelCase" integer,
  CONSTRAINT "is ""positive""" CHECK ("CamelCase" > 0),
  CONSTRAINT "pk $1" PRIMARY KEY ("group by")
);
ALTER TABLE public."select" ADD COLUMN "a ""quoted"" one" text DEFAULT 'it''s \ here'::text NOT NULL;
ALTER TABLE public."select" ADD COLUMN "with.dot" integer;
ALTER TABLE public."select" ADD COLUMN "Ünïcode 列" text;
ALTER TABLE public."select" ADD CONSTRAINT "Key.With Dot" UNIQUE ("with.dot");
CREATE INDEX "An Index; DROP TABLE x --" ON public."select" ("Ünïcode 列");
