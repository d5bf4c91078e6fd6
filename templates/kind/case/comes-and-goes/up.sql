DROP CONVERSION public.changes;
DROP CONVERSION public.goes;
CREATE DEFAULT CONVERSION public.changes FOR 'LATIN1' TO 'UTF8' FROM pg_catalog.iso8859_1_to_utf8;
CREATE CONVERSION public.comes FOR 'LATIN3' TO 'UTF8' FROM pg_catalog.iso8859_to_utf8;
