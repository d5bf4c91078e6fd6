CREATE TYPE reading AS (id integer, value text);
CREATE TABLE readings OF reading (PRIMARY KEY (id), value DEFAULT 'none' NOT NULL);
INSERT INTO readings VALUES (1, '5');
