-- As Alembic's documentation and its source have it: the heads only.
CREATE TABLE alembic_version (version_num varchar(32) NOT NULL PRIMARY KEY);
INSERT INTO alembic_version VALUES ('640000000000');
