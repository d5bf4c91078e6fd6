CREATE TABLE public."words_a aside" AS SELECT * FROM public.words_a;
DROP TABLE public.hashed;
DROP TABLE public.words_a_x;
DROP TABLE public.words_a;
CREATE TABLE public.numbers (
  a integer
) PARTITION BY HASH (a);
CREATE TABLE public.others (
  a integer,
  b text
) PARTITION BY LIST (b text_pattern_ops);
CREATE TABLE public.words_a PARTITION OF public.words FOR VALUES FROM ('a', 'a') TO ('b', 'a');
INSERT INTO public.words_a (id, "The Word", place) SELECT id, "The Word", place FROM public."words_a aside";
DROP TABLE public."words_a aside";
