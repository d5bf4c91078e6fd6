CREATE TABLE sales (region text, id integer, amount integer NOT NULL, double integer GENERATED ALWAYS AS (amount * 2) STORED, PRIMARY KEY (id, region)) PARTITION BY LIST (region);
CREATE TABLE sales_north PARTITION OF sales FOR VALUES IN ('north');
CREATE TABLE sales_west PARTITION OF sales FOR VALUES IN ('west');
CREATE TABLE sales_rest PARTITION OF sales DEFAULT;
CREATE TABLE refunds (region text, sale integer, FOREIGN KEY (sale, region) REFERENCES sales (id, region) ON DELETE CASCADE);
CREATE TABLE seen (what text);
CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO public.seen VALUES (TG_OP); RETURN NULL; END $$;
INSERT INTO sales (region, id, amount) VALUES ('north', 1, 1), ('south', 2, 2), ('east', 3, 3), ('it''s', 4, 4), ('west', 5, 5);
INSERT INTO refunds SELECT region, id FROM sales;
CREATE TRIGGER note AFTER INSERT OR UPDATE OR DELETE ON sales FOR EACH ROW EXECUTE FUNCTION note();

CREATE TABLE events (a integer, b text, note text) PARTITION BY RANGE (a, lower(b) COLLATE "C");
CREATE TABLE events_rest PARTITION OF events DEFAULT;
INSERT INTO events VALUES (0, 'z', 'before'), (1, 'a', 'before'), (1, 'M', 'in'), (2, 'x', 'in'), (3, 'b', 'in'), (3, 'C', 'after'), (NULL, 'x', 'null'), (9, 'x', 'top');
CREATE TABLE marks (kind integer, at date) PARTITION BY LIST (kind);
CREATE TABLE marks_rest PARTITION OF marks DEFAULT PARTITION BY RANGE (at);
CREATE TABLE marks_rest_all PARTITION OF marks_rest DEFAULT;
INSERT INTO marks VALUES (NULL, '2026-01-01'), (1, '2026-01-02'), (2, '2026-03-01'), (3, '2026-01-04');
