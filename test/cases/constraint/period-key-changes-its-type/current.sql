CREATE EXTENSION btree_gist VERSION '1.8';
CREATE TABLE rooms (id integer, during daterange, CONSTRAINT rooms_pk PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE bookings (room integer, during daterange,
  CONSTRAINT bookings_fk FOREIGN KEY (room, PERIOD during) REFERENCES rooms (id, PERIOD during));
INSERT INTO rooms VALUES (1, '[2026-01-01,2027-01-01)');
INSERT INTO bookings VALUES (1, '[2026-02-01,2026-03-01)');
