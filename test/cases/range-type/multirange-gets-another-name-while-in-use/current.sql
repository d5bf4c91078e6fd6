CREATE TYPE hours AS RANGE (SUBTYPE = time, MULTIRANGE_TYPE_NAME = open_hours);
CREATE TABLE shops (open open_hours DEFAULT '{}', lists open_hours[], first hours);
CREATE VIEW always AS SELECT open, first FROM shops WHERE open = open_hours(first);
CREATE INDEX shops_open_idx ON shops USING gist (open);
INSERT INTO shops VALUES ('{[10:00,11:00)}', '{}', '[10:00,11:00)');
