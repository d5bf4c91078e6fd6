CREATE TEXT SEARCH DICTIONARY public.stem (TEMPLATE = snowball, language = 'english', stopwords = 'english');
CREATE TEXT SEARCH CONFIGURATION public.search (PARSER = "default");
ALTER TEXT SEARCH CONFIGURATION public.search ADD MAPPING FOR asciiword, word WITH public.stem;
ALTER TEXT SEARCH CONFIGURATION public.search ADD MAPPING FOR email WITH simple;
CREATE TABLE public.t (body text);
CREATE INDEX t_body ON public.t USING gin (to_tsvector('public.search', body));
