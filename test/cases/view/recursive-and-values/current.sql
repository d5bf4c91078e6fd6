CREATE SCHEMA "odd one";
