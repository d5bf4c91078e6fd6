ALTER TABLE public.docs ALTER COLUMN body SET STORAGE EXTERNAL;
ALTER TABLE public.docs ALTER COLUMN body SET COMPRESSION pglz;
CREATE TABLE public.drafts (
  body text
);
CREATE TABLE public.notes () INHERITS (public.docs);
ALTER TABLE ONLY public.drafts ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE TABLE public.memos () INHERITS (public.notes, public.drafts);
ALTER TABLE ONLY public.drafts ALTER COLUMN body SET STORAGE DEFAULT;
ALTER TABLE public.memos ALTER COLUMN body SET STORAGE DEFAULT;
ALTER TABLE public.memos ALTER COLUMN body SET COMPRESSION default;
