DROP RULE gone ON public.t;
CREATE OR REPLACE RULE a AS ON INSERT TO public.t WHERE (new.id < 0) AND (new.name <> ' DO '::text)
DO ALSO INSERT INTO public.log (id, what)
  VALUES (1, ' DO INSTEAD '::text);
CREATE OR REPLACE RULE b AS ON DELETE TO public.t
DO INSTEAD ( INSERT INTO public.log (id, what)
  VALUES (old.id, 'x'::text);
 DELETE FROM public.log
  WHERE (log.id = old.id);
);
ALTER TABLE public.t ENABLE ALWAYS RULE b;
CREATE RULE "Odd ""c""" AS ON UPDATE TO public.t WHERE new.id IN ( SELECT log.id
           FROM public.log)
DO INSTEAD NOTHING;
ALTER TABLE public.t DISABLE RULE "Odd ""c""";
