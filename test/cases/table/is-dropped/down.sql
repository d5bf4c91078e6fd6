CREATE TABLE public.gone (
  id integer NOT NULL,
  kept integer,
  note text DEFAULT 'none'::text,
  CONSTRAINT gone_kept_fkey FOREIGN KEY (kept) REFERENCES public.kept (id),
  CONSTRAINT gone_note_check CHECK (note <> ''::text),
  CONSTRAINT gone_pkey PRIMARY KEY (id)
);
CREATE INDEX gone_note_idx ON public.gone (note);
