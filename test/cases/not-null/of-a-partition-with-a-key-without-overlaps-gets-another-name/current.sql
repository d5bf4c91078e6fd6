CREATE TABLE rooms (id int4range, during daterange, CONSTRAINT rooms_pk PRIMARY KEY (id, during WITHOUT OVERLAPS)) PARTITION BY LIST (id);
CREATE TABLE rooms_1 PARTITION OF rooms FOR VALUES IN ('[1,2)');
CREATE TABLE halls (id int4range NOT NULL, during daterange, EXCLUDE USING gist (id WITH =, during WITH &&)) PARTITION BY LIST (id);
CREATE TABLE halls_1 PARTITION OF halls FOR VALUES IN ('[1,2)');
