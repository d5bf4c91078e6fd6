CREATE DOMAIN email AS text CHECK (VALUE <> '');
CREATE DOMAIN plain AS integer;
CREATE DOMAIN loose AS integer;
ALTER DOMAIN loose ADD CONSTRAINT loose_check CHECK (VALUE < 100) NOT VALID;
CREATE DOMAIN wider AS integer NOT NULL CHECK (VALUE > 0);
CREATE DOMAIN inner_one AS text CHECK (VALUE <> '');
CREATE DOMAIN outer_list AS inner_one[] CHECK (cardinality(VALUE) < 9);
CREATE TYPE contact AS (mail email, n plain);
CREATE TABLE t (
  id integer PRIMARY KEY, mails email[] DEFAULT '{}', c contact, ns plain[], ls loose[], ws wider[], own email, os outer_list[],
  CONSTRAINT few CHECK (cardinality(mails) < 9)
);
CREATE INDEX t_mails ON t USING gin (mails);
CREATE VIEW v AS SELECT id, mails, (c).mail FROM t;
INSERT INTO t VALUES (1, '{a@b,c@d}', '(e@f,4)', '{1,2}', '{5}', '{6}', 'g@h', '{"{i}"}');
