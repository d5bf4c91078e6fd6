CREATE COLLATION plain (provider = libc, locale = 'POSIX');
CREATE TABLE words (word text COLLATE plain);
INSERT INTO words VALUES ('a'), ('B');
