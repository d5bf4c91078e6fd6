CREATE TABLE things (id bigint);
CREATE TABLE texts (body text);
CREATE TABLE pages () INHERITS (things, texts);
ALTER TABLE texts ALTER body SET COMPRESSION pglz;
