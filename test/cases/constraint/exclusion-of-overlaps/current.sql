CREATE TABLE bookings (during tstzrange, cancelled boolean);
INSERT INTO bookings VALUES ('[2026-01-01, 2026-01-02)', false);
