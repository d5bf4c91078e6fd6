CREATE VIEW colours (id, "name, AS") AS VALUES (1, 'red'), (2, 'a, b) "*VALUES*"');
CREATE VIEW gone (a) AS VALUES (1, 2);
