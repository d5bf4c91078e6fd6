SELECT lo_unlink(4711);
SELECT lo_unlink(4712);
SELECT lo_from_bytea(4712, convert_to('it''s another', 'UTF8'));
SELECT lo_from_bytea(4713, convert_to('this comes', 'UTF8'));
