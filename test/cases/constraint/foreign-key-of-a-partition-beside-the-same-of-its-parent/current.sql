CREATE TABLE users (id bigint PRIMARY KEY);
CREATE TABLE events (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE events_2 (id bigint, at date);
