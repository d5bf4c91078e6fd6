CREATE DOMAIN email AS text CONSTRAINT long_enough CHECK (length(VALUE) > 1);
CREATE TABLE people (emails email[], email email);
