CREATE SCHEMA app;
CREATE TABLE app.users (
  id integer NOT NULL,
  CONSTRAINT users_pkey PRIMARY KEY (id)
);
