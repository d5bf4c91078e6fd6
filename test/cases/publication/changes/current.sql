CREATE SCHEMA a;
CREATE SCHEMA b;
CREATE TABLE one (id integer PRIMARY KEY, note text, gone text);
CREATE TABLE two (id integer PRIMARY KEY);
CREATE TABLE three (id integer PRIMARY KEY);
CREATE PUBLICATION "some" FOR TABLE one (id, gone), TABLE two WHERE (id > 1);
CREATE PUBLICATION by_schema FOR TABLE three, TABLES IN SCHEMA a;
COMMENT ON PUBLICATION "some" IS 'some';
CREATE PUBLICATION everything FOR ALL TABLES WITH (publish = 'insert');
