DROP VIEW public.gone;
CREATE OR REPLACE VIEW public.colours (id, "name, AS") AS
VALUES (1,'red'::text), (2,'a, b) "*VALUES*"'::text), (3,'blue'::text);
CREATE VIEW public."both" (id, name) AS
VALUES (1,'UNION'::text)
UNION ALL
 VALUES (2,'b'::text), (3,'c'::text);
CREATE MATERIALIZED VIEW public.stored (a, column2) AS
VALUES (1,'x'::text);
