CREATE TABLE public."words_a aside" AS SELECT * FROM ONLY public.words_a;
DROP TABLE public.words_a;
DROP TABLE public.others;
DROP TABLE public.numbers;
CREATE TABLE public.words_a PARTITION OF public.words FOR VALUES FROM ('a', 'a') TO ('b', 'a') PARTITION BY LIST (place COLLATE "C" text_pattern_ops);
CREATE TABLE public.words_a_x PARTITION OF public.words_a FOR VALUES IN ('x');
CREATE TABLE public.hashed (
  a integer,
  b text
) PARTITION BY HASH (a, lower(b));
INSERT INTO public.words_a (id, "The Word", place) SELECT id, "The Word", place FROM public."words_a aside";
DROP TABLE public."words_a aside";
