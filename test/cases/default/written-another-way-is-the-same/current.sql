CREATE TABLE t (a timestamptz DEFAULT now(), b text DEFAULT 'x'::text, c integer DEFAULT 1 + 1, d date DEFAULT CURRENT_DATE);
