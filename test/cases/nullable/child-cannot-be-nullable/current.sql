CREATE TABLE readings (id integer, value numeric);
