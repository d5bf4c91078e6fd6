CREATE DOMAIN email AS text CONSTRAINT has_at CHECK (VALUE ~ '@') CONSTRAINT short CHECK (length(VALUE) < 100);
COMMENT ON CONSTRAINT has_at ON DOMAIN email IS 'Roughly';
CREATE DOMAIN code AS text NOT NULL;
CREATE TABLE users (email email, code code);
INSERT INTO users VALUES ('a@b', 'x');
