CREATE TABLE texts (body text);
CREATE TABLE pages (body text);
CREATE TABLE letters () INHERITS (texts, pages);
ALTER TABLE texts ALTER body SET STORAGE external;
