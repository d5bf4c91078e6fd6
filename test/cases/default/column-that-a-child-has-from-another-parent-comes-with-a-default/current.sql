CREATE TABLE moods (id bigint, mood text);
CREATE TABLE people (name text);
CREATE TABLE moody () INHERITS (moods, people);
INSERT INTO moody VALUES (1, 'fine', 'ann');
