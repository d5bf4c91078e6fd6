CREATE ROLE case_reader;
CREATE FOREIGN DATA WRAPPER far_wrapper OPTIONS (a '1', api_key 'hidden');
CREATE SERVER far TYPE 't' VERSION '1' FOREIGN DATA WRAPPER far_wrapper OPTIONS (host 'a', port '1', password 'hidden');
CREATE USER MAPPING FOR PUBLIC SERVER far OPTIONS ("user" 'x', password 'hidden');
CREATE USER MAPPING FOR case_reader SERVER far OPTIONS ("user" 'y');
CREATE SERVER gone FOREIGN DATA WRAPPER far_wrapper;
CREATE FOREIGN TABLE ft (id integer, qty integer NOT NULL, note text DEFAULT 'x', old text) SERVER far OPTIONS (table_name 'a');
