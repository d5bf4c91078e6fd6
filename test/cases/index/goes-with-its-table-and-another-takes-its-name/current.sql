CREATE TABLE old (a integer);
CREATE INDEX by_a ON old (a);
CREATE TABLE kept (a integer);
INSERT INTO kept VALUES (1);
