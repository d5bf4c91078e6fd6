CREATE TABLE logs (at date, level text, size text) PARTITION BY RANGE (at);
CREATE TABLE logs_rest PARTITION OF logs DEFAULT;
INSERT INTO logs VALUES ('2026-01-05', 'info', '1'), ('2027-01-05', 'info', '2'), (NULL, 'info', '3');
