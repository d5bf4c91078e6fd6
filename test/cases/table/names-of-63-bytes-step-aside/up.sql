CREATE TABLE public."データベースの表の長い名前のものですか aside" AS SELECT * FROM ONLY public."データベースの表の長い名前のものですからね";
DROP TABLE public."データベースの表の長い名前のものですからね";
CREATE TABLE public."データベースの表の長い名前のものですからね" (
  id integer,
  n integer
) PARTITION BY LIST (n);
CREATE TABLE public.rest PARTITION OF public."データベースの表の長い名前のものですからね" DEFAULT;
ALTER TABLE public.c RENAME COLUMN "データベースの表の長い名前のものですからね" TO "データベースの表の長い名前のものですか aside";
ALTER TABLE public.p ADD COLUMN "データベースの表の長い名前のものですからね" text;
UPDATE ONLY public.c SET "データベースの表の長い名前のものですからね" = "データベースの表の長い名前のものですか aside";
ALTER TABLE public.c DROP COLUMN "データベースの表の長い名前のものですか aside";
INSERT INTO public."データベースの表の長い名前のものですからね" (id, n) SELECT id, n FROM public."データベースの表の長い名前のものですか aside";
DROP TABLE public."データベースの表の長い名前のものですか aside";
