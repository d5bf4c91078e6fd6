SELECT lo_from_bytea(4711, 'this goes');
SELECT lo_from_bytea(4712, 'this changes');
