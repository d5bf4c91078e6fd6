CREATE TABLE prices (net numeric NOT NULL, rate numeric NOT NULL);
INSERT INTO prices VALUES (100, 0.19);
