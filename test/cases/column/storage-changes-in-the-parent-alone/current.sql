CREATE TABLE public.docs (id integer, body text, head text);
CREATE TABLE public.notes () INHERITS (public.docs);
CREATE TABLE public.memos () INHERITS (public.docs);
