CREATE TABLE keys (a integer PRIMARY KEY);
