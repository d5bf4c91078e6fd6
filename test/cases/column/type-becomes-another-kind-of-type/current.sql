CREATE TYPE state AS ENUM ('new', 'done');
CREATE TABLE jobs (id integer PRIMARY KEY, state state NOT NULL DEFAULT 'new', states state[]);
CREATE INDEX jobs_state ON jobs (state);
CREATE VIEW open AS SELECT id FROM jobs WHERE state = 'new';
INSERT INTO jobs VALUES (1, 'done', '{new,done}');
