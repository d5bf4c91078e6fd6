ALTER TABLE public.authors SET LOGGED;
ALTER TABLE public.books SET LOGGED;
