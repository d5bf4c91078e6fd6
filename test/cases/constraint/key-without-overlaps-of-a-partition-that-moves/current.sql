CREATE TABLE rooms (id int4range, during daterange, CONSTRAINT rooms_pk PRIMARY KEY (id, during WITHOUT OVERLAPS)) PARTITION BY LIST (id);
CREATE TABLE halls (id int4range, during daterange, CONSTRAINT halls_key UNIQUE (id, during WITHOUT OVERLAPS)) PARTITION BY LIST (id);
CREATE TABLE rooms_1 PARTITION OF rooms FOR VALUES IN ('[1,2)');
