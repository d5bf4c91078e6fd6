ALTER TABLE a.t ADD COLUMN more text;
