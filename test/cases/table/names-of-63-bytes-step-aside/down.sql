CREATE TABLE public."データベースの表の長い名前のものですか aside" AS SELECT * FROM public."データベースの表の長い名前のものですからね";
ALTER TABLE ONLY public.p DROP COLUMN "データベースの表の長い名前のものですからね";
DROP TABLE public.rest;
DROP TABLE public."データベースの表の長い名前のものですからね";
CREATE TABLE public."データベースの表の長い名前のものですからね" (
  id integer,
  n integer
);
INSERT INTO public."データベースの表の長い名前のものですからね" (id, n) SELECT id, n FROM public."データベースの表の長い名前のものですか aside";
DROP TABLE public."データベースの表の長い名前のものですか aside";
