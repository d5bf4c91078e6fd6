CREATE FUNCTION same(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 = $2';
CREATE FUNCTION differs(integer, integer) RETURNS boolean LANGUAGE sql IMMUTABLE AS 'SELECT $1 <> $2';
CREATE OPERATOR === (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same);
CREATE OPERATOR <<>> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = differs, NEGATOR = OPERATOR(public.===));
CREATE OPERATOR ==== (LEFTARG = integer, RIGHTARG = integer, FUNCTION = same);
CREATE OPERATOR <<<>>> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = differs, NEGATOR = OPERATOR(public.====));
CREATE OPERATOR ~~~> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = differs, NEGATOR = OPERATOR(public.~~~<));
