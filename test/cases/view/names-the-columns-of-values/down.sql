DROP MATERIALIZED VIEW public.stored;
DROP VIEW public."both";
CREATE OR REPLACE VIEW public.colours (id, "name, AS") AS
VALUES (1,'red'::text), (2,'a, b) "*VALUES*"'::text);
CREATE VIEW public.gone (a, column2) AS
VALUES (1,2);
