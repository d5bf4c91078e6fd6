CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN several AS mood[] NOT NULL;
CREATE TYPE wide AS (a several);
