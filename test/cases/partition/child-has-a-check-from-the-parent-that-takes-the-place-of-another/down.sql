CREATE TABLE public.child__like (LIKE public.child INCLUDING CONSTRAINTS INCLUDING GENERATED);
ALTER TABLE public.child__like DROP COLUMN IF EXISTS x CASCADE, DROP CONSTRAINT IF EXISTS size_fits;
ALTER TABLE public.child INHERIT public.child__like;
ALTER TABLE public.child NO INHERIT public.new_parent;
ALTER TABLE public.child DROP CONSTRAINT size_fits;
DROP TABLE public.new_parent;
CREATE TABLE public.old_parent (
  id integer,
  size integer,
  CONSTRAINT size_fits CHECK (size > 0)
);
ALTER TABLE public.child__like ADD CONSTRAINT size_fits CHECK (size > 0);
ALTER TABLE public.child INHERIT public.old_parent;
ALTER TABLE public.child NO INHERIT public.child__like;
DROP TABLE public.child__like;
