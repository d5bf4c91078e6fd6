DROP INDEX public."An Index; DROP TABLE x --";
ALTER TABLE public."select" DROP CONSTRAINT "Key.With Dot";
ALTER TABLE public."select" DROP COLUMN "Ünïcode 列";
ALTER TABLE public."select" DROP COLUMN "with.dot";
ALTER TABLE public."select" DROP COLUMN "a ""quoted"" one";
DROP TABLE "Odd ""Schema"""."user's";
DROP SCHEMA "Odd ""Schema""";
