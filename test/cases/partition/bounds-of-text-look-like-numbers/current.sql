CREATE TABLE items (code text NOT NULL) PARTITION BY RANGE (code);
CREATE TABLE items_low PARTITION OF items FOR VALUES FROM ('1') TO ('5');
CREATE TABLE items_high PARTITION OF items FOR VALUES FROM ('5') TO ('9');
INSERT INTO items VALUES ('1'), ('3'), ('7');
