CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE place AS (mood mood, y integer);
CREATE TABLE typed OF place (y NOT NULL);
CREATE TABLE other (mood mood);
INSERT INTO other VALUES ('ok');
