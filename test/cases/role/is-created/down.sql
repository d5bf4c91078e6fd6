DROP ROLE "case_Writer ""2""";
DROP ROLE case_reader;
