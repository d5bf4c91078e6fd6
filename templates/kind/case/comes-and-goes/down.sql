DROP CONVERSION public.comes;
DROP CONVERSION public.changes;
CREATE CONVERSION public.goes FOR 'LATIN2' TO 'UTF8' FROM pg_catalog.iso8859_to_utf8;
CREATE CONVERSION public.changes FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;
