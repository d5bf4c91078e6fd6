CREATE TABLE rooms (id int CONSTRAINT rooms_pkey PRIMARY KEY, name text, during int4range);
ALTER TABLE rooms ADD CONSTRAINT rooms_a UNIQUE (id);
ALTER TABLE rooms ADD CONSTRAINT rooms_b UNIQUE (id);
ALTER TABLE rooms ADD CONSTRAINT rooms_name UNIQUE (name), ADD CONSTRAINT rooms_name1 UNIQUE (name) DEFERRABLE;
ALTER TABLE rooms ADD CONSTRAINT free EXCLUDE USING gist (during WITH &&);
ALTER TABLE rooms ADD CONSTRAINT free_too EXCLUDE USING gist (during WITH &&);
