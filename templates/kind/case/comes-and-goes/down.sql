SELECT lo_unlink(4713);
SELECT lo_unlink(4712);
SELECT lo_from_bytea(4712, convert_to('this changes', 'UTF8'));
SELECT lo_from_bytea(4711, convert_to('this goes', 'UTF8'));
