CREATE TABLE "データベースの表の長い名前のものですからね" (id integer, n integer);
INSERT INTO "データベースの表の長い名前のものですからね" VALUES (1, 2), (2, 3);
CREATE TABLE p (id integer);
CREATE TABLE c ("データベースの表の長い名前のものですからね" text) INHERITS (p);
INSERT INTO c VALUES (1, 'kept');
