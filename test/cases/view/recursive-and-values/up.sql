CREATE VIEW "odd one"."Numbers" AS
WITH RECURSIVE n(i) AS (
         VALUES (1)
        UNION ALL
         SELECT (n_1.i + 1)
           FROM n n_1
          WHERE (n_1.i < 10)
        )
 SELECT i AS "the I"
   FROM n;
CREATE VIEW public.names AS
SELECT id,
    name
   FROM ( VALUES (1,'one'::text), (2,'two'::text)) v(id, name);
CREATE VIEW public.of AS
SELECT "the I"
   FROM "odd one"."Numbers";
