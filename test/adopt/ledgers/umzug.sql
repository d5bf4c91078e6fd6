-- Written by umzug 3.8.3 with its SequelizeStorage.
CREATE TABLE "SequelizeMeta" ("name" character varying(255));
INSERT INTO "SequelizeMeta" VALUES ('2024.01.01T00.00.00.users.js');
INSERT INTO "SequelizeMeta" VALUES ('2024.01.02T00.00.00.devices.js');
