CREATE SEQUENCE numbers;
CREATE TABLE a (n bigint DEFAULT nextval('numbers'), gone integer);
CREATE TABLE b (n bigint DEFAULT nextval('numbers'));
ALTER SEQUENCE numbers OWNED BY a.gone;
