CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2 (id bigint, at date);
ALTER TABLE events_2 ADD FOREIGN KEY (id) REFERENCES users (id);
INSERT INTO users VALUES (1);
INSERT INTO events_2 VALUES (1, '2026-03-02');
