ALTER TABLE public.authors DROP CONSTRAINT authors_best_fkey;
ALTER TABLE public.books DROP CONSTRAINT books_author_fkey;
ALTER TABLE public.authors SET UNLOGGED;
ALTER TABLE public.books SET UNLOGGED;
ALTER TABLE public.authors ADD CONSTRAINT authors_best_fkey FOREIGN KEY (best) REFERENCES public.books (id);
ALTER TABLE public.books ADD CONSTRAINT books_author_fkey FOREIGN KEY (author) REFERENCES public.authors (id);
