ALTER COLLATION public.plain RENAME TO plain__old;
CREATE COLLATION public.plain (provider = libc, locale = 'POSIX');
ALTER TABLE public.words ALTER COLUMN word TYPE text COLLATE public.plain;
DROP COLLATION public.plain__old;
