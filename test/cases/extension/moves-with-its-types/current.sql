CREATE SCHEMA tools;
CREATE EXTENSION citext SCHEMA public;
CREATE DOMAIN public.mail AS public.citext CHECK (VALUE <> '');
CREATE TYPE public.pair AS (a public.citext, b integer);
CREATE TABLE public.people (
  name public.citext PRIMARY KEY,
  mail public.mail,
  pair public.pair,
  tags public.citext[] DEFAULT '{}'
);
CREATE VIEW public.names AS SELECT name FROM public.people;
INSERT INTO public.people VALUES ('Ada', 'a@b', '(x,1)', '{y}');
