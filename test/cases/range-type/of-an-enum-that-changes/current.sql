CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE feelings AS RANGE (subtype = mood);
CREATE TYPE more AS RANGE (subtype = feelings);
CREATE TABLE days (felt feelings, all_of_it feelings_multirange, wide more);
INSERT INTO days VALUES ('[sad,ok]', '{[sad,ok]}', '["[sad,ok]","[ok,ok]"]');
